import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { Asked, Failure } from '../app/states';
import { Table } from '../app/Table';
import { party, PARTIES } from '../app/words';

/** How far the result is from another grade, and what other weights would have made of it. */
export function Analysis({ evaluation, closed }: { evaluation: string; closed: boolean }) {
  const path = { evaluation };
  const sensitivity = useQuery({
    queryKey: ['sensitivity', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/result/sensitivity', { params: { path } })),
  });
  return (
    <>
      <section className="card" aria-labelledby="bounds">
        <h2 id="bounds">距相邻等级</h2>
        <Asked query={sensitivity}>
          {(found) => (
            <Table
              size="small"
              rowKey="grade"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={found.bounds}
              columns={[
                { title: '等级', dataIndex: 'grade' },
                { title: '起分', dataIndex: 'from', className: 'number' },
                { title: '相差', dataIndex: 'points', className: 'number' },
                {
                  title: '单独一方到多少分会改变等级',
                  render: (_, bound) =>
                    bound.parties
                      .filter((one) => one.turningPoint)
                      .map((one) => `${party(one.party)} ${one.turningPoint}（现 ${one.raw}）`)
                      .join('；') || '任何一方单独都不能',
                },
              ]}
            />
          )}
        </Asked>
      </section>
      {portal === 'bureau' && closed && <WhatIf evaluation={evaluation} />}
    </>
  );
}

function WhatIf({ evaluation }: { evaluation: string }) {
  const [weights, setWeights] = useState<Record<string, string>>({});
  const [tried, setTried] = useState<Record<string, string> | null>(null);
  const whatIf = useQuery({
    queryKey: ['what-if', evaluation, tried],
    enabled: tried !== null,
    queryFn: () =>
      got(
        scoring.GET('/v1/evaluations/{evaluation}/result/what-if', {
          params: {
            path: { evaluation },
            query: Object.fromEntries(
              Object.entries(tried ?? {}).flatMap(([code, weight]) => (weight === '' ? [] : [[code.toLowerCase().replaceAll('_', '-'), weight]])),
            ),
          },
        }),
      ),
  });
  return (
    <section className="card" aria-labelledby="what-if">
      <h2 id="what-if">按其他权重试算</h2>
      <p className="soft">只供参考，不改变结果。没有填的权重不变，四方之和须为 100。</p>
      <div className="form">
        {Object.entries(PARTIES).map(([code, name]) => (
          <div key={code}>
            <label htmlFor={`weight-${code}`}>{name}（%）</label>
            <Input id={`weight-${code}`} inputMode="decimal" value={weights[code] ?? ''} onChange={(event) => setWeights({ ...weights, [code]: event.target.value })} />
          </div>
        ))}
      </div>
      <Button onClick={() => setTried(weights)} loading={whatIf.isFetching}>
        试算
      </Button>
      {whatIf.isError && <Failure error={whatIf.error} />}
      {whatIf.data && (
        <dl className="figures">
          <div>
            <dt>实际</dt>
            <dd>
              {whatIf.data.actual.total} {whatIf.data.actual.grade}
            </dd>
          </div>
          <div>
            <dt>试算</dt>
            <dd>
              {whatIf.data.supposed.total} {whatIf.data.supposed.grade}
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
