import { AutoComplete, Button, Checkbox, Input, Select, type InputProps } from 'antd';
import { useId, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { byPointer, said, type Mark } from './faults';
import { TAB_GOES_ON, thenFocusOn } from './focus';
import { Nothing } from './states';
import { dated, day, EXAMPLES, figure, listed, month, numeral, timed } from './words';

export interface Column {
  key: string;
  title: string;
  /** Of several choices the value holds all, separated by a bar; what is suggested may be something else. */
  kind?: 'text' | 'number' | 'date' | 'month' | 'time' | 'choice' | 'several' | 'suggested' | 'flag';
  choices?: { value: string; label: string }[];
  optional?: boolean;
  width?: number;
  /** Says what the row is about; nobody writes in it. */
  given?: boolean;
}

export type Row = Record<string, string | boolean | undefined>;

/** How many faults are listed beneath the rows; all are marked in them. */
const MOST_LISTED = 20;

/** Rows that are typed in or pasted from a spreadsheet, cell by cell; where they are given, there are these and no others. */
export function Grid(props: {
  label: string;
  /** Which it is of several grids on a page, for whoever hears only a cell's name. */
  of?: string;
  columns: Column[];
  rows: Row[];
  change: (rows: Row[]) => void;
  frozen?: boolean;
  /** Where the rows stand in what is sent. */
  at?: Mark;
  /** Which of them are sent; those in which something is filled in unless said otherwise. */
  sent?: (row: Row) => boolean;
}) {
  const { columns, rows, frozen, at: mark, sent = (row: Row) => isFilled(row, columns) } = props;
  const id = useId();
  const named = (name: string) => (props.of ? `${name}：${props.of}` : name);
  const given = columns.some((column) => column.given);
  const faults = byPointer(mark?.faults ?? []);
  const order = rows.flatMap((row, at) => (sent(row) ? [at] : []));
  const pointers = new Map(mark && order.map((at, place) => [at, `${mark.pointer}/${place}`]));
  const below = [...faults.keys()].slice(0, MOST_LISTED);

  /** @param written the cells that are written anew, by row and column */
  const change = (next: Row[], written: [at: number, key: string][]) => {
    if (faults.size > 0) {
      // A fault is told by the place of its row among those that were sent.
      const inPlace = rows.every((row, at) => sent(row) === sent(next[at] ?? {}));
      if (inPlace) written.forEach(([at, key]) => pointers.has(at) && mark?.mend(`${pointers.get(at)?.slice(mark.pointer.length)}/${key}`));
      else mark?.mend();
    }
    props.change(next);
  };
  const set = (at: number, key: string, value: string | boolean) =>
    change(
      rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)),
      [[at, key]],
    );
  const grid = () => document.getElementById(id);
  const add = () => {
    change([...rows, {}], []);
    thenFocusOn(() => grid()?.querySelector('tbody tr:last-child'));
  };
  const remove = (at: number) => {
    change(
      rows.filter((_, index) => index !== at),
      [],
    );
    // To the row that has taken its place; after the last there is the button that adds one.
    requestAnimationFrame(() => grid()?.querySelectorAll<HTMLElement>('tbody td:last-child > button, .actions > button')[at]?.focus());
  };
  const called = (pointer: string) => {
    const [place, key] = pointer.slice((mark?.pointer.length ?? 0) + 1).split('/');
    const row = place ? order[Number(place)] : undefined;
    return row === undefined ? '' : `第 ${row + 1} 行${columns.find((column) => column.key === key)?.title ?? ''}：`;
  };

  const paste = (event: ClipboardEvent, at: number, from: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const pasted = text
      .replace(/\r/g, '')
      .replace(/\n+$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    const next = [...rows];
    const written: [number, string][] = [];
    pasted.slice(0, given ? rows.length - at : undefined).forEach((cells, down) => {
      const row: Row = { ...next[at + down] };
      cells.forEach((cell, right) => {
        const column = columns[from + right];
        if (!column || column.given) return;
        row[column.key] = column.kind === 'flag' ? isYes(cell) : valueOf(column, cell.trim());
        written.push([at + down, column.key]);
      });
      next[at + down] = row;
    });
    change(next, written);
  };

  return (
    <div id={id} ref={mark?.ref} data-at={mark?.pointer} onKeyDown={notSent}>
      {rows.length === 0 && <Nothing>还没有{props.label}</Nothing>}
      {rows.length > 0 && (
        <div className="grid-scroll" role="region" aria-label={props.label} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {column.kind === 'flag' && !frozen && order.length > 1 ? <All column={column} rows={rows} sent={sent} tick={(next) => change(next, order.map((at) => [at, column.key]))} /> : column.title}
                  </th>
                ))}
                {!frozen && !given && <th scope="col">操作</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at} data-at={pointers.get(at)} className={faults.has(pointers.get(at) ?? '') ? 'refused' : undefined}>
                  {columns.map((column, from) => {
                    if (frozen || column.given) {
                      return (
                        <td key={column.key} data-label={column.title} className={frozen && column.kind === 'number' ? 'number' : ''}>
                          {shown(column, row[column.key])}
                        </td>
                      );
                    }
                    const pointer = pointers.has(at) ? `${pointers.get(at)}/${column.key}` : undefined;
                    const fault = said(faults.get(pointer ?? '') ?? []);
                    return (
                      <td key={column.key} data-label={column.title} data-at={pointer} title={fault || undefined} onPaste={(event) => paste(event, at, from)}>
                        <Cell
                          column={column}
                          value={row[column.key]}
                          label={named(`第 ${at + 1} 行${column.title}`)}
                          fault={fault !== ''}
                          told={pointer !== undefined && below.includes(pointer) ? id + pointer : undefined}
                          set={(value) => set(at, column.key, value)}
                        />
                      </td>
                    );
                  })}
                  {!frozen && !given && (
                    <td>
                      <Button
                        size="small"
                        type="text"
                        danger
                        onClick={() => remove(at)}
                        aria-label={named(`删除第 ${at + 1} 行`)}
                      >
                        删除
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {faults.size > 0 && (
        <ul className="faults" aria-label={`${props.label}中须更正的`}>
          {below.map((pointer) => (
            <li key={pointer} id={id + pointer} className="fault">
              {called(pointer)}
              {said(faults.get(pointer) ?? [])}
            </li>
          ))}
          {faults.size > MOST_LISTED && <li>另有 {faults.size - MOST_LISTED} 处，已在格中标明</li>}
        </ul>
      )}
      {!frozen && (
        <div className="actions">
          {!given && <Button aria-label={named('添加一行')} onClick={add}>添加一行</Button>}
          <span className="soft keys">可以从电子表格复制多行，粘贴到任一单元格。</span>
        </div>
      )}
    </div>
  );
}

/** Enter in a cell sends no form that the rows are part of. */
const notSent = (event: KeyboardEvent) => event.key === 'Enter' && event.target instanceof HTMLInputElement && event.preventDefault();

/** Ticks a column in all rows that are sent, or in none. */
function All({ column, rows, sent, tick }: { column: Column; rows: Row[]; sent: (row: Row) => boolean; tick: (rows: Row[]) => void }) {
  const ticks = rows.filter(sent).map((row) => row[column.key] === true);
  return (
    <Checkbox
      aria-label={`全部${column.title}`}
      checked={ticks.every(Boolean)}
      indeterminate={ticks.some(Boolean) && !ticks.every(Boolean)}
      onChange={(event) => tick(rows.map((row) => (sent(row) ? { ...row, [column.key]: event.target.checked } : row)))}
    >
      {column.title}
    </Checkbox>
  );
}

const isYes = (text: string) => /^(true|1|是|有|√|✓|Y)$/i.test(text.trim());
const valueOf = (column: Column, text: string) =>
  column.kind === 'date' || column.kind === 'month'
    ? dated(text)
    : column.kind === 'several'
      ? listed(text).map((one) => chosen(column, one)).join('|')
      : chosen(column, text);

/** What stands for a label; a text that is none of the labels stays. */
const chosen = (column: Column, text: string) => column.choices?.find((choice) => choice.label === text)?.value ?? text;

const DATED = { date: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/ };

/** A cell that can no longer be changed. */
function shown(column: Column, value: string | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!value) return '—';
  switch (column.kind) {
    case 'date':
      return day(value);
    case 'month':
      return month(value);
    case 'number':
      return figure(value);
    case 'several':
      return value
        .split('|')
        .map((one) => column.choices?.find((choice) => choice.value === one)?.label ?? one)
        .join('、');
    default:
      return column.choices?.find((choice) => choice.value === value)?.label ?? value;
  }
}

