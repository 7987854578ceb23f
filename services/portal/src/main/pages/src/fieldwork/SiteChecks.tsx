import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { Field } from '../app/Field';
import { focusOn } from '../app/focus';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked, Nothing } from '../app/states';
import { day } from '../app/words';
import { at, ofWhom, type Given } from './given';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';

const LINES: Column[] = [
  {
    key: 'subject',
    title: '类别',
    kind: 'choice',
    choices: [
      { value: 'HARDWARE', label: '硬件设施' },
      { value: 'NOTICE', label: '公示上墙' },
      { value: 'SAFETY', label: '安全' },
    ],
  },
  { key: 'title', title: '检查项', width: 200 },
  {
    key: 'outcome',
    title: '结果',
    kind: 'choice',
    choices: [
      { value: 'MET', label: '符合' },
      { value: 'NOT_MET', label: '不符合' },
      { value: 'NOT_APPLICABLE', label: '不适用' },
    ],
  },
  { key: 'note', title: '说明', optional: true, width: 240 },
];

/** The checklist of each site. */
export function SiteChecks({ evaluation, open }: Given) {
  const [fresh, setFresh] = useState('');
  const [added, setAdded] = useState<string[]>([]);
  const kept = useQuery({
    queryKey: ['site-checks', evaluation],
    refetchOnWindowFocus: false,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/site-checks', { params: at(evaluation) })),
  });
  return (
    <Asked query={kept}>
      {({ siteChecks }) => {
        const known = siteChecks.map((one) => one.site);
        const another = fresh.trim();
        const isCode = /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(another);
        return (
          <>
            {siteChecks.length === 0 && added.length === 0 && <Nothing>还没有现场检查</Nothing>}
            {siteChecks.map((one) => (
              <Site key={`${one.party}/${one.site}/${one.version}`} evaluation={evaluation} open={open} site={one.site} whose={ofWhom(one)} on={one.on} version={one.version} kept={rowsOf(one.lines)} />
            ))}
            {added
              .filter((site) => !known.includes(site))
              .map((site) => (
                <Site key={site} evaluation={evaluation} open={open} site={site} whose="" on="" kept={[{}]} drop={() => setAdded(added.filter((one) => one !== site))} />
              ))}
            {open && (
              <form className="form" onSubmit={submitted(() => setAdded([...added, another]))}>
                <Field label="服务点编码" value={fresh} set={setFresh} hint="字母、数字、点和连字符" />
                {another && !isCode && <span className="warn-text">编码只能由字母、数字、点和连字符组成，最多 32 个字符</span>}
                <div>
                  <Button htmlType="submit" disabled={!isCode || known.includes(another) || added.includes(another)}>
                    检查服务点
                  </Button>
                </div>
              </form>
            )}
          </>
        );
      }}
    </Asked>
  );
}

/** @param drop gives up what was never saved */
function Site(props: Given & { site: string; whose: string; on: string; version?: number; kept: Row[]; drop?: () => void }) {
  const [rows, setRows] = useState(props.kept);
  const [on, setOn] = useState(props.on);
  const save = useKeep(
    props.version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/site-checks/{site}', {
          params: { ...at(props.evaluation, { site: props.site }), header },
          body: { on, lines: filled(rows, LINES) },
        }),
      ),
    '检查结果已保存',
  );
  useUnsaved([rows, on], [props.kept, props.on], save.isPending);
  const called = `服务点 ${props.site}${props.whose}`;
  return (
    <section className="card" aria-label={called} ref={props.drop && focusOn}>
      <h2>{called}</h2>
      {props.open ? (
        <div className="form">
          <Field label="检查日期" of={called} type="date" at={save.at('/on')} value={on} set={setOn} />
        </div>
      ) : (
        <p>检查日期：{day(on)}</p>
      )}
      <Grid label="检查项" of={called} at={save.at('/lines')} columns={LINES} rows={rows} change={setRows} frozen={!props.open} />
      {props.open && (
        <div className="actions">
          <Button type="primary" aria-label={`保存检查结果：${called}`} loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存检查结果
          </Button>
          {props.drop && (
            <Button aria-label={`放弃：${called}`} onClick={props.drop}>
              放弃
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
