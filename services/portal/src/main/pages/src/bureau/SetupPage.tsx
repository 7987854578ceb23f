import { Alert, Button, Tabs } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { district, got, gotOrNone, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { districtOf, useSession } from '../app/session';
import { PARTIES } from '../app/words';

/** What stands before a round, in the order in which it is needed. */
export function SetupPage() {
  const session = useSession();
  const place = districtOf(session.data?.places[0] ?? '');
  return (
    <>
      <div className="head">
        <h1>站点与账号</h1>
        <p>依次登记站点、签订协议、建立账号、开启评估。</p>
      </div>
      <Tabs
        items={[
          { key: 'station', label: '1. 站点', children: <Station place={place} /> },
          { key: 'agreement', label: '2. 服务协议', children: <Agreement place={place} /> },
          { key: 'account', label: '3. 账号', children: <Account place={place} /> },
          { key: 'opening', label: '4. 开启评估', children: <Opening place={place} /> },
        ]}
      />
    </>
  );
}

type Values = Record<string, string>;

function useValues(initial: Values) {
  const [values, setValues] = useState(initial);
  return { values, setValues, field: (key: string) => ({ value: values[key] ?? '', set: (value: string) => setValues({ ...values, [key]: value }) }) };
}

function Station({ place }: { place: string }) {
  const { values, setValues, field } = useValues({});
  const path = { district: place, station: values['code'] ?? '' } as never;
  const load = async () => {
    const found = await gotOrNone(district.GET('/v1/districts/{district}/stations/{station}', { params: { path } }));
    if (found) {
      setValues({
        code: found.code,
        name: found.name,
        town: found.town,
        founded: found.founded,
        sites: String(found.sites),
        population: String(found.population),
        households: String(found.coverage.households),
        persons: String(found.coverage.persons),
        residentsServed: String(found.coverage.residentsServed),
      });
    }
  };
  const save = useChange(
    () =>
      got(
        district.PUT('/v1/districts/{district}/stations/{station}', {
          params: { path },
          body: {
            name: values['name'],
            town: values['town'],
            founded: values['founded'],
            sites: Number(values['sites']),
            population: Number(values['population']),
            coverage: {
              households: Number(values['households']),
              persons: Number(values['persons']),
              residentsServed: Number(values['residentsServed']),
            },
          } as never,
        }),
      ),
    '站点已登记',
  );
  return (
    <section className="card">
      <div className="form">
        <Field label="站点编码" hint="小写字母、数字和连字符" {...field('code')} />
        <Field label="名称" {...field('name')} />
        <Field label="镇街" {...field('town')} />
        <Field label="成立年月" type="month" {...field('founded')} />
        <Field label="服务点数" type="number" {...field('sites')} />
        <Field label="辖区人口" type="number" {...field('population')} />
        <Field label="建档户数" type="number" {...field('households')} />
        <Field label="建档人数" type="number" {...field('persons')} />
        <Field label="服务居民人数" type="number" {...field('residentsServed')} />
      </div>
      <div className="actions">
        <Button onClick={() => void load()}>读取已登记的内容</Button>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          登记站点
        </Button>
      </div>
    </section>
  );
}

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const AREAS: Column[] = [
  { key: 'code', title: '片区编码', width: 100 },
  { key: 'name', title: '名称' },
  { key: 'workers', title: '人数', kind: 'number', width: 80 },
  { key: 'communities', title: '村居（以 | 分隔）', width: 320 },
];
const INDICATORS: Column[] = [
  { key: 'code', title: '指标编码', width: 180 },
  { key: 'name', title: '名称', width: 160 },
  { key: 'unit', title: '单位', width: 80 },
  { key: 'scope', title: '范围', kind: 'choice', choices: choices({ AREA: '分片区', STATION: '全站' }) },
  { key: 'kind', title: '性质', kind: 'choice', choices: choices({ VOLUME: '数量', RATE: '比率' }) },
  { key: 'source', title: '记录类型或分子', optional: true, width: 150 },
  { key: 'measure', title: '计量（COUNT、ATTENDANCE）或分母', width: 230 },
];
const TARGETS: Column[] = [
  { key: 'indicator', title: '指标编码', width: 180 },
  { key: 'area', title: '片区编码', optional: true },
  { key: 'agreed', title: '协议量', kind: 'number' },
];

function Agreement({ place }: { place: string }) {
  const { values, setValues, field } = useValues({});
  const [areas, setAreas] = useState<Row[]>([]);
  const [indicators, setIndicators] = useState<Row[]>([]);
  const [targets, setTargets] = useState<Row[]>([]);
  const path = { district: place, station: values['station'] ?? '', agreement: values['code'] ?? '' } as never;
  const load = async () => {
    const found = await gotOrNone(
      district.GET('/v1/districts/{district}/stations/{station}/agreements/{agreement}', { params: { path } }),
    );
    if (!found) return;
    setValues({
      ...values,
      from: found.from,
      to: found.to,
      yearFrom: found.serviceYear.from,
      yearTo: found.serviceYear.to,
      annualFee: found.annualFee,
      requiredStaff: String(found.requiredStaff),
      operator: found.operator,
    });
    setAreas(rowsOf(found.areas.map((area) => ({ ...area, communities: area.communities.join('|') }))));
    setIndicators(rowsOf(found.indicators));
    setTargets(rowsOf(found.targets));
  };
  const save = useChange(
    () =>
      got(
        district.PUT('/v1/districts/{district}/stations/{station}/agreements/{agreement}', {
          params: { path },
          body: {
            from: values['from'],
            to: values['to'],
            serviceYear: { from: values['yearFrom'], to: values['yearTo'] },
            annualFee: values['annualFee'],
            requiredStaff: Number(values['requiredStaff']),
            operator: values['operator'],
            areas: filled(areas, AREAS).map((area) => ({
              ...area,
              workers: Number(area['workers']),
              communities: String(area['communities'] ?? '').split('|').filter(Boolean),
            })),
            indicators: filled(indicators, INDICATORS),
            targets: filled(targets, TARGETS),
          } as never,
        }),
      ),
    '服务协议已保存',
  );
  return (
    <section className="card">
      <div className="form">
        <Field label="站点编码" {...field('station')} />
        <Field label="协议编码" {...field('code')} />
        <Field label="承办机构" {...field('operator')} />
        <Field label="自" type="date" {...field('from')} />
        <Field label="至" type="date" {...field('to')} />
        <Field label="服务年度自" type="date" {...field('yearFrom')} />
        <Field label="服务年度至" type="date" {...field('yearTo')} />
        <Field label="年度经费（元）" {...field('annualFee')} />
        <Field label="应配人数" type="number" {...field('requiredStaff')} />
      </div>
      <h3>片区</h3>
      <Grid label="片区" columns={AREAS} rows={areas} change={setAreas} />
      <h3>指标目录</h3>
      <Grid label="指标" columns={INDICATORS} rows={indicators} change={setIndicators} />
      <h3>指标量</h3>
      <Grid label="指标量" columns={TARGETS} rows={targets} change={setTargets} />
      <div className="actions">
        <Button onClick={() => void load()}>读取已保存的协议</Button>
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存服务协议
        </Button>
      </div>
    </section>
  );
}

const ROLES = {
  operator: '承办方',
  'third-party': '第三方评估',
  'supervisory-center': '督导中心',
  purchaser: '购买方',
  supervisor: '监督方',
};

function Account({ place }: { place: string }) {
  const { values, field } = useValues({ role: 'third-party' });
  const [made, setMade] = useState<{ id: string; username: string }[]>([]);
  const save = useChange(async () => {
    const account = await got(
      district.PUT('/v1/districts/{district}/accounts/{username}', {
        params: { path: { district: place, username: values['username'] ?? '' } as never },
        body: {
          displayName: values['displayName'],
          memberships: [{ station: values['station'], role: values['role'] }],
        } as never,
      }),
    );
    setMade((before) => [account, ...before.filter((one) => one.id !== account.id)]);
  }, '账号已建立');
  return (
    <section className="card">
      <div className="form">
        <Field label="用户名" {...field('username')} />
        <Field label="显示名称" hint="机构和岗位，不用姓名" {...field('displayName')} />
        <Field label="站点编码" {...field('station')} />
        <Field label="角色" choices={choices(ROLES)} {...field('role')} />
      </div>
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
        建立账号
      </Button>
      {made.map((one) => (
        <Alert key={one.id} type="success" title={`${one.username} 的账号标识：${one.id}`} />
      ))}
    </section>
  );
}

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

function Opening({ place }: { place: string }) {
  const navigate = useNavigate();
  const { values, field } = useValues({
    stage: 'FINAL',
    stationVersion: '1',
    agreementVersion: '1',
    publish: 'TOTAL',
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
  const save = useChange(async () => {
    const code = values['code'] ?? '';
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}', {
        params: { path: { evaluation: code } as never },
        body: {
          district: place,
          station: values['station'],
          stationVersion: Number(values['stationVersion']),
          agreement: values['agreement'],
          agreementVersion: Number(values['agreementVersion']),
          title: values['title'],
          stage: values['stage'],
          evidence: { from: values['from'], to: values['to'] },
          onSite: values['onSite'],
          reportDate: values['reportDate'],
          policy: {
            parties: filled(parties, PARTY_COLUMNS),
            grades: filled(grades, GRADE_COLUMNS),
            publish: values['publish'],
            departures: values['departures'],
            staffing: {
              experiencedYears: Number(values['experiencedYears']),
              halfMonthAfterDay: Number(values['halfMonthAfterDay']),
              retention: values['retention'],
            },
            records: { reviewWithinDays: Number(values['reviewWithinDays']), expected: values['expected'] === 'yes' },
          },
        } as never,
      }),
    );
    await navigate({ to: `/evaluations/${code}/panel` as never });
  }, '评估已开启');
  return (
    <section className="card">
      <div className="form">
        <Field label="评估编码" {...field('code')} />
        <Field label="名称" hint="也是报告的题名" {...field('title')} />
        <Field label="类别" choices={choices({ MIDTERM: '中期', FINAL: '末期' })} {...field('stage')} />
        <Field label="站点编码" {...field('station')} />
        <Field label="站点资料版本" type="number" {...field('stationVersion')} />
        <Field label="协议编码" {...field('agreement')} />
        <Field label="协议版本" type="number" {...field('agreementVersion')} />
        <Field label="证据期间自（月初）" type="date" {...field('from')} />
        <Field label="证据期间至（月末）" type="date" {...field('to')} />
        <Field label="实地评估日期" type="date" {...field('onSite')} />
        <Field label="报告日期" type="date" {...field('reportDate')} />
      </div>
      <h3>四方与权重</h3>
      <Grid label="评估方" columns={PARTY_COLUMNS} rows={parties} change={setParties} />
      <h3>等级</h3>
      <Grid label="等级" columns={GRADE_COLUMNS} rows={grades} change={setGrades} />
      <h3>口径</h3>
      <div className="form">
        <Field label="公布" choices={choices({ GRADE: '只公布等级', TOTAL: '公布总分和等级', PARTIES: '公布各方得分' })} {...field('publish')} />
        <Field label="偏离建议分" choices={choices({ FREE: '可以不说明', EXPLAINED: '必须说明理由' })} {...field('departures')} />
        <Field
          label="稳定率算法"
          choices={choices({ TURNOVER: '按离职人数', ON_DUTY: '按在岗人月', CERTIFIED_ON_DUTY: '按持证在岗人月' })}
          {...field('retention')}
        />
        <Field label="满几年为有经验" type="number" {...field('experiencedYears')} />
        <Field label="几日后入职计半月" type="number" {...field('halfMonthAfterDay')} />
        <Field label="服务记录审核期限（天）" type="number" {...field('reviewWithinDays')} />
        <Field label="市平台的服务记录" choices={choices({ yes: '纳入证据', no: '不纳入' })} {...field('expected')} />
      </div>
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
        开启评估
      </Button>
    </section>
  );
}
