import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import dayjs from 'dayjs';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Dialog } from '../app/Dialog';
import { Field } from '../app/Field';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { day, moment, party, HERE } from '../app/words';
import type { Evaluation, PartProps } from '../evaluation/EvaluationPage';
import { usePanel } from '../evaluation/panel';
import { Closed } from './Closed';
import { isRoleHeld, useStationAccounts } from '../setup/AccountStep';
import { useRubric } from '../sheet/rubric';
import { useUnsaved } from '../app/unsaved';

const SHEETS: Record<string, string> = { NONE: '未开始', DRAFT: '填写中', SUBMITTED: '已提交' };

/** Who is how far and who is late; never a score. */
export default function ProgressPart({ evaluation }: PartProps) {
  const path = { evaluation: evaluation.code };
  const progress = useQuery({
    queryKey: ['progress', evaluation.code],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/progress', { params: { path } })),
    refetchInterval: 15_000,
  });
  // Until all four have submitted; a party that has is then reopened.
  const open = evaluation.phase === 'PREPARING' || evaluation.phase === 'SCORING';
  return (
    <>
      {evaluation.phase === 'CLOSED' && <Closed evaluation={evaluation.code} />}
      <Asked query={progress}>
        {(found) => (
          <div>
            {evaluation.phase === 'PREPARING' && <Readiness evaluation={evaluation} parties={found.parties} />}
            {found.parties.map((one) => (
              <section key={one.party} id={one.party} className="card" aria-label={party(one.party)}>
                <div className="actions">
                  <h2>{party(one.party)}</h2>
                  {one.submittedAt ? (
                    <span className="good-text">已于 {moment(one.submittedAt)} 提交</span>
                  ) : one.overdue ? (
                    <span className="late-text">已逾期（{moment(one.dueAt)} 截止）</span>
                  ) : (
                    <span className="soft">{one.dueAt ? `${moment(one.dueAt)} 截止` : '没有设定截止时间'}</span>
                  )}
                  {!one.submittedAt && open && <Deadline evaluation={evaluation.code} party={one.party} due={one.dueAt} />}
                </div>
                <Table
                  size="small"
                  rowKey="evaluator"
                  pagination={false}
                  scroll={{ x: 'max-content' }}
                  dataSource={one.evaluators}
                  columns={[
                    { title: '评委', dataIndex: 'label' },
                    { title: '职责', render: (_, row) => (row.role === 'LEAD' ? '组长' : '组员') },
                    { title: '承诺书', render: (_, row) => (row.pledgedOn ? day(row.pledgedOn) : '未签署') },
                    {
                      title: '评分表',
                      render: (_, row) => (row.recusal === 'UPHELD' || row.operatorRecusal === 'UPHELD' ? '已回避' : row.replacement ? '已撤换' : (SHEETS[row.sheet] ?? row.sheet)),
                    },
                    {
                      title: '回避与撤换',
                      render: (_, row) =>
                        row.recusal === 'REQUESTED' || row.operatorRecusal === 'REQUESTED' ? (
                          <Recusal evaluation={evaluation.code} evaluator={row.evaluator} label={row.label} byOperator={row.operatorRecusal === 'REQUESTED'} />
                        ) : open && takesPart(row) ? (
                          <Replacement evaluation={evaluation.code} evaluator={row.evaluator} label={row.label} submitted={one.submittedAt ? party(one.party) : ''} />
                        ) : (
                          '—'
                        ),
                    },
                  ]}
                />
              </section>
            ))}
          </div>
        )}
      </Asked>
      {open && <Cancel evaluation={evaluation.code} />}
    </>
  );
}

interface Evaluator {
  role: string;
  pledgedOn?: string | null;
  recusal?: string | null;
  operatorRecusal?: string | null;
  replacement?: string | null;
}

const takesPart = (one: Evaluator) => !one.replacement && one.recusal !== 'UPHELD' && one.operatorRecusal !== 'UPHELD';
const leads = (one: Evaluator) => one.role === 'LEAD';
const isUndecided = (one: Evaluator) => one.recusal === 'REQUESTED' || one.operatorRecusal === 'REQUESTED';

