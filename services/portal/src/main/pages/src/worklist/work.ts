import { useInfiniteQuery } from '@tanstack/react-query';
import { got, scoring } from '../api/client';
import { useAlerted } from './alerted';
import { useGiven } from './given';
import type { WorkItem } from './task';

/** The account's evaluations as far as they are read: what the board tells of first, then those under way, then those that have ended. */
export function useWork(enabled = true) {
  const work = useInfiniteQuery({
    queryKey: ['work'],
    enabled,
    queryFn: ({ pageParam }) => got(scoring.GET('/v1/evaluations', { params: { query: pageParam ? { after: pageParam } : {} } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    refetchInterval: 30_000,
  });
  const alerted = useAlerted(enabled);
  const listed = (work.data?.pages ?? []).flatMap((page) => page.evaluations as unknown as WorkItem[]);
  const given = useGiven(listed);
  const told = new Map<string, WorkItem>();
  for (const item of alerted.items) if (!told.has(item.evaluation)) told.set(item.evaluation, item);
  // Rounds under way come before those that have ended, so what is due may go on on the next page.
  const last = listed.at(-1)?.phase;
  return {
    work,
    items: [
      ...[...told.values()].map((item) => ({ ...item, ...listed.find((one) => one.evaluation === item.evaluation) })),
      ...listed
        .filter((item) => !told.has(item.evaluation))
        .map((item) => ({ ...item, ...given.get(item.evaluation) })),
    ],
    more: alerted.more || (work.hasNextPage && last !== 'CLOSED' && last !== 'CANCELLED'),
  };
}
