import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { got, gotOrNone, portal, report, scoring } from '../api/client';
import { Asked, Nothing } from '../app/states';
import { moment, partyOf } from '../app/words';
import type { PartProps } from './EvaluationPage';

/** How everything came about, in sentences; to evaluators once the round is closed. */
export default function HistoryPart({ evaluation }: PartProps) {
  const told = evaluation.phase === 'CLOSED' || !partyOf(portal);
  const history = useQuery({
    queryKey: ['history', evaluation.code],
    enabled: told,
    queryFn: () =>
      got(scoring.GET('/v1/evaluations/{evaluation}/history', { params: { path: { evaluation: evaluation.code } } })),
  });
  const editions = useQuery({
    queryKey: ['editions', evaluation.code, evaluation.phase],
    enabled: told && (evaluation.phase === 'FEEDBACK' || evaluation.phase === 'CLOSED'),
    queryFn: () => askEditions(evaluation.code),
  });
  if (!told) return <Alert type="info" showIcon title="评估办结后可以查看记录" />;
  return (
    <section className="card">
      <Asked query={history}>
        {({ entries }) => <Entries entries={[...entries, ...(editions.data ?? [])].sort((a, b) => a.at.localeCompare(b.at))} />}
      </Asked>
    </section>
  );
}

interface Entry {
  at: string;
  who: string;
  sentence: string;
}

/** What became of the report, which another service keeps. */
async function askEditions(evaluation: string): Promise<Entry[]> {
  const params = { path: { evaluation } };
  const [draft, final] = await Promise.all([
    gotOrNone(report.GET('/v1/evaluations/{evaluation}/draft', { params })),
    gotOrNone(report.GET('/v1/evaluations/{evaluation}/final', { params })),
  ]);
  return [
    ...(draft ? [...draft.earlier, draft] : []).map((one) => ({ at: one.renderedAt, who: '平台', sentence: `生成报告初稿第 ${one.version} 版` })),
    ...(final ? [{ at: final.renderedAt, who: '平台', sentence: `生成正式报告第 ${final.version} 版` }] : []),
    ...(final?.issuedAt ? [{ at: final.issuedAt, who: '区民政局', sentence: '签发报告' }] : []),
  ];
}

/** What has happened, oldest first. */
export function Entries({ entries }: { entries: Entry[] }) {
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
