import type { Given } from './given';

/** An evaluation as the work list tells it. */
export interface WorkItem extends Given {
  evaluation: string;
  district: string;
  station: string;
  title: string;
  stage: string;
  phase: string;
  onSite?: string | null;
  reportDate?: string | null;
  seat?: Seat | null;
  undecided?: string[];
  /** What the board tells the bureau of it. */
  alert?: Alert;
}

export interface Seat {
  evaluator: string;
  party: string;
  lead: boolean;
  pledged: boolean;
  sheet: 'NONE' | 'DRAFT' | 'SUBMITTED';
  /** Of its sheet: how many are scored, and how many there are; 0 before the rubric is pinned. */
  scored: number;
  items: number;
  /** Whether there are findings of its party, which the lead submits; null for everybody else. */
  findings?: boolean | null;
  /** Whether an upheld objection lets it correct its sheet, which it has not yet done. */
  reopened?: boolean;
  /** Whether a sheet that somebody else of its party typed in from paper waits to be compared. */
  toCompare?: boolean;
  dueAt?: string | null;
  overdue: boolean;
  partySubmitted: boolean;
}

/** Until when its party has to submit; nothing once it has. */
export const dueOf = (seat: Seat | null | undefined) => (seat?.partySubmitted ? undefined : seat?.dueAt);

export interface Task {
  what: string;
  part: string;
  urgent: boolean;
}

const due = (what: string, part: string): Task => ({ what, part, urgent: true });
const rest = (what: string, part: string): Task => ({ what, part, urgent: false });

/** What the board alerts the bureau to; of several alerts of a round the first one here counts. */
export const ALERTS = ['OVERDUE', 'REPORT_LATE', 'NOT_ISSUED'] as const;
type Alert = (typeof ALERTS)[number];

/** What waits for the operator, whatever the phase. */
const OF_OPERATOR: Record<string, Task> = {
  HEARING: due('有一票否决事项，请准备陈述', 'veto'),
};

/** What waits for the bureau. */
const UNDECIDED: Record<string, Task> = {
  RECUSAL: due('裁定回避申请', 'progress'),
  VETO: due('办理一票否决事项', 'veto'),
  OBJECTION: due('裁定异议', 'feedback'),
  APPEAL: due('裁定申诉', 'appeal'),
  REEVALUATION: due('申诉成立，开启重新评估', 'appeal'),
  REMEDIATION: due('核实整改', 'remediation'),
  PANEL: due('公布评估团队', 'panel'),
  RUBRIC: due('选定评估指标', 'panel'),
  FREEZE: due('评委均已承诺，可以冻结数据并开始评分', 'progress'),
};

/** The next thing that the account has to do in an evaluation, and where. */
export function taskOf(item: WorkItem, portal: string): Task {
  if (item.phase === 'CANCELLED') return rest('本次评估已取消', 'overview');
  if (portal === 'bureau') return bureausTask(item);
  if (portal === 'operator') return operatorsTask(item);
  return item.seat ? evaluatorsTask(item, item.seat) : rest('查看', 'overview');
}

function bureausTask(item: WorkItem): Task {
  const undecided = UNDECIDED[item.undecided?.[0] ?? ''];
  if (undecided) return undecided;
  const next = bureausNext(item.phase);
  switch (item.alert) {
    case 'OVERDUE':
      return due('有一方评分逾期，请延期或提醒对方', 'progress');
    case 'REPORT_LATE':
      return due(`报告日期已过：${next.what}`, next.part);
    case 'NOT_ISSUED':
      return due('签发报告', 'report');
    case undefined:
      return next;
  }
}

function bureausNext(phase: string): Task {
  switch (phase) {
    case 'PREPARING':
      return rest('等待承办方填报、评委签署承诺书', 'progress');
    case 'SCORING':
      return rest('四方评分中，查看进度', 'progress');
    case 'FEEDBACK':
      return due('征求意见中，收齐后办结评估', 'feedback');
    default:
      return rest('查看报告', 'report');
  }
}

function operatorsTask(item: WorkItem): Task {
  const first = OF_OPERATOR[item.undecided?.[0] ?? ''];
  if (first) return first;
  switch (item.phase) {
    case 'PREPARING':
      return operatorsNext(item);
    case 'SCORING':
      return rest('四方评分中', 'overview');
    case 'FEEDBACK':
      return item.answered ? rest('意见已提交，等待办结', 'feedback') : due('阅读报告初稿，提出意见', 'feedback');
    default:
      return item.undecided?.includes('REMEDIATION') ? due('落实整改', 'remediation') : rest('查看结果和报告', 'outcome');
  }
}

/** In the order in which it is handed in. */
function operatorsNext(item: WorkItem): Task {
  if (!item.declared) return due('填报完成情况', 'declare');
  if (item.unexplained) return due(`有 ${item.unexplained} 处数据不一致等您说明`, 'evidence');
  if (!item.roster) return due('填报人员名册', 'declare');
  if (!item.attendance) return due('填报考勤', 'declare');
  if (!item.selfAssessment) return due('提交自评', 'self');
  return rest('材料已报，数据冻结前仍可修改', 'declare');
}

/** The third party's lead sees to what is prepared for everybody. */
function preparersTask(item: WorkItem): Task {
  if (item.noticed === false) return due('发出评估通知，登记走访安排', 'fieldwork');
  if (item.surveyed === false) return due('建立满意度问卷', 'fieldwork');
  return rest('等待区民政局冻结数据', 'evidence');
}

/** In the order in which it is done: pledge, sheet, and the party's findings and the lead's submission. */
function evaluatorsTask(item: WorkItem, seat: Seat): Task {
  if (item.phase === 'FEEDBACK' && seat.reopened) return due('异议成立，更正本人的评分', 'amendment');
  if (item.phase === 'FEEDBACK' && item.answered === false)
    return seat.party === 'THIRD_PARTY' ? due('登记承办方的现场反馈', 'feedback') : due('阅读报告初稿，提出意见', 'feedback');
  if (item.phase === 'FEEDBACK') return rest('四方已提交，征求意见中', 'feedback');
  if (item.phase === 'CLOSED') return rest('查看结果和报告', 'report');
  if (seat.partySubmitted) return rest('本方已提交，等待其他方', seat.pledged ? 'sheet' : 'overview');
  if (!seat.pledged) return due('签署廉洁责任承诺书', 'pledge');
  if (item.phase === 'PREPARING') return preparersTask(item);
  if (seat.sheet === 'NONE') return due(`开始评分：共 ${seat.items} 项`, 'sheet');
  // One's own draft may be what somebody typed in from one's paper.
  if (seat.toCompare) return due('核对录入的纸质评分表', 'paper');
  if (seat.sheet === 'DRAFT')
    return due(seat.scored < seat.items ? `继续评分：已评 ${seat.scored} / ${seat.items} 项` : `${seat.items} 项已评完，请提交评分表`, 'sheet');
  if (!seat.lead) return rest('已提交评分表，等待本方组长', 'sheet');
  return seat.findings ? due('核对本方评分并提交', 'party') : due('填写评估发现，然后提交本方评分', 'findings');
}
