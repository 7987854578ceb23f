import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Table } from 'antd';
import { got, gotOrNone, ProblemError, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Asked } from '../app/states';
import { moment, party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import type { Line } from './autosave';
import { itemsOf, useRubric } from './rubric';
import { totalOf } from './total';

/** What a lead sees of its own party, and its submission for it. */
export default function PartyPart({ evaluation, seat }: PartProps) {
  const code = evaluation.code;
  const panel = useQuery({
    queryKey: ['panel', code],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/panel', { params: { path: { evaluation: code } as never } })),
  });
  const items = itemsOf(useRubric(code).data, seat?.party ?? '');
  const own = (panel.data?.members ?? []).filter(
    (member) => member.party === seat?.party && member.recusal?.state !== 'UPHELD' && member.operatorRecusal?.state !== 'UPHELD',
  );
  const sheets = useQuery({
    queryKey: ['party-sheets', code, own.map((member) => member.evaluator)],
    enabled: panel.isSuccess,
    queryFn: () =>
      Promise.all(
        own.map(async (member) => ({
          member,
          sheet: await gotOrNone(
            scoring.GET('/v1/evaluations/{evaluation}/sheets/{evaluator}', {
              params: { path: { evaluation: code, evaluator: member.evaluator } as never },
            }),
          ).catch((failure: unknown) => {
            // Before a member has submitted, even its lead sees nothing of its sheet.
            if (failure instanceof ProblemError && failure.status === 403) return null;
            throw failure;
          }),
        })),
      ),
  });
  const submit = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/parties/{party}/submission', {
          params: { path: { evaluation: code, party: seat?.party ?? '' } as never },
        }),
      ),
    '本方评分已提交',
  );
  const ask = () =>
    Modal.confirm({
      title: `代表${party(seat?.party ?? '')}提交？`,
      content: '提交后本方的评分和评估发现不能再修改。',
      okText: '提交',
      cancelText: '再看看',
      onOk: () => submit.mutateAsync(undefined).catch(() => {}),
    });
  return (
    <Asked query={panel}>
      {() => (
        <Asked query={sheets}>
          {(rows) => {
            const missing = rows.filter(({ sheet }) => sheet?.state !== 'SUBMITTED').length;
            return (
              <section className="card">
                <Table
                  size="small"
                  rowKey={(row) => row.member.evaluator}
                  pagination={false}
                  scroll={{ x: 'max-content' }}
                  dataSource={rows}
                  columns={[
                    { title: '评估人员', render: (_, row) => row.member.label },
                    { title: '职责', render: (_, row) => (row.member.role === 'LEAD' ? '组长' : '组员') },
                    {
                      title: '评分表',
                      render: (_, row) => (row.sheet?.state === 'SUBMITTED' ? `已于 ${moment(row.sheet.submittedAt)} 提交` : '尚未提交'),
                    },
                    {
                      title: '合计',
                      className: 'number',
                      render: (_, row) => (row.sheet?.state === 'SUBMITTED' ? totalOf(items, row.sheet.scores as Line[]) : '—'),
                    },
                  ]}
                />
                {seat?.partySubmitted ? (
                  <Alert type="success" showIcon title="本方已提交" description="四方全部提交后可以看到结果。" />
                ) : (
                  <div className="actions">
                    <Button type="primary" disabled={missing > 0} loading={submit.isPending} onClick={ask} data-testid="submit-party">
                      代表本方提交
                    </Button>
                    {missing > 0 && <span className="warn-text">还有 {missing} 份评分表没有提交</span>}
                  </div>
                )}
              </section>
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}
