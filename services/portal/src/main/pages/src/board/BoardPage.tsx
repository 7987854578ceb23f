import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Segmented, Select, Skeleton, type TableProps } from 'antd';
import { Fragment, useRef, useState } from 'react';
import { district, got } from '../api/client';
import { useAddress } from '../app/address';
import { Download } from '../app/Download';
import { Search } from '../app/Search';
import { useDistrict } from '../app/session';
import { Asked, Failure } from '../app/states';
import { Table } from '../app/Table';
import { useTitle } from '../app/title';
import { choices, day, figure, party, phase, stage } from '../app/words';
import { asked, askBoard, percent, type Entry, type Filter } from './board';
import { ComparedRounds } from './ComparedRounds';
import { SIZE, usePaging } from './paging';
import { StationTrend } from './StationTrend';

const MOST_COMPARED = 6;

const PHASES = [
  { value: '', label: '全部' },
  ...['PREPARING', 'SCORING', 'FEEDBACK', 'CLOSED', 'CANCELLED'].map((value) => ({ value, label: phase(value) })),
];

const ALERTS: Record<string, string> = {
  OVERDUE: '评分逾期',
  REPORT_LATE: '报告逾期',
  NOT_ISSUED: '报告待签发',
  DECLINED: '得分下降',
};

/** What the address may narrow the board to. */
const NARROWED = ['phase', 'stage', 'text', 'year', 'town', 'grade', 'alert'];

/** All rounds of the district: how far each is, what it rests on, and its result once it is closed. */
export function BoardPage() {
  useTitle('全区看板');
  const place = useDistrict();
  const [address, change] = useAddress();
  const sort = address['sort'] ?? 'station';
  const filter: Filter = Object.fromEntries(NARROWED.flatMap((key) => (address[key] ? [[key, address[key]]] : [])));
  const [chosen, setChosen] = useState<string[]>([]);
  const [compared, setCompared] = useState(false);
  const [trend, setTrend] = useState<Entry | null>(null);
  const paging = usePaging();
  const table = useRef<HTMLDivElement>(null);
  // Another order or another choice begins at its first page.
  const anew = (changed: Record<string, string | undefined>) => change({ ...changed, after: undefined, page: undefined });
  const narrow = (key: string, value: string) => anew({ [key]: value });
  const board = useQuery({
    queryKey: ['board', place, filter, sort, paging.after],
    placeholderData: keepPreviousData,
    enabled: place !== '',
    queryFn: () => askBoard(place, { ...filter, sort, limit: String(SIZE), after: paging.after }),
    refetchInterval: 30_000,
  });
  if (board.isPending) return <Skeleton active aria-label="正在加载" />;
  if (board.isError && !board.data) return <Failure error={board.error} again={() => void board.refetch()} />;
  const rows = board.data?.evaluations ?? [];
  const next = board.data?.next;
  const turned = (turn: () => void) => () => {
    turn();
    table.current?.scrollIntoView();
  };
  const compare = chosen.length >= 2 && chosen.length <= MOST_COMPARED && (() => setCompared(true));
  const file = `/v1/districts/${place}/board/board.xlsx?${new URLSearchParams(
    Object.entries({ ...filter, sort }).filter(([, value]) => value !== ''),
  ).toString()}`;
  return (
    <div className="board">
      <div className="head">
        <h1>全区看板</h1>
        <p>办结之前不显示任何分数。</p>
      </div>
      <Counts place={place} filter={filter} narrow={narrow} />
      <div className="actions">
        <Segmented aria-label="阶段" tabIndex={-1} value={filter['phase'] ?? ''} onChange={(value) => narrow('phase', value)} options={PHASES} />
        <Select aria-label="类别" style={{ width: 130 }} value={filter['stage'] ?? ''} onChange={(value) => narrow('stage', value)} options={[{ value: '', label: '中期和末期' }, ...choices({ MIDTERM: '中期', FINAL: '末期' })]} />
        <Search label="查找站点或评估" hint="站点或评估名称" text={filter['text'] ?? ''} find={(text) => narrow('text', text)} />
        <Search label="年份" hint="年份" width={120} digits text={filter['year'] ?? ''} find={(text) => narrow('year', text)} />
        {(['town', 'grade', 'alert'] as const)
          .filter((key) => filter[key])
          .map((key) => (
            <Button key={key} onClick={() => narrow(key, '')} aria-label={`不再只看${ALERTS[filter[key] ?? ''] ?? filter[key]}`}>
              {ALERTS[filter[key] ?? ''] ?? filter[key]} ×
            </Button>
          ))}
        <Button disabled={!compare} onClick={compare || undefined}>
          比较所选（{chosen.length}）
        </Button>
        {chosen.length > MOST_COMPARED && <span className="warn-text">一次最多比较 {MOST_COMPARED} 个</span>}
        {chosen.length > 0 && <Button onClick={() => setChosen([])}>清除所选</Button>}
        <Download button service="district" path={file} name="全区看板.xlsx">
          导出工作簿
        </Download>
      </div>
      <div ref={table} />
      <Table
        size="small"
        rowKey="evaluation"
        scroll={{ x: 'max-content' }}
        loading={board.isPlaceholderData}
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: '没有符合条件的评估' }}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(String)),
          hideSelectAll: true,
          preserveSelectedRowKeys: true,
          columnTitle: '比较',
          columnWidth: 56,
          getCheckboxProps: (row) => ({ 'aria-label': `比较 ${row.title}` }),
          // Whoever chooses by keys is otherwise a page of rows away from comparing.
          renderCell: (checked, _row, _index, box) => (
            <>
              {box}
              {checked && compare && (
                <button type="button" className="skip" onClick={compare}>
                  比较所选（{chosen.length}）
                </button>
              )}
            </>
          ),
        }}
        onChange={(_, __, order) => {
          const { columnKey, order: way } = Array.isArray(order) ? (order[0] ?? {}) : order;
          anew({ sort: way ? `${way === 'descend' ? '-' : ''}${String(columnKey)}` : undefined });
        }}
        columns={columns(sort, narrow, setTrend)}
      />
      <div className="actions">
        {/* While another page is on its way the rows are still those of the one before. */}
        <Extent place={place} filter={filter} from={(paging.number - 1) * SIZE} rows={board.isPlaceholderData ? 0 : rows.length} />
        {(paging.first || next) && (
          <nav className="actions" aria-label="翻页">
            <Button disabled={!paging.first} onClick={paging.first && turned(paging.first)}>
              首页
            </Button>
            <Button disabled={!paging.previous} onClick={paging.previous && turned(paging.previous)}>
              上一页
            </Button>
            <Button disabled={!next || board.isPlaceholderData} onClick={turned(() => paging.next(next ?? ''))}>
              下一页
            </Button>
          </nav>
        )}
      </div>
      {compared && <ComparedRounds place={place} evaluations={chosen} close={() => setCompared(false)} />}
      {trend && <StationTrend place={place} station={trend.station} name={trend.stationName ?? trend.station} close={() => setTrend(null)} />}
    </div>
  );
}

