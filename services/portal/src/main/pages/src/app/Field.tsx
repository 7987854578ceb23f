import { Input, Select } from 'antd';
import { useId } from 'react';
import { DateInput, type DateKind } from './DateInput';
import { said, type Mark } from './faults';
import { numeral } from './words';

/** One labelled value of a form. */
export function Field(props: {
  label: string;
  /** Which it is of several fields of that label on a page, for whoever hears only its name. */
  of?: string | undefined;
  value: string;
  set: (value: string) => void;
  type?: 'text' | 'number' | DateKind;
  choices?: { value: string; label: string }[];
  hint?: string;
  /** Of a text that is longer than a line; it takes the form's whole width. */
  rows?: number;
  /** How many characters such a text may have. */
  most?: number;
  /** Where it stands in what is sent. */
  at?: Mark;
}) {
  const id = useId();
  const fault = said(props.at?.faults ?? []);
  const set = (value: string) => {
    props.at?.mend();
    props.set(value);
  };
  const given = {
    id,
    status: fault ? ('error' as const) : ('' as const),
    'aria-label': props.of && `${props.label}：${props.of}`,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': [props.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined,
  };
  return (
    <div ref={props.at?.ref} data-at={props.at?.pointer} className={props.rows ? 'wide' : ''}>
      <label htmlFor={id}>{props.label}</label>
      {props.choices ? (
        <Select
          {...given}
          className="whole"
          value={props.value || undefined}
          options={props.choices}
          onChange={set}
          showSearch={{ optionFilterProp: 'label' }}
        />
      ) : props.rows ? (
        <Input.TextArea {...given} rows={props.rows} maxLength={props.most} showCount={props.most !== undefined} value={props.value} onChange={(event) => set(event.target.value)} />
      ) : props.type === undefined || props.type === 'text' || props.type === 'number' ? (
        <Input
          {...given}
          inputMode={props.type === 'number' ? 'numeric' : undefined}
          value={props.value}
          onChange={(event) => set(props.type === 'number' ? numeral(event.target.value).replace(/\D/g, '') : event.target.value)}
        />
      ) : (
        <DateInput {...given} kind={props.type} value={props.value} set={set} />
      )}
      {props.hint && (
        <span id={`${id}-hint`} className="soft">
          {props.hint}
        </span>
      )}
      {fault && (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      )}
    </div>
  );
}
