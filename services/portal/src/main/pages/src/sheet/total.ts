import { figure, numeral } from '../app/words';
import type { RubricItem } from './rubric';

interface Scored {
  item: string;
  score: string;
}

/** The sum of a sheet as far as it is filled in, beside the most it could be: "46.5 / 100". */
export function totalOf(items: RubricItem[], lines: Scored[]): string {
  const scores = new Map(lines.map((line) => [line.item, line.score]));
  const sum = (each: typeof points) => items.reduce((total, item) => total + each(item, scores.get(item.code) ?? ''), 0);
  return `${printed(sum(points))} / ${printed(sum(most))}`;
}

/** Deductions are taken off, and vetoes are no points. */
function points(item: RubricItem, score: string) {
  if (!isNumber(score) || item.kind === 'VETO') return 0;
  return item.kind === 'DEDUCTION' ? -Number(score) : Number(score);
}

/** Nothing where an item does not apply, and nothing beyond the regular items. */
const most = (item: RubricItem, score: string) => (item.kind === 'REGULAR' && score !== 'NA' ? Number(item.max) : 0);

/** A score as it is read. */
export const scored = (score: string) => (score === 'NA' ? '不适用' : score || '—');

export const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);

/** A score as it is typed; a Chinese keyboard's digits and points are the same ones. */
export const typed = (text: string) => numeral(text).replace(/[^\d.]/g, '');

/** What is wrong with a score as it is typed; empty where nothing is, or nothing is typed. */
export function faultOf(item: RubricItem | undefined, score: string, step: string): string {
  if (!item || score === '' || score === 'NA') return '';
  if (!isNumber(score)) return `“${score}”不是数字`;
  if (Number(score) > Number(item.max)) return `满分 ${figure(item.max)} 分`;
  const steps = Number(score) / Number(step);
  return step && Math.abs(steps - Math.round(steps)) > 1e-6 ? `评分以 ${figure(step)} 分为单位` : '';
}

/** Scores have four decimals at most; what binary fractions leave behind them is cut off. */
const printed = (sum: number) => figure(Number(sum.toFixed(4)));