function columns(sort: string, narrow: (key: string, value: string) => void, setTrend: (entry: Entry) => void): TableProps<Entry>['columns'] {
  const sortable = (key: string) => ({
    key,
    sorter: true,
    sortOrder: sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null,
  });
  return [
    {
      title: '站点',
      width: 150,
      ...sortable('station'),
      render: (_, row) => (
        <button type="button" className="link" onClick={() => setTrend(row)}>
          {row.stationName ?? row.station}
        </button>
      ),
    },
    {
      title: '镇街',
      width: 90,
      ...sortable('town'),
      render: (_, row) =>
        row.town ? (
          <button type="button" className="link" onClick={() => narrow('town', row.town ?? '')}>
            {row.town}
          </button>
        ) : (
          '—'
        ),
    },
    { title: '评估', width: 190, render: (_, row) => <Link to={`/evaluations/${row.evaluation}/overview`}>{row.title}</Link> },
    { title: '阶段', width: 120, render: (_, row) => `${stage(row.stage)} · ${row.issuedAt ? '已签发' : phase(row.phase)}` },
    { title: '报告日期', width: 120, ...sortable('reportDate'), render: (_, row) => day(row.reportDate as string | null) },
    {
      title: '完成指标',
      width: 100,
      className: 'number',
      ...sortable('indicatorsMet'),
      render: (_, row) =>
        !row.indicators ? (
          '—'
        ) : (
          <Link to={`/evaluations/${row.evaluation}/evidence`} aria-label={`${row.indicatorsMet} / ${row.indicators}：${row.title}`}>
            {row.indicatorsMet} / {row.indicators}
          </Link>
        ),
    },
    { title: '持证率', width: 84, className: 'number', ...sortable('certifiedRate'), render: (_, row) => percent(row.certifiedRate) },
    { title: '稳岗率', width: 84, className: 'number', ...sortable('retention'), render: (_, row) => percent(row.retention) },
    { title: '总分', width: 76, className: 'number', ...sortable('total'), render: (_, row) => row.total ?? '—' },
    { title: '等级', width: 64, render: (_, row) => row.grade ?? '—' },
    { title: '上一轮', width: 90, render: (_, row) => (row.previousGrade ? `${row.previousTotal ?? ''} ${row.previousGrade}` : '—') },
    {
      title: '提醒',
      width: 90,
      render: (_, row) => (row.alerts.length === 0 ? '—' : <span className="late-text">{row.alerts.map((alert) => told(alert, row)).join('、')}</span>),
    },
  ];
}

