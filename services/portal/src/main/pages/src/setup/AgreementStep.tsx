import { Alert, Button } from 'antd';
import { useState } from 'react';
import { district as service, got } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { choices, numeral, namesIn } from '../app/words';
import { useLeaving, useUnsaved } from '../app/unsaved';
import { Next } from './Next';
import { RECORDS } from './records';
import { ofStation, useValues, type StepProps } from './values';

const AREAS: Column[] = [
  { key: 'code', title: '片区编码', width: 100 },
  { key: 'name', title: '名称' },
  { key: 'workers', title: '人数', kind: 'number', width: 80 },
  { key: 'communities', title: '村居（以顿号分隔）', width: 320 },
];
/** Volumes that a rate may be made of, by their codes. */
const volumesOf = (indicators: Row[]) =>
  indicators.flatMap(({ code, name, kind }) => (code && kind !== 'RATE' ? [{ value: String(code), label: `${name ?? ''} ${code}` }] : []));

const indicatorsOf = (indicators: Row[]): Column[] => [
  { key: 'code', title: '指标编码', width: 180 },
  { key: 'name', title: '名称', width: 160 },
  { key: 'unit', title: '单位', width: 80 },
  { key: 'scope', title: '范围', kind: 'choice', choices: choices({ AREA: '分片区', STATION: '全站' }) },
  { key: 'kind', title: '性质', kind: 'choice', choices: choices({ VOLUME: '数量', RATE: '比率' }) },
  { key: 'source', title: '记录类型或分子', kind: 'suggested', optional: true, width: 180, choices: [...RECORDS, ...volumesOf(indicators)] },
  { key: 'measure', title: '计量（次数、人次）或分母', kind: 'suggested', width: 230, choices: [...MEASURED, ...volumesOf(indicators)] },
];
const targetsOf = (indicators: Row[]): Column[] => [
  {
    key: 'indicator',
    title: '指标',
    kind: 'choice',
    width: 220,
    choices: indicators.flatMap(({ code, name }) => (code ? [{ value: String(code), label: [code, name].filter(Boolean).join(' ') }] : [])),
  },
  { key: 'area', title: '片区编码', optional: true },
  { key: 'agreed', title: '协议量', kind: 'number' },
];

/** How a volume is counted; of a rate it is the code of what it is divided by. */
const MEASURES: Record<string, string> = { COUNT: '次数', ATTENDANCE: '人次' };

const MEASURED = Object.values(MEASURES).map((word) => ({ value: word, label: word }));

const measureOf = (text: Row[string]) => Object.entries(MEASURES).find(([, word]) => word === text)?.[0] ?? text;

/** A count as the service takes it: what is empty is missing, not none. */
const counted = (text: unknown) => (text ? Number(text) : null);

