import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useChange } from '../app/change';
import { Asked, Failure } from '../app/states';
import { figure, moment, party } from '../app/words';
import type { Evaluation, PartProps } from '../evaluation/EvaluationPage';
import { Why } from '../evidence/Why';
import type { Seat } from '../worklist/task';
import { useAutosave, type Line, type Saving } from './autosave';
import { Beside, useRoom } from './Beside';
import { useCitable, type Citable } from './citable';
import { itemsOf, useRubric, type RubricItem } from './rubric';

/** The own score sheet: written by keyboard, kept as one writes, frozen once submitted. */
export default function SheetPart({ evaluation, seat }: PartProps) {
  const path = { evaluation: evaluation.code, evaluator: seat?.evaluator ?? '' } as never;
  const ready = seat?.pledged === true && evaluation.phase !== 'PREPARING';
  const rubric = useRubric(evaluation.code, ready);
  const sheet = useQuery({
    queryKey: ['sheet', evaluation.code, seat?.evaluator],
    enabled: ready,
    // What is being written must not be replaced under one's hands.
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/sheets/{evaluator}', { params: { path } })),
  });
  const suggestions = useQuery({
    queryKey: ['suggestions', evaluation.code],
    enabled: ready,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/suggestions', { params: { path } })),
  });
  const citable = useCitable(evaluation.code, ready);
  if (!seat) return null;
  if (!seat.pledged) return <Alert type="info" showIcon title="签署承诺书后才能评分" />;
  if (!ready) return <Alert type="info" showIcon title="证据冻结后开始评分" description="区民政局冻结证据后，您会收到通知。" />;
  return (
    <Asked query={rubric}>
      {(found) => (
        <Asked query={sheet}>
          {(kept) => (
            <Sheet
              key={kept?.state ?? 'NONE'}
              round={evaluation}
              explained={evaluation.policy?.departures === 'EXPLAINED'}
              seat={seat}
              step={found?.step ?? ''}
              items={itemsOf(found, seat.party)}
              kept={kept as never}
              citable={citable}
              suggested={
                new Map(
                  (suggestions.data?.suggestions ?? []).filter((one) => one.party === seat.party).map((one) => [one.item, one] as const),
                )
              }
            />
          )}
        </Asked>
      )}
    </Asked>
  );
}

interface Kept {
  state: string;
  revision: number;
  submittedAt: string | null;
  scores: Line[];
}

/** Both are null while the figure is unknown. */
interface Suggestion {
  suggested: string | null;
  figure: string | null;
}

