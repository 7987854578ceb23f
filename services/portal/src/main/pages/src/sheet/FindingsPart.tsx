import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Asked, Nothing } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { CHAPTERS, type Party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';

interface Finding {
  chapter: string;
  kind: string;
  title: string;
  text: string;
  areas: string[];
}

/** The party's own findings; nobody else's are seen before all have submitted. */
export default function FindingsPart({ evaluation, seat }: PartProps) {
  const path = { evaluation: evaluation.code, party: seat?.party ?? '' } as never;
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
          params: { path: { evaluation: props.evaluation, party: props.party } as never },
          body: { findings } as never,
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
          <div className="actions">
            <Select
              aria-label="章节"
              disabled={!props.open}
              value={one.chapter}
              onChange={(chapter) => set(index, { chapter })}
              options={chapters.map(([value, chapter]) => ({ value, label: chapter.title }))}
            />
            <Select
              aria-label="类别"
              disabled={!props.open}
              value={one.kind}
              onChange={(kind) => set(index, { kind })}
              options={[
                { value: 'COMMENDATION', label: '值得肯定' },
                { value: 'CONCERN', label: '需要关注' },
              ]}
            />
            {props.open && (
              <Button danger onClick={() => setFindings(findings.filter((_, at) => at !== index))}>
                删除
              </Button>
            )}
          </div>
          <Input aria-label="标题" placeholder="标题" disabled={!props.open} value={one.title} onChange={(event) => set(index, { title: event.target.value })} />
          <Input.TextArea
            aria-label="内容"
            placeholder="内容"
            rows={2}
            disabled={!props.open}
            value={one.text}
            onChange={(event) => set(index, { text: event.target.value })}
          />
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
