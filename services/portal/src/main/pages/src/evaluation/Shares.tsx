import type { ReactNode } from 'react';
import { expander } from '../app/expander';
import { Table } from '../app/Table';
import { party } from '../app/words';

/** A party's share of a result. */
interface Share {
  party?: string;
  raw?: string;
  weight?: string;
  weighted?: string;
}

/** The parties' shares, as whoever may read them sees them; {@code below} is what a row opens to. */
export function Shares<Row extends Share>({ rows, below }: { rows: Row[]; below?: (row: Row) => ReactNode }) {
  return (
    <Table<Row>
      size="small"
      rowKey="party"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      expandable={below ? { expandedRowRender: below, expandIcon: expander((row) => party(row.party ?? '')) } : {}}
      columns={[
        { title: '评估方', dataIndex: 'party', render: party },
        { title: '得分', dataIndex: 'raw', className: 'number' },
        { title: '权重', dataIndex: 'weight', className: 'number', render: (weight: string) => `${weight}%` },
        { title: '加权得分', dataIndex: 'weighted', className: 'number' },
      ]}
    />
  );
}
