import { useQuery } from '@tanstack/react-query';
import { got, portal, scoring } from '../api/client';
import { partyOf } from '../app/words';
import { useSession } from '../app/session';
import type { Seat, WorkItem } from '../worklist/task';

/** The caller's own seat in an evaluation, as the work list tells it; bureau and operator have none. */
export function useSeat(evaluation: string) {
  const session = useSession();
  return useQuery({
    queryKey: ['seat', evaluation, session.data?.account],
    enabled: session.isSuccess,
    refetchInterval: 15_000,
    queryFn: async (): Promise<Seat | null> => {
      if (!partyOf(portal)) return null;
      for (let after = ''; ; ) {
        const page = await got(
          scoring.GET('/v1/evaluations', { params: { query: { limit: '200', ...(after ? { after } : {}) } } }),
        );
        const found = (page.evaluations as unknown as WorkItem[]).find((item) => item.evaluation === evaluation);
        if (found || !page.next) return found?.seat ?? null;
        after = page.next;
      }
    },
  });
}
