import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, indicator } from '../api/client';
import { useChange } from '../app/change';
import { Asked } from '../app/states';
import { figure } from '../app/words';

interface Discrepancy {
  rule: string;
  subject: string;
  left: string;
  right: string;
}

interface Answer extends Discrepancy {
  text: string;
}

interface Props {
  evaluation: string;
  found: Discrepancy[];
  /** Names of the agreement's indicators by code. */
  names: Map<string, { name: string }>;
  /** Names of its areas by code. */
  areas: Map<string, string>;
  /** Whether the caller may answer now. */
  answers: boolean;
}

/** By rule: what the two figures are called. */
const RULES: Record<string, [string, string]> = {
  ALLOCATION_VS_AGREEMENT: ['各片区分配合计', '协议约定'],
  DECLARED_VS_RECORDED: ['申报', '服务记录'],
};

const keyOf = (one: Discrepancy) => [one.rule, one.subject, one.left, one.right].join('|');

/** Figures that should agree and do not, and what the operator says to each. */
export function Discrepancies(props: Props) {
  const kept = useQuery({
    queryKey: ['discrepancy-answers', props.evaluation],
    refetchOnWindowFocus: false,
    queryFn: () =>
      gotOrNone(indicator.GET('/v1/evaluations/{evaluation}/discrepancy-answers', { params: { path: { evaluation: props.evaluation } as never } })),
  });
  if (props.found.length === 0) return null;
  return (
    <section className="card" aria-labelledby="discrepancies">
      <h2 id="discrepancies">数据不一致</h2>
      <Asked query={kept}>
        {(found) => <Answers key={found?.version ?? 0} {...props} kept={(found?.answers ?? []) as Answer[]} />}
      </Asked>
    </section>
  );
}

function Answers({ evaluation, found, names, areas, answers, kept }: Props & { kept: Answer[] }) {
  const [texts, setTexts] = useState(() => new Map(kept.map((one) => [keyOf(one), one.text])));
  const given = (one: Discrepancy) => texts.get(keyOf(one))?.trim() ?? '';
  const open = found.filter((one) => !given(one)).length;
  const save = useChange(
    () =>
      got(
        indicator.PUT('/v1/evaluations/{evaluation}/discrepancy-answers', {
          params: { path: { evaluation } as never },
          body: { answers: found.filter(given).map((one) => ({ ...one, text: given(one) })) } as never,
        }),
      ),
    '说明已保存',
  );
  return (
    <>
      <Alert
        type={open > 0 ? 'warning' : 'info'}
        showIcon
        title={open > 0 ? `${found.length} 处数据不一致，其中 ${open} 处还没有说明` : `${found.length} 处数据不一致，均已说明`}
      />
      <ul className="answers">
        {found.map((one) => {
          const [left, right] = RULES[one.rule] ?? [one.rule, '对照'];
          const subject = subjectOf(one.subject, names, areas);
          return (
            <li key={keyOf(one)}>
                <strong>{subject}</strong>　{left} {figure(one.left)}，{right} {figure(one.right)}
                {answers ? (
                  <Input.TextArea
                    aria-label={`${subject}：${left}与${right}不一致的原因`}
                    placeholder="说明原因"
                    autoSize
                    maxLength={2000}
                    value={texts.get(keyOf(one)) ?? ''}
                    onChange={(event) => setTexts(new Map(texts).set(keyOf(one), event.target.value))}
                  />
                ) : (
                  <div className="soft">{given(one) ? `承接机构说明：${given(one)}` : '承接机构没有说明'}</div>
                )}
            </li>
          );
        })}
      </ul>
      {answers && (
        <div className="actions">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存说明
          </Button>
        </div>
      )}
    </>
  );
}

/** {@code indicator:home-visits}, or {@code indicator:home-visits:A1} of an area. */
function subjectOf(subject: string, names: Map<string, { name: string }>, areas: Map<string, string>) {
  const [, code = '', area] = subject.split(':');
  const name = names.get(code)?.name ?? code;
  return area ? `${name}（${areas.get(area) ?? area}）` : name;
}
