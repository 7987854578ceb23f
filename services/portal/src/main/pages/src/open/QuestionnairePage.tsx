import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { got, open } from '../api/client';
import { Asked, Failure } from '../app/states';
import { useTitle } from '../app/title';

const SCORES = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '一般'],
  [2, '不满意'],
  [1, '非常不满意'],
] as const;

/** One question for whoever holds a code; no account, one answer a code. */
export function QuestionnairePage() {
  useTitle('满意度问卷');
  const { code = '' } = useParams({ strict: false }) as Record<string, string>;
  const [score, setScore] = useState<number>();
  const questionnaire = useQuery({
    queryKey: ['questionnaire', code],
    queryFn: () => got(open.scoring.GET('/v1/questionnaires/{code}', { params: { path: { code } as never } })),
  });
  const answer = useMutation({
    mutationFn: () =>
      got(open.scoring.PUT('/v1/questionnaires/{code}/answer', { params: { path: { code } as never }, body: { score } as never })),
  });
  return (
    <>
      <div className="head">
        <h1>服务满意度调查</h1>
      </div>
      <section className="card">
        <Asked query={questionnaire}>
          {(found) => {
            if (answer.isSuccess || found.answered) return <Alert type="success" showIcon title="已收到您的回答，谢谢" />;
            if (!found.open) return <Alert type="info" showIcon title="本次调查已经结束" />;
            return (
              <>
                <p>{found.title}</p>
                {found.introduction && <p className="soft">{found.introduction}</p>}
                <p>您对社工站的服务满意吗？</p>
                <Radio.Group
                  aria-label="满意程度"
                  value={score}
                  onChange={(event) => setScore(event.target.value as number)}
                  options={SCORES.map(([value, label]) => ({ value, label }))}
                />
                <div className="actions">
                  <Button type="primary" disabled={score === undefined} loading={answer.isPending} onClick={() => answer.mutate()}>
                    提交
                  </Button>
                </div>
                {answer.isError && <Failure error={answer.error} />}
              </>
            );
          }}
        </Asked>
      </section>
    </>
  );
}
