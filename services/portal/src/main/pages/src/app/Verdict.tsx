import { Button, Input } from 'antd';
import { useState } from 'react';
import { useConfirm } from './confirm';

const WORDS = { UPHELD: '成立', REFUSED: '不成立' };

/** A decision with its reason: nobody decides without one, and nobody upholds what still lacks something. */
export function Verdict(props: {
  label: string;
  pending: boolean;
  lacking?: boolean;
  decide: (decision: 'UPHELD' | 'REFUSED', reason: string) => Promise<unknown>;
}) {
  const [reason, setReason] = useState('');
  const confirm = useConfirm();
  const decided = (decision: 'UPHELD' | 'REFUSED') => () =>
    confirm({
      title: `裁定${WORDS[decision]}？`,
      content: '裁定后不能再改。',
      okText: WORDS[decision],
      send: () => props.decide(decision, reason),
    });
  return (
    <>
      <Input.TextArea aria-label={props.label} placeholder={props.label} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="actions">
        <Button disabled={!reason.trim() || props.lacking} loading={props.pending} onClick={decided('UPHELD')}>
          成立
        </Button>
        <Button disabled={!reason.trim()} loading={props.pending} onClick={decided('REFUSED')}>
          不成立
        </Button>
      </div>
    </>
  );
}
