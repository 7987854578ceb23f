import { useQueries } from '@tanstack/react-query';
import { gotOrNone, indicator, portal, report, scoring, staffing } from '../api/client';
import { discrepancyKey } from '../evidence/subjects';
import type { WorkItem } from './task';

/** What the account has given to a round already, as other services keep it. */
export interface Given {
  declared?: boolean;
  roster?: boolean;
  attendance?: boolean;
  selfAssessment?: boolean;
  /** Whether the third party has told the operator what to prepare. */
  noticed?: boolean;
  /** Whether there is a questionnaire to ask people with. */
  surveyed?: boolean;
  /** How many discrepancies of declared figures are left to explain. */
  unexplained?: number;
  /** Whether its side has said what it thinks of the draft; of the third party, whether it has written down what was said on the spot. */
  answered?: boolean;
}

/** By round, of those where the account may have something to give; none of a round while it is asked for. */
export function useGiven(items: WorkItem[]): Map<string, Given> {
  return useQueries({
    queries: items.filter(mayGive).map(({ evaluation, phase }) => ({
      queryKey: ['given', evaluation, phase],
      queryFn: async () => [evaluation, await (phase !== 'PREPARING' ? answered : portal === 'operator' ? handedIn : prepared)(evaluation)] as const,
    })),
    combine: (found) => new Map(found.flatMap((one) => (one.data ? [one.data] : []))),
  });
}

function mayGive({ phase, seat }: WorkItem): boolean {
  if (phase === 'PREPARING') return portal === 'operator' || (seat?.party === 'THIRD_PARTY' && seat.lead && seat.pledged);
  if (phase !== 'FEEDBACK') return false;
  return portal === 'operator' || seat?.party === 'PURCHASER' || seat?.party === 'SUPERVISOR' || (seat?.party === 'THIRD_PARTY' && seat.lead);
}

async function handedIn(evaluation: string): Promise<Given> {
  const params = { path: { evaluation } };
  const [achievement, answers, roster, attendance, selfAssessment] = await Promise.all([
    gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/achievement', { params })),
    gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/discrepancy-answers', { params })),
    gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/roster', { params })),
    gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/attendance', { params })),
    gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/self-assessment', { params })),
  ]);
  const declared = Boolean(achievement?.inputs?.declaredVersion);
  const explained = new Set((answers?.answers ?? []).map(discrepancyKey));
  return {
    declared,
    roster: roster !== null,
    attendance: attendance !== null,
    selfAssessment: selfAssessment !== null,
    unexplained: declared ? (achievement?.discrepancies ?? []).filter((one) => !explained.has(discrepancyKey(one))).length : 0,
  };
}

async function prepared(evaluation: string): Promise<Given> {
  const params = { path: { evaluation } };
  const [notice, questionnaire] = await Promise.all([
    gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/preparation-notice', { params })),
    gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/questionnaire', { params })),
  ]);
  return { noticed: notice !== null, surveyed: questionnaire !== null };
}

async function answered(evaluation: string): Promise<Given> {
  const feedback = await gotOrNone(report.GET('/v1/evaluations/{evaluation}/feedback', { params: { path: { evaluation } } }));
  const from = portal.toUpperCase();
  return { answered: portal === 'third-party' ? Boolean(feedback?.onSite) : (feedback?.draft ?? []).some((one) => one.from === from) };
}
