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
export default function FieldworkPart({ evaluation, seat }: PartProps) {
  const mine = portal === 'third-party' && seat?.pledged === true;
  const open = mine && (evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING');
  // The lead speaks for the party; what is found on site every member writes down, until the party has submitted.
  const leads = { evaluation: evaluation.code, open: open && seat.lead };
  const members = { evaluation: evaluation.code, open: open && !seat.partySubmitted };
  return (
    <Tabs
      tabPosition="top"
      items={[
        { key: 'notice', label: '评估通知', children: <Notice {...leads} /> },
        { key: 'plan', label: '实地安排', children: <VisitPlan {...leads} /> },
        { key: 'sites', label: '场地检查', children: <SiteChecks {...members} /> },
        { key: 'samples', label: '档案抽样', children: <Samples {...members} /> },
        { key: 'interviews', label: '访谈与电话', children: <Interviews {...members} /> },
        {
          key: 'questionnaire',
          label: '满意度问卷',
          children: <Questionnaire evaluation={evaluation.code} open={mine && evaluation.phase === 'PREPARING'} lead={seat?.lead ?? false} />,
        },
      ]}
    />
  );
}
