import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, portal, scoring, staffing } from '../api/client';
import { expander } from '../app/expander';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { CONCERN_STATES, day, figure, partyOf } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { EarlierRemediation } from '../operator/EarlierRemediation';
import { useAchievement } from './achievement';
import { useAgreement } from './agreement';
import { Attendance } from './Attendance';
import { Discrepancies } from './Discrepancies';
import { Months } from './Months';
import { SelfAssessment } from './SelfAssessment';
import { STAFFING } from './subjects';
import { Support } from './Support';
import { Why } from './Why';

const STATUS: Record<string, [string, string]> = {
  EXCEEDED: ['超额完成', 'good-text'],
  MET: ['完成', 'good-text'],
  NOT_MET: ['未完成', 'late-text'],
};

const RECORDED = { title: '平台记录量', className: 'number recorded', render: (_: unknown, row: { recorded: string }) => figure(row.recorded) };

/** What scores rest on: figures with their why, and the concerns of the last round. */
export default function EvidencePart({ evaluation }: PartProps) {
  const code = evaluation.code;
  const path = { evaluation: code };
  const agreement = useAgreement(evaluation);
  const achievement = useAchievement(evaluation);
  const staff = useQuery({
    queryKey: ['staffing', code, evaluation.staffingVersion],
    queryFn: () => gotOrNone(staffing.GET('/v1/evaluations/{evaluation}/staffing', { params: { path } })),
  });
  const earlier = useQuery({
    queryKey: ['earlier-concerns', code],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/earlier-concerns', { params: { path } })),
  });
  const [why, setWhy] = useState('');
  const names = new Map((agreement.data?.indicators ?? []).map((one) => [one.code, one]));
  const called = (row: { indicator: string }) => names.get(row.indicator)?.name ?? row.indicator;
  const areas = new Map((agreement.data?.areas ?? []).map((one) => [one.code, one.name]));
  // A round without the municipal platform's records has none of it.
  const recorded = achievement.data?.indicators.some((row) => row.recorded) ? [RECORDED] : [];
  return (
    <>
      <section className="card" aria-labelledby="achievement">
        <h2 id="achievement">指标完成情况</h2>
        <Asked query={achievement}>
          {(found) =>
            found === null ? (
              <Alert type="info" showIcon title="还没有可以查看的指标数据" description={comes(evaluation.phase)} />
            ) : (
              <>
                {Number(found.reviewBacklog ?? 0) > 0 && (
                  <Alert type="warning" showIcon title={`有 ${Number(found.reviewBacklog)} 条服务记录超过审核期限还没有审核`} />
                )}
                <Table
                  size="small"
                  rowKey={(row) => `${row.indicator}/${row.area ?? ''}`}
                  scroll={{ x: 'max-content' }}
                  pagination={{ pageSize: 50, hideOnSinglePage: true }}
                  dataSource={found.indicators.filter((row) => !row.area)}
                  columns={[
                    { title: '指标', render: (_, row) => called(row) },
                    { title: '协议量', className: 'number', render: (_, row) => figure(row.agreed) },
                    { title: '完成量', className: 'number', render: (_, row) => figure(row.completed) },
                    ...recorded,
                    { title: '完成率', className: 'number', render: (_, row) => (row.rate ? `${row.rate}%` : '—') },
                    {
                      title: '状态',
                      render: (_, row) => {
                        const [words, look] = STATUS[row.status] ?? [row.status, ''];
                        return <span className={look}>{words}</span>;
                      },
                    },
                    {
                      title: '由来',
                      render: (_, row) => (
                        <Button size="small" type="link" aria-label={`为什么：${called(row)}`} onClick={() => setWhy(`indicator:${row.indicator}`)}>
                          为什么
                        </Button>
                      ),
                    },
                  ]}
                  expandable={{
                    expandIcon: expander((row) => called(row)),
                    rowExpandable: (row) =>
                      found.indicators.some((one) => one.indicator === row.indicator && one.area) ||
                      found.monthly.some((one) => one.indicator === row.indicator),
                    expandedRowRender: (row) => (
                      <>
                        <Course indicator={row.indicator} monthly={found.monthly} pacing={found.pacing} />
                        {found.indicators.some((one) => one.indicator === row.indicator && one.area) && (
                          <Table
                            size="small"
                            rowKey="area"
                            pagination={false}
                            dataSource={found.indicators.filter((one) => one.indicator === row.indicator && one.area)}
                            columns={[
                              { title: '片区', render: (_, one) => areas.get(one.area ?? '') ?? one.area },
                              { title: '协议量', className: 'number', render: (_, one) => figure(one.agreed) },
                              { title: '完成量', className: 'number', render: (_, one) => figure(one.completed) },
                              ...recorded,
                              { title: '完成率', className: 'number', render: (_, one) => (one.rate ? `${one.rate}%` : '—') },
                            ]}
                          />
                        )}
                      </>
                    ),
                  }}
                />
              </>
            )
          }
        </Asked>
      </section>
      {achievement.data && (
        <Discrepancies
          evaluation={code}
          found={achievement.data.discrepancies}
          names={names}
          areas={areas}
          answers={portal === 'operator' && evaluation.phase === 'PREPARING'}
        />
      )}
      <section className="card" aria-labelledby="staffing">
        <h2 id="staffing">人员情况</h2>
        <Asked query={staff}>
          {(found) =>
            found === null ? (
              <Alert type="info" showIcon title="还没有可以查看的人员数据" description={comes(evaluation.phase)} />
            ) : (
              <>
                <dl className="figures">
                  {staffFigures(found.staffing).map(([value, label, unit, of]) => (
                    <div key={of}>
                      <dt>{label}</dt>
                      <dd>
                        {figure(value)}
                        {unit}
                        <Button size="small" type="link" aria-label={`为什么：${label}`} onClick={() => setWhy(of)}>
                          为什么
                        </Button>
                      </dd>
                    </div>
                  ))}
                </dl>
                <Attendance workers={found.attendance} unexplained={found.exceptions} />
              </>
            )
          }
        </Asked>
      </section>
      <Support evaluation={code} training={staff.data?.training ?? []} areas={areas} />
      {portal !== 'operator' && <SelfAssessment evaluation={code} />}
      <section className="card" aria-labelledby="earlier">
        <h2 id="earlier">上一轮提出的问题</h2>
        <Asked query={earlier}>
          {(found) =>
            found.concerns.length === 0 ? (
              <p className="soft">没有上一轮的问题</p>
            ) : (
              <ul className="sentences">
                {found.concerns.map((one) => (
                  <li key={`${one.evaluation}/${one.number}`}>
                    <span className="mark">{CONCERN_STATES[one.state] ?? one.state}</span>
                    <span>
                      <strong>{one.title}</strong>　{one.text}
                      {one.followUp && (
                        <div className="soft">
                          整改：{one.followUp.measures}（{one.followUp.owner}，{day(one.followUp.dueOn)} 前）
                        </div>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </section>
      {portal !== 'operator' && <EarlierRemediation evaluation={code} open={false} />}
      {why && <Why round={evaluation} figure={why} close={() => setWhy('')} />}
    </>
  );
}

const PACES: Record<string, string> = {
  LAGGING: '到这个月为止的进度不到应有进度的八成',
  CROWDED: '过半数量集中在最后两个月',
};

/** An indicator's months, where the platform has records of it. */
function Course(props: {
  indicator: string;
  monthly: { indicator: string; month: string; recorded: string }[];
  pacing: { indicator: string; month: string; flag: string }[];
}) {
  const volumes = props.monthly.filter((one) => one.indicator === props.indicator);
  if (volumes.length === 0) return null;
  const flags = props.pacing
    .filter((one) => one.indicator === props.indicator)
    .map((one) => [one.month, PACES[one.flag] ?? one.flag] as const);
  return <Months volumes={volumes} flags={new Map(flags)} />;
}

/** When there are figures to see: parties are shown the frozen ones. */
const comes = (phase: string) =>
  phase === 'PREPARING' && (partyOf(portal) ? '数据冻结、评分开始后显示。' : '承办方报齐材料、平台核算后显示。');

interface Staffing {
  headcount: number;
  certified: number;
  certifiedRate: string;
  experienced: number;
  experiencedRate: string;
  personMonths: string;
  averageHeadcount: string;
  leavers: number;
  retention: Record<string, string>;
  retentionFormula: string;
}

/** Each with its name, its unit and the figure that explains it; of the retention all three formulas, the agreed one marked. */
const staffFigures = (of: Staffing) => [
  [of.headcount, '在岗人数', ' 人', 'staffing:headcount'] as const,
  [of.certified, '持证人数', ' 人', 'staffing:certified'] as const,
  [of.certifiedRate, '持证率', '%', 'staffing:certified-rate'] as const,
  [of.experienced, '有经验人数', ' 人', 'staffing:experienced'] as const,
  [of.experiencedRate, '有经验人数占比', '%', 'staffing:experienced-rate'] as const,
  [of.personMonths, '有效人次', ' 人月', 'staffing:person-months'] as const,
  [of.averageHeadcount, '平均在岗人数', ' 人', 'staffing:average-headcount'] as const,
  [of.leavers, '离职人数', ' 人', 'staffing:leavers'] as const,
  ...Object.entries(of.retention).map(([formula, rate]) => {
    const subject = `staffing:retention:${formula}`;
    return [rate, `${STAFFING[subject] ?? formula}${formula === of.retentionFormula ? '，本次采用' : ''}`, '%', subject] as const;
  }),
];
