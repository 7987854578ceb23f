import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, report } from '../api/client';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked, Nothing } from '../app/states';
import { Table } from '../app/Table';
import { figure } from '../app/words';
import type { PartProps } from '../evaluation/EvaluationPage';
import { useAgreement } from '../evidence/agreement';
import { subjectsOf, unitOf } from '../evidence/subjects';
import { useUnsaved } from '../app/unsaved';

const columnsOf = (subjects: { value: string; label: string }[]): Column[] => [
  { key: 'source', title: '出处', width: 220 },
  { key: 'subject', title: '数据', kind: 'choice', width: 280, choices: subjects },
  { key: 'value', title: '文中的数', kind: 'number', width: 120 },
];

/** Figures that somebody's text states, held against those that were computed. */
export default function ClaimPart({ evaluation }: PartProps) {
  const params = { path: { evaluation: evaluation.code } };
  const open = evaluation.phase !== 'CLOSED' && evaluation.phase !== 'CANCELLED';
  const claims = useQuery({
    queryKey: ['claims', evaluation.code],
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(report.GET('/v1/evaluations/{evaluation}/claims', { params })),
  });
  const discrepancies = useQuery({
    queryKey: ['claim-discrepancies', evaluation.code],
    // What was compared comes with the draft that is made anew after each change.
    refetchInterval: open ? 3_000 : false,
    queryFn: () => gotOrNone(report.GET('/v1/evaluations/{evaluation}/discrepancies', { params })),
  });
  const agreement = useAgreement(evaluation);
  const subjects = subjectsOf(agreement.data?.indicators ?? []);
  return (
    <>
      <section className="card" aria-labelledby="discrepancies">
        <h2 id="discrepancies">与核算不一致的数据</h2>
        <Asked query={discrepancies}>
          {(found) => {
            const all = (found ?? []) as { rule: string; subject: string; left: string; right: string | null }[];
            return all.length === 0 ? (
              <Nothing>没有不一致，或还没有登记文中的数据</Nothing>
            ) : (
              <Table
                size="small"
                rowKey={(one) => all.indexOf(one)}
                scroll={{ x: 'max-content' }}
                pagination={{ pageSize: 20, hideOnSinglePage: true }}
                dataSource={all}
                columns={[
                  { title: '数据', render: (_, one) => subjects.find((each) => each.value === one.subject)?.label ?? one.subject },
                  { title: '文中', className: 'number', render: (_, one) => figure(one.left) + unitOf(one.subject) },
                  { title: '核算', className: 'number', render: (_, one) => (one.right ? figure(one.right) + unitOf(one.subject) : '—') },
                ]}
              />
            );
          }}
        </Asked>
      </section>
      <Asked query={claims}>
        {(found) => <Editor key={found?.version ?? 0} evaluation={evaluation.code} columns={columnsOf(subjects)} version={found?.version} kept={rowsOf(found?.claims)} open={open} />}
      </Asked>
    </>
  );
}

function Editor({ evaluation, columns, version, kept, open }: { evaluation: string; columns: Column[]; version: number | undefined; kept: Row[]; open: boolean }) {
  const [rows, setRows] = useState(kept);
  const save = useKeep(
    version,
    (header) =>
      got(
        report.PUT('/v1/evaluations/{evaluation}/claims', {
          params: { path: { evaluation }, header },
          body: { claims: filled(rows, columns) },
        }),
      ),
    '文中数据已登记',
  );
  useUnsaved(rows, kept, save.isPending);
  return (
    <section className="card" aria-labelledby="claims">
      <h2 id="claims">文中数据</h2>
      <p className="soft">把汇报或报告初稿中写出的数登记在这里，平台与核算结果逐项核对。</p>
      <Grid label="文中数据" at={save.at('/claims')} columns={columns} rows={rows} change={setRows} frozen={!open} />
      {open && (
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存
        </Button>
      )}
    </section>
  );
}
