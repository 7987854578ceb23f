import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked } from '../app/states';
import { usePanel } from '../evaluation/panel';
import { Earlier } from './Earlier';
import { at, type Given } from './given';
import { useUnsaved } from '../app/unsaved';

const visits = (evaluators: { value: string; label: string }[]): Column[] => [
  { key: 'on', title: '日期', kind: 'date', width: 150 },
  { key: 'from', title: '开始时间', kind: 'time', width: 90 },
  { key: 'to', title: '结束时间', kind: 'time', width: 90 },
  { key: 'place', title: '地点', width: 200 },
  { key: 'purpose', title: '内容', width: 220 },
  { key: 'evaluators', title: '评委', kind: 'several', width: 260, choices: evaluators },
];

/** When who goes where on site. */
export function VisitPlan({ evaluation, open }: Given) {
  const kept = useQuery({
    queryKey: ['visit-plan', evaluation],
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/visit-plan', { params: at(evaluation) })),
  });
  const panel = usePanel(evaluation);
  const columns = visits((panel.data?.members ?? []).map((one) => ({ value: one.evaluator, label: one.label })));
  return (
    <Asked query={kept}>
      {(found) =>
        found === null && !open ? (
          <section className="card" aria-labelledby="visit-plan">
            <h2 id="visit-plan">走访安排</h2>
            <p className="soft">还没有走访安排</p>
          </section>
        ) : (
          <Editor
            key={found?.version ?? 0}
            evaluation={evaluation}
            open={open}
            columns={columns}
            version={found?.version}
            kept={rows(found?.visits ?? [])}
          />
        )
      }
    </Asked>
  );
}

interface Visit {
  evaluators: string[];
}

const rows = (visits: Visit[]): Row[] => rowsOf(visits.map((visit) => ({ ...visit, evaluators: visit.evaluators.join('|') })));

function Editor({ evaluation, open, columns, version, kept }: Given & { columns: Column[]; version: number | undefined; kept: Row[] }) {
  const [planned, setPlanned] = useState(kept);
  const save = useKeep(
    version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/visit-plan', {
          params: { ...at(evaluation), header },
          body: {
            visits: filled(planned, columns).map((visit) => ({
              ...visit,
              evaluators: String(visit['evaluators'] ?? '').split('|').filter(Boolean),
            })),
          },
        }),
      ),
    '走访安排已保存',
  );
  useUnsaved(planned, kept, save.isPending);
  return (
    <section className="card" aria-labelledby="visit-plan">
      <h2 id="visit-plan">走访安排</h2>
      <Grid label="走访安排" at={save.at('/visits')} columns={columns} rows={planned} change={setPlanned} frozen={!open} />
      <div className="actions">
        {open && (
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存走访安排
          </Button>
        )}
        <Earlier
          name="走访安排"
          evaluation={evaluation}
          latest={version}
          ask={(earlier) => got(scoring.GET('/v1/evaluations/{evaluation}/visit-plan', { params: { ...at(evaluation), query: { version: earlier } } }))}
          show={(found) => <Grid label="走访安排" columns={columns} rows={rows(found.visits)} change={() => {}} frozen />}
        />
      </div>
    </section>
  );
}