/** The agreement of the chosen station: a new one, a change of one, or one made from another. */
export function AgreementStep({ district, station }: StepProps) {
  const { values, setValues, field } = useValues({});
  const [areas, setAreas] = useState<Row[]>([]);
  const [indicators, setIndicators] = useState<Row[]>([]);
  const [targets, setTargets] = useState<Row[]>([]);
  const catalogue = indicatorsOf(indicators);
  const columns = targetsOf(indicators);
  const path = (agreement: string) => ({ district, station: station?.code ?? '', agreement });
  const [read, setRead] = useState<{ code: string; version: number } | null>(null);
  const written = { values, areas, indicators, targets };
  const [kept, setKept] = useState(written);
  const load = useChange(async (agreement: string) => {
    const found = await got(
      service.GET('/v1/districts/{district}/stations/{station}/agreements/{agreement}', { params: { path: path(agreement) } }),
    );
    const loaded = {
      values: {
        code: found.code,
        from: found.from ?? '',
        to: found.to ?? '',
        yearFrom: found.serviceYear?.from ?? '',
        yearTo: found.serviceYear?.to ?? '',
        annualFee: found.annualFee ?? '',
        requiredStaff: String(found.requiredStaff ?? ''),
        operator: found.operator ?? '',
      },
      areas: rowsOf(found.areas?.map((area) => ({ ...area, communities: area.communities?.join('、') }))),
      indicators: rowsOf(found.indicators?.map((one) => ({ ...one, measure: MEASURES[one.measure ?? ''] ?? one.measure }))),
      targets: rowsOf(found.targets),
    };
    save.at('').mend();
    setRead(found);
    setKept(loaded);
    setValues(loaded.values);
    setAreas(loaded.areas);
    setIndicators(loaded.indicators);
    setTargets(loaded.targets);
  }, '已读取协议');
  // Under another code it is another agreement, and writes over none.
  const own = read?.code === values['code'] ? read : null;
  const save = useKeep(
    own?.version,
    async (header) => {
      const signed = await got(
        service.PUT('/v1/districts/{district}/stations/{station}/agreements/{agreement}', {
          params: {
            path: path(values['code'] ?? ''),
            header,
          },
          body: {
            from: values['from'],
            to: values['to'],
            serviceYear: { from: values['yearFrom'], to: values['yearTo'] },
            annualFee: values['annualFee'] && numeral(values['annualFee']),
            requiredStaff: counted(values['requiredStaff']),
            operator: values['operator'],
            areas: filled(areas, AREAS).map((area) => ({
              ...area,
              workers: counted(area['workers']),
              communities: namesIn(String(area['communities'] ?? '')),
            })),
            indicators: filled(indicators, catalogue).map((one) => ({ ...one, measure: measureOf(one['measure']) })),
            targets: filled(targets, columns),
          },
        }),
      );
      setRead(signed);
      setKept(written);
    },
    '服务协议已保存',
    own && (() => load.mutate(own.code)),
    { 'not-found': '/code' },
  );
  const [unsaved, setUnsaved] = useState(false);
  useUnsaved(written, kept, save.isPending, setUnsaved, ofStation);
  const leaving = useLeaving();
  const begin = async (agreement: string) => {
    if (!unsaved || (await leaving())) load.mutate(agreement);
  };
  if (!station) return <Alert type="info" showIcon title="请先选择站点" />;
  return (
    <section className="card" aria-label="服务协议">
      {station.agreements.length > 0 && (
        <div className="actions">
          <span>读取已有协议（改动编码即另立一份）：</span>
          {station.agreements.map((one) => (
            <Button key={one.agreement} size="small" disabled={load.isPending} onClick={() => void begin(one.agreement)}>
              {one.agreement}
            </Button>
          ))}
        </div>
      )}
      <div className="form">
        <Field label="协议编码" at={save.at('/code')} {...field('code')} />
        <Field label="承办机构" at={save.at('/operator')} {...field('operator')} />
        <Field label="自" type="date" at={save.at('/from')} {...field('from')} />
        <Field label="至" type="date" at={save.at('/to')} {...field('to')} />
        <Field label="服务年度自" type="date" at={save.at('/serviceYear/from')} {...field('yearFrom')} />
        <Field label="服务年度至" type="date" at={save.at('/serviceYear/to')} {...field('yearTo')} />
        <Field label="年度经费（元）" at={save.at('/annualFee')} {...field('annualFee')} />
        <Field label="应配人数" type="number" at={save.at('/requiredStaff')} {...field('requiredStaff')} />
      </div>
      <h3>片区</h3>
      <Grid label="片区" of="片区" at={save.at('/areas')} columns={AREAS} rows={areas} change={setAreas} />
      <h3>指标目录</h3>
      <p className="soft">数量指标写市平台的记录类型和计量；比率指标写作为分子、分母的数量指标的编码。列出的可以选用，也可以另写。</p>
      <Grid label="指标" of="指标" at={save.at('/indicators')} columns={catalogue} rows={indicators} change={setIndicators} />
      <h3>指标量</h3>
      <Grid label="指标量" of="指标量" at={save.at('/targets')} columns={columns} rows={targets} change={setTargets} />
      <div className="actions">
        <Button type="primary" disabled={!values['code']} loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存服务协议
        </Button>
        {station.agreements.length > 0 && <Next step="account" title="建立账号" />}
      </div>
    </section>
  );
}