function Cell(props: {
  column: Column;
  value: string | boolean | undefined;
  label: string;
  set: (value: string | boolean) => void;
  /** Whether it was refused. */
  fault: boolean;
  /** The element that says why. */
  told: string | undefined;
}) {
  const { column, value, label, fault, set } = props;
  const text = (value as string | undefined) ?? '';
  const given = {
    'aria-label': label,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': props.told,
    status: fault ? ('error' as const) : ('' as const),
    style: { width: column.width ?? 130 },
  };
  switch (column.kind ?? 'text') {
    case 'flag': {
      const { status, style, ...box } = given;
      return <Checkbox {...box} className={status && 'refused'} checked={value === true} onChange={(event) => set(event.target.checked)} />;
    }
    case 'choice':
      return (
        <Select
          {...given}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={column.optional ?? false}
          value={text || undefined}
          options={column.choices ?? []}
          onChange={(chosen) => set(chosen ?? '')}
        />
      );
    case 'several':
      return (
        <Select
          {...given}
          mode="multiple"
          {...TAB_GOES_ON}
          showSearch={{ optionFilterProp: 'label' }}
          value={text.split('|').filter(Boolean)}
          options={column.choices ?? []}
          onChange={(all: string[]) => set(all.join('|'))}
        />
      );
    case 'suggested':
      return (
        <AutoComplete
          {...given}
          {...TAB_GOES_ON}
          defaultActiveFirstOption={false}
          popupMatchSelectWidth={false}
          showSearch={{ filterOption: (typed, choice) => `${choice?.value} ${choice?.label}`.includes(typed) }}
          value={text}
          options={column.choices ?? []}
          onChange={set}
        />
      );
    case 'date':
    case 'month':
      return <DateCell {...given} kind={column.kind as 'date' | 'month'} value={text} set={set} />;
    default:
      return (
        <Input
          {...given}
          className={column.kind === 'number' ? 'number' : ''}
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      );
  }
}

