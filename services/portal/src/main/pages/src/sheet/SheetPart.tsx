import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import { got, gotOrNone, ProblemError, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { Asked, Failure } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { moment, party } from '../app/words';
import type { Evaluation, PartProps } from '../evaluation/EvaluationPage';
import { Why } from '../evidence/Why';
import type { Seat } from '../worklist/task';
import { useAutosave, type Line } from './autosave';
import { Beside, useRoom } from './Beside';
import { useCitable, type Citable } from './citable';
import { Jump } from './Jump';
import { itemsOf, useRubric, type RubricItem } from './rubric';
import { SavingState } from './SavingState';
import { isLacking, ScoreItem, type Suggestion } from './ScoreItem';
import { faultOf, totalOf } from './total';

/** The own score sheet: written by keyboard, kept as one writes, frozen once submitted. */
export default function SheetPart({ evaluation, seat }: PartProps) {
  const path = { evaluation: evaluation.code, evaluator: seat?.evaluator ?? '' };
  const ready = seat?.pledged === true && evaluation.phase !== 'PREPARING';
  const rubric = useRubric(evaluation.code, ready);
  const sheet = useQuery({
    queryKey: ['sheet', evaluation.code, seat?.evaluator],
    enabled: ready,
    // What is being written must not be replaced under one's hands, and who comes back must not find what it was before.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/sheets/{evaluator}', { params: { path } })),
  });
  const suggestions = useQuery({
    queryKey: ['suggestions', evaluation.code],
    enabled: ready,
    queryFn: () => got(scoring.GET('/v1/evaluations/{evaluation}/suggestions', { params: { path } })),
  });
  const citable = useCitable(evaluation.code, seat?.party, ready);
  if (!seat) return null;
  if (!seat.pledged) return <Alert type="info" showIcon title="签署承诺书后才能评分" />;
  if (!ready) return <Alert type="info" showIcon title="数据冻结后开始评分" description="区民政局冻结数据后，您会收到通知。" />;
  return (
    <Asked query={rubric}>
      {(found) => (
        <Asked query={sheet}>
          {(kept) => (
            <Sheet
              key={String(kept?.state === 'SUBMITTED')}
              round={evaluation}
              explained={evaluation.policy?.departures === 'EXPLAINED'}
              seat={seat}
              step={found?.step ?? ''}
              items={itemsOf(found, seat.party)}
              kept={kept}
              again={() => void sheet.refetch()}
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

function Sheet(props: {
  round: Evaluation;
  explained: boolean;
  seat: Seat;
  step: string;
  items: RubricItem[];
  kept: Kept | null;
  /** Asks for what is kept anew. */
  again: () => void;
  suggested: Map<string, Suggestion>;
  citable: Citable[];
}) {
  const { seat, items, kept, suggested } = props;
  const confirm = useConfirm();
  const evaluation = props.round.code;
  const room = useRoom();
  const [asked, setAsked] = useState<boolean | null>(null);
  const beside = asked ?? room;
  const [why, setWhy] = useState('');
  const frozen = kept?.state === 'SUBMITTED' || props.round.phase !== 'SCORING';
  const fault = useCallback(
    (line: Line) => faultOf(items.find((item) => item.code === line.item), line.score, props.step),
    [items, props.step],
  );
  const draft = useAutosave(evaluation, seat.evaluator, { lines: kept?.scores ?? [], revision: kept?.revision ?? null }, fault);
  // What cannot be kept as it stands would be lost by turning to another page.
  useUnsaved(draft.faults.size, 0, false);
  const [showLacking, setShowLacking] = useState(false);
  const path = { evaluation, evaluator: seat.evaluator };
  const submit = useChange(async () => {
    await draft.flush();
    if (!draft.isClean()) throw new Error('还有内容没有保存，请待保存后再提交');
    const revision = draft.revision();
    try {
      await got(
        scoring.PUT('/v1/evaluations/{evaluation}/sheets/{evaluator}/submission', {
          params: { path, header: revision === null ? {} : { 'If-Match': `"${revision}"` } },
        }),
      );
    } catch (failure) {
      if (failure instanceof ProblemError && failure.status === 412) draft.isElsewhere();
      throw failure;
    }
  }, '评分表已提交');
  const byItem = new Map(draft.entries.map((line) => [line.item, line]));
  const valid = draft.entries.filter((line) => line.score !== '' && !draft.faults.has(line.item));
  const lacking = items.filter((item) => isLacking(item, byItem.get(item.code), suggested.get(item.code), props.explained));

  const put = (item: string, change: Partial<Line>) => {
    const line = { item, score: '', evidence: [], ...byItem.get(item), ...change };
    const others = new Map(byItem).set(item, line);
    draft.change(items.flatMap((each) => others.get(each.code) ?? []));
  };

  const reload = async (keepMine: boolean) => {
    const theirs = await got(scoring.GET('/v1/evaluations/{evaluation}/sheets/{evaluator}', { params: { path } }));
    if (theirs.state === 'SUBMITTED') props.again();
    draft.settle({ lines: theirs.scores as Line[], revision: theirs.revision }, keepMine && theirs.state !== 'SUBMITTED');
  };

  const ask = () => {
    setShowLacking(true);
    const first = items.find((item) => draft.faults.has(item.code) || lacking.includes(item));
    if (first) {
      document.getElementById(`score-${first.code}`)?.focus();
      return;
    }
    confirm({
      title: '提交评分表？',
      content: '提交后不能再修改，本方组长可以查看。',
      okText: '提交',
      send: () => submit.mutateAsync(undefined),
    });
  };

  const askToOverwrite = () =>
    confirm({
      title: '用本页覆盖？',
      content: '另一个窗口里的内容由本页的取代，不能恢复。',
      okText: '覆盖',
      send: () => reload(true),
    });

  const submission = (
    <Button type="primary" onClick={ask} loading={submit.isPending}>
      提交评分表
    </Button>
  );

  return (
    <div className={beside && room ? 'two' : ''}>
      <div>
        <div className="sheet-bar">
          <strong>{party(seat.party)}评分表</strong>
          <span>
            已评 {valid.length} / {items.length} 项
          </span>
          {!frozen && <Jump items={items} scored={(item) => valid.some((line) => line.item === item)} />}
          <span className="number">合计 {totalOf(items, valid)} 分</span>
          {frozen ? (
            <span className="good-text">{kept?.submittedAt ? `已于 ${moment(kept.submittedAt)} 提交` : '没有提交'}</span>
          ) : (
            <>
              <SavingState saving={draft.saving} wrong={draft.faults.size} />
              {submission}
            </>
          )}
          <Button aria-expanded={beside} onClick={() => setAsked(!beside)}>
            {beside ? '收起依据' : '评估依据'}
          </Button>
        </div>
        {!frozen && seat.overdue && <Alert type="warning" showIcon title="已过截止时间，不能再保存；需要延期的，请联系区民政局" />}
        {draft.saving.state === 'elsewhere' && (
          <Alert
            type="warning"
            showIcon
            title="这份评分表在别处改过"
            description={`另一个窗口里${draft.revision() === null ? '已经开始填写' : '有更新的内容'}。请选择保留哪一份。`}
            action={
              <div className="actions">
                <Button onClick={() => void reload(false)}>载入最新内容</Button>
                <Button danger onClick={askToOverwrite}>
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
        {showLacking && lacking.length > 0 && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={`还有 ${lacking.length} 项没有填完，不能提交`}
            description={lacking.map((item) => `${item.code} ${byItem.get(item.code)?.score ? '需要说明' : '没有评分'}`).join('；')}
          />
        )}
        {!frozen && (
          <p className="soft"><span className="keys">键盘：回车或 ↓ 到下一项，↑ 回上一项，N 表示不适用。</span>{props.step && `评分以 ${props.step} 分为单位。`}</p>
        )}
        <section className="card">
          {items.map((item, index) => (
            <ScoreItem
              key={item.code}
              item={item}
              heading={item.path.join(' / ') === items[index - 1]?.path.join(' / ') ? '' : item.path.join(' / ')}
              line={byItem.get(item.code)}
              suggestion={suggested.get(item.code)}
              frozen={frozen}
              lacking={showLacking && lacking.includes(item)}
              fault={draft.faults.get(item.code) ?? ''}
              explained={props.explained}
              citable={props.citable}
              why={setWhy}
              put={(change) => put(item.code, change)}
              move={(by) => document.getElementById(`score-${items[index + by]?.code}`)?.focus()}
            />
          ))}
          {!frozen && <div className="actions">{submission}</div>}
        </section>
        {submit.isError && <Failure error={submit.error} />}
        {why && <Why round={props.round} figure={why} close={() => setWhy('')} />}
      </div>
      {beside && <Beside given={{ evaluation: props.round, seat }} close={() => setAsked(false)} />}
    </div>
  );
}
