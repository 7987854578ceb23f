import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Attachments } from '../attachment/AttachmentPart';
import { Field } from '../app/Field';
import { focusOn } from '../app/focus';
import { Asked, Nothing } from '../app/states';
import { Verdict } from '../app/Verdict';
import { CONCERN_STATES, day, party, partyOf } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { submitted } from '../app/submitted';
import { useUnsaved } from '../app/unsaved';
import { EarlierRemediation } from './EarlierRemediation';

/** What becomes of the concerns of this round: the operator's measures, the bureau's verification. */
export default function RemediationPart({ evaluation }: PartProps) {
  const disclosed = evaluation.phase === 'CLOSED' || (evaluation.phase === 'FEEDBACK' && !partyOf(portal));
  const concerns = useQuery({
    queryKey: ['concerns', evaluation.code],
    enabled: disclosed,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/concerns', { params: { path: { evaluation: evaluation.code } } })),
  });
  const ended = evaluation.phase === 'CLOSED' || evaluation.phase === 'CANCELLED';
  return (
    <>
      {disclosed ? (
        <Asked query={concerns}>
          {(found) =>
            found.concerns.length === 0 ? (
              <Nothing>没有需要整改的问题</Nothing>
            ) : (
              <>
                {found.concerns.map((one) => (
                  <Concern key={one.number} evaluation={evaluation.code} concern={one} />
                ))}
                {(portal === 'operator' || portal === 'bureau') && (
                  <Attachments evaluation={evaluation.code} open={portal === 'operator' && found.concerns.some((one) => one.state !== 'ACCEPTED')} />
                )}
              </>
            )
          }
        </Asked>
      ) : (
        <Alert type="info" showIcon title={partyOf(portal) ? '评估办结后可以查看整改' : '四方全部提交后在这里落实整改'} />
      )}
      {portal === 'operator' && <EarlierRemediation evaluation={evaluation.code} open={!ended} />}
    </>
  );
}

interface ConcernView {
  number: number;
  party: string;
  title: string;
  text: string;
  state: string;
  followUp?: { owner: string; dueOn: string; measures: string; evidence?: string; state: string } | null;
  followUpVersion?: number | null;
  verification?: { outcome: string; reason: string } | null;
}

function Concern({ evaluation, concern }: { evaluation: string; concern: ConcernView }) {
  const before = concern.followUp;
  const [owner, setOwner] = useState(before?.owner ?? '');
  const [dueOn, setDueOn] = useState(before?.dueOn ?? '');
  const [measures, setMeasures] = useState(before?.measures ?? '');
  const [evidence, setEvidence] = useState(before?.evidence ?? '');
  const [state, setState] = useState(before?.state ?? 'PLANNED');
  const [writing, setWriting] = useState(false);
  const params = { path: { evaluation, number: String(concern.number) } };
  const follow = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/concerns/{number}/follow-up', {
        params,
        body: { owner, dueOn, measures, ...(evidence ? { evidence } : {}), state },
      }),
    );
    setWriting(false);
  }, '整改情况已保存');
  const verify = useChange(
    ({ outcome, reason }: { outcome: string; reason: string }) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/concerns/{number}/verification', {
          params,
          body: { followUpVersion: concern.followUpVersion, outcome, reason },
        }),
      ),
    '核实结论已记录',
  );
  const kept = [before?.owner, before?.dueOn, before?.measures, before?.evidence, before?.state ?? 'PLANNED'];
  useUnsaved(writing ? [owner, dueOn, measures, evidence, state] : kept, kept, follow.isPending);
  return (
    <section className="card" aria-label={concern.title}>
      <h2>
        {concern.title} <span className="mark">{CONCERN_STATES[concern.state] ?? concern.state}</span>
      </h2>
      <p>
        {concern.text} <span className="soft">（{party(concern.party)}提出）</span>
      </p>
      {before && !writing && (
        <p>
          整改：{before.measures}（{before.owner}，{day(before.dueOn)}前）
          {before.evidence && <span className="soft">　佐证：{before.evidence}</span>}
        </p>
      )}
      {portal === 'operator' && concern.state !== 'ACCEPTED' && !writing && (
        <Button aria-label={`${before ? '更新整改情况' : '填写整改情况'}：${concern.title}`} onClick={() => setWriting(true)}>
          {before ? '更新整改情况' : '填写整改情况'}
        </Button>
      )}
      {writing && (
        <form ref={focusOn} onSubmit={submitted(() => follow.mutate(undefined))}>
          <div className="form">
            <Field label="责任人（岗位）" of={concern.title} at={follow.at('/owner')} value={owner} set={setOwner} />
            <Field label="完成期限" of={concern.title} type="date" at={follow.at('/dueOn')} value={dueOn} set={setDueOn} />
            <Field label="状态" of={concern.title} at={follow.at('/state')} value={state} set={setState} choices={['PLANNED', 'UNDER_WAY', 'DONE'].map((value) => ({ value, label: CONCERN_STATES[value] ?? value }))} />
            <Field label="整改措施" of={concern.title} at={follow.at('/measures')} rows={2} value={measures} set={setMeasures} />
            <Field label="佐证（完成时须填写；文件在下方上传后写明文件名）" of={concern.title} at={follow.at('/evidence')} rows={2} value={evidence} set={setEvidence} />
          </div>
          <div className="actions">
            <Button type="primary" htmlType="submit" disabled={!owner.trim() || !dueOn || !measures.trim()} loading={follow.isPending} aria-label={`保存整改情况：${concern.title}`}>
              保存整改情况
            </Button>
            <Button aria-label={`收起：${concern.title}`} onClick={() => setWriting(false)}>
              收起
            </Button>
          </div>
        </form>
      )}
      {concern.verification && <p className="soft">核实：{concern.verification.reason}</p>}
      {portal === 'bureau' && before?.state === 'DONE' && concern.state === 'DONE' && (
        <Verdict
          label="核实意见"
          of={concern.title}
          at={verify.at('/reason')}
          pending={verify.isPending}
          words={{ UPHELD: '核实通过', REFUSED: '退回' }}
          consequence={{ UPHELD: '这一问题就此办结。', REFUSED: '承办方须继续整改。' }}
          decide={(decision, reason) => verify.mutateAsync({ outcome: decision === 'UPHELD' ? 'ACCEPTED' : 'RETURNED', reason })}
        />
      )}
    </section>
  );
}
