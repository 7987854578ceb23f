import { useQuery } from '@tanstack/react-query';
import { gotOrNone, scoring } from '../api/client';
import { Asked } from '../app/states';

/** What the operator says of itself, to read. */
export function SelfAssessment({ evaluation }: { evaluation: string }) {
  const kept = useQuery({
    queryKey: ['self-assessment', evaluation],
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/self-assessment', { params: { path: { evaluation } } })),
  });
  return (
    <section className="card" aria-labelledby="self-assessment">
      <h2 id="self-assessment">承办方自评</h2>
      <Asked query={kept}>
        {(found) =>
          found === null ? (
            <p className="soft">承办方没有提交自评</p>
          ) : (
            <>
              <p className="written">{found.summary}</p>
              {found.parts.map((one, at) => (
                <section key={at}>
                  <h3>{one.title}</h3>
                  <p className="written">{one.text}</p>
                </section>
              ))}
            </>
          )
        }
      </Asked>
    </section>
  );
}
