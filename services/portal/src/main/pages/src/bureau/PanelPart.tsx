import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { got, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Dialog } from '../app/Dialog';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { choices, day, moment, PARTIES, party, ROLES } from '../app/words';
import { isRoleHeld, useStationAccounts } from '../setup/AccountStep';
import { useRubric } from '../sheet/rubric';
import type { Evaluation, PartProps } from '../evaluation/EvaluationPage';
import { asides, usePanel, type Member } from '../evaluation/panel';
import { useUnsaved } from '../app/unsaved';

/** The panel and the rubric of a round, and beside them whom one may ask. */
export default function PanelPart({ evaluation }: PartProps) {
  const path = { evaluation: evaluation.code };
  const panel = usePanel(evaluation.code);
  const rubrics = useQuery({
    queryKey: ['rubrics', evaluation.district],
    queryFn: () => got(scoring.GET('/v1/districts/{district}/rubrics', { params: { path: { district: evaluation.district } } })),
  });
  const rubric = useRubric(evaluation.code);
  const [choice, setChoice] = useState('');
  const choose = useChange(() => {
    const [code, version] = choice.split('@');
    return got(
      scoring.PUT('/v1/evaluations/{evaluation}/rubric-choice', { params: { path }, body: { rubric: code, version } }),
    );
  }, '已选定评估指标');
  const open = evaluation.phase === 'PREPARING';
  return (
    <>
      <section className="card" aria-labelledby="rubric">
        <h2 id="rubric">评估指标</h2>
        <Asked query={rubric}>
          {(found) => (found ? <p>本次评估使用 {found.code} 第 {found.version} 版。</p> : <Alert type="warning" showIcon title="还没有选定评估指标" />)}
        </Asked>
        {open && (
          <Asked query={rubrics}>
            {(kept) => {
              const published = kept.rubrics.filter((one) => one.state === 'PUBLISHED');
              return published.length === 0 ? (
                <Nothing>
                  指标库还没有已发布的版本，请先<Link to="/rubrics">导入并发布</Link>
                </Nothing>
              ) : (
                <div className="form">
                  <Field
                    label="从指标库选用"
                    value={choice}
                    set={setChoice}
                    choices={published.map((one) => ({ value: `${one.code}@${one.version}`, label: `${one.code} 第 ${one.version} 版` }))}
                  />
                  <Button disabled={!choice} loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
                    选用
                  </Button>
                </div>
              );
            }}
          </Asked>
        )}
      </section>
      <Asked query={panel}>
        {(found) => (
          <>
            <Members key={found?.version ?? 0} evaluation={evaluation} gone={(found?.members ?? []).filter((one) => one.recused).map((one) => one.evaluator)} kept={rowsOf(found?.members)} version={found?.version} open={open || evaluation.phase === 'SCORING'} />
            {found && <Commitments members={found.members} />}
          </>
        )}
      </Asked>
      {open && <Candidates evaluation={evaluation} />}
    </>
  );
}

