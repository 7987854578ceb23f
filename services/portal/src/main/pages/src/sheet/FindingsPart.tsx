import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useKeep } from '../app/keep';
import { Field } from '../app/Field';
import { TAB_GOES_ON, thenFocusOn } from '../app/focus';
import { Asked, Nothing } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { CHAPTERS, choices, type Party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { useAgreement } from '../evidence/agreement';

const KINDS: Record<string, string> = { COMMENDATION: '值得肯定', CONCERN: '需要关注' };

/** The chapter that is written per area group. */
const BY_AREA = 'SERVICE_DELIVERY';

const called = (index: number) => `第 ${index + 1} 条`;

interface Finding {
  chapter: string;
  kind: string;
  title: string;
  text: string;
  areas: string[];
}

/** The party's own findings, which all its members write; nobody else's are seen before all have submitted. */
export default function FindingsPart({ evaluation, seat }: PartProps) {
  const path = { evaluation: evaluation.code, party: seat?.party ?? '' };
  const findings = useQuery({
    queryKey: ['findings', evaluation.code, seat?.party],
    enabled: seat?.pledged === true,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/parties/{party}/findings', { params: { path } })),
  });
  const agreement = useAgreement(evaluation);
  if (!seat) return null;
  if (!seat.pledged) return <Alert type="info" showIcon title="签署承诺书后可以填写评估发现" />;
  const open = !seat.partySubmitted && evaluation.phase === 'SCORING';
  return (
    <Asked query={findings}>
      {(kept) => (
        <Editor
          key={kept?.version ?? 0}
          evaluation={evaluation.code}
          party={seat.party as Party}
          kept={(kept?.findings ?? []) as Finding[]}
          version={kept?.version}
          open={open}
          areas={new Map((agreement.data?.areas ?? []).map((one) => [one.code, one.name]))}
        />
      )}
    </Asked>
  );
}

function Editor(props: { evaluation: string; party: Party; kept: Finding[]; version: number | undefined; open: boolean; areas: Map<string, string> }) {
  const [findings, setFindings] = useState(props.kept);
  const place = useRef<HTMLDivElement>(null);
  const chapters = Object.entries(CHAPTERS).filter(([, chapter]) => chapter.author === props.party);
  const save = useKeep(
    props.version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/parties/{party}/findings', {
          params: { path: { evaluation: props.evaluation, party: props.party }, header },
          body: { findings },
        }),
      ),
    '评估发现已保存',
  );
  useUnsaved(findings, props.kept, save.isPending);
  const add = () => {
    setFindings([...findings, { chapter: chapters[0]?.[0] ?? '', kind: 'COMMENDATION', title: '', text: '', areas: [] }]);
    thenFocusOn(() => place.current?.querySelector('section:last-of-type'));
  };
  const remove = (index: number) => {
    save.at('/findings').mend();
    setFindings(findings.filter((_, at) => at !== index));
    requestAnimationFrame(() => place.current?.querySelectorAll<HTMLElement>('section > button, .actions > button')[index]?.focus());
  };
  const set = (index: number, change: Partial<Finding>) =>
    setFindings(findings.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <div ref={place}>
      {findings.length === 0 && <Nothing>本方还没有写评估发现{props.open && '：每条写一处值得肯定或需要关注的，提交后写入报告'}</Nothing>}
      {findings.map((one, index) => (
        <section key={index} className="card" aria-label={called(index)}>
          {props.open ? (
            <>
              <div className="form">
                <Field label="章节" of={called(index)} at={save.at(`/findings/${index}/chapter`)} value={one.chapter} set={(chapter) => set(index, { chapter, areas: chapter === BY_AREA ? one.areas : [] })} choices={chapters.map(([value, chapter]) => ({ value, label: chapter.title }))} />
                {one.chapter === BY_AREA && (
                  <div>
                    <label htmlFor={`areas-${index}`}>片区（不选为全站）</label>
                    <Select
                      id={`areas-${index}`}
                      mode="multiple"
                      {...TAB_GOES_ON}
                      aria-label={`片区（不选为全站）：${called(index)}`}
                      value={one.areas}
                      options={[...props.areas].map(([value, label]) => ({ value, label }))}
                      showSearch={{ optionFilterProp: 'label' }}
                      onChange={(areas: string[]) => set(index, { areas })}
                    />
                  </div>
                )}
                <Field label="类别" of={called(index)} at={save.at(`/findings/${index}/kind`)} value={one.kind} set={(kind) => set(index, { kind })} choices={choices(KINDS)} />
                <Field label="标题" of={called(index)} at={save.at(`/findings/${index}/title`)} rows={1} value={one.title} set={(title) => set(index, { title })} />
                <Field label="内容" of={called(index)} at={save.at(`/findings/${index}/text`)} rows={3} value={one.text} set={(text) => set(index, { text })} />
              </div>
              <Button danger onClick={() => remove(index)} aria-label={`删除${called(index)}`}>
                删除
              </Button>
            </>
          ) : (
            <>
              <h2>
                {one.title} <span className={`mark ${one.kind === 'CONCERN' ? 'warn-text' : 'good-text'}`}>{KINDS[one.kind] ?? one.kind}</span>
              </h2>
              <p>{one.text}</p>
              <p className="soft">
                {[CHAPTERS[one.chapter]?.title ?? one.chapter, ...one.areas.map((area) => props.areas.get(area) ?? area)].join('　')}
              </p>
            </>
          )}
        </section>
      ))}
      {props.open && (
        <div className="actions">
          <Button onClick={add}>添加一条</Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存
          </Button>
        </div>
      )}
    </div>
  );
}
