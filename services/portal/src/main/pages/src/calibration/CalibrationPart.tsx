import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { filled, Grid, type Column, type Row } from '../app/Grid';
import { Asked, Nothing } from '../app/states';
import type { PartProps } from '../evaluation/EvaluationPage';
import { SpreadTable } from '../evaluation/Spread';
import { itemsOf, useRubric } from '../sheet/rubric';
import { useUnsaved } from '../app/unsaved';

/** A sample case that a party scores before it scores in earnest, to see how far its evaluators lie apart. It counts for nothing. */
export default function CalibrationPart({ evaluation, seat }: PartProps) {
  const party = seat?.party ?? '';
  const sample = useQuery({
    queryKey: ['sample-case', evaluation.code, party],
    enabled: seat?.pledged ?? false,
    queryFn: () =>
      gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/parties/{party}/sample-case', { params: { path: { evaluation: evaluation.code, party } } })),
  });
  if (!seat) return null;
  if (!seat.pledged) return <Alert type="info" showIcon title="签署承诺书后才能试评" />;
  const open = evaluation.phase === 'PREPARING';
  return (
    <Asked query={sample}>
      {(found) => (
        <>
          <section className="card" aria-labelledby="case">
            <h2 id="case">试评样例</h2>
            <p className="soft">评分开始前，本方各人先评同一个样例，看看尺度是否一致；不计入结果。</p>
            {found ? (
              <>
                <h3>{found.title}</h3>
                <p>{found.text}</p>
                <p className="soft">已有 {found.scored} 人试评</p>
              </>
            ) : (
              !(seat.lead && open) && <Nothing>本方组长还没有登记样例</Nothing>
            )}
            {seat.lead && open && <Register key={found?.version ?? 0} evaluation={evaluation.code} party={party} title={found?.title ?? ''} text={found?.text ?? ''} />}
          </section>
          {found && open && <Trial evaluation={evaluation.code} party={seat.party} evaluator={seat.evaluator} own={found.own} />}
          {found?.spread && (
            <section className="card" aria-labelledby="spread">
              <h2 id="spread">离散程度</h2>
              <SpreadTable evaluation={evaluation.code} items={found.spread.items} />
            </section>
          )}
        </>
      )}
    </Asked>
  );
}

function Register(props: { evaluation: string; party: string; title: string; text: string }) {
  const [title, setTitle] = useState(props.title);
  const [text, setText] = useState(props.text);
  const save = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/parties/{party}/sample-case', {
          params: { path: { evaluation: props.evaluation, party: props.party } },
          body: { title, text },
        }),
      ),
    '样例已登记',
  );
  useUnsaved([title, text], [props.title, props.text], save.isPending);
  return (
    <>
      <div className="form">
        <Field label="样例名称" at={save.at('/title')} value={title} set={setTitle} />
        <Field label="样例内容" at={save.at('/text')} hint="服务情况、数据、档案摘要" rows={4} value={text} set={setText} />
      </div>
      <Button disabled={!title.trim() || !text.trim()} loading={save.isPending} onClick={() => save.mutate(undefined)}>
        登记样例
      </Button>
    </>
  );
}

function Trial({ evaluation, party, evaluator, own }: { evaluation: string; party: string; evaluator: string; own: Record<string, string> }) {
  const rubric = useRubric(evaluation);
  return (
    <Asked query={rubric}>
      {(found) =>
        found === null ? (
          <Alert type="info" showIcon title="区民政局还没有选定评估指标" />
        ) : (
          <TrialSheet
            evaluation={evaluation}
            party={party}
            evaluator={evaluator}
            lines={itemsOf(found, party).map((item) => ({
              item: item.code,
              name: `${item.name}（满分 ${item.max}）`,
              score: own[item.code] ?? '',
            }))}
          />
        )
      }
    </Asked>
  );
}

const COLUMNS: Column[] = [
  { key: 'item', title: '项目', given: true },
  { key: 'name', title: '名称', given: true },
  { key: 'score', title: '得分', kind: 'number', width: 90 },
];

const isScored = (row: Row) => Boolean(row['score']);

function TrialSheet({ evaluation, party, evaluator, lines }: { evaluation: string; party: string; evaluator: string; lines: Row[] }) {
  const [rows, setRows] = useState(lines);
  const [kept, setKept] = useState(lines);
  const save = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/parties/{party}/sample-case/sheets/{evaluator}', {
        params: { path: { evaluation, party, evaluator } },
        body: { scores: filled(rows, COLUMNS).filter(isScored).map(({ item, score }) => ({ item, score })) },
      }),
    );
    setKept(rows);
  }, '试评已提交');
  useUnsaved(rows, kept, save.isPending);
  return (
    <section className="card" aria-labelledby="trial">
      <h2 id="trial">我的试评</h2>
      <Grid label="试评" at={save.at('/scores')} sent={isScored} columns={COLUMNS} rows={rows} change={setRows} />
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
        提交试评
      </Button>
    </section>
  );
}
