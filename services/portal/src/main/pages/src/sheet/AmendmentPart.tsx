import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, portal, report, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, type Column, type Row } from '../app/Grid';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { useUnsaved } from '../app/unsaved';
import { moment, PARTIES, party, VOICES } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { usePanel } from '../evaluation/panel';
import type { Seat } from '../worklist/task';
import { itemsOf, useRubric } from './rubric';
import { scored } from './total';

/** Corrections of submitted sheets after an objection was upheld: what was, what is, and why. */
export default function AmendmentPart({ evaluation, seat }: PartProps) {
  const params = { path: { evaluation: evaluation.code } };
  const amendments = useQuery({
    queryKey: ['amendments', evaluation.code],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/amendments', { params })),
  });
  const panel = usePanel(evaluation.code);
  const called = (evaluator: string) => panel.data?.members.find((one) => one.evaluator === evaluator)?.label ?? evaluator;
  const rubric = useRubric(evaluation.code);
  const names = new Map(Object.keys(PARTIES).flatMap((each) => itemsOf(rubric.data, each).map((item) => [item.code, `${item.code} ${item.name}`] as const)));
  return (
    <Asked query={amendments}>
      {(found) => {
        const own = found.amendments.filter((one) => one.evaluator === seat?.evaluator).length;
        return (
        <>
          {found.amendments.length === 0 && <Nothing>没有更正</Nothing>}
          {found.amendments.map((one) => (
            <section key={`${one.evaluator}/${one.number}`} className="card" aria-label={`${called(one.evaluator)}的第 ${one.number} 次更正`}>
              <h2>
                {called(one.evaluator)}（{party(one.party)}）第 {one.number} 次更正
              </h2>
              <p>
                {one.reason}
                <span className="soft">
                  　（{VOICES[one.objection.from] ?? one.objection.from}第 {one.objection.number} 条异议，{moment(one.recordedAt as string)}）
                </span>
              </p>
              <Table
                size="small"
                rowKey="item"
                pagination={false}
                scroll={{ x: 'max-content' }}
                dataSource={one.changes}
                columns={[
                  { title: '项目', render: (_, change) => names.get(change.item) ?? change.item },
                  { title: '原评分', render: (_, change) => scored(change.before), className: 'number' },
                  { title: '更正为', render: (_, change) => scored(change.after), className: 'number' },
                  { title: '原说明', render: (_, change) => change.commentBefore ?? '—' },
                  { title: '说明', render: (_, change) => change.comment ?? '—' },
                ]}
              />
            </section>
          ))}
          {seat?.sheet === 'SUBMITTED' && portal !== 'bureau' && evaluation.phase === 'FEEDBACK' && (
            <Amend key={own} evaluation={evaluation.code} seat={seat} number={own + 1} />
          )}
        </>
        );
      }}
    </Asked>
  );
}

function Amend({ evaluation, seat, number }: { evaluation: string; seat: Seat; number: number }) {
  const params = { path: { evaluation } };
  const upheld = useQuery({
    queryKey: ['upheld', evaluation],
    queryFn: async () =>
      ((await gotOrNone(report.GET('/v1/evaluations/{evaluation}/feedback', { params })))?.draft ?? []).filter(
        ({ decision }) => decision?.decision === 'UPHELD' && (!decision.party || decision.party === seat.party),
      ),
  });
  const rubric = useRubric(evaluation);
  const [objection, setObjection] = useState('');
  const [reason, setReason] = useState('');
  const [rows, setRows] = useState<Row[]>([{}]);
  const items = itemsOf(rubric.data, seat.party);
  const columns: Column[] = [
    { key: 'item', title: '项目', kind: 'choice', width: 320, choices: items.map((one) => ({ value: one.code, label: `${one.code} ${one.name}（满分 ${one.max}）` })) },
    { key: 'score', title: '更正为', kind: 'number', width: 90 },
    { key: 'comment', title: '说明', optional: true, width: 260 },
  ];
  const amend = useChange(() => {
    const [from, which] = objection.split('/');
    return got(
      scoring.PUT('/v1/evaluations/{evaluation}/sheets/{evaluator}/amendments/{number}', {
        params: { path: { evaluation, evaluator: seat.evaluator, number: String(number) } },
        body: { objection: { from, number: Number(which) }, reason, scores: filled(rows, columns) },
      }),
    );
  }, '评分已更正，结果和报告初稿随之更新');
  useUnsaved([objection, reason, rows], ['', '', [{}]], amend.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({ title: '更正评分？', content: '更正留有记录，结果和报告初稿随之更新。', okText: '更正', send: () => amend.mutateAsync(undefined) });
  return (
    <Asked query={upheld}>
      {(objections) =>
        objections.length === 0 ? (
          <Alert type="info" showIcon title="没有成立的异议，评分不能更正" />
        ) : (
          <section className="card" aria-labelledby="amend">
            <h2 id="amend">更正我的评分</h2>
            <div className="form">
              <div>
                <label htmlFor="objection">依据的异议</label>
                <Select
                  id="objection"
                  style={{ width: '100%' }}
                  value={objection || undefined}
                  onChange={setObjection}
                  options={objections.map((one) => ({
                    value: `${one.from}/${one.number}`,
                    label: `${VOICES[one.from] ?? one.from}第 ${one.number} 条：${one.text}`,
                  }))}
                />
              </div>
              <Field label="更正的理由" rows={2} at={amend.at('/reason')} value={reason} set={setReason} />
            </div>
            <Grid label="更正的项目" at={amend.at('/scores')} columns={columns} rows={rows} change={setRows} />
            <Button type="primary" disabled={!objection || !reason.trim()} loading={amend.isPending} onClick={ask}>
              更正
            </Button>
          </section>
        )
      }
    </Asked>
  );
}
