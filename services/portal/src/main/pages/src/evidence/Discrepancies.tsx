import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { got, gotOrNone, indicator } from '../api/client';
import { said, type Mark } from '../app/faults';
import { focusOn } from '../app/focus';
import { useKeep } from '../app/keep';
import { Asked } from '../app/states';
import { Table } from '../app/Table';
import { useUnsaved } from '../app/unsaved';
import { figure } from '../app/words';
import { discrepancyKey, rowOf } from './subjects';

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
  ALLOCATION_VS_AGREEMENT: ['各片区分解量合计', '协议量'],
  DECLARED_VS_RECORDED: ['申报完成量', '平台记录量'],
};

/** Figures that should agree and do not, and what the operator says to each. */
export function Discrepancies(props: Props) {
  const kept = useQuery({
    queryKey: ['discrepancy-answers', props.evaluation],
    refetchOnWindowFocus: false,
    queryFn: () =>
      gotOrNone(
        indicator.GET('/v1/evaluations/{evaluation}/discrepancy-answers', { params: { path: { evaluation: props.evaluation } } }),
      ),
  });
  if (props.found.length === 0) return null;
  return (
    <section className="card" aria-labelledby="discrepancies">
      <h2 id="discrepancies">数据不一致</h2>
      <Asked query={kept}>{(found) => <Answers key={found?.version ?? 0} {...props} version={found?.version} kept={(found?.answers ?? []) as Answer[]} />}</Asked>
    </section>
  );
}

function Answers({ evaluation, found, names, areas, answers, version, kept }: Props & { version: number | undefined; kept: Answer[] }) {
  const [texts, setTexts] = useState(() => new Map(kept.map((one) => [discrepancyKey(one), one.text])));
  const given = (one: Discrepancy) => texts.get(discrepancyKey(one))?.trim() ?? '';
  const sent = found.filter(given);
  const open = found.length - sent.length;
  const save = useKeep(
    version,
    (header) =>
      got(
        indicator.PUT('/v1/evaluations/{evaluation}/discrepancy-answers', {
          params: { path: { evaluation }, header },
          body: { answers: sent.map((one) => ({ ...one, text: given(one) })) },
        }),
      ),
    '说明已保存',
  );
  const before = new Map(kept.map((one) => [discrepancyKey(one), one.text]));
  useUnsaved(found.map(given), found.map((one) => before.get(discrepancyKey(one))), save.isPending);
  return (
    <>
      <Alert
        type={open > 0 ? 'warning' : 'info'}
        showIcon
        title={open > 0 ? `${found.length} 处数据不一致，其中 ${open} 处还没有说明` : `${found.length} 处数据不一致，均已说明`}
      />
      <div ref={location.hash === '#discrepancies' ? focusOn : undefined}>
        <Table
          size="small"
          rowKey={discrepancyKey}
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={found}
          columns={[
            { title: '数据', render: (_, one) => rowOf(one.subject, names, areas) },
            { title: '比较', render: (_, one) => compared(one) },
            {
              title: '承办方说明',
              className: 'saying',
              render: (_, one) =>
                answers ? (
                  <Reason
                    label={`${rowOf(one.subject, names, areas)}${against(one).join('与')}不一致的原因`}
                    at={save.at(`/answers/${sent.indexOf(one)}`)}
                    value={texts.get(discrepancyKey(one)) ?? ''}
                    set={(text) => setTexts(new Map(texts).set(discrepancyKey(one), text))}
                  />
                ) : (
                  given(one) || <span className="soft">没有说明</span>
                ),
            },
          ]}
        />
      </div>
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

function Reason({ label, at, value, set }: { label: string; at: Mark; value: string; set: (text: string) => void }) {
  const id = useId();
  const fault = said(at.faults);
  return (
    <div ref={at.ref} data-at={at.pointer}>
      <Input.TextArea
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? id : undefined}
        status={fault ? 'error' : ''}
        placeholder="说明原因"
        rows={1}
        maxLength={2000}
        value={value}
        onChange={(event) => {
          at.mend();
          set(event.target.value);
        }}
      />
      {fault && (
        <span id={id} className="fault">
          {fault}
        </span>
      )}
    </div>
  );
}

const against = (one: Discrepancy) => RULES[one.rule] ?? [one.rule, '对照'];

function compared(one: Discrepancy) {
  const [left, right] = against(one);
  return `${left} ${figure(one.left)}，${right} ${figure(one.right)}`;
}
