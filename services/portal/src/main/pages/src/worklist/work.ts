import { useInfiniteQuery } from '@tanstack/react-query';
import { got, scoring } from '../api/client';
import { useAlerted } from './alerted';
import { useGiven } from './given';
import type { WorkItem } from './task';

const ask = async (query: { after?: string; waiting?: 'true'; phase?: 'CLOSED'; limit?: string }) => {
  const page = await got(scoring.GET('/v1/evaluations', { params: { query } }));
  return { ...page, evaluations: page.evaluations as unknown as WorkItem[] };
};

/** Where something waits for the account: in rounds under way, and in those that have ended however long ago. */
async function askWaiting(): Promise<WorkItem[]> {
  const [all, ended] = await Promise.all([ask({ waiting: 'true', limit: '200' }), askEnded()]);
  return [...all.evaluations, ...ended];
}

async function askEnded(after?: string): Promise<WorkItem[]> {
  const { evaluations, next } = await ask({ waiting: 'true', phase: 'CLOSED', limit: '200', ...(after ? { after } : {}) });
  return next ? [...evaluations, ...(await askEnded(next))] : evaluations;
}

/** The account's evaluations as far as they are read: what the board tells of and what waits for it first, then those under way, then those that have ended. */
export function useWork(enabled = true) {
  const work = useInfiniteQuery({
    queryKey: ['work'],
    enabled,
    queryFn: async ({ pageParam: after }) => {
      if (after) return ask({ after });
      const [waiting, page] = await Promise.all([askWaiting(), ask({})]);
      return { ...page, evaluations: [...waiting, ...page.evaluations] };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
    refetchInterval: 30_000,
  });
  const alerted = useAlerted(enabled);
  const read = (work.data?.pages ?? []).flatMap((page) => page.evaluations);
  const listed = [...new Map(read.map((item) => [item.evaluation, item])).values()];
  const given = useGiven(listed);
  const told = new Map<string, WorkItem>();
  for (const item of alerted.items) if (!told.has(item.evaluation)) told.set(item.evaluation, item);
  // Rounds under way come before those that have ended, so what is due may go on on the next page.
  const last = read.at(-1)?.phase;
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