/** A day or a month as text, as there may be hundreds of rows, and spreadsheets write them in many ways; shown as people write it. */
function DateCell({ kind, value, set, ...given }: { kind: 'date' | 'month'; value: string; set: (value: string) => void } & Omit<InputProps, 'value'>) {
  const [typed, setTyped] = useState('');
  const known = DATED[kind].test(value);
  const wrong = value !== '' && !known ? { status: 'error' as const, 'aria-invalid': true, title: `请写成 ${EXAMPLES[kind]}` } : {};
  return (
    <Input
      {...given}
      {...wrong}
      placeholder={`如 ${EXAMPLES[kind]}`}
      value={typed && dated(typed.trim()) === value ? typed : known ? (kind === 'date' ? day(value) : month(value)) : value}
      onChange={(event) => {
        setTyped(event.target.value);
        set(dated(event.target.value.trim()));
      }}
      onBlur={() => setTyped('')}
    />
  );
}

/** A figure or a time as a service takes it, however it is typed. */
function meant(column: Column, text: string): string {
  if (column.kind === 'number') return numeral(text);
  return column.kind === 'time' ? timed(text) : text;
}

/** What a service takes of a row: what is empty is left out. */
const taken = (row: Row, columns: Column[]): Record<string, string | boolean> =>
  Object.fromEntries(
    columns.flatMap((column): [string, string | boolean][] => {
      const value = row[column.key];
      if (column.kind === 'flag') return [[column.key, value === true]];
      return value === undefined || value === '' ? [] : [[column.key, typeof value === 'string' ? meant(column, value) : value]];
    }),
  );

const isFilled = (row: Row, columns: Column[]) => Object.values(taken(row, columns)).some((value) => value !== false);

/** Rows as a service takes them. */
export const filled = (rows: Row[], columns: Column[]) => rows.filter((row) => isFilled(row, columns)).map((row) => taken(row, columns));

/** What a service keeps, as rows. */
export const rowsOf = (kept: object[] | undefined): Row[] =>
  (kept ?? []).map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [key, typeof value === 'boolean' ? value : value === null ? '' : String(value)]),
    ),
  );
