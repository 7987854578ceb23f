import { Button, Input, Select } from 'antd';
import type { KeyboardEvent } from 'react';
import { TAB_GOES_ON } from '../app/focus';
import { unitOf } from '../evidence/subjects';
import { figure } from '../app/words';
import type { Line } from './autosave';
import type { Citable } from './citable';
import type { RubricItem } from './rubric';
import { scored, typed } from './total';

/** Both are null while the figure is unknown. */
export interface Suggestion {
  suggested: string | null;
  figure: string | null;
}

/** One item of a sheet: what it asks, what is suggested, its score, what the score rests on, and why. */
export function ScoreItem(props: {
  item: RubricItem;
  heading: string;
  line: Line | undefined;
  suggestion: Suggestion | undefined;
  frozen: boolean;
  lacking: boolean;
  /** Why the line is not kept; empty where it is. */
  fault: string;
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
    } else if (event.code === 'KeyN' && !event.ctrlKey && !event.metaKey && !event.altKey) {
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
          {item.kind === 'VETO' && <div className="soft">没有发现问题填 0；发现的填大于 0 的分并写明，由区民政局裁定，不计入总分</div>}
          {suggestion && (
            <div className="soft">
              {suggestion.suggested === null
                ? '依据的数据还没有，暂无建议分'
                : `依据${suggestion.figure === null ? '' : `数值 ${figure(suggestion.figure)}${unitOf(whyOf(item.basis))}`}，建议 ${suggestion.suggested} 分`}
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
                <Button type="link" size="small" aria-label={`为什么：${item.name}`} onClick={() => props.why(whyOf(item.basis))}>
                  为什么
                </Button>
              )}
            </div>
          )}
        </div>
        <div className="entry">
          {frozen ? (
            <output id={`score-${item.code}`} className="number score">
              {scored(line?.score ?? '')}
            </output>
          ) : (
            <Input
              id={`score-${item.code}`}
              inputMode="decimal"
              autoComplete="off"
              className="number"
              value={line?.score === 'NA' ? '不适用' : (line?.score ?? '')}
              status={props.fault ? 'error' : ''}
              aria-invalid={props.fault !== ''}
              onChange={(event) => put({ score: typed(event.target.value) })}
              // What is typed takes the place of what is there.
              onFocus={(event) => event.target.select()}
              onKeyDown={keys}
              aria-describedby={`max-${item.code}${props.fault && ` fault-${item.code}`}`}
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
        {props.fault && (
          <p id={`fault-${item.code}`} role="alert" className="comment late-text">
            未保存：{props.fault}
          </p>
        )}
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
            {...TAB_GOES_ON}
            aria-label={`${item.name}的依据`}
            placeholder="引用依据（可不选）"
            value={line.evidence}
            options={props.citable}
            showSearch={{ optionFilterProp: 'label' }}
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

/** Whether a comment has to be there: of what a veto stands on, below the item's threshold, or where one departs from the suggested score. */
function needsComment(item: RubricItem, line: Line | undefined, suggestion: Suggestion | undefined, explained: boolean) {
  if (!line || line.score === '') return false;
  if (line.score === 'NA') return false;
  if (item.kind === 'VETO') return Number(line.score) > 0;
  if (item.commentBelow && Number(line.score) < Number(item.commentBelow)) return true;
  return explained && suggestion?.suggested != null && Number(suggestion.suggested) !== Number(line.score);
}

/** Whether a sheet cannot be submitted for want of this item's score or comment. */
export function isLacking(item: RubricItem, line: Line | undefined, suggestion: Suggestion | undefined, explained: boolean) {
  if (!line || line.score === '') return true;
  return needsComment(item, line, suggestion, explained) && !line.comment?.trim();
}

/** The figure that a basis stands for; satisfaction is asked of people and has no formula to show. */
function whyOf(basis: string | undefined): string {
  if (basis?.startsWith('indicator:')) return `${basis}:rate`;
  return basis?.startsWith('staffing:') ? basis : '';
}

const kinds: Record<string, string> = { BONUS: '加分项', DEDUCTION: '扣分项', VETO: '否决项' };
