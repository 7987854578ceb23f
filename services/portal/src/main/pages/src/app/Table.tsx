import { Table as Wide, type TableProps } from 'antd';
import type { ReactNode } from 'react';

declare module 'react' {
  interface HTMLAttributes<T> {
    'data-label'?: string | undefined;
  }
}

/** A table, whose rows are cards on a phone; there each cell is called by its column's title. */
export function Table<Row extends object>({ columns = [], rowSelection, ...given }: TableProps<Row>) {
  return (
    <Wide<Row>
      {...given}
      columns={columns.map((column) => ({ ...column, onCell: called(column.title) }))}
      {...(rowSelection && { rowSelection: { ...rowSelection, onCell: called(rowSelection.columnTitle) } })}
    />
  );
}

const called = (title: ReactNode | (() => ReactNode) | ((given: never) => ReactNode)) => () => (typeof title === 'string' ? { 'data-label': title } : {});
