import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { day } from '../app/words';
import { at, groupChoices, GROUPS, ofWhom, type Given } from './given';
import { useUnsaved } from '../app/unsaved';

const CHANNELS: Record<string, string> = { FACE: '面谈', PHONE: '电话' };

/** The log of conversations; nobody's name or number. */
export function Interviews({ evaluation, open }: Given) {
  const kept = useQuery({
    queryKey: ['interviews', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/interviews', { params: at(evaluation) })),
  });
  return (
    <Asked query={kept}>
      {({ interviews }) => (
        <>
          {interviews.length === 0 ? (
            <Nothing>还没有访谈记录</Nothing>
          ) : (
            <section className="card" aria-label="访谈记录">
              <ul className="sentences">
                {interviews.map((one) => (
                  <li key={`${one.party}/${one.number}`}>
                    <span className="soft">
                      {day(one.on)} · {CHANNELS[one.channel] ?? one.channel} · {GROUPS[one.group] ?? one.group}
                      {ofWhom(one)}
                    </span>
                    <span>{one.summary}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {open && <Entry key={interviews.length} evaluation={evaluation} number={Math.max(0, ...interviews.map((one) => one.number)) + 1} />}
        </>
      )}
    </Asked>
  );
}

function Entry({ evaluation, number }: { evaluation: string; number: number }) {
  const [on, setOn] = useState('');
  const [channel, setChannel] = useState('FACE');
  const [group, setGroup] = useState('SERVICE_USER');
  const [summary, setSummary] = useState('');
  const save = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/interviews/{number}', {
          params: at(evaluation, { number: String(number) }),
          body: { on, channel, group, summary },
        }),
      ),
    '访谈已记录',
  );
  useUnsaved(summary, '', save.isPending);
  return (
    <section className="card" aria-label="记录访谈">
      <div className="form">
        <Field label="日期" type="date" at={save.at('/on')} value={on} set={setOn} />
        <Field label="方式" at={save.at('/channel')} value={channel} set={setChannel} choices={Object.entries(CHANNELS).map(([value, label]) => ({ value, label }))} />
        <Field label="对象" at={save.at('/group')} value={group} set={setGroup} choices={groupChoices} />
        <Field label="摘要" at={save.at('/summary')} hint="不写姓名和电话" rows={2} value={summary} set={setSummary} />
      </div>
      <Button type="primary" disabled={!summary.trim()} loading={save.isPending} onClick={() => save.mutate(undefined)}>
        记录
      </Button>
    </section>
  );
}
