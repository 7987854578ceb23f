import { useQuery } from '@tanstack/react-query';
import { gotOrNone, indicator, portal, scoring } from '../api/client';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { day, figure } from '../app/words';
import { GROUPS } from '../fieldwork/given';

interface Session {
  on: string;
  kind: string;
  title: string;
  hours: string;
  attendees: number;
}

/** What the station got beside its fee and gave to its staff, and what people say of it. */
export function Support({ evaluation, training, areas }: { evaluation: string; training: Session[]; areas: Map<string, string> }) {
  const params = { path: { evaluation } };
  const resources = useQuery({
    queryKey: ['resources', evaluation],
    queryFn: () => gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/resources', { params })),
  });
  const satisfaction = useQuery({
    queryKey: ['satisfaction', evaluation],
    // The operator hears of it in the report.
    enabled: portal !== 'operator',
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/satisfaction', { params })),
  });
  return (
    <>
      {training.length > 0 && (
        <section className="card" aria-labelledby="training">
          <h2 id="training">培训及督导</h2>
          <Table
            size="small"
            rowKey={(one) => training.indexOf(one)}
            scroll={{ x: 'max-content' }}
            pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
            dataSource={training}
            columns={[
              { title: '日期', render: (_, one) => day(one.on) },
              { title: '类别', render: (_, one) => (one.kind === 'SUPERVISION' ? '督导' : '培训') },
              { title: '主题', dataIndex: 'title' },
              { title: '学时', className: 'number', render: (_, one) => figure(one.hours) },
              { title: '人数', className: 'number', render: (_, one) => figure(String(one.attendees)) },
            ]}
          />
        </section>
      )}
      <Asked query={resources}>
        {(found) =>
          found &&
          found.resources.length > 0 && (
            <section className="card" aria-labelledby="resources">
              <h2 id="resources">资源整合</h2>
              <Table
                size="small"
                rowKey={(one) => found.resources.indexOf(one)}
                scroll={{ x: 'max-content' }}
                pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
                dataSource={found.resources}
                columns={[
                  { title: '日期', render: (_, one) => day(one.on) },
                  { title: '来源', dataIndex: 'provider' },
                  { title: '类别', render: (_, one) => (one.kind === 'CASH' ? '款项' : '物资') },
                  { title: '价值（元）', className: 'number', render: (_, one) => figure(one.value) },
                  { title: '片区', render: (_, one) => areas.get(one.area ?? '') ?? one.area ?? '全站' },
                  { title: '用途', render: (_, one) => one.purpose ?? '—' },
                ]}
              />
            </section>
          )
        }
      </Asked>
      {satisfaction.data && satisfaction.data.answers.length > 0 && (
        <section className="card" aria-labelledby="satisfaction">
          <h2 id="satisfaction">满意度</h2>
          <Table
            size="small"
            rowKey="group"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={byGroup(satisfaction.data.answers)}
            columns={[
              { title: '对象', render: (_, one) => GROUPS[one.group] ?? one.group },
              { title: '份数', className: 'number', render: (_, one) => figure(String(one.count)) },
              { title: '平均（满分 5）', className: 'number', render: (_, one) => (Math.round((one.sum * 100) / one.count) / 100).toFixed(2) },
            ]}
          />
        </section>
      )}
    </>
  );
}

/** Each group with its answers, and all together last. */
function byGroup(answers: { group: string; score: number }[]) {
  const groups = new Map<string, { group: string; count: number; sum: number }>();
  for (const { group, score } of answers) {
    for (const key of [group, '合计']) {
      const sums = groups.get(key) ?? { group: key, count: 0, sum: 0 };
      groups.set(key, { group: key, count: sums.count + 1, sum: sums.sum + score });
    }
  }
  const all = groups.get('合计');
  groups.delete('合计');
  return [...groups.values(), ...(all ? [all] : [])];
}
