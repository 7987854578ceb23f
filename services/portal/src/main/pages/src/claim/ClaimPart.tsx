import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, report } from '../api/client';
import { useChange } from '../app/change';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { Asked, Nothing } from '../app/states';
import type { PartProps } from '../evaluation/EvaluationPage';

const COLUMNS: Column[] = [
  { key: 'source', title: '出处', width: 220 },
  { key: 'subject', title: '数据（如 staffing:headcount）', width: 280 },
  { key: 'value', title: '文中的数', kind: 'number', width: 120 },
];

/** Figures that somebody's text states, held against those that were computed. */
export default function ClaimPart({ evaluation }: PartProps) {
  const params = { path: { evaluation: evaluation.code } as never };
  const claims = useQuery({
    queryKey: ['claims', evaluation.code],
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(report.GET('/v1/evaluations/{evaluation}/claims', { params })),
  });
  const discrepancies = useQuery({
    queryKey: ['claim-discrepancies', evaluation.code, claims.data?.version],
    queryFn: () => gotOrNone(report.GET('/v1/evaluations/{evaluation}/discrepancies', { params })),
  });
  return (
    <>
      <section className="card" aria-labelledby="discrepancies">
        <h2 id="discrepancies">与核算不一致的数据</h2>
        <Asked query={discrepancies}>
          {(found) => {
            const all = (found ?? []) as { rule: string; subject: string; left: string; right: string }[];
            return all.length === 0 ? (
              <Nothing>没有不一致，或还没有登记文中的数据</Nothing>
            ) : (
              <Table
                size="small"
                rowKey={(one) => `${one.rule}/${one.subject}`}
                scroll={{ x: 'max-content' }}
                pagination={{ pageSize: 20, hideOnSinglePage: true }}
                dataSource={all}
                columns={[
                  { title: '数据', dataIndex: 'subject' },
                  { title: '文中', dataIndex: 'left', className: 'number' },
                  { title: '核算', dataIndex: 'right', className: 'number' },
                ]}
              />
            );
          }}
        </Asked>
      </section>
      <Asked query={claims}>
        {(found) => <Editor key={found?.version ?? 0} evaluation={evaluation.code} kept={rowsOf(found?.claims)} open={evaluation.phase !== 'CLOSED'} />}
      </Asked>
    </>
  );
}

function Editor({ evaluation, kept, open }: { evaluation: string; kept: Row[]; open: boolean }) {
  const [rows, setRows] = useState(kept);
  const save = useChange(
    () =>
      got(
        report.PUT('/v1/evaluations/{evaluation}/claims', {
          params: { path: { evaluation } as never },
          body: { claims: filled(rows, COLUMNS) } as never,
        }),
      ),
    '文中数据已登记',
  );
  return (
    <section className="card" aria-labelledby="claims">
      <h2 id="claims">文中数据</h2>
      <p className="soft">把汇报或初稿中写出的数登记在这里，平台与核算结果逐项核对。</p>
      <Grid label="文中数据" columns={COLUMNS} rows={rows} change={setRows} frozen={!open} />
      {open && (
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存
        </Button>
      )}
    </section>
  );
}
