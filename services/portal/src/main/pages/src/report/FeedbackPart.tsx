import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { got, gotOrNone, portal, report, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { Verdict } from '../app/Verdict';
import { choices, day, HERE, PARTIES, party, VOICES } from '../app/words';
import { Closed } from '../bureau/Closed';
import type { PartProps } from '../evaluation/EvaluationPage';
import { useUnsaved } from '../app/unsaved';
import { isUndecided, useVetoes } from '../veto/vetoes';

interface Voice {
  from: string;
  number: number;
  on: string;
  outcome: 'NO_OBJECTION' | 'OBJECTION';
  text?: string | null;
  decision?: { decision: 'REFUSED' | 'UPHELD'; reason: string; party?: string | null } | null;
}

/** Who says of a draft whether it objects. */
const SPEAKING = new Set(['operator', 'purchaser', 'supervisor']);

/** What is said against the draft; on the spot nothing is decided. */
const isDecidable = (one: Voice) => one.outcome === 'OBJECTION' && one.from !== 'ON_SITE';

/** What the draft meets: objections, their decisions, and the end of the round. */
export default function FeedbackPart({ evaluation, seat }: PartProps) {
  const code = evaluation.code;
  const feedback = useQuery({
    queryKey: ['feedback', code],
    refetchInterval: evaluation.phase === 'FEEDBACK' ? 15_000 : false,
    queryFn: () => gotOrNone(report.GET('/v1/evaluations/{evaluation}/feedback', { params: { path: { evaluation: code } } })),
  });
  if (evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING') {
    return <Alert type="info" showIcon title="报告初稿发出后在这里征求意见" />;
  }
  return (
    <Asked query={feedback}>
      {(found) => {
        const voices = [...(found?.onSite ? [found.onSite] : []), ...(found?.draft ?? [])] as Voice[];
        const mine = voices.filter((one) => one.from === portal.toUpperCase());
        const objections = voices.filter(isDecidable);
        const waiting = objections.filter((one) => !one.decision).length;
        const upheld = objections.some((one) => one.decision?.decision === 'UPHELD');
        return (
          <>
            {portal === 'bureau' && evaluation.phase === 'CLOSED' && <Closed evaluation={code} />}
            {voices.length === 0 && <Nothing>还没有收到意见</Nothing>}
            {voices.map((one) => (
              <VoiceCard key={`${one.from}/${one.number}`} evaluation={code} voice={one} open={evaluation.phase === 'FEEDBACK'} own={seat?.party} />
            ))}
            {evaluation.phase === 'FEEDBACK' && SPEAKING.has(portal) && (portal === 'operator' || seat) && (
              <Say evaluation={code} number={Math.max(0, ...mine.map((one) => one.number)) + 1} />
            )}
            {evaluation.phase === 'FEEDBACK' && portal === 'third-party' && seat?.lead && !found?.onSite && <OnSite evaluation={code} day={evaluation.onSite ?? ''} />}
            {portal === 'bureau' && evaluation.phase === 'FEEDBACK' && (
              <Close evaluation={code} waiting={waiting} upheld={upheld} decided={objections.length - waiting} />
            )}
          </>
        );
      }}
    </Asked>
  );
}

const OUTCOMES = [
  { value: 'NO_OBJECTION', label: '没有异议' },
  { value: 'OBJECTION', label: '有异议' },
];

/** @param own the reader's party, which an upheld objection may have to correct */
function VoiceCard({ evaluation, voice, open, own }: { evaluation: string; voice: Voice; open: boolean; own: string | undefined }) {
  const [reopened, setReopened] = useState('');
  const decide = useChange(
    (verdict: NonNullable<Voice['decision']>) =>
      got(
        report.PUT('/v1/evaluations/{evaluation}/feedback/{voice}/{number}/decision', {
          params: { path: { evaluation, voice: voice.from.toLowerCase(), number: String(voice.number) } },
          body: verdict,
        }),
      ),
    '裁定已记录',
  );
  const called = `${VOICES[voice.from] ?? voice.from}${voice.from === 'ON_SITE' ? '' : `第 ${voice.number} 条`}`;
  return (
    <section className="card" aria-label={`${called}意见`}>
      <h2>
        {called}{' '}
        <span className={`mark ${voice.outcome === 'OBJECTION' ? 'warn-text' : 'good-text'}`}>{voice.outcome === 'OBJECTION' ? '有异议' : '无异议'}</span>
      </h2>
      <p>
        {voice.text} <span className="soft">{day(voice.on)}</span>
      </p>
      {voice.decision ? (
        <p>
          <strong>{voice.decision.decision === 'UPHELD' ? '异议成立' : '异议不成立'}</strong>：{voice.decision.reason}
          {voice.decision.party && <span className="soft">　由{party(voice.decision.party)}更正评分</span>}
          {open && own && voice.decision.party === own && <Link to={`/evaluations/${evaluation}/amendment`}>去更正</Link>}
        </p>
      ) : isDecidable(voice) && open && portal !== 'bureau' ? (
        <p className="soft">等待区民政局裁定</p>
      ) : (
        isDecidable(voice) &&
        open && (
          <>
            <div className="form">
              <Field label="成立的，由哪一方更正评分" of={called} at={decide.at('/party')} value={reopened} set={setReopened} choices={choices(PARTIES)} />
            </div>
            <Verdict
              label="裁定理由"
              of={called}
              at={decide.at('/reason')}
              pending={decide.isPending}
              lacking={!reopened}
              consequence={{ UPHELD: reopened ? `成立后由${party(reopened)}更正评分。` : '' }}
              decide={(decision, reason) => decide.mutateAsync(decision === 'UPHELD' ? { decision, reason, party: reopened } : { decision, reason })}
            />
          </>
        )
      )}
    </section>
  );
}

function Say({ evaluation, number }: { evaluation: string; number: number }) {
  const [outcome, setOutcome] = useState<Voice['outcome']>('NO_OBJECTION');
  const [text, setText] = useState('');
  const send = useChange(
    () =>
      got(
        report.PUT('/v1/evaluations/{evaluation}/feedback/{voice}/{number}', {
          params: { path: { evaluation, voice: portal, number: String(number) } },
          body: { on: dayjs().tz(HERE).format('YYYY-MM-DD'), outcome, ...(text.trim() ? { text } : {}) },
        }),
      ),
    '意见已提交',
  );
  useUnsaved(text, '', send.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: outcome === 'OBJECTION' ? '提交异议？' : '提交意见？',
      content: outcome === 'OBJECTION' ? '提交后不能修改，由区民政局裁定。' : '您表示没有异议。提交后不能修改。',
      okText: '提交',
      send: () => send.mutateAsync(undefined).then(() => setText('')),
    });
  return (
    <section className="card" aria-label="提出意见">
      <h2>对报告初稿的意见</h2>
      <p>
        请先阅读<Link to={`/evaluations/${evaluation}/report`}>报告初稿</Link>。
      </p>
      <Radio.Group
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
        aria-label="是否有异议"
        options={OUTCOMES}
      />
      <div className="form">
        <Field
          label={outcome === 'OBJECTION' ? '意见内容' : '意见内容（可不填）'}
          at={send.at('/text')}
          hint={outcome === 'OBJECTION' ? '请写明哪一处、为什么' : ''}
          rows={2}
          value={text}
          set={setText}
        />
      </div>
      <Button type="primary" disabled={outcome === 'OBJECTION' && !text.trim()} loading={send.isPending} onClick={ask}>
        提交意见
      </Button>
    </section>
  );
}

