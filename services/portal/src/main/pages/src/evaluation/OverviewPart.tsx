import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Descriptions } from 'antd';
import { district, got, portal } from '../api/client';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { day, figure, party, partyOf } from '../app/words';
import { Due } from '../worklist/Due';
import { useGiven } from '../worklist/given';
import { taskOf } from '../worklist/task';
import { useWork } from '../worklist/work';
import type { PartProps } from './EvaluationPage';

/** What is evaluated, by whom, how, and what comes next. */
export default function OverviewPart({ evaluation, seat }: PartProps) {
  const station = useQuery({
    queryKey: ['station', evaluation.district, evaluation.station, evaluation.stationVersion],
    queryFn: () =>
      got(
        district.GET('/v1/districts/{district}/stations/{station}/versions/{version}', {
          params: {
            path: {
              district: evaluation.district,
              station: evaluation.station,
              version: String(evaluation.stationVersion),
            },
          },
        }),
      ),
  });
  return (
    <>
      <Next evaluation={evaluation} seat={seat} />
      <section className="card" aria-labelledby="station">
        <h2 id="station">站点</h2>
        <Asked query={station}>
          {(found) => (
            <Descriptions
              column={{ xs: 1, sm: 2, lg: 3 }}
              items={[
                { key: 'name', label: '名称', children: found.name },
                { key: 'town', label: '镇街', children: found.town },
                { key: 'population', label: '人口', children: figure(found.population) },
                { key: 'households', label: '建档户数', children: figure(found.coverage?.households) },
                { key: 'served', label: '服务人次', children: figure(found.coverage?.residentsServed) },
                { key: 'on-site', label: '实地评估', children: day(evaluation.onSite) },
                { key: 'report', label: '报告日期', children: day(evaluation.reportDate) },
              ]}
            />
          )}
        </Asked>
      </section>
      <section className="card" aria-labelledby="policy">
        <h2 id="policy">评估口径</h2>
        <Table
          size="small"
          rowKey="party"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={evaluation.policy?.parties}
          columns={[
            { title: '评估方', dataIndex: 'party', render: party },
            { title: '机构', dataIndex: 'organisation' },
            { title: '权重', dataIndex: 'weight', className: 'number', render: (weight: string) => `${weight}%` },
          ]}
        />
        <p className="soft">
          等级：
          {evaluation.policy?.grades?.map((grade) => `${grade.grade} ${grade.from} 分起`).join('，')}
        </p>
      </section>
    </>
  );
}

/** The same as the work list says; of the bureau's, what it does not say there is not said here either. */
function Next({ evaluation, seat }: PartProps) {
  const { items, work } = useWork(!partyOf(portal));
  const told = items.find((one) => one.evaluation === evaluation.code);
  const item = { ...told, ...evaluation, evaluation: evaluation.code, seat };
  const given = useGiven([item]);
  if (portal === 'bureau' && !told) return null;
  if (portal === 'operator' && work.isPending) return null;
  const task = taskOf({ ...item, ...given.get(evaluation.code) }, portal);
  return (
    <section className="card" aria-labelledby="next">
      <h2 id="next">下一步</h2>
      <Link to={`/evaluations/${evaluation.code}/${task.part}`}>{task.what}</Link>
      {task.urgent && <Due seat={seat} />}
    </section>
  );
}
