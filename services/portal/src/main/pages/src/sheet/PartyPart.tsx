import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { got, gotOrNone, ProblemError, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { expander } from '../app/expander';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { figure, moment, party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { usePanel, type Member } from '../evaluation/panel';
import { Spread } from '../evaluation/Spread';
import type { Line } from './autosave';
import { itemsOf, useRubric, type RubricItem } from './rubric';
import { scored, totalOf } from './total';

/** What a lead sees of its own party, and its submission for it. */
export default function PartyPart({ evaluation, seat }: PartProps) {
  const code = evaluation.code;
  const confirm = useConfirm();
  const panel = usePanel(code);
  const items = itemsOf(useRubric(code).data, seat?.party ?? '');
  const own = (panel.data?.members ?? []).filter((member) => member.party === seat?.party && !member.recused);
  const sheets = useQuery({
    queryKey: ['party-sheets', code, own.map((member) => member.evaluator)],
    enabled: panel.isSuccess,
    queryFn: () =>
      Promise.all(
        own.map(async (member) => ({
          member,
          sheet: await gotOrNone(
            scoring.GET('/v1/evaluations/{evaluation}/sheets/{evaluator}', {
              params: { path: { evaluation: code, evaluator: member.evaluator } },
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
          params: { path: { evaluation: code, party: seat?.party ?? '' } },
        }),
      ),
    '本方评分已提交',
  );
  const ask = () =>
    confirm({
      title: `代表${party(seat?.party ?? '')}提交？`,
      content: `提交后本方的评分和评估发现不能再修改。${seat?.findings ? '' : '本方还没有写评估发现，报告中相应部分将写“无”。'}`,
      okText: '提交',
      send: () => submit.mutateAsync(undefined),
    });
  if (evaluation.phase === 'PREPARING') return <Alert type="info" showIcon title="数据冻结后开始评分，本方评分表交齐后在这里代表本方提交" />;
  return (
    <Asked query={panel}>
      {() => (
        <Asked query={sheets}>
          {(rows) => {
            const open = rows.filter(({ sheet }) => sheet?.state !== 'SUBMITTED').map(({ member }) => member);
            const missing = open.filter((member) => member.pledgedOn);
            const unpledged = open.filter((member) => !member.pledgedOn);
            return (
              <>
                <section className="card">
                  <Table
                    size="small"
                    rowKey={(row) => row.member.evaluator}
                    pagination={false}
                    scroll={{ x: 'max-content' }}
                    dataSource={rows}
                    expandable={{
                      expandIcon: expander((row) => row.member.label),
                      rowExpandable: (row) => row.sheet?.state === 'SUBMITTED',
                      expandedRowRender: (row) => <Lines items={items} lines={(row.sheet?.scores ?? []) as Line[]} />,
                    }}
                    columns={[
                      { title: '评委', render: (_, row) => row.member.label },
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
                    <Alert type="success" showIcon title="本方已提交" description={evaluation.phase === 'CLOSED' ? '评估已办结，请看“结果”。' : '评估办结后可以看到结果。'} />
                  ) : (
                    <>
                      {unpledged.length > 0 && (
                        <Alert type="info" showIcon title={`没有签署承诺书，不计入：${names(unpledged)}`} description="本方提交之前签署并评分的，仍然计入。" />
                      )}
                      <div className="actions">
                        <Button type="primary" disabled={missing.length > 0} loading={submit.isPending} onClick={ask} data-testid="submit-party">
                          代表本方提交
                        </Button>
                        {missing.length > 0 && (
                          <span className="warn-text">还没有提交评分表：{names(missing)}。不能继续参评的，请区民政局撤换。</span>
                        )}
                      </div>
                    </>
                  )}
                </section>
                {open.length < rows.length && seat && <Spread evaluation={evaluation} parties={[seat.party]} />}
              </>
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}

const names = (members: Member[]) => members.map((member) => member.label).join('、');

/** A member's submitted sheet, item by item. */
function Lines({ items, lines }: { items: RubricItem[]; lines: Line[] }) {
  const byItem = new Map(lines.map((line) => [line.item, line]));
  return (
    <Table
      size="small"
      rowKey="code"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={items.filter((item) => byItem.has(item.code))}
      columns={[
        { title: '项目', render: (_, item) => `${item.code} ${item.name}` },
        { title: '满分', className: 'number', render: (_, item) => figure(item.max) },
        { title: '得分', className: 'number', render: (_, item) => scored(byItem.get(item.code)?.score ?? '') },
        { title: '说明', render: (_, item) => byItem.get(item.code)?.comment ?? '—' },
      ]}
    />
  );
}