/** What the operator said on the spot, written down by the third party. */
function OnSite(props: { evaluation: string; day: string }) {
  const [on, setOn] = useState(props.day);
  const [outcome, setOutcome] = useState<Voice['outcome']>('NO_OBJECTION');
  const [text, setText] = useState('');
  const record = useChange(
    () =>
      got(
        report.PUT('/v1/evaluations/{evaluation}/feedback/on-site', {
          params: { path: { evaluation: props.evaluation } },
          body: { on, outcome, text },
        }),
      ),
    '现场反馈已登记',
  );
  useUnsaved(text, '', record.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '登记现场反馈？',
      content: '登记后写入报告，不能修改。',
      okText: '登记',
      send: () => record.mutateAsync(undefined),
    });
  return (
    <section className="card" aria-labelledby="on-site">
      <h2 id="on-site">登记承办方的现场反馈</h2>
      <div className="form">
        <Field label="反馈日期" type="date" at={record.at('/on')} value={on} set={setOn} />
        <Field label="承办方的态度" at={record.at('/outcome')} choices={OUTCOMES} value={outcome} set={(value) => setOutcome(value as Voice['outcome'])} />
        <Field label="现场反馈的内容" at={record.at('/text')} hint="承办方在现场说了什么" rows={2} value={text} set={setText} />
      </div>
      <Button type="primary" disabled={!on || !text.trim()} loading={record.isPending} onClick={ask}>
        登记现场反馈
      </Button>
    </section>
  );
}

function Close({ evaluation, waiting, upheld, decided }: { evaluation: string; waiting: number; upheld: boolean; decided: number }) {
  const confirm = useConfirm();
  const vetoes = useVetoes(evaluation);
  const undecided = (vetoes.data?.vetoes ?? []).filter(isUndecided).length;
  const close = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/closure', {
          params: { path: { evaluation } },
          body: { objectionsDecided: decided },
        }),
      ),
    '评估已办结，正在生成正式报告',
  );
  const ask = () =>
    confirm({
      title: '办结评估？',
      content: `${upheld ? '有成立的异议，请先确认评分已经更正。' : ''}办结后结果成为最终结果，不再接受意见。`,
      okText: '办结评估',
      send: () => close.mutateAsync(undefined),
    });
  return (
    <div className="actions">
      <Button type="primary" disabled={waiting > 0 || undecided > 0} loading={close.isPending} onClick={ask} data-testid="close">
        办结评估
      </Button>
      {waiting > 0 && <span className="warn-text">还有 {waiting} 条异议没有裁定</span>}
      {undecided > 0 && (
        <Link to={`/evaluations/${evaluation}/veto`} className="warn-text">
          还有 {undecided} 项一票否决没有裁定
        </Link>
      )}
    </div>
  );
}