/** @param gone those who take part no more */
function Members(props: { evaluation: Evaluation; gone: string[]; kept: Row[]; version: number | undefined; open: boolean }) {
  const { evaluation, gone, kept, version, open } = props;
  const [rows, setRows] = useState(kept);
  const accounts = useStationAccounts(evaluation.district, evaluation.station);
  const held = (accounts.data?.accounts ?? []).filter((one) => one.role !== 'operator');
  const columns: Column[] = [
    { key: 'evaluator', title: '编码', width: 150 },
    { key: 'party', title: '评估方', kind: 'choice', choices: choices(PARTIES) },
    { key: 'label', title: '称呼' },
    { key: 'role', title: '职责', kind: 'choice', choices: choices({ LEAD: '组长', MEMBER: '组员' }) },
    {
      key: 'account',
      title: '账号',
      kind: 'choice',
      width: 340,
      choices: [...new Map(held.map((one) => [one.id, one.username]))].map(([id, username]) => ({
        value: id,
        label: `${username}（${held.filter((one) => one.id === id).map((one) => ROLES[one.role] ?? one.role).join('、')}）`,
      })),
    },
  ];
  const candidates = useCandidates(evaluation.code, open);
  const seated = open ? rows.filter((row) => row['account'] && !gone.includes(String(row['evaluator']))) : [];
  const misfits = accounts.isSuccess ? seated.filter((row) => row['party'] && !isRoleHeld(held, String(row['account']), String(row['party']))) : [];
  const conflicts = seated.flatMap((row) => {
    const hints = candidates.data?.candidates.find((one) => one.account === row['account'])?.hints ?? [];
    return hints.length > 0 ? [`${row['label'] || row['evaluator']}（${hinted(hints)}）`] : [];
  });
  const isBarred = misfits.some((row) => !kept.some((one) => one['account'] === row['account'] && one['party'] === row['party']));
  const save = useKeep(
    version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/panel', {
          params: { path: { evaluation: evaluation.code }, header },
          body: { members: filled(rows, columns) },
        }),
      ),
    '评估团队已公布',
  );
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '公布评估团队？',
      content: `${conflicts.length > 0 ? `有利益冲突提示：${conflicts.join('、')}。` : ''}公布后承办方可以看到评委的称呼和机构，新列入的评委收到通知；以后的改动同样公布。`,
      okText: '公布',
      send: () => save.mutateAsync(undefined),
    });
  useUnsaved(rows, kept, save.isPending);
  return (
    <section className="card" aria-labelledby="panel">
      <h2 id="panel">评估团队</h2>
      <p className="soft">每方一名组长。账号在“站点与账号”中建立，须有所在评估方的角色。</p>
      <Grid label="评委" at={save.at('/members')} columns={columns} rows={rows} change={setRows} frozen={!open} />
      {misfits.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={misfits.map((row) => `${row['label'] || row['evaluator']}的账号没有${party(String(row['party']))}的角色`).join('；')}
          description="没有所在评估方角色的账号不能进入本次评估：请另选账号，或在“站点与账号”中授予角色；已经签署承诺书的，请在进度中撤换。"
        />
      )}
      {conflicts.length > 0 && <Alert type="warning" showIcon title={`利益冲突提示：${conflicts.join('、')}`} />}
      {open && (
        <div className="actions">
          <Accepted evaluation={evaluation.code} rows={rows} add={(accepted) => setRows([...rows, ...accepted])} />
          <Button type="primary" disabled={isBarred} loading={save.isPending} onClick={ask}>
            公布评估团队
          </Button>
        </div>
      )}
    </section>
  );
}

/** Who has pledged, and who takes part no more or may not for long. */
function Commitments({ members }: { members: Member[] }) {
  return (
    <section className="card" aria-labelledby="commitments">
      <h2 id="commitments">承诺、回避与撤换</h2>
      <Table
        size="small"
        rowKey="evaluator"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={members}
        columns={[
          { title: '评估方', render: (_, one) => party(one.party) },
          { title: '评委', dataIndex: 'label' },
          { title: '参评', render: (_, one) => (one.recused ? <span className="late-text">不再参评</span> : '参评') },
          { title: '承诺书', render: (_, one) => (one.pledgedOn ? day(one.pledgedOn) : '未签署') },
          {
            title: '回避与撤换',
            render: (_, one) =>
              asides(one).length === 0
                ? '—'
                : asides(one).map((aside) => (
                    <div key={aside} className="told">
                      {aside}
                    </div>
                  )),
          },
        ]}
      />
    </section>
  );
}

/** Takes onto the panel who said yes and is not on it; who leads is for the bureau to say. */
function Accepted({ evaluation, rows, add }: { evaluation: string; rows: Row[]; add: (accepted: Row[]) => void }) {
  const candidates = useCandidates(evaluation);
  const invitations = useInvitations(evaluation);
  const accepted = (candidates.data?.candidates ?? []).flatMap(({ evaluator, label, account }) => {
    const invitation = invitations.data?.invitations.find((one) => one.evaluator === evaluator && one.state === 'ACCEPTED');
    return invitation && !rows.some((row) => row.account === account)
      ? [{ evaluator, party: invitation.party, label, role: 'MEMBER', account }]
      : [];
  });
  return accepted.length > 0 && <Button onClick={() => add(accepted)}>列入已接受邀请的 {accepted.length} 名评委</Button>;
}

const useCandidates = (evaluation: string, enabled = true) =>
  useQuery({
    queryKey: ['candidates', evaluation],
    enabled,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/candidates', { params: { path: { evaluation } } })),
  });

