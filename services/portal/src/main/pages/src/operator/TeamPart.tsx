import { Button } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Dialog } from '../app/Dialog';
import { Field } from '../app/Field';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { party } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { usePanel } from '../evaluation/panel';

const STATES: Record<string, string> = { REQUESTED: '已申请回避，待裁定', UPHELD: '已回避', REFUSED: '申请未获同意' };

/** Who evaluates; while the round is prepared the operator may ask that somebody steps aside. */
export default function TeamPart({ evaluation }: PartProps) {
  const panel = usePanel(evaluation.code);
  const [asked, setAsked] = useState<{ evaluator: string; label: string } | null>(null);
  return (
    <section className="card" aria-labelledby="team">
      <h2 id="team">评估团队</h2>
      <p className="soft">评委与本站或本机构有利益关系的，可以在准备阶段申请其回避，由区民政局裁定。</p>
      <Asked query={panel}>
        {(found) =>
          found === null || found.members.length === 0 ? (
            <Nothing>区民政局还没有公布评估团队</Nothing>
          ) : (
            <Table
              size="small"
              rowKey="evaluator"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={found.members}
              columns={[
                { title: '评估方', render: (_, one) => party(one.party) },
                { title: '机构', render: (_, one) => one.organisation ?? '—' },
                { title: '评委', dataIndex: 'label' },
                { title: '职责', render: (_, one) => (one.recused ? '不再参评' : one.role === 'LEAD' ? '组长' : '组员') },
                {
                  title: '回避',
                  render: (_, one) => {
                    const before = one.operatorRecusal;
                    const isAskable = evaluation.phase === 'PREPARING' && !one.recused && (!before || before.state === 'REFUSED');
                    return (
                      <>
                        {before && (
                          <>
                            {STATES[before.state] ?? before.state}
                            <div className="told soft">理由：{before.reason}</div>
                            {before.because && <div className="told soft">裁定理由：{before.because}</div>}
                          </>
                        )}
                        {isAskable && (
                          <Button size="small" onClick={() => setAsked(one)} aria-label={`${before ? '以其他理由再次申请' : '申请回避'}：${one.label}`}>
                            {before ? '以其他理由再次申请' : '申请回避'}
                          </Button>
                        )}
                        {!before && !isAskable && '—'}
                      </>
                    );
                  },
                },
              ]}
            />
          )
        }
      </Asked>
      {asked && <Request evaluation={evaluation.code} asked={asked} close={() => setAsked(null)} />}
    </section>
  );
}

function Request({ evaluation, asked, close }: { evaluation: string; asked: { evaluator: string; label: string }; close: () => void }) {
  const [reason, setReason] = useState('');
  const request = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/operator-recusal', {
        params: { path: { evaluation, evaluator: asked.evaluator } },
        body: { reason },
      }),
    );
    close();
  }, '回避申请已提交，由区民政局裁定');
  return (
    <Dialog
      open
      title={`申请${asked.label}回避`}
      okText="提交申请"
      cancelText="取消"
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={request.isPending}
      onOk={() => request.mutate(undefined)}
      onCancel={close}
    >
      <p>由区民政局裁定，提交后不能撤回；未获同意的，可以另以其他理由再次申请。</p>
      <Field label="理由" at={request.at('/reason')} rows={3} most={500} value={reason} set={setReason} />
    </Dialog>
  );
}
