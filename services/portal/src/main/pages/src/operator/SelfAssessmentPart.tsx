import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useRef, useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { Field } from '../app/Field';
import { thenFocusOn } from '../app/focus';
import { useKeep } from '../app/keep';
import { Asked } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import type { PartProps } from '../evaluation/EvaluationPage';
import { Notice } from '../fieldwork/Notice';
import { VisitPlan } from '../fieldwork/VisitPlan';

interface Document {
  summary: string;
  parts: { title: string; text: string }[];
  version?: number;
}

/** The operator's own account, before the visit; before it what is to be prepared and who comes when. */
export default function SelfAssessmentPart({ evaluation }: PartProps) {
  const params = { path: { evaluation: evaluation.code } };
  const kept = useQuery({
    queryKey: ['self-assessment', evaluation.code],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/self-assessment', { params })),
  });
  return (
    <>
      <Notice evaluation={evaluation.code} open={false} />
      <VisitPlan evaluation={evaluation.code} open={false} />
      <Asked query={kept}>
        {(found) => (
          <Editor key={found?.version ?? 0} evaluation={evaluation.code} open={evaluation.phase === 'PREPARING'} kept={found ?? { summary: '', parts: [] }} />
        )}
      </Asked>
    </>
  );
}

function Editor({ evaluation, open, kept }: { evaluation: string; open: boolean; kept: Document }) {
  const place = useRef<HTMLElement>(null);
  const [document, setDocument] = useState<Document>({ summary: kept.summary, parts: kept.parts });
  const save = useKeep(
    kept.version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/self-assessment', {
          params: { path: { evaluation }, header },
          body: document,
        }),
      ),
    '自评已保存',
  );
  useUnsaved(document, { summary: kept.summary, parts: kept.parts }, save.isPending);
  const add = () => {
    setDocument({ ...document, parts: [...document.parts, { title: '', text: '' }] });
    thenFocusOn(() => place.current?.querySelector('.form > :nth-last-child(3)'));
  };
  const remove = (at: number) => {
    save.at('/parts').mend();
    setDocument({ ...document, parts: document.parts.filter((_, index) => index !== at) });
    requestAnimationFrame(() => place.current?.querySelectorAll<HTMLElement>('.form > button, .actions > button')[at]?.focus());
  };
  const set = (at: number, change: object) =>
    setDocument({ ...document, parts: document.parts.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  return (
    <section className="card" ref={place}>
      <h2>自评报告</h2>
      {open ? (
        <div className="form">
          <Field label="概述" at={save.at('/summary')} rows={3} value={document.summary} set={(summary) => setDocument({ ...document, summary })} />
          {document.parts.map((one, at) => (
            <Fragment key={at}>
              <Field label={`第 ${at + 1} 部分标题`} at={save.at(`/parts/${at}/title`)} rows={1} value={one.title} set={(title) => set(at, { title })} />
              <Field label={`第 ${at + 1} 部分内容`} at={save.at(`/parts/${at}/text`)} rows={3} value={one.text} set={(text) => set(at, { text })} />
              <Button danger onClick={() => remove(at)}>
                删除第 {at + 1} 部分
              </Button>
            </Fragment>
          ))}
        </div>
      ) : (
        <>
          <p className="written">{document.summary || '您还没有提交自评'}</p>
          {document.parts.map((one, at) => (
            <Fragment key={at}>
              <h3>{one.title}</h3>
              <p className="written">{one.text}</p>
            </Fragment>
          ))}
        </>
      )}
      {open && (
        <div className="actions">
          <Button onClick={add}>添加一部分</Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存自评
          </Button>
        </div>
      )}
    </section>
  );
}
