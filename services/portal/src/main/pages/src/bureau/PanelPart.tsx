import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { Asked } from '../app/states';
import { PARTIES } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';

const COLUMNS: Column[] = [
  { key: 'evaluator', title: '编码', width: 90 },
  { key: 'party', title: '评估方', kind: 'choice', choices: Object.entries(PARTIES).map(([value, label]) => ({ value, label })) },
  { key: 'label', title: '称呼' },
  { key: 'role', title: '职责', kind: 'choice', choices: [{ value: 'LEAD', label: '组长' }, { value: 'MEMBER', label: '组员' }] },
  { key: 'account', title: '账号标识', width: 320 },
];

/** The panel and the rubric of a round, and beside them whom one may ask. */
export default function PanelPart({ evaluation }: PartProps) {
  const path = { evaluation: evaluation.code } as never;
  const panel = useQuery({
    queryKey: ['panel', evaluation.code],
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/panel', { params: { path } })),
  });
  const rubrics = useQuery({
    queryKey: ['rubrics', evaluation.district],
    queryFn: () => got(scoring.GET('/v1/districts/{district}/rubrics', { params: { path: { district: evaluation.district } as never } })),
  });
  const rubric = useQuery({
    queryKey: ['rubric', evaluation.code],
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/rubric', { params: { path } })),
  });
  const [choice, setChoice] = useState('');
  const choose = useChange(() => {
    const [code, version] = choice.split('@');
    return got(
      scoring.PUT('/v1/evaluations/{evaluation}/rubric-choice', { params: { path }, body: { rubric: code, version } as never }),
    );
  }, '已选定评估指标');
  const open = evaluation.phase === 'PREPARING';
  return (
    <>
      <section className="card" aria-labelledby="rubric">
        <h2 id="rubric">评估指标</h2>
        <Asked query={rubric}>
          {(found) => (found ? <p>本次评估使用 {found.code} 第 {found.version} 版。</p> : <Alert type="warning" showIcon title="还没有选定评估指标" />)}
        </Asked>
        {open && (
          <div className="form">
            <Field
              label="从指标库选用"
              value={choice}
              set={setChoice}
              choices={(rubrics.data?.rubrics ?? [])
                .filter((one) => one.state === 'PUBLISHED')
                .map((one) => ({ value: `${one.code}@${one.version}`, label: `${one.code} 第 ${one.version} 版` }))}
            />
            <Button disabled={!choice} loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
              选用
            </Button>
          </div>
        )}
      </section>
      <Asked query={panel}>
        {(found) => <Members key={found?.version ?? 0} evaluation={evaluation.code} kept={rowsOf(found?.members)} open={open || evaluation.phase === 'SCORING'} />}
      </Asked>
    </>
  );
}

function Members({ evaluation, kept, open }: { evaluation: string; kept: Row[]; open: boolean }) {
  const [rows, setRows] = useState(kept);
  const save = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/panel', {
          params: { path: { evaluation } as never },
          body: { members: filled(rows, COLUMNS) } as never,
        }),
      ),
    '评估团队已保存',
  );
  return (
    <section className="card" aria-labelledby="panel">
      <h2 id="panel">评估团队</h2>
      <p className="soft">每方一名组长。账号标识在“站点与账号”中建立账号后给出。</p>
      <Grid label="评估人员" columns={COLUMNS} rows={rows} change={setRows} frozen={!open} />
      {open && (
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存评估团队
        </Button>
      )}
    </section>
  );
}
