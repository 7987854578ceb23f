import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Segmented, Skeleton, Table } from 'antd';
import { Fragment, useState } from 'react';
import { district, got } from '../api/client';
import { Failure } from '../app/states';
import { districtOf, useSession } from '../app/session';
import { moment, phase, stage } from '../app/words';

const PHASES = [
  { value: '', label: '全部' },
  ...['PREPARING', 'SCORING', 'FEEDBACK', 'CLOSED', 'CANCELLED'].map((value) => ({ value, label: phase(value) })),
];

/** All rounds of the district: how far each is, and its grade once it is closed. */
export function BoardPage() {
  const session = useSession();
  const place = districtOf(session.data?.places[0] ?? '');
  const [wanted, setWanted] = useState('');
  const [town, setTown] = useState('');
  const [text, setText] = useState('');
  const board = useInfiniteQuery({
    queryKey: ['board', place, wanted, town, text],
    placeholderData: keepPreviousData,
    enabled: place !== '',
    queryFn: ({ pageParam }) =>
      got(
        district.GET('/v1/districts/{district}/board', {
          params: {
            path: { district: place } as never,
            query: { limit: '200', ...(wanted ? { phase: wanted } : {}), ...(town ? { town } : {}), ...(text ? { text } : {}), ...(pageParam ? { after: pageParam } : {}) } as never,
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    refetchInterval: 30_000,
  });
  if (board.isPending) return <Skeleton active aria-label="正在加载" />;
  if (board.isError && !board.data) return <Failure error={board.error} again={() => void board.refetch()} />;
  const rows = (board.data?.pages ?? []).flatMap((page) => page.evaluations);
  return (
    <>
      <div className="head">
        <h1>全区看板</h1>
        <p>结束之前不显示任何分数。</p>
      </div>
      <div className="actions">
        <Segmented aria-label="阶段" value={wanted} onChange={setWanted} options={PHASES} />
        <Input.Search
          aria-label="查找站点或评估"
          placeholder="站点或评估名称"
          allowClear
          style={{ width: 240 }}
          onSearch={(value) => setText(value.trim())}
        />
        {town && (
          <Button onClick={() => setTown('')} aria-label={`不再只看${town}`}>
            {town} ×
          </Button>
        )}
      </div>
      <Grades rows={rows} />
      <Table
        size="small"
        rowKey="evaluation"
        virtual={rows.length > 200}
        scroll={rows.length > 200 ? { x: 900, y: 600 } : { x: 'max-content' }}
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: '没有符合条件的评估' }}
        columns={[
          {
            title: '站点',
            width: 180,
            render: (_, row) => row.stationName ?? row.station,
            sorter: (a, b) => (a.stationName ?? a.station).localeCompare(b.stationName ?? b.station, 'zh-CN'),
          },
          {
            title: '镇街',
            width: 110,
            render: (_, row) =>
              row.town ? (
                <Button type="link" size="small" onClick={() => setTown(row.town ?? '')}>
                  {row.town}
                </Button>
              ) : (
                '—'
              ),
            sorter: (a, b) => (a.town ?? '').localeCompare(b.town ?? '', 'zh-CN'),
          },
          {
            title: '评估',
            width: 380,
            render: (_, row) => <Link to={`/evaluations/${row.evaluation}/overview` as never}>{row.title}</Link>,
          },
          { title: '类别', width: 80, render: (_, row) => stage(row.stage) },
          { title: '阶段', width: 100, render: (_, row) => phase(row.phase), sorter: (a, b) => a.phase.localeCompare(b.phase) },
          {
            title: '总分',
            width: 90,
            className: 'number',
            render: (_, row) => row.total ?? '—',
            sorter: (a, b) => Number(a.total ?? -1) - Number(b.total ?? -1),
          },
          { title: '等级', width: 90, render: (_, row) => row.grade ?? '—' },
          { title: '签发', width: 170, render: (_, row) => (row.issuedAt ? moment(row.issuedAt) : '—') },
        ]}
      />
      {board.hasNextPage && (
        <Button onClick={() => void board.fetchNextPage()} loading={board.isFetchingNextPage}>
          显示更多
        </Button>
      )}
    </>
  );
}

/** How many rounds have which grade. */
function Grades({ rows }: { rows: { grade?: string | null }[] }) {
  const counts = new Map<string, number>();
  rows.forEach((row) => row.grade && counts.set(row.grade, (counts.get(row.grade) ?? 0) + 1));
  if (counts.size === 0) return null;
  const most = Math.max(...counts.values());
  return (
    <section className="card" aria-label="等级分布">
      <h2>等级分布</h2>
      <dl className="chart">
        {[...counts].map(([grade, count]) => (
          <Fragment key={grade}>
            <dt>{grade}</dt>
            <dd>
              <meter max={most} value={count} aria-label={`${grade} ${count} 个`} /> {count} 个
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
