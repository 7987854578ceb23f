import dayjs from 'dayjs';
import { gotOrNone, got, indicator, staffing } from '../api/client';
import type { Over } from '../api/over';
import type { Column, Row } from '../app/Grid';
import { rowsOf } from '../app/Grid';
import { choices } from '../app/words';
import type { Evaluation } from '../evaluation/EvaluationPage';

/** What the agreement names: rows refer to it. */
export interface Agreed {
  indicators: { code: string; name: string }[];
  areas: { code: string; name: string }[];
  targets: { indicator: string; area?: string | null }[];
}

const named = (list: { code: string; name: string }[]) => list.map((one) => ({ value: one.code, label: one.name }));

const areaOf = (agreed: Agreed): Column => ({ key: 'area', title: '片区', kind: 'choice', optional: true, choices: named(agreed.areas) });

/** A document that the operator hands in as rows. */
export interface HandedIn {
  key: string;
  /** Where its rows stand in it. */
  at: string;
  title: string;
  hint: string;
  columns: (agreed: Agreed) => Column[];
  /** The rows that are expected, for an empty document. */
  expected?: (agreed: Agreed) => Row[];
  /** What an empty document begins with; none of it is handed in before it is saved. */
  begin?: (evaluation: Evaluation) => Promise<Row[]>;
  read: (evaluation: string) => Promise<Kept>;
  write: (evaluation: string, rows: object[], header: Over) => Promise<unknown>;
}

/** A document as rows; none and no version where nothing is handed in. */
export interface Kept {
  rows: Row[];
  version: number | undefined;
}

const keptOf = (found: { version: number } | null, rows: object[] | undefined): Kept => ({ rows: rowsOf(rows), version: found?.version });

/** The months of a round's evidence, in order. */
function monthsOf({ evidence }: Evaluation): string[] {
  const first = dayjs(evidence.from);
  const count = dayjs(evidence.to).diff(first, 'month') + 1;
  return Array.from({ length: count }, (_, month) => first.add(month, 'month').format('YYYY-MM'));
}

const isEmployed = ({ joined, left }: Row, month: string) =>
  String(joined ?? '').slice(0, 7) <= month && (!left || String(left).slice(0, 7) >= month);

const readRoster = async (evaluation: string) => {
  const found = await gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/roster', { params: path(evaluation) }));
  return keptOf(found, found?.workers);
};

const path = (evaluation: string) => ({ path: { evaluation } });