/** What should stand before the evidence is frozen, and where what does not is put right; without some of it nothing is frozen. */
function Readiness({ evaluation, parties }: { evaluation: Evaluation; parties: { party: string; evaluators: Evaluator[] }[] }) {
  const confirm = useConfirm();
  const rubric = useRubric(evaluation.code);
  const panelists = usePanel(evaluation.code);
  const accounts = useStationAccounts(evaluation.district, evaluation.station);
  const freeze = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/evidence-snapshot', {
          params: { path: { evaluation: evaluation.code } },
          body: { achievementVersion: evaluation.achievementVersion, staffingVersion: evaluation.staffingVersion },
        }),
      ),
    '数据已冻结，评分开始',
  );
  if (rubric.isPending) return null;
  const there = parties.map((one) => ({ party: one.party, evaluators: one.evaluators.filter(takesPart) }));
  const leaderless = there.filter((one) => one.evaluators.filter(leads).length !== 1);
  const unpledged = there.filter((one) => one.evaluators.length === 0 || one.evaluators.some((each) => !each.pledgedOn));
  const misfits = (panelists.data?.members ?? []).filter((one) => accounts.isSuccess && !one.recused && one.account && !isRoleHeld(accounts.data.accounts, one.account, one.party));
  const undecided = there.filter((one) => one.evaluators.some(isUndecided));
  const panel = { to: `/evaluations/${evaluation.code}/panel` };
  const at = ([first]: { party: string }[]) => ({ to: '.', hash: first?.party ?? '' });
  const named = (lacking: { party: string }[]) => lacking.map((one) => party(one.party)).join('、');
  const uncomputed = [...(evaluation.achievementVersion ? [] : ['完成情况']), ...(evaluation.staffingVersion ? [] : ['人员材料'])];
  const points = [
    { stands: uncomputed.length === 0, what: '完成情况和人员材料已报齐', lacks: `承办方的${uncomputed.join('、')}还没有报齐`, place: { to: `/evaluations/${evaluation.code}/evidence` }, needed: true },
    { stands: Boolean(rubric.data), what: '评估指标已选定', lacks: '选定评估指标', place: panel, needed: true },
    { stands: leaderless.length === 0, what: '每方有一名组长', lacks: `${named(leaderless)}须有且只有一名组长`, place: panel, needed: there.some((one) => !one.evaluators.some(leads)) },
    { stands: unpledged.length === 0, what: '承诺书均已签署', lacks: `${named(unpledged)}的承诺书还没有都签署，不签署的不能评分`, place: at(unpledged) },
    { stands: misfits.length === 0, what: '评委的账号都有所在方的角色', lacks: `${misfits.map((one) => `${one.label}的账号没有${party(one.party)}的角色`).join('；')}，不能评分`, place: panel },
    { stands: undecided.length === 0, what: '没有待裁定的回避申请', lacks: `${named(undecided)}有回避申请待裁定`, place: at(undecided) },
  ];
  const lacking = points.filter(({ stands, needed }) => needed && !stands).map(({ lacks }) => lacks);
  const lesser = points.filter(({ stands, needed }) => !needed && !stands).map(({ lacks }) => lacks);
  const ask = () =>
    confirm({
      title: '冻结数据，开始评分？',
      content: `${lesser.length > 0 ? `还有：${lesser.join('；')}。` : ''}以指标第 ${evaluation.achievementVersion} 版、人员第 ${evaluation.staffingVersion} 版为准。冻结后承办方不能再改，尚未截止的满意度问卷随之截止并计入已答复的，四方开始评分。`,
      okText: '冻结数据',
      send: () => freeze.mutateAsync(undefined),
    });
  return (
    <>
      <Alert
        type="info"
        showIcon
        title="准备证据"
        description={
          lacking.length > 0
            ? `还不能冻结：${lacking.join('；')}。`
            : `指标第 ${evaluation.achievementVersion} 版、人员第 ${evaluation.staffingVersion} 版已就绪。`
        }
        action={
          <Button type="primary" disabled={lacking.length > 0} onClick={ask} loading={freeze.isPending} data-testid="freeze">
            冻结数据
          </Button>
        }
      />
      <section className="card" aria-labelledby="readiness">
        <h2 id="readiness">冻结数据之前</h2>
        <ul className="sentences">
          {points.map(({ stands, what, lacks, place }) => (
            <li key={what}>
              <span className={stands ? 'good-text' : 'warn-text'}>{stands ? '已就绪' : '还缺'}</span>
              {stands ? <span>{what}</span> : <Link {...place}>{lacks}</Link>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Takes off who cannot go on; who follows is named on the panel's page. */
function Replacement(props: {
  evaluation: string;
  evaluator: string;
  label: string;
  /** The party, where it has submitted. */
  submitted: string;
}) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const replace = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/replacement', {
        params: { path: { evaluation: props.evaluation, evaluator: props.evaluator } },
        body: { reason },
      }),
    );
    setOpen(false);
  }, '已撤换，请在评估团队中增加接替的评委');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`撤换 ${props.label}`}>
        撤换
      </Button>
      <Dialog
        open={open}
        title={`撤换${props.label}？`}
        okText="撤换"
        cancelText="取消"
        okButtonProps={{ disabled: !reason.trim(), loading: replace.isPending }}
        onOk={() => replace.mutate(undefined)}
        onCancel={() => setOpen(false)}
      >
        <p>即时生效，不能撤回；此前的评分不再计入。撤换的是组长的，另请在评估团队中指定新的组长。</p>
        {props.submitted && <p>{props.submitted}已经提交：撤换后重新开放，须由组长再次提交。</p>}
        <Field label="撤换的理由" rows={2} at={replace.at('/reason')} value={reason} set={setReason} />
      </Dialog>
    </>
  );
}