function Sheet(props: {
  round: Evaluation;
  explained: boolean;
  seat: Seat;
  step: string;
  items: RubricItem[];
  kept: Kept | null;
  suggested: Map<string, Suggestion>;
  citable: Citable[];
}) {
  const { seat, items, kept, suggested } = props;
  const evaluation = props.round.code;
  const room = useRoom();
  const [asked, setAsked] = useState<boolean | null>(null);
  const beside = asked ?? room;
  const [why, setWhy] = useState('');
  const frozen = kept?.state === 'SUBMITTED';
  const draft = useAutosave(evaluation, seat.evaluator, {
    lines: kept?.scores ?? [],
    revision: kept?.revision ?? null,
  });
  const [showLacking, setShowLacking] = useState(false);
  const path = { evaluation, evaluator: seat.evaluator } as never;
  const submit = useChange(async () => {
    await draft.flush();
    if (!draft.isClean()) throw new Error('还有内容没有保存，请待保存后再提交');
    await got(scoring.PUT('/v1/evaluations/{evaluation}/sheets/{evaluator}/submission', { params: { path } }));
  }, '评分表已提交');
  const byItem = new Map(draft.entries.map((line) => [line.item, line]));
  const lacking = items.filter((item) => isLacking(item, byItem.get(item.code), suggested.get(item.code), props.explained));
  const sum = items.reduce((total, item) => total + Number(points(byItem.get(item.code))), 0);

  const put = (item: string, change: Partial<Line>) => {
    const line = { item, score: '', evidence: [], ...byItem.get(item), ...change };
    const others = new Map(byItem).set(item, line);
    draft.change(items.flatMap((each) => others.get(each.code) ?? []).filter((each) => each.score !== ''));
  };

  const reload = async (keepMine: boolean) => {
    const theirs = await got(scoring.GET('/v1/evaluations/{evaluation}/sheets/{evaluator}', { params: { path } }));
    draft.settle({ lines: theirs.scores as Line[], revision: theirs.revision }, keepMine);
  };

  const ask = () => {
    setShowLacking(true);
    if (lacking.length > 0) {
      document.getElementById(`score-${lacking[0]?.code}`)?.focus();
      return;
    }
    Modal.confirm({
      title: '提交评分表？',
      content: '提交后不能再修改，本方组长可以查看。',
      okText: '提交',
      cancelText: '再看看',
      onOk: () => submit.mutateAsync(undefined).catch(() => {}),
    });
  };

  return (
    <div className={beside && room ? 'two' : ''}>
      <div>
        <div className="sheet-bar">
          <strong>{party(seat.party)}评分表</strong>
          <span>
            已评 {items.length - items.filter((item) => !byItem.has(item.code)).length} / {items.length} 项
          </span>
          <span className="number">合计 {figure(Number(sum.toFixed(4)))}</span>
          {frozen ? (
            <span className="good-text">已于 {moment(kept.submittedAt)} 提交</span>
          ) : (
            <>
              <SavingState saving={draft.saving} />
              <Button type="primary" onClick={ask} loading={submit.isPending} data-testid="submit-sheet">
                提交评分表
              </Button>
            </>
          )}
          <Button aria-expanded={beside} onClick={() => setAsked(!beside)}>
            {beside ? '收起依据' : '评估依据'}
          </Button>
        </div>
        {draft.saving.state === 'elsewhere' && (
          <Alert
            type="warning"
            showIcon
            title="这份评分表在别处改过"
            description="另一个窗口里有更新的内容。请选择保留哪一份。"
            action={
              <div className="actions">
                <Button onClick={() => void reload(false)}>载入最新内容</Button>
                <Button danger onClick={() => void reload(true)}>
                  用本页覆盖
                </Button>
              </div>
            }
          />
        )}
        {draft.saving.state === 'refused' && (
          <Alert
            type="error"
            showIcon
            title="有内容不能保存"
            description={draft.saving.lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
          />
        )}
        {!frozen && (
          <p className="soft">键盘：回车或 ↓ 到下一项，↑ 回上一项，N 表示不适用。{props.step && `评分以 ${props.step} 分为单位。`}</p>
        )}
        <section className="card">
          {items.map((item, index) => (
            <Item
              key={item.code}
              item={item}
              heading={item.path.join(' / ') === items[index - 1]?.path.join(' / ') ? '' : item.path.join(' / ')}
              line={byItem.get(item.code)}
              suggestion={suggested.get(item.code)}
              frozen={frozen}
              lacking={showLacking && lacking.includes(item)}
              explained={props.explained}
              citable={props.citable}
              why={setWhy}
              put={(change) => put(item.code, change)}
              move={(by) => document.getElementById(`score-${items[index + by]?.code}`)?.focus()}
            />
          ))}
        </section>
        {submit.isError && <Failure error={submit.error} />}
        {why && <Why evaluation={evaluation} figure={why} close={() => setWhy('')} />}
      </div>
      {beside && <Beside given={{ evaluation: props.round, seat }} close={() => setAsked(false)} />}
    </div>
  );
}

const points = (line: Line | undefined) => (line === undefined || line.score === 'NA' || !isNumber(line.score) ? 0 : line.score);

const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text);

/** Whether a comment has to be there: below the item's threshold, or where one departs from the suggested score. */
function needsComment(item: RubricItem, line: Line | undefined, suggestion: Suggestion | undefined, explained: boolean) {
  if (!line || line.score === '') return false;
  if (line.score === 'NA') return true;
  if (item.commentBelow && Number(line.score) < Number(item.commentBelow)) return true;
  return explained && suggestion?.suggested != null && Number(suggestion.suggested) !== Number(line.score);
}

function isLacking(item: RubricItem, line: Line | undefined, suggestion: Suggestion | undefined, explained: boolean) {
  if (!line || line.score === '') return item.kind === 'REGULAR';
  return needsComment(item, line, suggestion, explained) && !line.comment?.trim();
}

