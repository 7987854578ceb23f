import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { got, scoring } from '../api/client';
import { Asked } from '../app/states';
import type { PartProps } from '../evaluation/EvaluationPage';
import { Shares } from '../evaluation/Shares';

/** What the policy publishes to the operator of a closed round: the grade, the total with it, or each party's share too. */
export default function OutcomePart({ evaluation }: PartProps) {
  const result = useQuery({
    queryKey: ['result', evaluation.code, evaluation.phase],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/result', { params: { path: { evaluation: evaluation.code } } })),
  });
  return (
    <Asked query={result}>
      {(found) => (
        <>
          <section className="card" aria-label="评估结果">
            <dl className="figures">
              <div>
                <dt>等级</dt>
                <dd data-testid="grade">{found.grade}</dd>
              </div>
              {found.total && (
                <div>
                  <dt>总分</dt>
                  <dd data-testid="total">{found.total}</dd>
                </div>
              )}
            </dl>
            <p>
              各章的评估意见载于<Link to={`/evaluations/${evaluation.code}/report`}>评估报告</Link>，需要整改的事项载于
              <Link to={`/evaluations/${evaluation.code}/remediation`}>整改</Link>；对结果有异议的，可以提出
              <Link to={`/evaluations/${evaluation.code}/appeal`}>申诉</Link>。
            </p>
          </section>
          {found.parties && (
            <section className="card" aria-labelledby="shares">
              <h2 id="shares">各方得分</h2>
              <Shares rows={found.parties} />
            </section>
          )}
        </>
      )}
    </Asked>
  );
}
