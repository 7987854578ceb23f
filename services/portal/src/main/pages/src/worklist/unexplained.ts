import { useQueries } from '@tanstack/react-query';
import { gotOrNone, indicator, portal } from '../api/client';
import { discrepancyKey } from '../evidence/subjects';
import type { WorkItem } from './task';

/** How many discrepancies of declared figures the operator has yet to explain, by round under preparation; none in the other portals. */
export function useUnexplained(items: WorkItem[]): Map<string, number> {
  return useQueries({
    queries: items
      .filter((item) => portal === 'operator' && item.phase === 'PREPARING')
      .map(({ evaluation }) => ({
        queryKey: ['unexplained', evaluation],
        queryFn: async () => {
          const params = { path: { evaluation } };
          const [computed, answers] = await Promise.all([
            gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/achievement', { params })),
            gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/discrepancy-answers', { params })),
          ]);
          if (!computed?.inputs?.declaredVersion) return [evaluation, 0] as const;
          const explained = new Set((answers?.answers ?? []).map(discrepancyKey));
          return [evaluation, computed.discrepancies.filter((one) => !explained.has(discrepancyKey(one))).length] as const;
        },
      })),
    combine: (found) => new Map(found.flatMap((one) => (one.data ? [one.data] : []))),
  });
}
