import { useQuery } from '@tanstack/react-query';
import { gotOrNone, scoring } from '../api/client';

/** The panel as far as its reader may see it; null before it is named. */
export const usePanel = (evaluation: string) =>
  useQuery({
    queryKey: ['panel', evaluation],
    // It may be being written.
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/panel', { params: { path: { evaluation } } })),
  });

export type Member = NonNullable<ReturnType<typeof usePanel>['data']>['members'][number];

const DECISIONS: Record<string, string> = { REQUESTED: '待裁定', UPHELD: '已同意', REFUSED: '未同意' };

const told = (who: string, { state, reason, because }: NonNullable<Member['recusal']>) =>
  `${who}申请回避：${reason}。${DECISIONS[state]}${because ? `：${because}` : ''}`;

/** What was asked for about a member and why, what became of it and why; nothing of most. */
export const asides = (member: Member): string[] => [
  ...(member.replacement ? [`已撤换：${member.replacement.reason}`] : []),
  ...(member.recusal ? [told('本人', member.recusal)] : []),
  ...(member.operatorRecusal ? [told('承办方', member.operatorRecusal)] : []),
];
