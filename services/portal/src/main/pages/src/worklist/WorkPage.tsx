import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { portal } from '../api/client';
import { Search } from '../app/Search';
import { Failure } from '../app/states';
import { useTitle } from '../app/title';
import { day, phase, stage } from '../app/words';
import { Due } from './Due';
import { Invitations, useInvitations } from './Invitations';
import { dueOf, taskOf, type WorkItem } from './task';
import { useWork } from './work';

/** What lies before this account: what is due first, then what waits for others. */
export function WorkPage() {
  useTitle('工作台');
  const { work, items, more } = useWork();
  const invitations = useInvitations();
  const navigate = useNavigate();
  if (work.isPending) return <Skeleton active aria-label="正在加载" />;
  if (work.isError && !work.data) return <Failure error={work.error} again={() => void work.refetch()} />;
  const rows = items.map((item) => ({ item, task: taskOf(item, portal) }));
  const due = rows.filter(({ task }) => task.urgent).sort((a, b) => order(a.item).localeCompare(order(b.item)));
  const rest = rows.filter(({ task }) => !task.urgent);
  const open = invitations.filter((one) => one.state === 'INVITED');
  const accepted = invitations.filter((one) => one.state === 'ACCEPTED' && !items.some((item) => item.evaluation === one.evaluation));
  const waiting = due.length + open.length;
  return (
    <>
      <div className="head">
        <h1>工作台</h1>
        {portal === 'bureau' && (
          // The board has all of them.
          <Search label="查找评估" hint="站点或评估名称" text="" find={(text) => void navigate({ to: '/board', search: { text } })} />
        )}
        <p>{waiting > 0 ? `${more ? '至少有' : '有'} ${waiting} 项等您处理` : '现在没有等您处理的事项'}</p>
      </div>
      <Invitations open={open} />
      <section aria-labelledby="due">
        <h2 id="due">等您处理</h2>
        {due.length > 0 ? <Cards rows={due} /> : <p className="soft">{waiting > 0 ? '没有其他待办。' : '都处理完了。有新的事项会在这里出现，也会发出通知。'}</p>}
      </section>
      <section aria-labelledby="rest">
        <h2 id="rest">其他评估</h2>
        {accepted.map((one) => (
          <p key={`${one.station}/${one.evaluation}`}>
            《{one.title}》：<span className="soft">已接受邀请，等待区民政局公布评估团队。</span>
          </p>
        ))}
        {rest.length > 0 ? <Cards rows={rest} /> : accepted.length === 0 && <p className="soft">没有其他评估。</p>}
      </section>
      {work.hasNextPage && (
        <Button onClick={() => void work.fetchNextPage()} loading={work.isFetchingNextPage}>
          显示更多
        </Button>
      )}
    </>
  );
}

const order = (item: WorkItem) => dueOf(item.seat) ?? item.reportDate ?? '9999';

function Cards({ rows }: { rows: { item: WorkItem; task: ReturnType<typeof taskOf> }[] }) {
  return (
    <div className="cards">
      {rows.map(({ item, task }) => (
        <Link
          key={item.evaluation}
          to={`/evaluations/${item.evaluation}/${task.part}`}
          className={`due ${task.urgent ? (item.seat?.overdue ? 'late' : '') : 'rest'}`}
          data-testid={`work-${item.evaluation}`}
        >
          <div className="what">{task.what}</div>
          <div>{item.title}</div>
          <div className="where">
            {stage(item.stage)}评估 · {phase(item.phase)}
            {item.phase === 'PREPARING' && item.onSite && ` · ${day(item.onSite)}实地评估`}
            {task.urgent && !item.seat && item.reportDate && ` · 报告日期 ${day(item.reportDate)}`}
          </div>
          {task.urgent && <Due seat={item.seat} />}
        </Link>
      ))}
    </div>
  );
}
