import { Tabs } from 'antd';
import { portal } from '../api/client';
import { partyOf } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { Interviews } from './Interviews';
import { Notice } from './Notice';
import { Questionnaire } from './Questionnaire';
import { Samples } from './Samples';
import { SiteChecks } from './SiteChecks';
import { VisitPlan } from './VisitPlan';

/** What the third party prepares for everybody, and what each party finds for itself. */
export default function FieldworkPart({ evaluation, seat }: PartProps) {
  const open = seat?.pledged === true && (evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING');
  const prepares = open && portal === 'third-party';
  // The lead speaks for the party; what is found on site every member writes down, until the party has submitted.
  const leads = { evaluation: evaluation.code, open: prepares && seat.lead };
  const members = { evaluation: evaluation.code, open: open && !seat.partySubmitted };
  return (
    <>
      {partyOf(portal) && <p className="soft">现场检查、档案抽样和访谈各方自己记录：四方提交前只有本方能看到，其他评估方办结后才能看到。</p>}
      <Tabs
        tabPosition="top"
        items={[
          { key: 'notice', label: '评估通知', children: <Notice {...leads} onSite={evaluation.onSite} /> },
          { key: 'plan', label: '走访安排', children: <VisitPlan {...leads} /> },
          { key: 'sites', label: '现场检查', children: <SiteChecks {...members} /> },
          { key: 'samples', label: '档案抽样', children: <Samples {...members} /> },
          { key: 'interviews', label: '访谈与电话', children: <Interviews {...members} /> },
          {
            key: 'questionnaire',
            label: '满意度问卷',
            children: <Questionnaire evaluation={evaluation.code} open={prepares && evaluation.phase === 'PREPARING'} lead={seat?.lead ?? false} />,
          },
        ]}
      />
    </>
  );
}
