import { Tabs } from 'antd';
import { portal } from '../api/client';
import type { PartProps } from '../evaluation/EvaluationPage';
import { Interviews } from './Interviews';
import { Notice } from './Notice';
import { Questionnaire } from './Questionnaire';
import { Samples } from './Samples';
import { SiteChecks } from './SiteChecks';
import { VisitPlan } from './VisitPlan';

/** What is prepared and found on site: written by the third party, evidence for everybody on the panel. */
export default function FieldworkPart({ evaluation }: PartProps) {
  const open = portal === 'third-party' && (evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING');
  const given = { evaluation: evaluation.code, open };
  return (
    <Tabs
      tabPosition="top"
      items={[
        { key: 'notice', label: '评估通知', children: <Notice {...given} /> },
        { key: 'plan', label: '实地安排', children: <VisitPlan {...given} /> },
        { key: 'sites', label: '场地检查', children: <SiteChecks {...given} /> },
        { key: 'samples', label: '档案抽样', children: <Samples {...given} /> },
        { key: 'interviews', label: '访谈与电话', children: <Interviews {...given} /> },
        { key: 'questionnaire', label: '满意度问卷', children: <Questionnaire {...given} open={open && evaluation.phase === 'PREPARING'} /> },
      ]}
    />
  );
}
