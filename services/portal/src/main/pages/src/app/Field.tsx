import { Input, Select } from 'antd';
import { useId } from 'react';

/** One labelled value of a form. */
export function Field(props: {
  label: string;
  value: string;
  set: (value: string) => void;
  type?: 'text' | 'date' | 'month' | 'datetime-local' | 'number';
  choices?: { value: string; label: string }[];
  hint?: string;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      {props.choices ? (
        <Select id={id} style={{ width: '100%' }} value={props.value || undefined} options={props.choices} onChange={(value) => props.set(value)} showSearch />
      ) : (
        <Input id={id} type={props.type ?? 'text'} value={props.value} onChange={(event) => props.set(event.target.value)} />
      )}
      {props.hint && <span className="soft">{props.hint}</span>}
    </div>
  );
}
