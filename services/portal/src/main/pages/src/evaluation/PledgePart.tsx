import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Input } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Asked } from '../app/states';
import type { PartProps } from './EvaluationPage';

/** The pledge: before it is signed nothing opens. Whoever is in conflict asks to be recused instead. */
export default function PledgePart({ evaluation, seat }: PartProps) {
  const navigate = useNavigate();
  const [read, setRead] = useState(false);
  const [reason, setReason] = useState('');
  const path = { evaluation: evaluation.code, evaluator: seat?.evaluator ?? '' } as never;
  const text = useQuery({
    queryKey: ['pledge-text', evaluation.code],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/panel/pledge-text', { params: { path } })),
  });
  const sign = useChange(async (textVersion: number) => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/pledge', {
        params: { path },
        body: { occurredOn: dayjs().format('YYYY-MM-DD'), textVersion } as never,
      }),
    );
    await navigate({ to: `/evaluations/${evaluation.code}/evidence` as never });
  }, '已签署');
  const recuse = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/recusal', {
          params: { path },
          body: { reason } as never,
        }),
      ),
    '回避申请已提交，由区民政局决定',
  );
  return (
    <>
      <section className="card">
        {seat?.pledged && <Alert type="success" showIcon title="您已签署承诺书" />}
        <Asked query={text}>
          {(pledge) => (
            <>
              <div className="pledge">{pledge.text}</div>
              {!seat?.pledged && (
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
      <section className="card" aria-labelledby="conflict">
        <h2 id="conflict">利益冲突申报</h2>
        <p className="soft">与承办方或站点有任职、亲属、借贷等关系的，请申请回避。批准后立即生效，您的评分不再计入。</p>
        <label htmlFor="reason">理由</label>
        <Input.TextArea id="reason" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} showCount />
        <div className="actions">
          <Button danger disabled={!reason.trim()} loading={recuse.isPending} onClick={() => recuse.mutate(undefined)}>
            申请回避
          </Button>
        </div>
      </section>
    </>
  );
}
