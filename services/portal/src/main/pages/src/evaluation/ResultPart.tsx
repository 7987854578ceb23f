import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { PARTIES, party } from '../app/words';
import { Analysis } from './Analysis';
import { FigureWhy } from './FigureWhy';
import { Entries } from './HistoryPart';
import { Shares } from './Shares';
import { Spread } from './Spread';
import type { PartProps } from './EvaluationPage';

/** The result with each party's share; before all have submitted there is none for anybody, and before the round is closed the bureau's alone. */
export default function ResultPart({ evaluation }: PartProps) {
  const [explained, setExplained] = useState<number | null>(null);
  const disclosed = evaluation.phase === 'CLOSED' || (evaluation.phase === 'FEEDBACK' && portal === 'bureau');
  const path = { evaluation: evaluation.code };
  const result = useQuery({
    queryKey: ['result', evaluation.code, evaluation.phase],
    enabled: disclosed,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/result', { params: { path } })),
  });
  if (!disclosed && evaluation.phase === 'FEEDBACK') return <Alert type="info" showIcon title="评估办结后可以查看结果" />;
  if (!disclosed) {
    return <Alert type="info" showIcon title="四方全部提交之前没有结果" description="在此之前，任何一方的分数和进度都不向其他方显示。" />;
  }
  return (
    <Asked query={result}>
      {(found) => (
        <>
          <section className="card">
            <dl className="figures">
              <div>
                <dt>总分</dt>
                <dd data-testid="total">{found.total}</dd>
              </div>
              <div>
                <dt>等级</dt>
                <dd data-testid="grade">{found.grade}</dd>
              </div>
              <div>
                <dt>版本</dt>
                <dd>
                  第 {found.version} 版{found.state === 'FINAL' ? '' : '（暂定）'}
                </dd>
              </div>
            </dl>
            <Button onClick={() => setExplained(found.version)}>结果的由来</Button>
          </section>
          <section className="card">
            <h2>各方得分</h2>
            <Shares
              rows={found.parties ?? []}
              below={(row) => (
                <Table
                  size="small"
                  rowKey="category"
                  pagination={false}
                  dataSource={row.categories}
                  columns={[
                    { title: '类别', dataIndex: 'name' },
                    { title: '得分', dataIndex: 'score', className: 'number' },
                    { title: '满分', dataIndex: 'max', className: 'number' },
                  ]}
                />
              )}
            />
          </section>
          {(portal === 'bureau' || evaluation.phase === 'CLOSED') && (
            <>
              <Analysis evaluation={evaluation.code} closed={evaluation.phase === 'CLOSED'} />
              {portal === 'bureau' && <Spread evaluation={evaluation} parties={Object.keys(PARTIES)} />}
              {found.version > 1 && <Versions evaluation={evaluation.code} latest={found.version} explain={setExplained} />}
              <ResultHistory evaluation={evaluation.code} />
            </>
          )}
          {explained !== null && <FigureWhy evaluation={evaluation.code} version={explained} close={() => setExplained(null)} />}
        </>
      )}
    </Asked>
  );
}

/** Every version side by side. */
function Versions({ evaluation, latest, explain }: { evaluation: string; latest: number; explain: (version: number) => void }) {
  const versions = useQueries({
    queries: Array.from({ length: latest }, (_, index) => ({
      queryKey: ['result-version', evaluation, index + 1],
      queryFn: () =>
        got(
          scoring.GET('/v1/evaluations/{evaluation}/result/versions/{version}', {
            params: { path: { evaluation, version: index + 1 } },
          }),
        ),
    })),
  });
  const known = versions.flatMap(({ data }) => (data ? [data] : []));
  return (
    <section className="card" aria-labelledby="versions">
      <h2 id="versions">各版结果</h2>
      <Table
        size="small"
        rowKey="version"
        pagination={false}
        scroll={{ x: 'max-content' }}
        loading={known.length < latest}
        dataSource={known}
        columns={[
          { title: '版本', render: (_, one) => `第 ${one.version} 版${one.state === 'FINAL' ? '' : '（暂定）'}` },
          ...Object.keys(PARTIES).map((each) => ({
            title: party(each),
            className: 'number',
            render: (_: unknown, one: (typeof known)[number]) => one.parties?.find((share) => share.party === each)?.weighted ?? '—',
          })),
          { title: '总分', dataIndex: 'total', className: 'number' },
          { title: '等级', dataIndex: 'grade' },
          {
            title: '由来',
            render: (_, one) => (
              <Button size="small" aria-label={`第 ${one.version} 版结果的由来`} onClick={() => explain(one.version)}>
                由来
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

/** How each version of the result came about. */
function ResultHistory({ evaluation }: { evaluation: string }) {
  const history = useQuery({
    queryKey: ['result-history', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/result/history', { params: { path: { evaluation } } })),
  });
  return (
    <section className="card" aria-labelledby="result-history">
      <h2 id="result-history">结果经过</h2>
      <Asked query={history}>{({ entries }) => <Entries entries={entries} />}</Asked>
    </section>
  );
}
