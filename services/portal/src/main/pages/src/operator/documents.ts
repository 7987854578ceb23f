import { gotOrNone, got, indicator, staffing } from '../api/client';
import type { Column, Row } from '../app/Grid';
import { rowsOf } from '../app/Grid';
import { choices } from '../app/words';

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
  title: string;
  hint: string;
  columns: (agreed: Agreed) => Column[];
  /** The rows that are expected, for an empty document. */
  expected?: (agreed: Agreed) => Row[];
  read: (evaluation: string) => Promise<Row[]>;
  write: (evaluation: string, rows: object[]) => Promise<unknown>;
}

const path = (evaluation: string) => ({ path: { evaluation } });

export const HANDED_IN: HandedIn[] = [
  {
    key: 'declared-figures',
    title: '申报完成量',
    hint: '每个指标的站点合计一行；分片区的指标每片区再各一行。',
    columns: (agreed) => [
      { key: 'indicator', title: '指标', kind: 'choice', width: 220, choices: named(agreed.indicators) },
      areaOf(agreed),
      { key: 'completed', title: '完成量', kind: 'number' },
    ],
    expected: (agreed) => agreed.targets.map((target) => ({ indicator: target.indicator, area: target.area ?? '' })),
    read: async (evaluation) =>
      rowsOf((await gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/declared-figures', { params: path(evaluation) })))?.figures),
    write: (evaluation, figures) =>
      got(indicator.PUT('/v1/evaluations/{evaluation}/declared-figures', { params: path(evaluation), body: { figures } })),
  },
  {
    key: 'resources',
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
    read: async (evaluation) =>
      rowsOf((await gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/resources', { params: path(evaluation) })))?.resources),
    write: (evaluation, resources) =>
      got(indicator.PUT('/v1/evaluations/{evaluation}/resources', { params: path(evaluation), body: { resources } })),
  },
  {
    key: 'roster',
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
    read: async (evaluation) =>
      rowsOf((await gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/roster', { params: path(evaluation) })))?.workers),
    write: (evaluation, workers) =>
      got(staffing.PUT('/v1/evaluations/{evaluation}/roster', { params: path(evaluation), body: { workers } })),
  },
  {
    key: 'attendance',
    title: '逐月考勤',
    hint: '每人每月一行。',
    columns: () => [
      { key: 'worker', title: '编号', width: 90 },
      { key: 'month', title: '月份', kind: 'month', width: 150 },
      { key: 'present', title: '在岗', kind: 'flag' },
      { key: 'insured', title: '参保', kind: 'flag' },
      { key: 'paid', title: '发薪', kind: 'flag' },
    ],
    read: async (evaluation) =>
      rowsOf((await gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/attendance', { params: path(evaluation) })))?.months),
    write: (evaluation, months) =>
      got(staffing.PUT('/v1/evaluations/{evaluation}/attendance', { params: path(evaluation), body: { months } })),
  },
  {
    key: 'training',
    title: '培训与督导',
    hint: '评估期间举办的每一场。',
    columns: () => [
      { key: 'on', title: '日期', kind: 'date', width: 150 },
      { key: 'kind', title: '类别', kind: 'choice', choices: choices({ TRAINING: '培训', SUPERVISION: '督导' }) },
      { key: 'title', title: '主题', width: 220 },
      { key: 'hours', title: '学时', kind: 'number', width: 90 },
      { key: 'attendees', title: '人数', kind: 'number', width: 90 },
    ],
    read: async (evaluation) =>
      rowsOf((await gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/training', { params: path(evaluation) })))?.sessions),
    write: (evaluation, sessions) =>
      got(
        staffing.PUT('/v1/evaluations/{evaluation}/training', {
          params: path(evaluation),
          body: { sessions: sessions.map((one) => ({ ...one, attendees: Number((one as { attendees?: string }).attendees) })) },
        }),
      ),
  },
];
