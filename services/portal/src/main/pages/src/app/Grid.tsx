import { Button, Checkbox, Input, Select } from 'antd';
import type { ClipboardEvent } from 'react';
import { Nothing } from './states';
import { day, figure, month } from './words';

export interface Column {
  key: string;
  title: string;
  /** Of several choices the value holds all, separated by a bar. */
  kind?: 'text' | 'number' | 'date' | 'month' | 'choice' | 'several' | 'flag';
  choices?: { value: string; label: string }[];
  optional?: boolean;
  width?: number;
  /** Says what the row is about; nobody writes in it. */
  given?: boolean;
}

export type Row = Record<string, string | boolean | undefined>;

/** Rows that are typed in or pasted from a spreadsheet, cell by cell; where they are given, there are these and no others. */
export function Grid(props: { label: string; columns: Column[]; rows: Row[]; change: (rows: Row[]) => void; frozen?: boolean }) {
  const { columns, rows, change, frozen } = props;
  const given = columns.some((column) => column.given);
  const set = (at: number, key: string, value: string | boolean) =>
    change(rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)));

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
    pasted.slice(0, given ? rows.length - at : undefined).forEach((cells, down) => {
      const row: Row = { ...next[at + down] };
      cells.forEach((cell, right) => {
        const column = columns[from + right];
        if (column && !column.given) row[column.key] = column.kind === 'flag' ? isYes(cell) : valueOf(column, cell.trim());
      });
      next[at + down] = row;
    });
    change(next);
  };

  return (
    <div>
      {rows.length === 0 && <Nothing>还没有{props.label}</Nothing>}
      {rows.length > 0 && (
        <div className="grid-scroll" role="region" aria-label={props.label} tabIndex={0}>
          <table className="grid">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {column.title}
                  </th>
                ))}
                {!frozen && !given && <th scope="col">操作</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {columns.map((column, from) => (
                    <td
                      key={column.key}
                      className={frozen && column.kind === 'number' ? 'number' : ''}
                      onPaste={(event) => !frozen && paste(event, at, from)}
                    >
                      {frozen || column.given ? (
                        shown(column, row[column.key])
                      ) : (
                        <Cell
                          column={column}
                          value={row[column.key]}
                          label={`第 ${at + 1} 行${column.title}`}
                          set={(value) => set(at, column.key, value)}
                        />
                      )}
                    </td>
                  ))}
                  {!frozen && !given && (
                    <td>
                      <Button
                        size="small"
                        type="text"
                        danger
                        onClick={() => change(rows.filter((_, index) => index !== at))}
                        aria-label={`删除第 ${at + 1} 行`}
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
      {!frozen && (
        <div className="actions">
          {!given && <Button onClick={() => change([...rows, {}])}>添加一行</Button>}
          <span className="soft">可以从电子表格复制多行，粘贴到任一单元格。</span>
        </div>
      )}
    </div>
  );
}

const isYes = (text: string) => /^(true|1|是|有|√|✓|Y)$/i.test(text.trim());
const valueOf = (column: Column, text: string) =>
  column.kind === 'date' || column.kind === 'month'
    ? dated(text)
    : column.kind === 'several'
      ? text.split(/[|、]/).map((one) => chosen(column, one.trim())).join('|')
      : chosen(column, text);

/** What stands for a label; a text that is none of the labels stays. */
const chosen = (column: Column, text: string) => column.choices?.find((choice) => choice.label === text)?.value ?? text;

/** 2024/6/1 and 2024年6月1日 as they are kept: 2024-06-01; without a day 2024-06. */
const dated = (text: string) =>
  text.replace(/^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?$/, (_, ...parts: (string | undefined)[]) =>
    parts
      .slice(0, 3)
      .filter((part) => part !== undefined)
      .map((part) => part.padStart(2, '0'))
      .join('-'),
  );

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

function Cell(props: { column: Column; value: string | boolean | undefined; label: string; set: (value: string | boolean) => void }) {
  const { column, value, label, set } = props;
  const text = (value as string | undefined) ?? '';
  const style = { width: column.width ?? 130 };
  switch (column.kind ?? 'text') {
    case 'flag':
      return <Checkbox aria-label={label} checked={value === true} onChange={(event) => set(event.target.checked)} />;
    case 'choice':
      return (
        <Select
          aria-label={label}
          style={style}
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
          aria-label={label}
          style={style}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={text.split('|').filter(Boolean)}
          options={column.choices ?? []}
          onChange={(all: string[]) => set(all.join('|'))}
        />
      );
    case 'date':
    case 'month':
      // Text, as there may be hundreds of rows, and spreadsheets write days in many ways.
      return (
        <Input
          aria-label={label}
          style={style}
          placeholder={column.kind === 'date' ? '2024-06-01' : '2024-06'}
          status={text === '' || DATED[column.kind as 'date' | 'month'].test(text) ? '' : 'error'}
          value={text}
          onChange={(event) => set(event.target.value)}
          onBlur={() => dated(text.trim()) !== text && set(dated(text.trim()))}
        />
      );
    default:
      return (
        <Input
          aria-label={label}
          style={style}
          className={column.kind === 'number' ? 'number' : ''}
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          value={text}
          onChange={(event) => set(event.target.value)}
        />
      );
  }
}

/** Rows as a service takes them: what is empty is left out. */
export const filled = (rows: Row[], columns: Column[]): Record<string, string | boolean>[] =>
  rows
    .map((row) =>
      Object.fromEntries(
        columns.flatMap((column): [string, string | boolean][] => {
          const value = row[column.key];
          if (column.kind === 'flag') return [[column.key, value === true]];
          return value === undefined || value === '' ? [] : [[column.key, value]];
        }),
      ),
    )
    .filter((row) => Object.values(row).some((value) => value !== false));

/** What a service keeps, as rows. */
export const rowsOf = (kept: object[] | undefined): Row[] =>
  (kept ?? []).map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [key, typeof value === 'boolean' ? value : value === null ? '' : String(value)]),
    ),
  );
