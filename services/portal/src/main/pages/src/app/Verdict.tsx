import { Button } from 'antd';
import { useState } from 'react';
import { useConfirm } from './confirm';
import type { Mark } from './faults';
import { Field } from './Field';
import { useUnsaved } from './unsaved';

type Decision = 'UPHELD' | 'REFUSED';

/** A decision with its reason: nobody decides without one, and nobody upholds what still lacks something. */
export function Verdict(props: {
  label: string;
  /** What is decided on, as its page calls it. */
  of: string;
  pending: boolean;
  lacking?: boolean;
  /** What the two ways are called; 成立 and 不成立 unless said otherwise. */
  words?: Record<Decision, string>;
  /** What follows from each, beside that it stays. */
  consequence?: Partial<Record<Decision, string>>;
  /** Where the reason stands in what is sent. */
  at?: Mark;
  decide: (decision: Decision, reason: string) => Promise<unknown>;
}) {
  const [reason, setReason] = useState('');
  useUnsaved(reason, '', props.pending);
  const confirm = useConfirm();
  const words = props.words ?? { UPHELD: '成立', REFUSED: '不成立' };
  const decided = (decision: Decision) => () =>
    confirm({
      title: `记为“${words[decision]}”？`,
      content: `${props.consequence?.[decision] ?? ''}记录后不能再改。`,
      okText: words[decision],
      send: () => props.decide(decision, reason),
    });
  return (
    <>
      <div className="form">
        <Field label={props.label} of={props.of} rows={2} at={props.at} value={reason} set={setReason} />
      </div>
      <div className="actions">
        <Button disabled={!reason.trim() || props.lacking} loading={props.pending} onClick={decided('UPHELD')} aria-label={`${words.UPHELD}：${props.of}`}>
          {words.UPHELD}
        </Button>
        <Button disabled={!reason.trim()} loading={props.pending} onClick={decided('REFUSED')} aria-label={`${words.REFUSED}：${props.of}`}>
          {words.REFUSED}
        </Button>
      </div>
    </>
  );
}
