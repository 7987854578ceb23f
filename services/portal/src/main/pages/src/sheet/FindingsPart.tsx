import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { CHAPTERS, choices, type Party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';

const KINDS: Record<string, string> = { COMMENDATION: '值得肯定', CONCERN: '需要关注' };

interface Finding {
  chapter: string;
  kind: string;
  title: string;
  text: string;
  areas: string[];
}

/** The party's own findings; nobody else's are seen before all have submitted. */
export default function FindingsPart({ evaluation, seat }: PartProps) {
  const path = { evaluation: evaluation.code, party: seat?.party ?? '' };
  const findings = useQuery({
    queryKey: ['findings', evaluation.code, seat?.party],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/parties/{party}/findings', { params: { path } })),
  });
  if (!seat) return null;
  const open = seat.lead && !seat.partySubmitted && evaluation.phase === 'SCORING';
  return (
    <Asked query={findings}>
      {(kept) => (
        <Editor
          key={kept?.version ?? 0}
          evaluation={evaluation.code}
          party={seat.party as Party}
          kept={(kept?.findings ?? []) as Finding[]}
          open={open}
          lead={seat.lead}
        />
      )}
    </Asked>
  );
}

function Editor(props: { evaluation: string; party: Party; kept: Finding[]; open: boolean; lead: boolean }) {
  const [findings, setFindings] = useState(props.kept);
  const chapters = Object.entries(CHAPTERS).filter(([, chapter]) => chapter.author === props.party);
  const save = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/parties/{party}/findings', {
          params: { path: { evaluation: props.evaluation, party: props.party } },
          body: { findings },
        }),
      ),
    '评估发现已保存',
  );
  useUnsaved(findings, props.kept, save.isPending);
  const set = (index: number, change: Partial<Finding>) =>
    setFindings(findings.map((one, at) => (at === index ? { ...one, ...change } : one)));
  if (!props.open && findings.length === 0) return <Nothing>本方还没有写评估发现</Nothing>;
  return (
    <>
      {!props.lead && <Alert type="info" showIcon title="评估发现由本方组长填写" />}
      {findings.map((one, index) => (
        <section key={index} className="card" aria-label={`第 ${index + 1} 条`}>
          {props.open ? (
            <>
              <div className="form">
                <Field label="章节" value={one.chapter} set={(chapter) => set(index, { chapter })} choices={chapters.map(([value, chapter]) => ({ value, label: chapter.title }))} />
                <Field label="类别" value={one.kind} set={(kind) => set(index, { kind })} choices={choices(KINDS)} />
                <Field label="标题" rows={1} value={one.title} set={(title) => set(index, { title })} />
                <Field label="内容" rows={3} value={one.text} set={(text) => set(index, { text })} />
              </div>
              <Button danger onClick={() => setFindings(findings.filter((_, at) => at !== index))} aria-label={`删除第 ${index + 1} 条`}>
                删除
              </Button>
            </>
          ) : (
            <>
              <h2>
                {one.title} <span className={`mark ${one.kind === 'CONCERN' ? 'warn-text' : 'good-text'}`}>{KINDS[one.kind] ?? one.kind}</span>
              </h2>
              <p>{one.text}</p>
              <p className="soft">{CHAPTERS[one.chapter]?.title ?? one.chapter}</p>
            </>
          )}
        </section>
      ))}
      {props.open && (
        <div className="actions">
          <Button
            onClick={() =>
              setFindings([...findings, { chapter: chapters[0]?.[0] ?? '', kind: 'COMMENDATION', title: '', text: '', areas: [] }])
            }
          >
            添加一条
          </Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存
          </Button>
        </div>
      )}
    </>
  );
}
