import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/**
 * By kind: as it is kept, and as it may be typed; the first is how it is shown. None of them is the beginning of another, or
 * what is half typed would be taken for the whole.
 */
const FORMS = {
  date: { kept: 'YYYY-MM-DD', typed: ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY年M月D日'] },
  month: { kept: 'YYYY-MM', typed: ['YYYY-MM', 'YYYY/MM', 'YYYY年M月'] },
  'datetime-local': { kept: 'YYYY-MM-DDTHH:mm', typed: ['YYYY-MM-DD HH:mm', 'YYYY/MM/DD HH:mm'] },
};

export type DateKind = keyof typeof FORMS;

/** A day, a month or a moment, typed or chosen from a calendar. */
export function DateInput({ id, kind, value, set }: { id: string; kind: DateKind; value: string; set: (value: string) => void }) {
  const form = FORMS[kind];
  return (
    <DatePicker
      id={id}
      className="whole"
      placeholder={{ date: '年-月-日', month: '年-月', 'datetime-local': '年-月-日 时:分' }[kind]}
      picker={kind === 'month' ? 'month' : 'date'}
      showTime={kind === 'datetime-local' ? { format: 'HH:mm' } : false}
      needConfirm={false}
      format={form.typed}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => set(chosen ? chosen.format(form.kept) : '')}
    />
  );
}
