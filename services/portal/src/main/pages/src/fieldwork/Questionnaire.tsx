import { useQuery } from '@tanstack/react-query';
import { Alert, Button, QRCode, Radio } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, portal, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, type Column, type Row } from '../app/Grid';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { useUnsaved } from '../app/unsaved';
import { at, groupChoices, GROUPS, type Given } from './given';

const GROUP_COLUMNS: Column[] = [
  { key: 'group', title: '对象', kind: 'choice', choices: groupChoices },
  { key: 'codes', title: '份数', kind: 'number', width: 100 },
];

/** One question, one answer a code: on paper as a QR code, or asked on the telephone. Its lead issues and closes it, all of the party ask. */
export function Questionnaire({ evaluation, open, lead }: Given & { lead: boolean }) {
  const confirm = useConfirm();
  const kept = useQuery({
    queryKey: ['questionnaire', evaluation],
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/questionnaire', { params: at(evaluation) })),
    refetchInterval: 30_000,
  });
  const close = useChange(
    () => got(scoring.PUT('/v1/evaluations/{evaluation}/questionnaire/closing', { params: at(evaluation) })),
    '问卷已截止，答卷成为评估证据',
  );
  return (
    <Asked query={kept}>
      {(found) =>
        found === null ? (
          open && lead ? (
            <Issue evaluation={evaluation} />
          ) : (
            <Nothing>还没有问卷</Nothing>
          )
        ) : (
          <section className="card" aria-label="问卷">
            <h2>{found.title}</h2>
            <dl className="figures">
              <div>
                <dt>发出</dt>
                <dd>{found.issued} 份</dd>
              </div>
              <div>
                <dt>收回</dt>
                <dd>{found.answered} 份</dd>
              </div>
              <div>
                <dt>回收率</dt>
                <dd>{found.responseRate}%</dd>
              </div>
            </dl>
            {portal === 'third-party' && <Codes evaluation={evaluation} open={open && found.state !== 'CLOSED'} />}
            {open && lead && found.state !== 'CLOSED' && <More evaluation={evaluation} kept={found} />}
            {open && lead && found.state !== 'CLOSED' && (
              <Button
                onClick={() =>
                  confirm({
                    title: '截止问卷？',
                    content: '截止后不再接受回答，答卷成为评估证据。',
                    okText: '截止',
                    send: () => close.mutateAsync(undefined),
                  })
                }
              >
                截止问卷
              </Button>
            )}
          </section>
        )
      }
    </Asked>
  );
}

function Issue({ evaluation }: { evaluation: string }) {
  const [title, setTitle] = useState('服务满意度调查');
  const [introduction, setIntroduction] = useState('');
  const [groups, setGroups] = useState<Row[]>([{ group: 'SERVICE_USER', codes: '30' }]);
  const issue = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/questionnaire', {
          params: at(evaluation),
          body: {
            title,
            ...(introduction ? { introduction } : {}),
            groups: filled(groups, GROUP_COLUMNS).map((group) => ({ ...group, codes: Number(group['codes']) })),
          },
        }),
      ),
    '问卷已建立，可以印制',
  );
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '建立问卷？',
      content: '建立后标题和说明不能再改，份数只能增发，不能减少。',
      okText: '建立',
      send: () => issue.mutateAsync(undefined),
    });
  return (
    <section className="card" aria-label="发出问卷">
      <div className="form">
        <Field label="标题" at={issue.at('/title')} value={title} set={setTitle} />
        <Field label="说明（可不填）" at={issue.at('/introduction')} value={introduction} set={setIntroduction} />
      </div>
      <Grid label="对象" at={issue.at('/groups')} columns={GROUP_COLUMNS} rows={groups} change={setGroups} />
      <Button type="primary" loading={issue.isPending} onClick={ask}>
        建立问卷
      </Button>
    </section>
  );
}

/** More of the same questionnaire, as groups grow; none is ever taken back. */
function More({
  evaluation,
  kept,
}: {
  evaluation: string;
  kept: { title: string; introduction?: string; groups: { group: string; issued: number }[] };
}) {
  const [group, setGroup] = useState(kept.groups[0]?.group ?? '');
  const [more, setMore] = useState('');
  const issue = useChange(async () => {
    const codes = new Map(kept.groups.map((one) => [one.group, one.issued]));
    codes.set(group, (codes.get(group) ?? 0) + Number(more));
    await got(
      scoring.PUT('/v1/evaluations/{evaluation}/questionnaire', {
        params: at(evaluation),
        body: {
          title: kept.title,
          ...(kept.introduction ? { introduction: kept.introduction } : {}),
          groups: [...codes].map(([name, count]) => ({ group: name, codes: count })),
        },
      }),
    );
    setMore('');
  }, '已增发，可以印制');
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: `给${GROUPS[group] ?? group}增发 ${Number(more)} 份？`,
      content: '增发后不能减少。',
      okText: '增发',
      send: () => issue.mutateAsync(undefined),
    });
  return (
    <div className="form">
      <Field label="增发给" value={group} set={setGroup} choices={groupChoices} />
      <Field label="增发份数" type="number" value={more} set={setMore} />
      <Button disabled={!group || !Number(more)} loading={issue.isPending} onClick={ask}>
        增发
      </Button>
    </div>
  );
}

