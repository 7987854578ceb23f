import { useQuery } from '@tanstack/react-query';
import { got, scoring } from '../api/client';
import { Asked, Nothing } from '../app/states';
import { moment } from '../app/words';
import type { PartProps } from './EvaluationPage';

/** How everything came about, in sentences. */
export default function HistoryPart({ evaluation }: PartProps) {
  const history = useQuery({
    queryKey: ['history', evaluation.code],
    queryFn: () =>
      got(scoring.GET('/v1/evaluations/{evaluation}/history', { params: { path: { evaluation: evaluation.code } } })),
  });
  return (
    <section className="card">
      <Asked query={history}>{({ entries }) => <Entries entries={entries} />}</Asked>
    </section>
  );
}

/** What has happened, oldest first. */
export function Entries({ entries }: { entries: { at: string; who: string; sentence: string }[] }) {
  if (entries.length === 0) return <Nothing>还没有您可以查看的记录</Nothing>;
  return (
    <ul className="sentences">
      {entries.map((entry, index) => (
        <li key={index}>
          <span className="soft">{moment(entry.at)}</span>
          <span>
            <strong>{entry.who}</strong>　{entry.sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
