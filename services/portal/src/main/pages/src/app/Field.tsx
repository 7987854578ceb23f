import { Input, Select } from 'antd';
import { useId } from 'react';
import { DateInput, type DateKind } from './DateInput';

/** One labelled value of a form. */
export function Field(props: {
  label: string;
  value: string;
  set: (value: string) => void;
  type?: 'text' | 'number' | DateKind;
  choices?: { value: string; label: string }[];
  hint?: string;
  /** Of a text that is longer than a line; it takes the form's whole width. */
  rows?: number;
  /** How many characters such a text may have. */
  most?: number;
}) {
  const id = useId();
  return (
    <div className={props.rows ? 'wide' : ''}>
      <label htmlFor={id}>{props.label}</label>
      {props.choices ? (
        <Select
          id={id}
          className="whole"
          value={props.value || undefined}
          options={props.choices}
          onChange={(value) => props.set(value)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      ) : props.rows ? (
        <Input.TextArea id={id} rows={props.rows} maxLength={props.most} showCount={props.most !== undefined} value={props.value} onChange={(event) => props.set(event.target.value)} />
      ) : props.type === undefined || props.type === 'text' || props.type === 'number' ? (
        <Input
          id={id}
          inputMode={props.type === 'number' ? 'numeric' : undefined}
          value={props.value}
          onChange={(event) => props.set(props.type === 'number' ? event.target.value.replace(/\D/g, '') : event.target.value)}
        />
      ) : (
        <DateInput id={id} kind={props.type} value={props.value} set={props.set} />
      )}
      {props.hint && <span className="soft">{props.hint}</span>}
    </div>
  );
}
