import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Checkbox } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { Asked } from '../app/states';
import { HERE } from '../app/words';
import type { PartProps } from './EvaluationPage';
import { usePanel } from './panel';
import { useUnsaved } from '../app/unsaved';

/** The pledge: before it is signed nothing opens. Whoever is in conflict asks to be recused instead. */
export default function PledgePart({ evaluation, seat }: PartProps) {
  const navigate = useNavigate();
  const [read, setRead] = useState(false);
  const path = { evaluation: evaluation.code, evaluator: seat?.evaluator ?? '' };
  const text = useQuery({
    queryKey: ['pledge-text', evaluation.code],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/panel/pledge-text', { params: { path } })),
  });
  const sign = useChange(async (textVersion: number) => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/pledge', {
        params: { path },
        body: { occurredOn: dayjs().tz(HERE).format('YYYY-MM-DD'), textVersion },
      }),
    );
    await navigate({ to: `/evaluations/${evaluation.code}/evidence` });
  }, '已签署');
  const panel = usePanel(evaluation.code);
  const open = evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING';
  return (
    <>
      <section className="card">
        {seat?.pledged && <Alert type="success" showIcon title="您已签署承诺书" />}
        <Asked query={text}>
          {(pledge) => (
            <>
              <div className="pledge">{pledge.text}</div>
              {!seat?.pledged && open && seat?.partySubmitted && <Alert type="info" showIcon title="本方已提交，不能再签署承诺书" />}
              {!seat?.pledged && open && !seat?.partySubmitted && (
                <div className="actions">
                  <Checkbox checked={read} onChange={(event) => setRead(event.target.checked)}>
                    我已阅读并承诺遵守
                  </Checkbox>
                  <Button type="primary" disabled={!read} loading={sign.isPending} onClick={() => sign.mutate(pledge.version)}>
                    签署承诺书
                  </Button>
                </div>
              )}
            </>
          )}
        </Asked>
      </section>
      <Asked query={panel}>
        {(found) => {
          const asked = found?.members.find((one) => one.evaluator === seat?.evaluator)?.recusal;
          if (!asked && !open) return null;
          return (
            <section className="card" aria-labelledby="conflict">
              <h2 id="conflict">利益冲突申报</h2>
              {asked && (
                <Alert
                  type={asked.state === 'REQUESTED' ? 'warning' : 'info'}
                  showIcon
                  title={STATES[asked.state] ?? asked.state}
                  description={`您申请的理由：${asked.reason}${asked.because ? `；裁定理由：${asked.because}` : ''}`}
                />
              )}
              {open && (asked ? asked.state === 'REFUSED' && !seat?.partySubmitted : true) && (
                <Recusal evaluation={evaluation.code} evaluator={seat?.evaluator ?? ''} submitted={seat?.partySubmitted ?? false} />
              )}
            </section>
          );
        }}
      </Asked>
    </>
  );
}

const STATES: Record<string, string> = {
  REQUESTED: '您已申请回避，等待区民政局裁定',
  REFUSED: '您的回避申请未获同意，请继续评估；有其他理由的，可以再次申请',
  UPHELD: '您已回避',
};

/** @param submitted whether the party has, which a request takes back */
function Recusal({ evaluation, evaluator, submitted }: { evaluation: string; evaluator: string; submitted: boolean }) {
  const [reason, setReason] = useState('');
  const recuse = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/recusal', {
          params: { path: { evaluation, evaluator } },
          body: { reason },
        }),
      ),
    '回避申请已提交，由区民政局裁定',
  );
  useUnsaved(reason, '', recuse.isPending);
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '申请回避？',
      content: '由区民政局裁定，提交后不能撤回。同意后您退出本次评估，已有的评分不再计入。' + (submitted ? '本方已经提交：申请后重新开放，须由组长再次提交。' : ''),
      okText: '申请回避',
      send: () => recuse.mutateAsync(undefined),
    });
  return (
    <>
      <p className="soft">与承办方或站点有任职、亲属、借贷等关系的，请申请回避。同意后立即生效，您的评分不再计入。</p>
      <div className="form">
        <Field label="理由" at={recuse.at('/reason')} rows={2} most={500} value={reason} set={setReason} />
      </div>
      <Button danger disabled={!reason.trim()} loading={recuse.isPending} onClick={ask}>
        申请回避
      </Button>
    </>
  );
}