/** Calls the round off, until all four parties have submitted. */
function Cancel({ evaluation }: { evaluation: string }) {
  const [reason, setReason] = useState('');
  const confirm = useConfirm();
  const cancel = useChange(
    () => got(scoring.PUT('/v1/evaluations/{evaluation}/cancellation', { params: { path: { evaluation } }, body: { reason } })),
    '评估已取消',
  );
  useUnsaved(reason, '', cancel.isPending);
  const ask = () =>
    confirm({
      title: '取消本次评估？',
      content: '取消后不能恢复，各方收到通知，已有的评分不再使用。',
      okText: '取消评估',
      send: () => cancel.mutateAsync(undefined),
    });
  return (
    <section className="card" aria-labelledby="cancel">
      <h2 id="cancel">取消评估</h2>
      <div className="form">
        <Field label="取消的理由" rows={2} at={cancel.at('/reason')} value={reason} set={setReason} />
        <Button danger disabled={!reason.trim()} loading={cancel.isPending} onClick={ask}>
          取消本次评估
        </Button>
      </div>
    </section>
  );
}

function Deadline(props: { evaluation: string; party: string; due: string | null | undefined }) {
  const [open, setOpen] = useState(false);
  const [due, setDue] = useState(props.due ? dayjs(props.due).tz(HERE).format('YYYY-MM-DDTHH:mm') : '');
  const [reason, setReason] = useState('');
  const set = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/parties/{party}/deadline', {
        params: { path: { evaluation: props.evaluation, party: props.party } },
        body: { dueAt: dayjs.tz(due, HERE).toISOString(), ...(reason ? { reason } : {}) },
      }),
    );
    setOpen(false);
  }, '截止时间已设定');
  const act = props.due ? '延期' : '设定截止时间';
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${act}：${party(props.party)}`}>
        {act}
      </Button>
      <Dialog open={open} title={`${party(props.party)}的截止时间`} okText="保存" cancelText="取消" okButtonProps={{ disabled: !dayjs(due, 'YYYY-MM-DDTHH:mm', true).isValid() || (Boolean(props.due) && !reason.trim()) }} confirmLoading={set.isPending} onOk={() => set.mutate(undefined)} onCancel={() => setOpen(false)}>
        <Field label="截止时间" type="datetime-local" at={set.at('/dueAt')} value={due} set={setDue} />
        <Field label={props.due ? '延期理由' : '理由（可不填）'} rows={2} at={set.at('/reason')} value={reason} set={setReason} />
      </Dialog>
    </>
  );
}

function Recusal(props: { evaluation: string; evaluator: string; label: string; byOperator: boolean }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const panel = usePanel(props.evaluation);
  const member = panel.data?.members.find((one) => one.evaluator === props.evaluator);
  const latest = props.byOperator ? member?.operatorRecusal : member?.recusal;
  const asked = latest?.state === 'REQUESTED' ? latest : undefined;
  const decide = useChange(async (decision: 'UPHELD' | 'REFUSED') => {
    const request = {
      params: { path: { evaluation: props.evaluation, evaluator: props.evaluator } },
      body: { decision, reason, requestReason: asked?.reason },
    };
    await (props.byOperator
      ? got(scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/operator-recusal/decision', request))
      : got(scoring.PUT('/v1/evaluations/{evaluation}/panel/{evaluator}/recusal/decision', request)));
    setOpen(false);
  }, '已裁定');
  const given = { disabled: !reason.trim() || !asked || decide.isPending };
  const what = props.byOperator ? '承办方申请，待裁定' : '本人申请，待裁定';
  const look = () => {
    // An earlier request may be what was read last.
    void panel.refetch();
    setOpen(true);
  };
  return (
    <>
      <Button size="small" danger onClick={look} aria-label={`${what}：${props.label}`}>
        {what}
      </Button>
      <Dialog
        open={open}
        title={`${props.label}回避？`}
        onCancel={() => setOpen(false)}
        footer={[
          <Button key="refuse" {...given} onClick={() => decide.mutate('REFUSED')}>
            不予回避
          </Button>,
          <Button key="uphold" type="primary" {...given} onClick={() => decide.mutate('UPHELD')}>
            同意回避
          </Button>,
        ]}
      >
        <Asked query={panel}>
          {() => (
            <p className="written">
              <strong>{props.byOperator ? '承办方' : '本人'}申请的理由：</strong>
              {asked?.reason}
            </p>
          )}
        </Asked>
        <p>裁定后不能再改。同意的，{props.label}即刻退出本次评估，已有的评分不再计入。</p>
        <Field label="裁定理由" rows={2} at={decide.at('/reason')} value={reason} set={setReason} />
      </Dialog>
    </>
  );
}
