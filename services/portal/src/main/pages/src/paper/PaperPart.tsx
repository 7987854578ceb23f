import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { fileAddress, got, gotOrNone, ProblemError, scoring } from '../api/client';
import { useAttachments } from '../attachment/AttachmentPart';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { Asked } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { day, moment } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { usePanel, type Member } from '../evaluation/panel';
import { itemsOf, useRubric } from '../sheet/rubric';
import type { Seat } from '../worklist/task';

const COLUMNS: Column[] = [
  { key: 'item', title: '项目', given: true },
  { key: 'name', title: '名称', given: true },
  { key: 'score', title: '得分（NA 为不适用）', kind: 'number', width: 150 },
  { key: 'comment', title: '说明', optional: true, width: 220 },
];

/** Why nothing of a member is taken from paper, as far as the reader is told. */
const bars = ({ recused, pledgedOn }: Member) => (recused === undefined ? '' : recused ? '不再参评' : pledgedOn ? '' : '未签署承诺书');

const isScored = (row: Row) => Boolean(row['score']);

/** Sheets that were filled in on paper: one account of the party types them in, another compares and so submits them. */
export default function PaperPart({ evaluation, seat }: PartProps) {
  const [author, setAuthor] = useState('');
  const panel = usePanel(evaluation.code);
  if (!seat) return null;
  if (evaluation.phase !== 'SCORING') return <Alert type="info" showIcon title="评分期间可以录入纸质评分表" />;
  if (!seat.pledged) return <Alert type="info" showIcon title="签署承诺书后可以录入纸质评分表" />;
  const own = (panel.data?.members ?? []).filter((one) => one.party === seat.party);
  const barred = own.filter(bars);
  return (
    <>
      <section className="card">
        <p className="soft">由本方一个账号录入并附扫描件，另一个账号核对后提交。录入后该评委不再在线填写。</p>
        <div className="form">
          <Field
            label="评委"
            value={author}
            set={setAuthor}
            choices={own.filter((one) => !bars(one)).map((one) => ({ value: one.evaluator, label: one.label }))}
          />
        </div>
        {barred.length > 0 && <p className="soft">不能录入：{barred.map((one) => `${one.label}（${bars(one)}）`).join('、')}</p>}
      </section>
      {author && (
        <Paper
          key={author}
          evaluation={evaluation.code}
          seat={seat}
          alone={own.every((one) => one.evaluator === seat.evaluator || bars(one))}
          author={author}
          called={own.find((one) => one.evaluator === author)?.label ?? author}
        />
      )}
    </>
  );
}

interface Given {
  evaluation: string;
  seat: Seat;
  author: string;
  /** Whether nobody else of the party can compare. */
  alone: boolean;
  /** What the panel calls the author. */
  called: string;
}

function Paper(given: Given) {
  const { evaluation, author } = given;
  const paper = useQuery({
    queryKey: ['paper', evaluation, author],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () =>
      gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/paper-sheets/{author}', { params: { path: { evaluation, author } } })).catch((failure: unknown) => {
        if (failure instanceof ProblemError && failure.problem.type?.endsWith(':sheet-not-on-paper')) return 'online' as const;
        throw failure;
      }),
  });
  const rubric = useRubric(evaluation);
  return (
    <Asked query={rubric}>
      {(found) => (
        <Asked query={paper}>
          {(kept) => {
            if (kept === 'online') return <Alert type="info" showIcon title={`${given.called}已在线填写评分表，不能再按纸质件录入`} />;
            const items = itemsOf(found, given.seat.party);
            const scores = new Map((kept?.sheet?.scores ?? []).map((one) => [one.item, one]));
            return (
              <Entry
                key={kept?.sheet?.revision ?? 0}
                {...given}
                revision={kept?.sheet?.revision ?? null}
                entered={kept?.enteredBy === given.seat.evaluator}
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
  props: Given & {
    revision: number | null;
    /** Whether the reader has typed it in. */
    entered: boolean;
    enteredAt: string | null;
    confirmedAt: string | null;
    occurredOn: string;
    scan: string;
    lines: Row[];
  },
) {
  const { evaluation, author, seat } = props;
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
  const closed = seat.partySubmitted ? '本方已提交，不能再改' : seat.overdue ? '已过截止时间；需要延期的，请联系区民政局' : '';
  const barred = closed || (!props.enteredAt && props.alone ? '本方没有其他可以核对的评委，请在线填写' : '');
  const unconfirmable = closed || (props.entered ? '这份由您录入，须由本方另一账号核对' : '');
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
          <Button disabled={Boolean(barred) || !occurredOn || !scan} loading={enter.isPending} onClick={props.enteredAt ? () => enter.mutate(undefined) : askToEnter}>
            录入
          </Button>
          <Button type="primary" disabled={Boolean(unconfirmable) || props.revision === null} loading={confirmed.isPending} onClick={ask}>
            核对无误，提交
          </Button>
          {(barred || unconfirmable) && <span className="warn-text">{barred || unconfirmable}</span>}
        </div>
      )}
    </section>
  );
}
