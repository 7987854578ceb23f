import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useMemo, useState, type ChangeEvent, type ComponentProps, type FocusEvent, type KeyboardEvent } from 'react';
import { dated, day, EXAMPLES, month, timed } from './words';

dayjs.extend(customParseFormat);

/**
 * By kind: as it is kept, and as it may be typed; the first is how it is shown. None of them is the beginning of another, or
 * what is half typed would be taken for the whole.
 */
const FORMS = {
  date: { kept: 'YYYY-MM-DD', typed: ['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY/MM/DD'] },
  month: { kept: 'YYYY-MM', typed: ['YYYY年M月', 'YYYY-MM', 'YYYY/MM'] },
  'datetime-local': { kept: 'YYYY-MM-DDTHH:mm', typed: ['YYYY年M月D日 HH:mm', 'YYYY年M月D日 H:mm', 'YYYY-MM-DD HH:mm', 'YYYY-MM-DD H:mm', 'YYYY/MM/DD HH:mm'] },
};

export type DateKind = keyof typeof FORMS;

/** What is typed, as it may be read: 2024-06-01 17:30. */
function plain(text: string): string {
  const [typed = '', ...time] = text.trim().split(/\s+/);
  const kept = dated(typed);
  return [day(kept) === typed || month(kept) === typed ? typed : kept, ...time.map(timed)].join(' ');
}

/** What is typed of a day; 2024/6/1 may be half of 2024/6/15, and counts once it is left. What cannot be read stays to be mended. */
function Typed({ onBlur, onChange, onKeyDown, value, ...given }: ComponentProps<'input'>) {
  const [unread, setUnread] = useState('');
  const whole = ({ currentTarget }: FocusEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>) => {
    const typed = currentTarget.value;
    const meant = plain(typed);
    if (meant !== typed) onChange?.({ target: { value: meant } } as ChangeEvent<HTMLInputElement>);
    setUnread(typed);
  };
  return (
    <input
      {...given}
      value={value || unread}
      onChange={(event) => {
        setUnread('');
        onChange?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Tab') whole(event);
        onKeyDown?.(event);
        // It takes the day, and sends no form.
        if (event.key === 'Enter') event.preventDefault();
      }}
      onBlur={(event) => {
        whole(event);
        onBlur?.(event);
      }}
    />
  );
}

const COMPONENTS = { input: Typed };

interface Props {
  id: string;
  kind: DateKind;
  value: string;
  set: (value: string) => void;
  status?: '' | 'error';
  'aria-label'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-describedby'?: string | undefined;
}

/** A day, a month or a moment, typed or chosen from a calendar; what is typed and cannot be read is kept as it is. */
export function DateInput({ kind, value, set, ...given }: Props) {
  const form = FORMS[kind];
  const isRead = dayjs(value, form.kept, true).isValid();
  const unread = value !== '' && !isRead;
  // Another object for the same day would take away what is being typed.
  const shown = useMemo(() => (isRead ? dayjs(value) : null), [isRead, value]);
  const marked = { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': [given['aria-describedby'], `${given.id}-unread`].filter(Boolean).join(' ') };
  return (
    <>
      <DatePicker
        {...given}
        {...(unread && marked)}
        className="whole"
        placeholder={`如 ${EXAMPLES[kind]}`}
        picker={kind === 'month' ? 'month' : 'date'}
        showTime={kind === 'datetime-local' ? { format: 'HH:mm' } : false}
        needConfirm={false}
        allowClear={false}
        previewValue={false}
        format={form.typed}
        components={COMPONENTS}
        value={shown}
        onChange={(chosen) => set(chosen ? chosen.format(form.kept) : '')}
        onBlur={({ target }) => {
          // The calendar is left too.
          if (!(target instanceof HTMLInputElement)) return;
          const typed = target.value.trim();
          const read = dayjs(plain(typed), form.typed, true);
          const meant = read.isValid() ? read.format(form.kept) : typed;
          // Setting a value takes the mark of a refused one away.
          if (meant !== value) set(meant);
        }}
      />
      {unread && (
        <span id={`${given.id}-unread`} className="fault">
          请写成 {EXAMPLES[kind]}
        </span>
      )}
    </>
  );
}
