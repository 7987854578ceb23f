import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { district, got, portal } from '../api/client';
import { useChange } from '../app/change';
import { Failure, Nothing } from '../app/states';
import { useTitle } from '../app/title';
import { moment } from '../app/words';
import { MailPreferences } from './MailPreferences';

/** What a notice is about, by its kind; where that depends on more, the overview says what comes next. */
const PARTS: Record<string, string> = {
  EVALUATION_OPENED: 'declare',
  ON_PANEL: 'pledge',
  RECUSAL_REQUESTED: 'progress',
  NOTICE_ISSUED: 'self',
  SCORING_OPEN: 'sheet',
  DEADLINE_SET: 'sheet',
  DEADLINE_NEAR: 'sheet',
  DEADLINE_MISSED: 'sheet',
  ALL_SUBMITTED: 'feedback',
  DRAFT_PUBLISHED: 'report',
  OBJECTION_RAISED: 'feedback',
  OBJECTION_DECIDED: 'feedback',
  PARTY_REOPENED: 'overview',
  SHEETS_REOPENED: 'amendment',
  CLOSED: 'result',
  REPORT_ISSUED: 'report',
  APPEAL_LODGED: 'appeal',
  APPEAL_DECIDED: 'appeal',
};

/** Where a portal has a part of its own for it. */
const OWN: Record<string, Record<string, string>> = {
  bureau: { DEADLINE_MISSED: 'progress', VETO_RAISED: 'veto', VETO_DECIDED: 'veto' },
  operator: { RECUSAL_DECIDED: 'team', CLOSED: 'outcome', VETO_RAISED: 'veto', VETO_DECIDED: 'veto' },
};

/** An invitation is answered on the work list. */
const placeOf = ({ kind, evaluation }: { kind: string; evaluation: string }) =>
  kind === 'INVITED' ? '/' : `/evaluations/${evaluation}/${OWN[portal]?.[kind] ?? PARTS[kind] ?? 'overview'}`;

/** The inbox of this account, the latest first. */
export function NotificationPage() {
  useTitle('通知');
  const inbox = useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: ({ pageParam }) =>
      got(district.GET('/v1/notifications', { params: { query: (pageParam ? { before: pageParam } : {}) } })),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next || undefined,
  });
  const read = useChange(
    (upTo: number) => got(district.PUT('/v1/notifications/reading', { body: { upTo } })),
    '已全部标为已读',
  );
  if (inbox.isPending) return <Skeleton active aria-label="正在加载" />;
  if (inbox.isError && !inbox.data) return <Failure error={inbox.error} again={() => void inbox.refetch()} />;
  const pages = inbox.data?.pages ?? [];
  const all = pages.flatMap((page) => page.notifications);
  const newest = all[0];
  return (
    <>
      <div className="head">
        <h1>通知</h1>
        {newest && (pages[0]?.unread ?? 0) > 0 && (
          <Button onClick={() => read.mutate(newest.number)} loading={read.isPending}>
            全部标为已读
          </Button>
        )}
      </div>
      <div className="card">
        {all.length === 0 ? (
          <Nothing>还没有通知</Nothing>
        ) : (
          <ul className="sentences">
            {all.map((one) => (
              <li key={one.number}>
                <span className="soft">{moment(one.at)}</span>
                <span>
                  {!one.read && <span className="mark late-text">未读</span>}{' '}
                  <Link to={placeOf(one)}>{one.sentence}</Link>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {inbox.hasNextPage && (
        <Button onClick={() => void inbox.fetchNextPage()} loading={inbox.isFetchingNextPage}>
          显示更早的
        </Button>
      )}
      <MailPreferences />
    </>
  );
}