const useInvitations = (evaluation: string) =>
  useQuery({
    queryKey: ['invitations', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/invitations', { params: { path: { evaluation } } })),
  });

interface Candidate {
  evaluator: string;
  label: string;
  account: string;
  hints: string[];
}

const HINTS: Record<string, string> = {
  EMPLOYED_BY_OPERATOR: '所在单位即承办机构',
  FORMERLY_EMPLOYED_BY_OPERATOR: '曾在承办机构任职',
  SERVED_LAST_ROUND: '上一轮评过本站',
};
const hinted = (hints: string[]) => hints.map((hint) => HINTS[hint] ?? hint).join('、');
const ANSWERS: Record<string, string> = { INVITED: '等待答复', ACCEPTED: '已接受', DECLINED: '已谢绝' };

/** Whom the pool offers, with what speaks against each, and who was asked. */
function Candidates({ evaluation }: { evaluation: Evaluation }) {
  const candidates = useCandidates(evaluation.code);
  const invitations = useInvitations(evaluation.code);
  const [asked, setAsked] = useState<Candidate | null>(null);
  return (
    <section className="card" aria-labelledby="candidates">
      <h2 id="candidates">邀请评委</h2>
      <Asked query={candidates}>
        {(found) =>
          found.candidates.length === 0 ? (
            <Nothing>评委库中没有可邀请的评委</Nothing>
          ) : (
            <Table
              size="small"
              rowKey="evaluator"
              scroll={{ x: 'max-content' }}
              pagination={{ pageSize: 10, hideOnSinglePage: true }}
              dataSource={found.candidates}
              columns={[
                { title: '评委', render: (_, one) => `${one.label}（${one.evaluator}）` },
                { title: '单位', dataIndex: 'organisation' },
                { title: '专长', render: (_, one) => one.expertise.join('、') || '—' },
                {
                  title: '利益冲突提示',
                  render: (_, one) =>
                    one.hints.length === 0 ? '—' : <span className="late-text">{hinted(one.hints)}</span>,
                },
                {
                  title: '邀请',
                  render: (_, one) => {
                    const invitation = invitations.data?.invitations.find((each) => each.evaluator === one.evaluator);
                    const how = invitation ? '重新邀请' : '邀请';
                    return (
                      <>
                        {invitation &&
                          `${party(invitation.party)}，${ANSWERS[invitation.state] ?? invitation.state} ${moment(invitation.answeredAt ?? invitation.invitedAt)} `}
                        {(!invitation || invitation.state === 'INVITED') && (
                          <Button size="small" onClick={() => setAsked(one)} aria-label={`${how} ${one.label}`}>
                            {how}
                          </Button>
                        )}
                      </>
                    );
                  },
                },
              ]}
            />
          )
        }
      </Asked>
      {asked && <Invite evaluation={evaluation} asked={asked} close={() => setAsked(null)} />}
    </section>
  );
}

/** Asks somebody to evaluate for one of the parties whose role the account has. */
function Invite({ evaluation, asked, close }: { evaluation: Evaluation; asked: Candidate; close: () => void }) {
  const accounts = useStationAccounts(evaluation.district, evaluation.station);
  const sides = Object.keys(PARTIES).filter((one) => isRoleHeld(accounts.data?.accounts ?? [], asked.account, one));
  const [chosen, setSide] = useState('');
  const side = chosen || (sides[0] ?? '');
  const [message, setMessage] = useState('');
  const invite = useChange(async () => {
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/invitations/{evaluator}', {
        params: { path: { evaluation: evaluation.code, evaluator: asked.evaluator } },
        body: { party: side, ...(message ? { message } : {}) },
      }),
    );
    close();
  }, '邀请已发出');
  return (
    <Dialog open title={`邀请 ${asked.label}`} okText="发出邀请" cancelText="取消" confirmLoading={invite.isPending} okButtonProps={{ disabled: !side }} onOk={() => invite.mutate(undefined)} onCancel={close}>
      {asked.hints.length > 0 && <Alert type="warning" showIcon title={`利益冲突提示：${hinted(asked.hints)}`} />}
      {accounts.isSuccess && sides.length === 0 && <Alert type="warning" showIcon title="该账号在本站点没有任何一方的角色，请先在“站点与账号”中给予角色" />}
      <Field label="代表哪一方" at={invite.at('/party')} value={side} set={setSide} choices={choices(PARTIES).filter((one) => sides.includes(one.value))} />
      <Field label="附言（可不填）" rows={2} at={invite.at('/message')} value={message} set={setMessage} />
    </Dialog>
  );
}