function Item(props: {
  item: RubricItem;
  heading: string;
  line: Line | undefined;
  suggestion: Suggestion | undefined;
  frozen: boolean;
  lacking: boolean;
  explained: boolean;
  citable: Citable[];
  why: (figure: string) => void;
  put: (change: Partial<Line>) => void;
  move: (by: number) => void;
}) {
  const { item, line, suggestion, frozen, put, move } = props;
  const asks = needsComment(item, line, suggestion, props.explained);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      move(1);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      move(-1);
    } else if (event.key.toLowerCase() === 'n') {
      event.preventDefault();
      put({ score: 'NA' });
    }
  };
  return (
    <>
      {props.heading && <h3>{props.heading}</h3>}
      <div className={`item ${props.lacking ? 'lacking' : ''}`}>
        <div>
          <label htmlFor={`score-${item.code}`}>
            <span className="soft">{item.code}</span>　{item.name}
          </label>
          {item.kind !== 'REGULAR' && <span className="mark">{kinds[item.kind] ?? item.kind}</span>}
          {suggestion && (
            <div className="soft">
              {suggestion.suggested === null
                ? '依据的数据还没有，暂无建议分'
                : `依据${suggestion.figure === null ? '' : `数值 ${figure(suggestion.figure)}`}，建议 ${suggestion.suggested} 分`}
              {!frozen && suggestion.suggested !== null && (
                <Button
                  type="link"
                  size="small"
                  aria-label={`${item.name}采用建议分`}
                  onClick={() => put({ score: suggestion.suggested ?? '' })}
                >
                  采用
                </Button>
              )}
              {suggestion.suggested !== null && whyOf(item.basis) && (
                <Button type="link" size="small" aria-label={`${item.name}的依据从何而来`} onClick={() => props.why(whyOf(item.basis))}>
                  为什么
                </Button>
              )}
            </div>
          )}
        </div>
        <div className="entry">
          {frozen ? (
            <output id={`score-${item.code}`} className="number score">
              {line?.score === 'NA' ? '不适用' : (line?.score ?? '—')}
            </output>
          ) : (
            <Input
              id={`score-${item.code}`}
              inputMode="decimal"
              autoComplete="off"
              className="number"
              value={line?.score === 'NA' ? '不适用' : (line?.score ?? '')}
              status={line && line.score !== 'NA' && (!isNumber(line.score) || Number(line.score) > Number(item.max)) ? 'error' : ''}
              onChange={(event) => put({ score: event.target.value.replace(/[^\d.]/g, '') })}
              onKeyDown={keys}
              aria-describedby={`max-${item.code}`}
            />
          )}
          <span id={`max-${item.code}`} className="soft">
            / {figure(item.max)}
          </span>
          {!frozen && (
            <Button size="small" onClick={() => put({ score: 'NA' })} aria-label={`${item.name}不适用`}>
              不适用
            </Button>
          )}
        </div>
        {frozen && line?.comment && <p className="comment soft">{line.comment}</p>}
        {frozen && line && line.evidence.length > 0 && (
          <p className="comment soft">
            依据：{line.evidence.map((one) => props.citable.find((each) => each.value === one)?.label ?? one).join('、')}
          </p>
        )}
        {line && !frozen && props.citable.length > 0 && (
          <Select
            className="comment"
            mode="multiple"
            aria-label={`${item.name}的依据`}
            placeholder="引用依据（可不选）"
            value={line.evidence}
            options={props.citable}
            optionFilterProp="label"
            onChange={(evidence: string[]) => put({ evidence })}
          />
        )}
        {line && !frozen && (
          <Input.TextArea
            className="comment"
            aria-label={`${item.name}说明`}
            rows={2}
            placeholder={asks ? '此项需要说明' : '说明（可不填）'}
            status={asks && !line.comment?.trim() ? 'warning' : ''}
            value={line.comment ?? ''}
            onChange={(event) => put({ comment: event.target.value })}
          />
        )}
      </div>
    </>
  );
}

/** The figure that a basis stands for; satisfaction is asked of people and has no formula to show. */
function whyOf(basis: string | undefined): string {
  if (basis?.startsWith('indicator:')) return `${basis}:rate`;
  return basis?.startsWith('staffing:') ? basis : '';
}

const kinds: Record<string, string> = { BONUS: '加分项', DEDUCTION: '扣分项', VETO: '否决项' };

function SavingState({ saving }: { saving: Saving }) {
  const words = {
    saved: saving.state === 'saved' && saving.at ? `已保存 ${saving.at.toLocaleTimeString('zh-CN')}` : '已与服务器一致',
    saving: '正在保存……',
    waiting: '尚未保存：网络恢复后自动保存，请不要关闭本页',
    elsewhere: '未保存：别处有更新',
    refused: '未保存：有内容不合要求',
  }[saving.state];
  const look = saving.state === 'saved' ? 'good-text' : saving.state === 'saving' ? 'soft' : 'late-text';
  return (
    <span role="status" className={look} data-testid="saving" data-state={saving.state}>
      {words}
    </span>
  );
}
