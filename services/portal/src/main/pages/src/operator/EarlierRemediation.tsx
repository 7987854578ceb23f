import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked } from '../app/states';
import { useUnsaved } from '../app/unsaved';
import { choices } from '../app/words';

const COLUMNS: Column[] = [
  { key: 'raised', title: '提出环节', kind: 'choice', choices: choices({ MIDTERM: '中期评估', FINAL: '末期评估' }) },
  { key: 'title', title: '事项', width: 240 },
  { key: 'status', title: '落实情况', kind: 'choice', choices: choices({ DONE: '已完成', PARTIAL: '部分完成', OPEN: '未完成' }) },
  { key: 'evidence', title: '佐证', optional: true, width: 240 },
];

interface Props {
  evaluation: string;
  open: boolean;
}

/** What the operator made of concerns that were raised before there were rounds here to raise them in. */
export function EarlierRemediation({ evaluation, open }: Props) {
  const kept = useQuery({
    queryKey: ['earlier-remediation', evaluation],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/remediation', { params: { path: { evaluation } } })),
  });
  return (
    <section className="card" aria-labelledby="earlier-remediation">
      <h2 id="earlier-remediation">此前评估的整改落实情况</h2>
      {open && (
        <p className="soft">此前的评估不在本平台上的，在这里逐项说明所提问题的落实情况，写入报告；在本平台上的，在那次评估的“整改”中说明。</p>
      )}
      <Asked query={kept}>
        {(found) => <Editor key={found?.version ?? 0} evaluation={evaluation} open={open} version={found?.version} kept={rowsOf(found?.items)} />}
      </Asked>
    </section>
  );
}

function Editor({ evaluation, open, version, kept }: Props & { version: number | undefined; kept: Row[] }) {
  const [rows, setRows] = useState(kept);
  const save = useKeep(
    version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/remediation', {
          params: { path: { evaluation }, header },
          body: { items: filled(rows, COLUMNS) },
        }),
      ),
    '落实情况已保存',
  );
  useUnsaved(rows, kept, save.isPending);
  return (
    <>
      <Grid label="落实情况" at={save.at('/items')} columns={COLUMNS} rows={rows} change={setRows} frozen={!open} />
      {open && (
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存落实情况
        </Button>
      )}
    </>
  );
}
