import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { Verdict } from '../app/Verdict';
import { day, namesIn } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';
import { isUndecided, useVetoes } from './vetoes';

interface Veto {
  number: number;
  title: string;
  reason: string;
  evidence?: string[] | null;
  hearing?: { heldOn: string; statement: string } | null;
  upheld?: boolean | null;
  decisionReason?: string | null;
}

/** Vetoes of a round: stated with evidence, heard, decided; the operator reads what it is to answer. One that is upheld decides the grade. */
export default function VetoPart({ evaluation }: PartProps) {
  const vetoes = useVetoes(evaluation.code);
  const open = portal === 'bureau' && evaluation.phase !== 'CLOSED' && evaluation.phase !== 'CANCELLED';
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={
          portal === 'bureau'
            ? '一票否决须有依据，由不在评估团队中的账号裁定；听取承办方陈述后才能裁定成立，成立的，本次评估为最低等级。'
            : '登记为一票否决的事项，区民政局听取您方陈述后裁定，裁定在评估办结后公布；成立的，本次评估为最低等级。'
        }
      />
      <Asked query={vetoes}>
        {(found) => (
          <>
            {found.vetoes.length === 0 && <Nothing>没有一票否决事项</Nothing>}
            {(found.vetoes as Veto[]).map((one) => (
              <VetoCard key={one.number} evaluation={evaluation.code} veto={one} open={open} />
            ))}
            {open && <Raise evaluation={evaluation.code} number={Math.max(0, ...found.vetoes.map((one) => one.number)) + 1} />}
          </>
        )}
      </Asked>
    </>
  );
}

function VetoCard({ evaluation, veto, open }: { evaluation: string; veto: Veto; open: boolean }) {
  const confirm = useConfirm();
  const params = { path: { evaluation, number: String(veto.number) } };
  const [heldOn, setHeldOn] = useState('');
  const [statement, setStatement] = useState('');
  const hear = useChange(
    () => got(scoring.PUT('/v1/evaluations/{evaluation}/vetoes/{number}/hearing', { params, body: { heldOn, statement } })),
    '陈述已登记',
  );
  useUnsaved(veto.hearing ? '' : statement, '', hear.isPending);
  const decide = useChange(
    (decision: { upheld: boolean; reason: string }) =>
      got(scoring.PUT('/v1/evaluations/{evaluation}/vetoes/{number}/decision', { params, body: decision })),
    '已裁定',
  );
  const called = `第 ${veto.number} 项`;
  const askToHear = () =>
    confirm({ title: '登记承办方的陈述？', content: '登记后不能再改。', okText: '登记', send: () => hear.mutateAsync(undefined) });
  return (
    <section className="card" aria-label={veto.title}>
      <h2>
        {called}：{veto.title}{' '}
        {!isUndecided(veto) && <span className="mark">{veto.upheld ? '成立' : '不成立'}</span>}
      </h2>
      <p>{veto.reason}</p>
      {(veto.evidence ?? []).length > 0 && <p className="soft">依据：{veto.evidence?.join('、')}</p>}
      {veto.hearing ? (
        <p>
          承办方陈述（{day(veto.hearing.heldOn)}）：{veto.hearing.statement}
        </p>
      ) : (
        open && (
          <>
            <div className="form">
              <Field label="听取陈述的日期" of={called} type="date" at={hear.at('/heldOn')} value={heldOn} set={setHeldOn} />
              <Field label="承办方的陈述" of={called} at={hear.at('/statement')} rows={2} value={statement} set={setStatement} />
            </div>
            <Button disabled={!heldOn || !statement.trim()} loading={hear.isPending} onClick={askToHear} aria-label={`登记陈述：${called}`}>
              登记陈述
            </Button>
          </>
        )
      )}
      {veto.decisionReason ? (
        <p>裁定：{veto.decisionReason}</p>
      ) : (
        open && (
          <>
            <Verdict
              label="裁定理由"
              of={called}
              at={decide.at('/reason')}
              pending={decide.isPending}
              lacking={!veto.hearing}
              consequence={{ UPHELD: '成立后本次评估为最低等级。' }}
              decide={(decision, reason) => decide.mutateAsync({ upheld: decision === 'UPHELD', reason })}
            />
            {!veto.hearing && <p className="soft">登记承办方的陈述后才能裁定成立</p>}
          </>
        )
      )}
    </section>
  );
}

function Raise({ evaluation, number }: { evaluation: string; number: number }) {
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const raise = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/vetoes/{number}', {
        params: { path: { evaluation, number: String(number) } },
        body: { title, reason, evidence: namesIn(evidence) },
      }),
    );
    setTitle('');
    setReason('');
    setEvidence('');
  }, '已登记');
  useUnsaved([title, reason, evidence], ['', '', ''], raise.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '登记一票否决事项？',
      content: '登记后不能撤回，须裁定后才能办结评估。',
      okText: '登记',
      send: () => raise.mutateAsync(undefined),
    });
  return (
    <form className="card" aria-labelledby="raise" onSubmit={submitted(ask)}>
      <h2 id="raise">登记一票否决事项</h2>
      <div className="form">
        <Field label="事项" at={raise.at('/title')} value={title} set={setTitle} />
        <Field label="依据" at={raise.at('/evidence')} hint="以顿号分隔" value={evidence} set={setEvidence} />
        <Field label="事实与理由" at={raise.at('/reason')} rows={2} value={reason} set={setReason} />
      </div>
      <Button type="primary" htmlType="submit" disabled={!title.trim() || !reason.trim() || !evidence.trim()} loading={raise.isPending}>
        登记
      </Button>
    </form>
  );
}
