import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

export const PORTALS = {
  'third-party': '第三方评估',
  'supervisory-center': '督导中心',
  purchaser: '购买方',
  supervisor: '监督方',
  operator: '承办方',
  bureau: '区民政局',
} as const;
export type PortalName = keyof typeof PORTALS;

export const PARTIES = {
  THIRD_PARTY: '第三方',
  SUPERVISORY_CENTER: '督导中心',
  PURCHASER: '购买方',
  SUPERVISOR: '监督方',
} as const;
export type Party = keyof typeof PARTIES;
export const party = (code: string) => PARTIES[code as Party] ?? code;

/** A portal's party; bureau and operator have none. */
export const partyOf = (portal: string): Party | undefined => {
  const name = portal.toUpperCase().replaceAll('-', '_');
  return name in PARTIES ? (name as Party) : undefined;
};

/** Roles that the bureau gives at a station. */
export const ROLES: Record<string, string> = {
  operator: '承办方',
  'third-party': '第三方评估',
  'supervisory-center': '督导中心',
  purchaser: '购买方',
  supervisor: '监督方',
};

export const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

/** Who speaks of a draft. */
export const VOICES: Record<string, string> = { OPERATOR: '承办方', PURCHASER: '购买方', SUPERVISOR: '监督方', ON_SITE: '现场反馈' };

/** What has become of a concern. */
export const CONCERN_STATES: Record<string, string> = {
  OPEN: '待整改',
  PLANNED: '已定措施',
  UNDER_WAY: '整改中',
  DONE: '已整改，待核实',
  RETURNED: '核实未通过',
  ACCEPTED: '已核实',
};

const PHASES: Record<string, string> = {
  PREPARING: '准备证据',
  SCORING: '评分中',
  FEEDBACK: '征求意见',
  CLOSED: '已办结',
  CANCELLED: '已取消',
};
export const phase = (code: string) => PHASES[code] ?? code;
export const stage = (code: string) => ({ MIDTERM: '中期', FINAL: '末期' })[code] ?? code;

/** Chapters of the report that findings go into, with the party that writes each. */
export const CHAPTERS: Record<string, { title: string; author: Party }> = {
  PROJECT_MANAGEMENT: { title: '项目管理', author: 'THIRD_PARTY' },
  SERVICE_DELIVERY: { title: '服务开展', author: 'THIRD_PARTY' },
  SERVICE_MONITORING: { title: '服务监测', author: 'THIRD_PARTY' },
  SERVICE_OUTCOMES: { title: '服务成效', author: 'THIRD_PARTY' },
  SUPERVISORY_CENTER: { title: '督导中心评估', author: 'SUPERVISORY_CENTER' },
  PURCHASER: { title: '购买方评价', author: 'PURCHASER' },
  SUPERVISOR: { title: '监督方评价', author: 'SUPERVISOR' },
};

/** 2024年6月20日 */
export const day = (text: string | null | undefined) => (text ? dayjs(text).format('YYYY年M月D日') : '—');
/** 2024年6月 */
export const month = (text: string | null | undefined) => (text ? dayjs(text).format('YYYY年M月') : '—');
/** Clocks of the place where the evaluations are, whatever the machine says: 2024年6月20日 14:05 */
export const moment = (text: string | null | undefined) => (text ? dayjs(text).tz(HERE).format('YYYY年M月D日 HH:mm') : '—');
export const HERE = 'Asia/Shanghai';

/** How a day, a month and a moment are written. */
export const EXAMPLES = { date: '2024-12-31', month: '2024-12', 'datetime-local': '2024-12-31 17:30' };

/** 2024/6/1, 2024年6月1日 and 20240601 as they are kept: 2024-06-01; without a day 2024-06. */
export const dated = (text: string) =>
  text.normalize('NFKC').replace(/^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|(\d{2})(\d{2})?)$/, (_, ...parts: unknown[]) =>
    parts
      .slice(0, 5)
      .filter((part) => typeof part === 'string')
      .map((part) => part.padStart(2, '0'))
      .join('-'),
  );

/** 9:00 and 09：00 as they are kept: 09:00. */
export const timed = (text: string) => text.normalize('NFKC').trim().replace(/^\d:/, '0$&');

/** 1,200 and １，２００ as they are kept: 1200. What is no number stays as it is, for whoever refuses it. */
export function numeral(text: string): string {
  const plain = text.normalize('NFKC').replaceAll('。', '.').replaceAll('、', ',').replace(/\s/g, '');
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
}

const apart = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

/** Codes and words that are written one after the other, however they are separated. */
export const listed = (text: string) => apart(text, /[、,，;；|\n]/);

/** The same of names, which may hold a comma, and anything in brackets. */
export const namesIn = (text: string) => apart(text, /[、|\n](?![^（(]*[）)])/);

/** How far away an instant is, as people say it. */
export function until(text: string, now = dayjs()): string {
  const minutes = dayjs(text).diff(now, 'minute');
  const passed = minutes < 0;
  const size = Math.abs(minutes);
  const words =
    size < 60 ? `${size} 分钟` : size < 60 * 48 ? `${Math.floor(size / 60)} 小时` : `${Math.floor(size / 1440)} 天`;
  return passed ? `已逾期 ${words}` : `还剩 ${words}`;
}

/** A decimal with thousands separated; its digits stay as they came. */
export function figure(text: string | number | null | undefined): string {
  if (text === null || text === undefined || text === '') return '—';
  const [whole = '', decimals] = String(text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
