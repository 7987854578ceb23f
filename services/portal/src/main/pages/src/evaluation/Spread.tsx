import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { Field } from '../app/Field';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { choices, day, figure, PARTIES } from '../app/words';
import { askBoard } from '../board/board';
import type { Evaluation } from './EvaluationPage';
import { usePanel } from './panel';

interface ItemSpread {
  item: string;
  name: string;
  lowest: string;
  highest: string;
  median: string;
  mean: string;
  before?: string | null;
  outliers: { evaluator: string; score: string }[];
}

const NONE = 'NONE';

/** How far a party's evaluators lie apart item by item, beside another round of the station where one is chosen. */
export function Spread({ evaluation, parties }: { evaluation: Evaluation; parties: string[] }) {
  const [side, setSide] = useState(parties[0] ?? '');
  const [against, setAgainst] = useState(NONE);
  const others = useClosedRounds(evaluation).data ?? [];
  const spread = useQuery({
    queryKey: ['spread', evaluation.code, side, against, evaluation.resultVersion],
    queryFn: () =>
      got(
        scoring.GET('/v1/evaluations/{evaluation}/parties/{party}/spread', {
          params: { path: { evaluation: evaluation.code, party: side }, query: (against === NONE ? {} : { against }) },
        }),
      ),
  });
  return (
    <section className="card" aria-labelledby="spread">
      <h2 id="spread">逐项离散程度</h2>
      <div className="form">
        {parties.length > 1 && <Field label="评估方" value={side} set={setSide} choices={choices(PARTIES).filter((one) => parties.includes(one.value))} />}
        {others.length > 0 && (
          <Field label="对照的评估" value={against} set={setAgainst} choices={[{ value: NONE, label: '不对照' }, ...others]} />
        )}
      </div>
      <Asked query={spread}>{(found) => <SpreadTable evaluation={evaluation.code} items={found.items} compared={against !== NONE} />}</Asked>
    </section>
  );
}

/** The station's other rounds that are closed, as far as the caller may see what was scored there. */
const useClosedRounds = ({ code, district, station }: Evaluation) =>
  useQuery({
    queryKey: ['closed-rounds', code],
    queryFn: async () => {
      const rounds =
        portal === 'bureau'
          ? (await askBoard(district, { station, phase: 'CLOSED', sort: '-reportDate', limit: '200' })).evaluations
          : (await got(scoring.GET('/v1/evaluations', { params: { query: { phase: 'CLOSED', limit: '200' } } }))).evaluations.filter(
              (one) => one.station === station && one.seat?.lead,
            );
      return rounds.filter((one) => one.evaluation !== code).map((one) => ({ value: one.evaluation, label: `${one.title}（${day(one.reportDate as string | null)}）` }));
    },
  });

export function SpreadTable({ evaluation, items, compared = false }: { evaluation: string; items: ItemSpread[]; compared?: boolean }) {
  const panel = usePanel(evaluation);
  const called = (evaluator: string) => panel.data?.members.find((one) => one.evaluator === evaluator)?.label ?? evaluator;
  return (
    <Table
      size="small"
      rowKey="item"
      pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      dataSource={items}
      locale={{ emptyText: '还没有已提交的评分表' }}
      columns={[
        { title: '项目', render: (_, one) => `${one.item} ${one.name}` },
        { title: '最低', className: 'number', render: (_, one) => figure(one.lowest) },
        { title: '最高', className: 'number', render: (_, one) => figure(one.highest) },
        { title: '中位数', className: 'number', render: (_, one) => figure(one.median) },
        { title: '平均', className: 'number', render: (_, one) => figure(one.mean) },
        ...(compared ? [{ title: '对照的平均', className: 'number', render: (_: unknown, one: ItemSpread) => (one.before ? figure(one.before) : '—') }] : []),
        {
          title: '离群',
          render: (_, one) =>
            one.outliers.length === 0 ? '—' : <span className="late-text">{one.outliers.map((each) => `${called(each.evaluator)}：${each.score}`).join('、')}</span>,
        },
      ]}
    />
  );
}
