import { useQuery } from '@tanstack/react-query';
import { Button, QRCode, Radio, Table } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, portal, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, type Column, type Row } from '../app/Grid';
import { Asked, Nothing } from '../app/states';
import { at, groupChoices, GROUPS, type Given } from './given';

const GROUP_COLUMNS: Column[] = [
  { key: 'group', title: '对象', kind: 'choice', choices: groupChoices },
  { key: 'codes', title: '问卷码数', kind: 'number', width: 100 },
];

/** One question, one answer a code: on paper as a QR code, or asked on the telephone. */
export function Questionnaire({ evaluation, open }: Given) {
  const confirm = useConfirm();
  const kept = useQuery({
    queryKey: ['questionnaire', evaluation],
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/questionnaire', { params: at(evaluation) })),
    refetchInterval: 30_000,
  });
  const close = useChange(
    () => got(scoring.PUT('/v1/evaluations/{evaluation}/questionnaire/closing', { params: at(evaluation) })),
    '问卷已收结，答卷成为评估证据',
  );
  return (
    <Asked query={kept}>
      {(found) =>
        found === null ? (
          open ? (
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
            {open && found.state !== 'CLOSED' && (
              <Button
                onClick={() =>
                  confirm({
                    title: '收结问卷？',
                    content: '收结后不再接受回答，答卷成为评估证据。',
                    okText: '收结',
                    send: () => close.mutateAsync(undefined),
                  })
                }
              >
                收结问卷
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
          } as never,
        }),
      ),
    '问卷码已生成',
  );
  return (
    <section className="card" aria-label="发出问卷">
      <div className="form">
        <Field label="标题" value={title} set={setTitle} />
        <Field label="说明（可不填）" value={introduction} set={setIntroduction} />
      </div>
      <Grid label="对象" columns={GROUP_COLUMNS} rows={groups} change={setGroups} />
      <Button type="primary" loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
        生成问卷码
      </Button>
    </section>
  );
}

function Codes({ evaluation, open }: Given) {
  const [printed, setPrinted] = useState(false);
  const codes = useQuery({
    queryKey: ['questionnaire-codes', evaluation],
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/questionnaire/codes', { params: at(evaluation) })),
  });
  return (
    <Asked query={codes}>
      {(found) => (
        <>
          <Button onClick={() => setPrinted(!printed)}>{printed ? '显示列表' : '显示二维码以便打印'}</Button>
          {printed ? (
            <div className="cards">
              {found.codes
                .filter((one) => !one.answeredAt)
                .map((one) => (
                  <figure key={one.code} className="code">
                    <QRCode value={`${location.origin}/questionnaires/${one.code}`} size={140} type="svg" bgColor="#fff" color="#000" />
                    <figcaption>
                      {GROUPS[one.group] ?? one.group} {one.number} 号　{one.code}
                    </figcaption>
                  </figure>
                ))}
            </div>
          ) : (
            <Table
              size="small"
              rowKey="code"
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              scroll={{ x: 'max-content' }}
              dataSource={found.codes}
              columns={[
                { title: '号', dataIndex: 'number' },
                { title: '对象', render: (_, one) => GROUPS[one.group] ?? one.group },
                { title: '问卷码', dataIndex: 'code' },
                {
                  title: '回答',
                  render: (_, one) =>
                    one.answeredAt ? (one.channel === 'PHONE' ? '电话' : '网页') : open ? <PhoneAnswer evaluation={evaluation} code={one.code} /> : '—',
                },
              ]}
            />
          )}
        </>
      )}
    </Asked>
  );
}

function PhoneAnswer({ evaluation, code }: { evaluation: string; code: string }) {
  const [score, setScore] = useState<number>();
  const answer = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/questionnaire/codes/{code}/phone-answer', {
          params: at(evaluation, { code }),
          body: { score } as never,
        }),
      ),
    '电话回答已记录',
  );
  return (
    <>
      <Radio.Group
        aria-label="电话回答：1 至 5 分"
        optionType="button"
        size="small"
        value={score}
        onChange={(event) => setScore(event.target.value as number)}
        options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
      />{' '}
      <Button size="small" disabled={score === undefined} loading={answer.isPending} onClick={() => answer.mutate(undefined)}>
        记录
      </Button>
    </>
  );
}
