import { useQueries } from '@tanstack/react-query';
import { gotOrNone, ProblemError, scoring } from '../api/client';

/** What a score can rest on, as a sheet names it, with how people call it. */
export interface Citable {
  value: string;
  label: string;
}

/** Whoever may not see a kind of evidence has none of it to cite. */
async function ifAllowed(asked: Promise<Citable[]>): Promise<Citable[]> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof ProblemError && failure.status === 403) return [];
    throw failure;
  }
}

/** Everything that a sheet of the party may cite in this round; of fieldwork its own. */
export function useCitable(evaluation: string, party: string | undefined, enabled: boolean): Citable[] {
  const params = { path: { evaluation } };
  const isOwn = (found: { party: string }) => found.party === party;
  const sources: [string, () => Promise<Citable[]>][] = [
    [
      'preparation-notice',
      async () =>
        (await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/preparation-notice', { params }))) ? [{ value: 'preparation-notice', label: '评估通知及材料清单' }] : [],
    ],
    [
      'visit-plan',
      async () => ((await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/visit-plan', { params }))) ? [{ value: 'visit-plan', label: '走访安排' }] : []),
    ],
    [
      'self-assessment',
      async () =>
        (await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/self-assessment', { params }))) ? [{ value: 'self-assessment', label: '承办方自评' }] : [],
    ],
    [
      'satisfaction',
      async () => ((await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/satisfaction', { params }))) ? [{ value: 'satisfaction', label: '满意度调查' }] : []),
    ],
    [
      'site-checks',
      async () =>
        ((await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/site-checks', { params })))?.siteChecks ?? []).filter(isOwn).map((one) => ({
          value: `site-check:${one.site}`,
          label: `现场检查 ${one.site}`,
        })),
    ],
    [
      'samples',
      async () =>
        ((await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/samples', { params })))?.samples ?? []).filter(isOwn).flatMap((one) => [
          { value: `sample:${one.sample}`, label: `抽样 ${one.title}` },
          ...one.files
            .filter((file) => file.outcome)
            .map((file) => ({ value: `file-check:${one.sample}/${file.position}`, label: `抽样 ${one.title}：第 ${file.position} 份 ${file.file}` })),
        ]),
    ],
    [
      'interviews',
      async () =>
        ((await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/interviews', { params })))?.interviews ?? []).filter(isOwn).map((one) => ({
          value: `interview:${one.number}`,
          label: `访谈 ${one.number}`,
        })),
    ],
    [
      'attachments',
      async () =>
        ((await gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/attachments', { params })))?.attachments ?? []).map((one) => ({
          value: `attachment:${one.digest}`,
          label: `附件 ${one.name}`,
        })),
    ],
  ];
  const found = useQueries({
    queries: sources.map(([kind, ask]) => ({ queryKey: ['citable', evaluation, kind], enabled, queryFn: () => ifAllowed(ask()) })),
  });
  return found.flatMap((one) => one.data ?? []);
}
