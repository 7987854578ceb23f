import { useQueries } from '@tanstack/react-query';
import { portal } from '../api/client';
import { useDistrict } from '../app/session';
import { askBoard } from '../board/board';
import { ALERTED, type Task, type WorkItem } from './task';

interface Alerted {
  rows: { item: WorkItem; task: Task }[];
  /** Whether there are more than these. */
  more: boolean;
}

/** What the board tells the bureau to do, the longest waiting first; nothing in the other portals. */
export function useAlerted(): Alerted {
  const place = useDistrict();
  return useQueries({
    queries: Object.entries(ALERTED).map(([alert, task]) => ({
      queryKey: ['board', place, { alert }],
      enabled: portal === 'bureau' && place !== '',
      queryFn: async () => {
        const page = await askBoard(place, { alert, sort: 'reportDate', limit: '100' });
        return {
          rows: page.evaluations.map((entry) => ({ item: { ...entry, district: place }, task })),
          more: Boolean(page.next),
        };
      },
      refetchInterval: 30_000,
    })),
    combine: (found) => ({
      rows: found.flatMap((each) => each.data?.rows ?? []),
      more: found.some((each) => each.data?.more),
    }),
  });
}
