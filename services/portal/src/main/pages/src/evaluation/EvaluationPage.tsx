import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Skeleton, Tabs } from 'antd';
import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react';
import { got, portal, scoring } from '../api/client';
import { Asked, Nothing } from '../app/states';
import { useTitle } from '../app/title';
import { day, phase, stage } from '../app/words';
import type { Seat } from '../worklist/task';
import { useSeat } from './seat';

/** What every part of an evaluation is given. */
export interface PartProps {
  evaluation: Evaluation;
  seat: Seat | null;
}

export type Evaluation = Awaited<ReturnType<typeof askEvaluation>>;

const askEvaluation = (evaluation: string) =>
  got(scoring.GET('/v1/evaluations/{evaluation}', { params: { path: { evaluation } } }));

export const useEvaluation = (code: string) =>
  useQuery({
    queryKey: ['evaluation', code],
    queryFn: () => askEvaluation(code),
    refetchInterval: 15_000,
  });

type Part = LazyExoticComponent<ComponentType<PartProps>>;

const part = (load: () => Promise<{ default: ComponentType<PartProps> }>): Part => lazy(load);

/** What there is, for whom, and in which phases where it has no meaning in others. */
const PARTS: Record<string, { title: string; of: string; show: Part; in?: string[] }> = {
  overview: { title: '概况', of: 'all', show: part(() => import('./OverviewPart')) },
  pledge: { title: '承诺书', of: 'evaluators', show: part(() => import('./PledgePart')) },
  panel: { title: '评估团队', of: 'bureau', show: part(() => import('../bureau/PanelPart')) },
  team: { title: '评估团队', of: 'operator', show: part(() => import('../operator/TeamPart')) },
  progress: { title: '进度', of: 'bureau', show: part(() => import('../bureau/ProgressPart')) },
  declare: { title: '填报', of: 'operator', show: part(() => import('../operator/DeclarePart')) },
  self: { title: '自评', of: 'operator', show: part(() => import('../operator/SelfAssessmentPart')) },
  evidence: { title: '评估依据', of: 'all', show: part(() => import('../evidence/EvidencePart')) },
  attachments: { title: '附件', of: 'all', show: part(() => import('../attachment/AttachmentPart')) },
  fieldwork: { title: '实地评估', of: 'not-operator', show: part(() => import('../fieldwork/FieldworkPart')) },
  calibration: { title: '试评', of: 'evaluators', in: ['PREPARING'], show: part(() => import('../calibration/CalibrationPart')) },
  paper: { title: '纸质评分表', of: 'evaluators', in: ['SCORING'], show: part(() => import('../paper/PaperPart')) },
  sheet: { title: '评分表', of: 'evaluators', show: part(() => import('../sheet/SheetPart')) },
  findings: { title: '评估发现', of: 'evaluators', show: part(() => import('../sheet/FindingsPart')) },
  party: { title: '本方提交', of: 'leads', show: part(() => import('../sheet/PartyPart')) },
  amendment: { title: '更正', of: 'not-operator', in: ['FEEDBACK', 'CLOSED'], show: part(() => import('../sheet/AmendmentPart')) },
  outcome: { title: '结果', of: 'operator', in: ['CLOSED'], show: part(() => import('../operator/OutcomePart')) },
  result: { title: '结果', of: 'not-operator', show: part(() => import('./ResultPart')) },
  feedback: { title: '意见', of: 'all', show: part(() => import('../report/FeedbackPart')) },
  report: { title: '报告', of: 'all', show: part(() => import('../report/ReportPart')) },
  remediation: { title: '整改', of: 'not-evaluators', show: part(() => import('../operator/RemediationPart')) },
  claims: { title: '文中数据', of: 'bureau', show: part(() => import('../claim/ClaimPart')) },
  veto: { title: '一票否决', of: 'bureau-and-operator', show: part(() => import('../veto/VetoPart')) },
  appeal: { title: '申诉', of: 'bureau-and-operator', in: ['CLOSED'], show: part(() => import('../appeal/AppealPart')) },
  history: { title: '记录', of: 'all', show: part(() => import('./HistoryPart')) },
};

function isShown(of: string, seat: Seat | null): boolean {
  const evaluator = portal !== 'bureau' && portal !== 'operator';
  switch (of) {
    case 'all':
      return true;
    case 'evaluators':
      return evaluator && seat !== null;
    case 'leads':
      return seat?.lead ?? false;
    case 'bureau-and-operator':
      return !evaluator;
    case 'not-operator':
      return portal !== 'operator';
    case 'not-evaluators':
      return !evaluator || portal === 'purchaser' || portal === 'supervisor';
    default:
      return portal === of;
  }
}

/** One evaluation: a part of it at a time, each with an address of its own. */
export function EvaluationPage() {
  const { evaluation: code = '', part: open = 'overview' } = useParams({ strict: false }) as Record<string, string>;
  const navigate = useNavigate();
  const evaluation = useEvaluation(code);
  const seat = useSeat(code);
  useTitle([PARTS[open]?.title, evaluation.data?.title ?? ''].filter(Boolean).join(' · '));
  return (
    <Asked query={evaluation}>
      {(found) => (
        <Asked query={seat}>
          {(own) => {
            const shown = Object.entries(PARTS).filter(([, each]) => isShown(each.of, own) && (each.in?.includes(found.phase) ?? true));
            const Shown = shown.find(([key]) => key === open)?.[1].show;
            return (
              <>
                <div className="head">
                  <h1>{found.title}</h1>
                  <span className="mark" data-testid="phase">
                    {phase(found.phase)}
                  </span>
                  <p>
                    {stage(found.stage)}评估 · 证据期间 {day(found.evidence?.from)}至
                    {day(found.evidence?.to)}
                  </p>
                </div>
                <Tabs
                  activeKey={open}
                  onChange={(key) => void navigate({ to: `/evaluations/${code}/${key}` })}
                  items={shown.map(([key, each]) => ({ key, label: each.title }))}
                />
                <Suspense fallback={<Skeleton active aria-label="正在加载" />}>
                  {Shown ? <Shown evaluation={found} seat={own} /> : <Nothing>{open in PARTS ? '这一部分现在不对您开放' : '没有这个页面'}</Nothing>}
                </Suspense>
              </>
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}
