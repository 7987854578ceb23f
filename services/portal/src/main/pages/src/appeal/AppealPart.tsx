import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { got, portal, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { Verdict } from '../app/Verdict';
import { phase } from '../app/words';
import { useEvaluation, type Evaluation, type PartProps } from '../evaluation/EvaluationPage';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';

interface Appeal {
  number: number;
  reason: string;
  decision?: { decision: string; reason: string; reevaluation?: string | null } | null;
}

/** Appeals against a closed round: a procedure of its own, decided by an account that did not score. */
export default function AppealPart({ evaluation }: PartProps) {
  const appeals = useQuery({
    queryKey: ['appeals', evaluation.code],
    enabled: evaluation.phase === 'CLOSED',
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/appeals', { params: { path: { evaluation: evaluation.code } } })),
  });
  if (evaluation.phase !== 'CLOSED') return <Alert type="info" showIcon title="评估办结后，承办方可以在这里提出申诉" />;
  return (
    <Asked query={appeals}>
      {(found) => (
        <>
          {found.appeals.length === 0 && <Nothing>没有申诉</Nothing>}
          {(found.appeals as Appeal[]).map((one) => (
            <AppealCard key={one.number} evaluation={evaluation} appeal={one} />
          ))}
          {portal === 'operator' && <Raise evaluation={evaluation.code} number={found.appeals.length + 1} />}
        </>
      )}
    </Asked>
  );
}

function AppealCard({ evaluation, appeal }: { evaluation: Evaluation; appeal: Appeal }) {
  const [again, setAgain] = useState('');
  const decide = useChange(
    ({ decision, reason }: { decision: string; reason: string }) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/appeals/{number}/decision', {
          params: { path: { evaluation: evaluation.code, number: String(appeal.number) } },
          body: { decision, reason, ...(decision === 'UPHELD' && again ? { reevaluation: again } : {}) },
        }),
      ),
    '申诉已裁定',
  );
  const called = `第 ${appeal.number} 项申诉`;
  const offer =
    portal === 'bureau' ? (
      <>
        <p>
          申诉成立的，重新评估：
          <Link
            to="/setup/opening"
            search={{
              station: evaluation.station,
              agreement: evaluation.agreement,
              stage: evaluation.stage,
              from: evaluation.evidence.from,
              to: evaluation.evidence.to,
            }}
          >
            开启重新评估
          </Link>
          ，开启后在这里写明其编码，承办方据此查看。
        </p>
        <form className="form" onSubmit={submitted(() => appeal.decision && decide.mutate(appeal.decision))}>
          <Field label="重新评估的编码" at={decide.at('/reevaluation')} value={again} set={setAgain} />
          <Button htmlType="submit" disabled={!again.trim()} loading={decide.isPending}>
            登记重新评估
          </Button>
        </form>
      </>
    ) : (
      <p className="soft">区民政局还没有开启重新评估</p>
    );
  return (
    <section className="card" aria-label={called}>
      <h2>{called}</h2>
      <p>{appeal.reason}</p>
      {appeal.decision ? (
        <>
          <p>
            <strong>{appeal.decision.decision === 'UPHELD' ? '申诉成立' : '申诉不成立'}</strong>：{appeal.decision.reason}
          </p>
          {appeal.decision.decision === 'UPHELD' &&
            (appeal.decision.reevaluation ? <Reevaluation code={appeal.decision.reevaluation}>{offer}</Reevaluation> : offer)}
        </>
      ) : portal === 'bureau' ? (
        <>
          <div className="form">
            <Field label="重新评估的编码（成立时可填）" of={called} at={decide.at('/reevaluation')} value={again} set={setAgain} />
          </div>
          <Verdict label="裁定理由" of={called} at={decide.at('/reason')} pending={decide.isPending} decide={(decision, reason) => decide.mutateAsync({ decision, reason })} />
        </>
      ) : (
        <p className="soft">等待区民政局裁定</p>
      )}
    </section>
  );
}

/** The round that is held instead, how far it is, and what is offered once it has been cancelled. */
function Reevaluation({ code, children }: { code: string; children: ReactNode }) {
  const evaluation = useEvaluation(code);
  return (
    <>
      <p>
        重新评估：<Link to={`/evaluations/${code}/overview`}>{evaluation.data?.title ?? code}</Link>
        {evaluation.data && <span className="mark">{phase(evaluation.data.phase)}</span>}
      </p>
      {evaluation.data?.phase === 'CANCELLED' && children}
    </>
  );
}

function Raise({ evaluation, number }: { evaluation: string; number: number }) {
  const [reason, setReason] = useState('');
  const raise = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/appeals/{number}', {
        params: { path: { evaluation, number: String(number) } },
        body: { reason },
      }),
    );
    setReason('');
  }, '申诉已提出');
  useUnsaved(reason, '', raise.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '提出申诉？',
      content: '提出后不能修改或撤回，由未参加本次评估的区民政局账号裁定。',
      okText: '提出申诉',
      send: () => raise.mutateAsync(undefined),
    });
  return (
    <section className="card" aria-labelledby="raise">
      <h2 id="raise">提出申诉</h2>
      <div className="form">
        <Field label="申诉理由" at={raise.at('/reason')} hint="请写明哪一处、为什么" rows={3} value={reason} set={setReason} />
      </div>
      <Button type="primary" disabled={!reason.trim()} loading={raise.isPending} onClick={ask}>
        提出申诉
      </Button>
    </section>
  );
}
