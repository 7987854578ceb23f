import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useAddress } from '../app/address';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, type Column, type Row } from '../app/Grid';
import { choices, PARTIES } from '../app/words';
import { ofStation, useValues, type StepProps } from './values';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';

const PARTY_COLUMNS: Column[] = [
  { key: 'party', title: '评估方', kind: 'choice', choices: choices(PARTIES) },
  { key: 'organisation', title: '机构', width: 260 },
  { key: 'weight', title: '权重 %', kind: 'number', width: 90 },
  {
    key: 'aggregation',
    title: '合成',
    kind: 'choice',
    choices: choices({ MEAN: '平均', TRIMMED_MEAN: '去最高最低后平均' }),
    width: 190,
  },
];
const GRADE_COLUMNS: Column[] = [
  { key: 'grade', title: '等级' },
  { key: 'from', title: '起分', kind: 'number', optional: true },
];

/** Opens a round of the chosen station under a policy. */
export function OpeningStep({ district, station }: StepProps) {
  const navigate = useNavigate();
  const [address] = useAddress();
  // Of a round that is held anew, as long as its station is the chosen one.
  const again = station?.agreements.some((one) => one.agreement === address['agreement']) ? address : {};
  const { stage = 'FINAL', agreement = station?.agreements[0]?.agreement ?? '', from = '', to = '' } = again as Record<string, string>;
  const { values, field } = useValues({
    stage,
    agreement,
    from,
    to,
    publish: 'TOTAL',
    rounding: 'PER_PARTY',
    departures: 'FREE',
    experiencedYears: '2',
    halfMonthAfterDay: '15',
    retention: 'TURNOVER',
    reviewWithinDays: '14',
    expected: 'yes',
  });
  const [parties, setParties] = useState<Row[]>([
    { party: 'THIRD_PARTY', weight: '55', aggregation: 'TRIMMED_MEAN' },
    { party: 'SUPERVISORY_CENTER', weight: '15', aggregation: 'MEAN' },
    { party: 'PURCHASER', weight: '20', aggregation: 'MEAN' },
    { party: 'SUPERVISOR', weight: '10', aggregation: 'MEAN' },
  ]);
  const [grades, setGrades] = useState<Row[]>([
    { grade: '优秀', from: '90' },
    { grade: '良好', from: '80' },
    { grade: '合格', from: '60' },
    { grade: '不合格', from: '0' },
  ]);
  const signed = station?.agreements.find((one) => one.agreement === values['agreement']);
  const save = useChange(async () => {
    const code = values['code'] ?? '';
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}', {
        params: { path: { evaluation: code } },
        body: {
          district,
          station: station?.code,
          stationVersion: station?.version,
          agreement: values['agreement'],
          agreementVersion: signed?.version,
          title: values['title'],
          stage: values['stage'],
          evidence: { from: values['from'], to: values['to'] },
          onSite: values['onSite'],
          reportDate: values['reportDate'],
          policy: {
            parties: filled(parties, PARTY_COLUMNS),
            grades: filled(grades, GRADE_COLUMNS),
            publish: values['publish'],
            rounding: values['rounding'],
            departures: values['departures'],
            staffing: {
              experiencedYears: Number(values['experiencedYears']),
              halfMonthAfterDay: Number(values['halfMonthAfterDay']),
              retention: values['retention'],
            },
            records: { reviewWithinDays: Number(values['reviewWithinDays']), expected: values['expected'] === 'yes' },
          },
        },
      }),
    );
    await navigate({ to: `/evaluations/${code}/panel` });
  }, '评估已开启', { 'evaluation-code-taken': '/code', 'invalid-field': '/code' });
  useUnsaved([values['code'], values['title'], values['from'], values['to']], ['', '', from, to], save.isPending, undefined, ofStation);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '开启评估？',
      content: '开启后这些内容不能再改，有误的只能取消本次评估；承办方随即收到通知。',
      okText: '开启评估',
      send: () => save.mutateAsync(undefined),
    });
  if (!station) return <Alert type="info" showIcon title="请先选择站点" />;
  if (station.agreements.length === 0) return <Alert type="info" showIcon title="请先在第二步保存这个站点的服务协议" />;
  return (
    <form className="card" aria-label="开启评估" onSubmit={submitted(ask)}>
      <div className="form">
        <Field label="评估编码" hint="小写字母、数字和连字符" at={save.at('/code')} {...field('code')} />
        <Field label="名称" hint="也是报告的题名" at={save.at('/title')} {...field('title')} />
        <Field label="类别" choices={choices({ MIDTERM: '中期', FINAL: '末期' })} at={save.at('/stage')} {...field('stage')} />
        <Field
          label="服务协议" at={save.at('/agreement')}
          choices={station.agreements.map((one) => ({ value: one.agreement, label: `${one.agreement} 第 ${one.version} 版` }))}
          {...field('agreement')}
        />
        <Field label="证据期间自（月初）" type="date" at={save.at('/evidence/from')} {...field('from')} />
        <Field label="证据期间至（月末）" type="date" at={save.at('/evidence/to')} {...field('to')} />
        <Field label="实地评估日期" type="date" at={save.at('/onSite')} {...field('onSite')} />
        <Field label="报告日期" type="date" at={save.at('/reportDate')} {...field('reportDate')} />
      </div>
      <h3>四方与权重</h3>
      <Grid label="评估方" of="评估方" at={save.at('/policy/parties')} columns={PARTY_COLUMNS} rows={parties} change={setParties} />
      <h3>等级</h3>
      <Grid label="等级" of="等级" at={save.at('/policy/grades')} columns={GRADE_COLUMNS} rows={grades} change={setGrades} />
      <h3>口径</h3>
      <div className="form">
        <Field label="公布" at={save.at('/policy/publish')} choices={choices({ GRADE: '只公布等级', TOTAL: '公布总分和等级', PARTIES: '公布各方得分' })} {...field('publish')} />
        <Field label="总分取两位小数" at={save.at('/policy/rounding')} choices={choices({ PER_PARTY: '各方取整后相加', AT_END: '相加后再取整' })} {...field('rounding')} />
        <Field label="偏离建议分" at={save.at('/policy/departures')} choices={choices({ FREE: '可以不说明', EXPLAINED: '必须说明理由' })} {...field('departures')} />
        <Field
          label="稳岗率算法" at={save.at('/policy/staffing/retention')}
          choices={choices({ TURNOVER: '按离职人数', ON_DUTY: '按在岗人月', CERTIFIED_ON_DUTY: '按持证在岗人月' })}
          {...field('retention')}
        />
        <Field label="满几年为有经验" type="number" at={save.at('/policy/staffing/experiencedYears')} {...field('experiencedYears')} />
        <Field label="几日后入职计半月" type="number" at={save.at('/policy/staffing/halfMonthAfterDay')} {...field('halfMonthAfterDay')} />
        <Field label="服务记录审核期限（天）" type="number" at={save.at('/policy/records/reviewWithinDays')} {...field('reviewWithinDays')} />
        <Field label="市平台的服务记录" at={save.at('/policy/records/expected')} choices={choices({ yes: '纳入证据', no: '不纳入' })} {...field('expected')} />
      </div>
      <Button type="primary" htmlType="submit" disabled={!values['code']} loading={save.isPending}>
        开启评估
      </Button>
    </form>
  );
}