function Codes({ evaluation, open }: Given) {
  const [printed, setPrinted] = useState<Printed[]>();
  const codes = useQuery({
    queryKey: ['questionnaire-codes', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/questionnaire/codes', { params: at(evaluation) })),
  });
  if (printed) {
    const done = () => {
      setPrinted(undefined);
      void codes.refetch();
    };
    return <Slips printed={printed} done={done} />;
  }
  return (
    <Asked query={codes}>
      {(found) => (
        <>
          {open && <Prints evaluation={evaluation} codes={found.codes} show={setPrinted} />}
          <Table
            size="small"
            rowKey={(one) => `${one.group} ${one.number}`}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
            scroll={{ x: 'max-content' }}
            dataSource={found.codes}
            columns={[
              { title: '号', dataIndex: 'number' },
              { title: '对象', render: (_, one) => GROUPS[one.group] ?? one.group },
              { title: '印制', render: (_, one) => (one.print ? `第 ${one.print} 批` : '未印制') },
              {
                title: '回答',
                render: (_, one) =>
                  one.answeredAt ? (
                    one.channel === 'PHONE' ? (
                      '电话'
                    ) : (
                      '网页'
                    )
                  ) : open ? (
                    <PhoneAnswer evaluation={evaluation} group={one.group} number={one.number} />
                  ) : (
                    '—'
                  ),
              },
            ]}
          />
        </>
      )}
    </Asked>
  );
}

interface Printed {
  group: string;
  number: number;
  code: string;
}

/** One print for all that have no code yet; an earlier one again for those of its codes that nobody has answered with. */
function Prints({
  evaluation,
  codes,
  show,
}: {
  evaluation: string;
  codes: { print?: number; answeredAt?: string }[];
  show: (printed: Printed[]) => void;
}) {
  const confirm = useConfirm();
  const print = useChange(async (number: number) => {
    const made = await got(
      scoring.PUT('/v1/evaluations/{evaluation}/questionnaire/prints/{print}', { params: at(evaluation, { print: number }) }),
    );
    show(made.codes);
  }, '问卷码已生成，请现在打印');
  const latest = Math.max(0, ...codes.map((code) => code.print ?? 0));
  const waiting = codes.filter((code) => !code.print && !code.answeredAt).length;
  const again = Array.from({ length: latest }, (_, index) => index + 1).filter((number) =>
    codes.some((code) => code.print === number && !code.answeredAt),
  );
  return (
    <div className="actions">
      {waiting > 0 && (
        <Button type="primary" loading={print.isPending} onClick={() => print.mutate(latest + 1)}>
          印制 {waiting} 份问卷
        </Button>
      )}
      {again.map((number) => (
        <Button
          key={number}
          onClick={() =>
            confirm({
              title: `重新印制第 ${number} 批？`,
              content: '这一批里还没有回答的问卷换发新码，已经发出去的旧码随即作废。',
              okText: '重新印制',
              send: () => print.mutateAsync(number),
            })
          }
        >
          重新印制第 {number} 批
        </Button>
      ))}
    </div>
  );
}

/** The codes of a print, on paper as QR codes; they are not kept and cannot be shown again. */
function Slips({ printed, done }: { printed: Printed[]; done: () => void }) {
  useUnsaved(printed, undefined, false);
  return (
    <>
      <Alert type="warning" showIcon title="问卷码只显示这一次，请现在打印" description="平台不保存问卷码；丢失后只能重新印制，旧码随即作废。" />
      <div className="actions">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <Button onClick={done}>已打印，返回列表</Button>
      </div>
      <div className="cards">
        {printed.map((one) => (
          <figure key={one.code} className="code">
            <span aria-hidden>
              <QRCode value={`${location.origin}/questionnaire#${one.code}`} size={140} type="svg" bgColor="#fff" color="#000" />
            </span>
            <figcaption>
              {GROUPS[one.group] ?? one.group} {one.number} 号
              <br />
              <code>{one.code}</code>
            </figcaption>
          </figure>
        ))}
      </div>
    </>
  );
}

function PhoneAnswer({ evaluation, group, number }: { evaluation: string; group: string; number: number }) {
  const [score, setScore] = useState<number>();
  const answer = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/questionnaire/phone-answers/{group}/{number}', {
          params: at(evaluation, { group, number }),
          body: { score },
        }),
      ),
    '电话回答已记录',
  );
  const called = `${GROUPS[group] ?? group} ${number} 号`;
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: `记为 ${score} 分？`,
      content: `${called}的回答，记录后不能修改。`,
      okText: '记录',
      send: () => answer.mutateAsync(undefined),
    });
  return (
    <>
      <Radio.Group
        aria-label={`${called}的电话回答：1 至 5 分`}
        optionType="button"
        size="small"
        value={score}
        onChange={(event) => setScore(event.target.value as number)}
        options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
      />{' '}
      <Button size="small" aria-label={`记录：${called}`} disabled={score === undefined} loading={answer.isPending} onClick={ask}>
        记录
      </Button>
    </>
  );
}
