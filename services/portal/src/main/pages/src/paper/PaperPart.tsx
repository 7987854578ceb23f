import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { fileAddress, got, gotOrNone, scoring } from '../api/client';
import { useAttachments } from '../attachment/AttachmentPart';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { Asked } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { day, moment } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { usePanel } from '../evaluation/panel';
import { itemsOf, useRubric } from '../sheet/rubric';

const COLUMNS: Column[] = [
  { key: 'item', title: '项目', given: true },
  { key: 'name', title: '名称', given: true },
  { key: 'score', title: '得分（NA 为不适用）', kind: 'number', width: 150 },
  { key: 'comment', title: '说明', optional: true, width: 220 },
];

const isScored = (row: Row) => Boolean(row['score']);

/** Sheets that were filled in on paper: one account of the party types them in, another compares and so submits them. */
export default function PaperPart({ evaluation, seat }: PartProps) {
  const [author, setAuthor] = useState('');
  const panel = usePanel(evaluation.code);
  if (!seat) return null;
  if (evaluation.phase !== 'SCORING') return <Alert type="info" showIcon title="评分期间可以录入纸质评分表" />;
  return (
    <>
      <section className="card">
        <p className="soft">由本方一个账号录入并附扫描件，另一个账号核对后提交。录入后该评委不再在线填写。</p>
        <div className="form">
          <Field
            label="评委"
            value={author}
            set={setAuthor}
            choices={(panel.data?.members ?? []).filter((one) => one.party === seat.party).map((one) => ({ value: one.evaluator, label: one.label }))}
          />
        </div>
      </section>
      {author && (
        <Paper
          key={author}
          evaluation={evaluation.code}
          party={seat.party}
          author={author}
          called={panel.data?.members.find((one) => one.evaluator === author)?.label ?? author}
        />
      )}
    </>
  );
}

interface Given {
  evaluation: string;
  party: string;
  author: string;
  /** What the panel calls the author. */
  called: string;
}

function Paper(given: Given) {
  const { evaluation, author } = given;
  const paper = useQuery({
    queryKey: ['paper', evaluation, author],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/paper-sheets/{author}', { params: { path: { evaluation, author } } })),
  });
  const rubric = useRubric(evaluation);
  return (
    <Asked query={rubric}>
      {(found) => (
        <Asked query={paper}>
          {(kept) => {
            const items = itemsOf(found, given.party);
            const scores = new Map((kept?.sheet?.scores ?? []).map((one) => [one.item, one]));
            return (
              <Entry
                key={kept?.sheet?.revision ?? 0}
                {...given}
                revision={kept?.sheet?.revision ?? null}
                enteredAt={(kept?.enteredAt as string | undefined) ?? null}
                confirmedAt={(kept?.confirmedAt as string | undefined) ?? null}
                occurredOn={(kept?.occurredOn as string | undefined) ?? ''}
                scan={kept?.scan ?? ''}
                lines={rowsOf(
                  items.map((item) => ({
                    item: item.code,
                    name: `${item.name}（满分 ${item.max}）`,
                    score: scores.get(item.code)?.score ?? '',
                    comment: scores.get(item.code)?.comment ?? '',
                  })),
                )}
              />
            );
          }}
        </Asked>
      )}
    </Asked>
  );
}

function Entry(
  props: Given & { revision: number | null; enteredAt: string | null; confirmedAt: string | null; occurredOn: string; scan: string; lines: Row[] },
) {
  const { evaluation, author } = props;
  const [rows, setRows] = useState(props.lines);
  const [occurredOn, setOccurredOn] = useState(props.occurredOn);
  const [scan, setScan] = useState(props.scan);
  const attachments = useAttachments(evaluation);
  const params = { path: { evaluation, author } };
  const enter = useChange(
    () =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/paper-sheets/{author}', {
          params,
          body: {
            occurredOn,
            scan,
            scores: filled(rows, COLUMNS).filter(isScored).map(({ item, score, comment }) => ({ item, score, ...(comment ? { comment } : {}) })),
          },
        }),
      ),
    '纸质评分表已录入，请由本方另一账号核对',
  );
  useUnsaved({ rows, occurredOn, scan }, { rows: props.lines, occurredOn: props.occurredOn, scan: props.scan }, enter.isPending);
  const confirmed = useChange(
    () => got(scoring.PUT('/v1/evaluations/{evaluation}/paper-sheets/{author}/confirmation', { params, body: { revision: props.revision } })),
    '已核对并提交',
  );
  const confirm = useConfirm();
  const askToEnter = () =>
    confirm({
      title: `录入${props.called}的纸质评分表？`,
      content: '录入后该评委不再在线填写；提交之前可以重新录入。',
      okText: '录入',
      send: () => enter.mutateAsync(undefined),
    });
  const ask = () =>
    confirm({
      title: '提交这份纸质评分表？',
      content: '请确认已逐项对照扫描件。提交后不能再修改。',
      okText: '提交',
      send: () => confirmed.mutateAsync(undefined),
    });
  return (
    <section className="card" aria-labelledby="paper">
      <h2 id="paper">{props.called}的纸质评分表</h2>
      {props.confirmedAt ? (
        <Alert type="success" showIcon title={`已于 ${moment(props.confirmedAt)} 核对并提交（填写于 ${day(props.occurredOn)}）`} />
      ) : (
        props.enteredAt && <Alert type="info" showIcon title={`已于 ${moment(props.enteredAt)} 录入，等待本方另一账号对照扫描件核对`} />
      )}
      <div className="form">
        <Field label="填写日期" type="date" at={enter.at('/occurredOn')} value={occurredOn} set={setOccurredOn} />
        <Field
          label="扫描件（先在“附件”中上传）"
          at={enter.at('/scan')}
          value={scan}
          set={setScan}
          choices={(attachments.data?.attachments ?? []).map((one) => ({ value: one.digest, label: one.name }))}
        />
      </div>
      {scan && (
        <p>
          <a href={fileAddress('scoring', `/v1/evaluations/${evaluation}/attachments/${scan}`)} target="_blank" rel="noreferrer">
            打开扫描件对照
          </a>
        </p>
      )}
      <Grid label="评分" at={enter.at('/scores')} sent={isScored} columns={COLUMNS} rows={rows} change={setRows} frozen={props.confirmedAt !== null} />
      {!props.confirmedAt && (
        <div className="actions">
          <Button disabled={!occurredOn || !scan} loading={enter.isPending} onClick={props.enteredAt ? () => enter.mutate(undefined) : askToEnter}>
            录入
          </Button>
          <Button type="primary" disabled={props.revision === null} loading={confirmed.isPending} onClick={ask}>
            核对无误，提交
          </Button>
        </div>
      )}
    </section>
  );
}
