import { useQueries } from '@tanstack/react-query';
import { portal } from '../api/client';
import { useDistrict } from '../app/session';
import { askBoard } from '../board/board';
import { ALERTS, type WorkItem } from './task';

interface Alerted {
  items: WorkItem[];
  /** Whether there are more than these. */
  more: boolean;
}

/** The rounds that the board alerts the bureau to, the longest waiting first; none in the other portals. */
export function useAlerted(enabled: boolean): Alerted {
  const place = useDistrict();
  return useQueries({
    queries: ALERTS.map((alert) => ({
      queryKey: ['board', place, { alert }],
      enabled: enabled && portal === 'bureau' && place !== '',
      queryFn: async () => {
        const page = await askBoard(place, { alert, sort: 'reportDate', limit: '100' });
        return {
          items: page.evaluations.map((entry) => ({ ...entry, district: place, alert })),
          more: Boolean(page.next),
        };
      },
      refetchInterval: 30_000,
    })),
    combine: (found) => ({
      items: found.flatMap((each) => each.data?.items ?? []),
      more: found.some((each) => each.data?.more),
    }),
  });
}