export const HANDED_IN: HandedIn[] = [
  {
    key: 'declared-figures',
    at: '/figures',
    title: '申报完成量',
    hint: '每个指标的站点合计一行；分片区的指标每片区再各一行。',
    columns: (agreed) => [
      { key: 'indicator', title: '指标', kind: 'choice', width: 220, choices: named(agreed.indicators) },
      areaOf(agreed),
      { key: 'completed', title: '完成量', kind: 'number' },
    ],
    expected: (agreed) => agreed.targets.map((target) => ({ indicator: target.indicator, area: target.area ?? '' })),
    read: async (evaluation) => {
      const found = await gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/declared-figures', { params: path(evaluation) }));
      return keptOf(found, found?.figures);
    },
    write: (evaluation, figures, header) =>
      got(indicator.PUT('/v1/evaluations/{evaluation}/declared-figures', { params: { ...path(evaluation), header }, body: { figures } })),
  },
  {
    key: 'resources',
    at: '/resources',
    title: '链接资源',
    hint: '捐赠的款项和物资，按元计。',
    columns: (agreed) => [
      { key: 'on', title: '日期', kind: 'date', width: 150 },
      { key: 'provider', title: '来源', width: 180 },
      { key: 'kind', title: '类别', kind: 'choice', choices: choices({ CASH: '款项', IN_KIND: '物资' }) },
      { key: 'value', title: '价值（元）', kind: 'number' },
      areaOf(agreed),
      { key: 'purpose', title: '用途', width: 180 },
    ],
    read: async (evaluation) => {
      const found = await gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/resources', { params: path(evaluation) }));
      return keptOf(found, found?.resources);
    },
    write: (evaluation, resources, header) =>
      got(indicator.PUT('/v1/evaluations/{evaluation}/resources', { params: { ...path(evaluation), header }, body: { resources } })),
  },
  {
    key: 'roster',
    at: '/workers',
    title: '人员名册',
    hint: '人员以编号表示，不填姓名。',
    columns: (agreed) => [
      { key: 'worker', title: '编号', width: 90 },
      { key: 'position', title: '岗位' },
      areaOf(agreed),
      {
        key: 'certificate',
        title: '证书',
        kind: 'choice',
        choices: choices({ NONE: '无', ASSISTANT: '助理', INTERMEDIATE: '中级', SENIOR: '高级' }),
      },
      { key: 'joined', title: '入职', kind: 'date', width: 150 },
      { key: 'contractTo', title: '合同至', kind: 'date', optional: true, width: 150 },
      { key: 'left', title: '最后工作日', kind: 'date', optional: true, width: 150 },
      {
        key: 'departure',
        title: '离职去向',
        kind: 'choice',
        optional: true,
        choices: choices({
          HANDOVER: '随站点交接留任',
          MOVED_WITHIN_SECTOR: '行业内流动',
          LEFT_SECTOR: '离开行业',
          DISMISSED: '辞退',
          RETIRED: '退休',
        }),
      },
      { key: 'practiceSince', title: '从业起始', kind: 'date', optional: true, width: 150 },
      { key: 'note', title: '备注', optional: true, width: 180 },
    ],
    read: readRoster,
    write: (evaluation, workers, header) =>
      got(staffing.PUT('/v1/evaluations/{evaluation}/roster', { params: { ...path(evaluation), header }, body: { workers } })),
  },
  {
    key: 'attendance',
    at: '/months',
    title: '逐月考勤',
    hint: '每人每月一行；还没有填报时，按人员名册列出证据期间在职的人，逐月勾选。',
    columns: () => [
      { key: 'worker', title: '编号', width: 90 },
      { key: 'month', title: '月份', kind: 'month', width: 150 },
      { key: 'present', title: '在岗', kind: 'flag' },
      { key: 'insured', title: '参保', kind: 'flag' },
      { key: 'paid', title: '发薪', kind: 'flag' },
    ],
    begin: async (evaluation) =>
      (await readRoster(evaluation.code)).rows.flatMap((worker) =>
        monthsOf(evaluation)
          .filter((month) => isEmployed(worker, month))
          .map((month) => ({ worker: worker['worker'], month, present: false, insured: false, paid: false })),
      ),
    read: async (evaluation) => {
      const found = await gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/attendance', { params: path(evaluation) }));
      return keptOf(found, found?.months);
    },
    write: (evaluation, months, header) =>
      got(staffing.PUT('/v1/evaluations/{evaluation}/attendance', { params: { ...path(evaluation), header }, body: { months } })),
  },
  {
    key: 'training',
    at: '/sessions',
    title: '培训与督导',
    hint: '证据期间举办的每一场。',
    columns: () => [
      { key: 'on', title: '日期', kind: 'date', width: 150 },
      { key: 'kind', title: '类别', kind: 'choice', choices: choices({ TRAINING: '培训', SUPERVISION: '督导' }) },
      { key: 'title', title: '主题', width: 220 },
      { key: 'hours', title: '学时', kind: 'number', width: 90 },
      { key: 'attendees', title: '人数', kind: 'number', width: 90 },
    ],
    read: async (evaluation) => {
      const found = await gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/training', { params: path(evaluation) }));
      return keptOf(found, found?.sessions);
    },
    write: (evaluation, sessions, header) =>
      got(
        staffing.PUT('/v1/evaluations/{evaluation}/training', {
          params: { ...path(evaluation), header },
          body: { sessions: sessions.map((one) => ({ ...one, attendees: Number((one as { attendees?: string }).attendees) })) },
        }),
      ),
  },
];
