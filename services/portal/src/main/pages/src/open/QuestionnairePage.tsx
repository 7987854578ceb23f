import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { got, open, ProblemError } from '../api/client';
import { Field } from '../app/Field';
import { Asked, Failure, lines } from '../app/states';
import { useTitle } from '../app/title';

const SCORES = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '一般'],
  [2, '不满意'],
  [1, '非常不满意'],
] as const;

/** One question for whoever holds a code; no account, one answer a code. The code stands behind the address's #, which no server sees. */
export function QuestionnairePage() {
  useTitle('满意度问卷');
  const scanned = useLocation({ select: (location) => location.hash });
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState(scanned);
  const questionnaire = useQuery({
    queryKey: ['questionnaire', code],
    enabled: code !== '',
    queryFn: () => got(open.scoring.POST('/v1/questionnaires/opening', { body: { code } })),
  });
  const unknown = questionnaire.error instanceof ProblemError && questionnaire.error.status === 404;
  return (
    <>
      <div className="head">
        <h1>{questionnaire.data?.title ?? '服务满意度调查'}</h1>
      </div>
      {code && !unknown ? (
        <Question key={code} code={code} questionnaire={questionnaire} />
      ) : (
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            setCode(typed.trim());
          }}
        >
          <Field label="问卷码（印在问卷上，32 位）" value={typed} set={setTyped} />
          <Button type="primary" htmlType="submit" disabled={!typed.trim()}>
            打开问卷
          </Button>
          {unknown && <Alert type="warning" showIcon title={lines(questionnaire.error).join('；')} />}
        </form>
      )}
    </>
  );
}

interface Opened {
  title: string;
  introduction?: string | null;
  open: boolean;
  answered: boolean;
}

function Question({ code, questionnaire }: { code: string; questionnaire: UseQueryResult<Opened> }) {
  const [score, setScore] = useState<number>();
  const answer = useMutation({
    mutationFn: (said: number) => got(open.scoring.PUT('/v1/questionnaires/answer', { body: { code, score: said } })),
  });
  return (
      <section className="card">
        <Asked query={questionnaire}>
          {(found) => {
            if (answer.isSuccess || found.answered) return <Alert type="success" showIcon title="已收到您的回答，谢谢" />;
            if (!found.open) return <Alert type="info" showIcon title="本次调查已截止" />;
            return (
              <>
                {found.introduction && <p className="soft">{found.introduction}</p>}
                <p>您对社工站的服务满意吗？</p>
                <Radio.Group
                  className="answers"
                  aria-label="满意程度"
                  value={score}
                  onChange={(event) => setScore(event.target.value as number)}
                  options={SCORES.map(([value, label]) => ({ value, label }))}
                />
                <div className="actions">
                  <Button type="primary" size="large" disabled={score === undefined} loading={answer.isPending} onClick={() => score !== undefined && answer.mutate(score)}>
                    提交
                  </Button>
                </div>
                {answer.isError && <Failure error={answer.error} />}
              </>
            );
          }}
        </Asked>
      </section>
  );
}
