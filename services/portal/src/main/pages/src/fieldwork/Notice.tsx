import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { got, gotOrNone, scoring } from '../api/client';
import { useConfirm } from '../app/confirm';
import { Field } from '../app/Field';
import { filled, Grid, rowsOf, type Column, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked } from '../app/states';
import { day } from '../app/words';
import { Earlier } from './Earlier';
import { at, type Given } from './given';
import { useUnsaved } from '../app/unsaved';

const MATERIALS: Column[] = [
  { key: 'title', title: '材料', width: 240 },
  { key: 'note', title: '要求', optional: true, width: 240 },
  { key: 'dueOn', title: '提交期限', kind: 'date', optional: true, width: 150 },
];

interface Document {
  visitOn: string;
  text: string;
  materials: object[];
  version?: number;
}

/**
 * What the operator is told to prepare, and until when.
 *
 * @param onSite when the round says that the station is visited
 */
export function Notice({ evaluation, open, onSite = '' }: Given & { onSite?: string | undefined }) {
  const kept = useQuery({
    queryKey: ['notice', evaluation],
    refetchOnWindowFocus: false,
    queryFn: () => gotOrNone(scoring.GET('/v1/evaluations/{evaluation}/preparation-notice', { params: at(evaluation) })),
  });
  return (
    <Asked query={kept}>
      {(found) =>
        found === null && !open ? (
          <section className="card" aria-labelledby="notice">
            <h2 id="notice">评估通知</h2>
            <p className="soft">还没有发出评估通知</p>
          </section>
        ) : (
          <Editor key={found?.version ?? 0} evaluation={evaluation} open={open} kept={found ?? { visitOn: onSite, text: '', materials: [] }} />
        )
      }
    </Asked>
  );
}

function Editor({ evaluation, open, kept }: Given & { kept: Document }) {
  const [visitOn, setVisitOn] = useState(kept.visitOn);
  const [text, setText] = useState(kept.text);
  const [materials, setMaterials] = useState<Row[]>(rowsOf(kept.materials));
  const [changing, setChanging] = useState(!kept.version);
  const editing = open && changing;
  const save = useKeep(
    kept.version,
    (header) =>
      got(
        scoring.PUT('/v1/evaluations/{evaluation}/preparation-notice', {
          params: { ...at(evaluation), header },
          body: { visitOn, text, materials: filled(materials, MATERIALS) },
        }),
      ),
    '通知已发出',
  );
  const confirm = useConfirm();
  const ask = () =>
    confirm({
      title: '发出评估通知？',
      content: '发出后承办方即可看到，不能收回；需要改动的，另发一版。',
      okText: '发出',
      send: () => save.mutateAsync(undefined),
    });
  useUnsaved([visitOn, text, materials], [kept.visitOn, kept.text, rowsOf(kept.materials)], save.isPending);
  return (
    <section className="card" aria-labelledby="notice">
      <h2 id="notice">评估通知</h2>
      {kept.version && <p className="good-text">已发出（第 {kept.version} 版）</p>}
      {editing ? (
        <div className="form">
          <Field label="实地评估日期" type="date" at={save.at('/visitOn')} value={visitOn} set={setVisitOn} />
          <Field label="通知内容" at={save.at('/text')} rows={3} value={text} set={setText} />
        </div>
      ) : (
        <Written notice={kept} />
      )}
      <h3>需要准备的材料</h3>
      <Grid label="材料" at={save.at('/materials')} columns={MATERIALS} rows={materials} change={setMaterials} frozen={!editing} />
      <div className="actions">
        {editing && (
          <Button type="primary" loading={save.isPending} onClick={ask}>
            发出通知
          </Button>
        )}
        {open && !changing && <Button onClick={() => setChanging(true)}>更改通知</Button>}
        <Earlier
          name="评估通知"
          evaluation={evaluation}
          latest={kept.version}
          ask={(version) => got(scoring.GET('/v1/evaluations/{evaluation}/preparation-notice', { params: { ...at(evaluation), query: { version } } }))}
          show={(found) => (
            <>
              <Written notice={found} />
              <h3>需要准备的材料</h3>
              <Grid label="材料" columns={MATERIALS} rows={rowsOf(found.materials)} change={() => {}} frozen />
            </>
          )}
        />
      </div>
    </section>
  );
}

function Written({ notice }: { notice: Document }) {
  return (
    <>
      <p>实地评估日期：{day(notice.visitOn)}</p>
      <p className="written">{notice.text}</p>
    </>
  );
}
