import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useMemo, type ChangeEvent, type ComponentProps, type FocusEvent, type KeyboardEvent } from 'react';
import { dated, day, month } from './words';

/**
 * By kind: as it is kept, and as it may be typed; the first is how it is shown. None of them is the beginning of another, or
 * what is half typed would be taken for the whole.
 */
const FORMS = {
  date: { kept: 'YYYY-MM-DD', typed: ['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY/MM/DD'] },
  month: { kept: 'YYYY-MM', typed: ['YYYY年M月', 'YYYY-MM', 'YYYY/MM'] },
  'datetime-local': { kept: 'YYYY-MM-DDTHH:mm', typed: ['YYYY年M月D日 HH:mm', 'YYYY年M月D日 H:mm', 'YYYY-MM-DD HH:mm', 'YYYY-MM-DD H:mm', 'YYYY/MM/DD HH:mm'] },
};

const EXAMPLES = { date: '如 2024年6月1日', month: '如 2024年6月', 'datetime-local': '如 2024年6月1日 17:30' };

export type DateKind = keyof typeof FORMS;

/** What is typed of a day; 2024/6/1 may be half of 2024/6/15, and counts once it is left. */
function Typed({ onBlur, onKeyDown, ...given }: ComponentProps<'input'>) {
  const whole = ({ currentTarget }: FocusEvent<HTMLInputElement> | KeyboardEvent<HTMLInputElement>) => {
    const [typed = '', ...time] = currentTarget.value.trim().split(/\s+/);
    const kept = dated(typed);
    if (kept === typed || day(kept) === typed || month(kept) === typed) return;
    given.onChange?.({ target: { value: [kept, ...time].join(' ') } } as ChangeEvent<HTMLInputElement>);
  };
  return (
    <input
      {...given}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Tab') whole(event);
        onKeyDown?.(event);
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

/** A day, a month or a moment, typed or chosen from a calendar. */
export function DateInput({ kind, value, set, ...given }: Props) {
  const form = FORMS[kind];
  // Another object for the same day would take away what is being typed.
  const shown = useMemo(() => (value ? dayjs(value) : null), [value]);
  return (
    <DatePicker
      {...given}
      className="whole"
      placeholder={EXAMPLES[kind]}
      picker={kind === 'month' ? 'month' : 'date'}
      showTime={kind === 'datetime-local' ? { format: 'HH:mm' } : false}
      needConfirm={false}
      format={form.typed}
      components={COMPONENTS}
      value={shown}
      onChange={(chosen) => set(chosen ? chosen.format(form.kept) : '')}
    />
  );
}
