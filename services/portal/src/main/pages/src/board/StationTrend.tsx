import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Dialog } from '../app/Dialog';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { day, phase, stage } from '../app/words';
import { askBoard, percent, type Entry } from './board';

/** A station's rounds in the order of time, with the course of its totals. */
export function StationTrend({ place, station, name, close }: { place: string; station: string; name: string; close: () => void }) {
  const rounds = useQuery({
    queryKey: ['board-station', place, station],
    queryFn: () => askBoard(place, { station, sort: 'reportDate', limit: '200' }),
  });
  return (
    <Dialog open width={900} title={`${name}：历次评估`} footer={null} onCancel={close}>
      <Asked query={rounds}>
        {(found) => (
          <>
            <Course entries={found.evaluations.filter((one) => one.total)} />
            <Table
              size="small"
              rowKey="evaluation"
              pagination={{ pageSize: 10, hideOnSinglePage: true }}
              scroll={{ x: 'max-content' }}
              dataSource={found.evaluations}
              columns={[
                { title: '报告日期', render: (_, row) => day(row.reportDate as string | null) },
                { title: '类别', render: (_, row) => stage(row.stage) },
                { title: '评估', render: (_, row) => <Link to={`/evaluations/${row.evaluation}/overview`}>{row.title}</Link> },
                { title: '阶段', render: (_, row) => phase(row.phase) },
                { title: '总分', className: 'number', render: (_, row) => row.total ?? '—' },
                { title: '等级', render: (_, row) => row.grade ?? '—' },
                { title: '持证率', className: 'number', render: (_, row) => percent(row.certifiedRate) },
                { title: '稳岗率', className: 'number', render: (_, row) => percent(row.retention) },
              ]}
            />
          </>
        )}
      </Asked>
    </Dialog>
  );
}

const WIDTH = 820;
const HEIGHT = 150;
const MARGIN = 30;

/** Totals as a line between 0 and 100 would hide what differs: the scale reaches from the tens below to the tens above. */
function Course({ entries }: { entries: Entry[] }) {
  const totals = entries.map((entry) => Number(entry.total));
  if (totals.length < 2) return <p className="soft">有两次以上已办结的评估后，这里显示总分的变化。</p>;
  const lowest = Math.floor(Math.min(...totals) / 10) * 10;
  const highest = Math.max(lowest + 10, Math.ceil(Math.max(...totals) / 10) * 10);
  const points = totals.map((total, index) => ({
    x: MARGIN + (index * (WIDTH - 2 * MARGIN)) / (totals.length - 1),
    y: HEIGHT - MARGIN - ((total - lowest) / (highest - lowest)) * (HEIGHT - 2 * MARGIN),
    total,
  }));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="course" role="img" aria-label={`总分依次为 ${totals.join('、')}`}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y, total }, index) => (
        <g key={index}>
          <circle cx={x} cy={y} r={4} />
          <text x={x} y={y - 9}>
            {total}
          </text>
        </g>
      ))}
    </svg>
  );
}
