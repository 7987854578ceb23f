import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Table } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, indicator } from '../api/client';
import { useChange } from '../app/change';
import { Asked } from '../app/states';
import { figure } from '../app/words';
import { rowOf } from './subjects';

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
      gotOrNone(
        indicator.GET('/v1/evaluations/{evaluation}/discrepancy-answers', { params: { path: { evaluation: props.evaluation } } }),
      ),
  });
  if (props.found.length === 0) return null;
  return (
    <section className="card" aria-labelledby="discrepancies">
      <h2 id="discrepancies">数据不一致</h2>
      <Asked query={kept}>{(found) => <Answers key={found?.version ?? 0} {...props} kept={(found?.answers ?? []) as Answer[]} />}</Asked>
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
          params: { path: { evaluation } },
          body: { answers: found.filter(given).map((one) => ({ ...one, text: given(one) })) },
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
      <Table
        size="small"
        rowKey={keyOf}
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
                <Input.TextArea
                  aria-label={`${rowOf(one.subject, names, areas)}不一致的原因`}
                  placeholder="说明原因"
                  rows={1}
                  maxLength={2000}
                  value={texts.get(keyOf(one)) ?? ''}
                  onChange={(event) => setTexts(new Map(texts).set(keyOf(one), event.target.value))}
                />
              ) : (
                given(one) || <span className="soft">没有说明</span>
              ),
          },
        ]}
      />
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

function compared(one: Discrepancy) {
  const [left, right] = RULES[one.rule] ?? [one.rule, '对照'];
  return `${left} ${figure(one.left)}，${right} ${figure(one.right)}`;
}
