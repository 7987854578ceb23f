/** What is computed of a team, by figure. */
export const STAFFING: Record<string, string> = {
  'staffing:headcount': '在岗人数',
  'staffing:certified-rate': '持证率',
  'staffing:experienced-rate': '有经验人数占比',
  'staffing:retention': '稳岗率',
  'staffing:retention:TURNOVER': '稳岗率（按离职人数）',
  'staffing:retention:ON_DUTY': '稳岗率（按在岗人月）',
  'staffing:retention:CERTIFIED_ON_DUTY': '稳岗率（按持证在岗人月）',
};

interface Named {
  code: string;
  name: string;
}

/** The figures that a text may state, as they are kept and as people call them. */
export const subjectsOf = (indicators: Named[]): { value: string; label: string }[] => [
  ...indicators.flatMap((one) => [
    { value: `indicator:${one.code}`, label: `${one.name}完成量` },
    { value: `indicator:${one.code}:rate`, label: `${one.name}完成率` },
  ]),
  { value: 'indicators:exceeded', label: '超额完成的指标数' },
  ...Object.entries(STAFFING).map(([value, label]) => ({ value, label })),
];

/** What stands behind a figure: a rate is told in per cent. */
export const unitOf = (subject: string) => (/^indicator:.*:rate$|^staffing:(?!headcount)/.test(subject) ? '%' : '');

/** A text with the figures that it names by their codes called as people call them. */
export const spoken = (text: string, indicators: Named[], areas: Named[]): string =>
  text.replace(/\b(?:indicator|staffing):[\w:-]+/g, (subject) => {
    const [, code = '', area] = subject.split(':');
    const name = STAFFING[subject] ?? indicators.find((one) => one.code === code)?.name;
    if (!name) return subject;
    const where = areas.find((one) => one.code === area)?.name ?? (area === 'rate' ? '完成率' : '');
    return subject.startsWith('indicator:') && where ? `${name}（${where}）` : name;
  });

/** A row of the indicators' table in words: {@code indicator:home-visits}, or {@code indicator:home-visits:A1} of an area. */
export function rowOf(subject: string, names: Map<string, { name: string }>, areas: Map<string, string>) {
  const [, code = '', area] = subject.split(':');
  const name = names.get(code)?.name ?? code;
  return area ? `${name}（${areas.get(area) ?? area}）` : name;
}

/** What tells one discrepancy from another; an answer names the same. */
export const discrepancyKey = (one: { rule: string; subject: string; left: string; right: string }) =>
  [one.rule, one.subject, one.left, one.right].join('|');