/** An alert in words, with who is late where somebody is. */
const told = (alert: string, { late }: Entry) =>
  `${ALERTS[alert] ?? alert}${alert === 'OVERDUE' && late.length > 0 ? `（${late.map(party).join('、')}）` : ''}`;

const useSummary = (place: string, filter: Filter) =>
  useQuery({
    queryKey: ['board-summary', place, filter],
    placeholderData: keepPreviousData,
    enabled: place !== '',
    refetchInterval: 30_000,
    queryFn: () => got(district.GET('/v1/districts/{district}/board/summary', { params: asked(place, filter) })),
  });

/** Which rounds the page shows, of how many. */
function Extent({ place, filter, from, rows }: { place: string; filter: Filter; from: number; rows: number }) {
  const summary = useSummary(place, filter);
  const all = summary.data?.phases.reduce((sum, one) => sum + Number(one.rounds), 0);
  return (
    <span role="status" className="soft">
      {rows > 0 && `第 ${figure(from + 1)} 至 ${figure(from + rows)} 个`}
      {all !== undefined && `${rows > 0 ? '，' : ''}共 ${figure(all)} 个`}
    </span>
  );
}

/** How many rounds there are of what; one click narrows the board to them. */
function Counts({ place, filter, narrow }: { place: string; filter: Filter; narrow: (key: string, value: string) => void }) {
  const summary = useSummary(place, filter);
  const [byTown, setByTown] = useState(false);
  return (
    <Asked query={summary}>
      {(found) => (
        <div className="cards few">
          {(found.alerts.length > 0 || Number(found.unevaluated) > 0) && (
            <section className="card" aria-labelledby="alerts">
              <h2 id="alerts">提醒</h2>
              {found.alerts.map((one) => (
                <Button key={one.value} type="link" size="small" danger onClick={() => narrow('alert', one.value)}>
                  {ALERTS[one.value] ?? one.value} {Number(one.rounds)} 个
                </Button>
              ))}
              {Number(found.unevaluated) > 0 && (
                <Link to="/setup/station" search={{ unevaluated: 'true' }}>
                  尚未开启评估的站点 {figure(Number(found.unevaluated))} 个
                </Link>
              )}
            </section>
          )}
          {found.grades.length > 0 && (
            <section className="card" aria-labelledby="grades">
              <h2 id="grades">等级分布</h2>
              <dl className="chart">
                {found.grades.map((one) => (
                  <Fragment key={one.value}>
                    <dt>
                      <Button type="link" size="small" onClick={() => narrow('grade', one.value)}>
                        {one.value}
                      </Button>
                    </dt>
                    <dd>
                      <meter
                        max={Math.max(...found.grades.map((each) => Number(each.rounds)))}
                        value={Number(one.rounds)}
                        aria-label={`${one.value} ${Number(one.rounds)} 个`}
                      />{' '}
                      {Number(one.rounds)} 个
                    </dd>
                  </Fragment>
                ))}
              </dl>
            </section>
          )}
          {found.towns.length > 0 && (
            <section className="card" aria-labelledby="towns">
              <h2 id="towns">按镇街</h2>
              <Table
                size="small"
                rowKey="town"
                pagination={false}
                scroll={{ x: 'max-content' }}
                dataSource={byTown ? found.towns : found.towns.slice(0, 5)}
                columns={[
                  {
                    title: '镇街',
                    render: (_, one) => (
                      <Button type="link" size="small" onClick={() => narrow('town', one.town)}>
                        {one.town}
                      </Button>
                    ),
                  },
                  { title: '评估', className: 'number', render: (_, one) => figure(Number(one.rounds)) },
                  { title: '已办结', className: 'number', render: (_, one) => figure(Number(one.closed)) },
                  { title: '平均总分', className: 'number', render: (_, one) => one.mean ?? '—' },
                ]}
              />
              {found.towns.length > 5 && (
                <Button type="link" size="small" onClick={() => setByTown(!byTown)}>
                  {byTown ? '收起' : `全部 ${found.towns.length} 个镇街`}
                </Button>
              )}
            </section>
          )}
        </div>
      )}
    </Asked>
  );
}
