import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useChange } from '../app/change';
import { filled, Grid, type Row } from '../app/Grid';
import { Asked } from '../app/states';
import type { PartProps } from '../evaluation/EvaluationPage';
import { HANDED_IN, type HandedIn } from './documents';

/** What the operator hands in before the evidence is frozen. */
export default function DeclarePart({ evaluation }: PartProps) {
  const [key, setKey] = useState(HANDED_IN[0]?.key ?? '');
  const document = HANDED_IN.find((one) => one.key === key);
  const frozen = evaluation.phase !== 'PREPARING';
  return (
    <>
      {frozen && <Alert type="info" showIcon title="证据已冻结，不能再改" />}
      <Segmented aria-label="材料" value={key} onChange={setKey} options={HANDED_IN.map((one) => ({ value: one.key, label: one.title }))} />
      {document && <Rows key={document.key} evaluation={evaluation.code} document={document} frozen={frozen} />}
    </>
  );
}

function Rows({ evaluation, document, frozen }: { evaluation: string; document: HandedIn; frozen: boolean }) {
  const kept = useQuery({
    queryKey: ['handed-in', evaluation, document.key],
    refetchOnWindowFocus: false,
    queryFn: () => document.read(evaluation),
  });
  return (
    <Asked query={kept}>
      {(rows) => <Editor key={kept.dataUpdatedAt} evaluation={evaluation} document={document} kept={rows} frozen={frozen} />}
    </Asked>
  );
}

function Editor(props: { evaluation: string; document: HandedIn; kept: Row[]; frozen: boolean }) {
  const { evaluation, document, frozen } = props;
  const [rows, setRows] = useState(props.kept);
  const save = useChange(() => document.write(evaluation, filled(rows, document.columns)), `${document.title}已保存`);
  return (
    <section className="card" aria-label={document.title}>
      <p className="soft">{document.hint}</p>
      <Grid label={document.title} columns={document.columns} rows={rows} change={setRows} frozen={frozen} />
      {!frozen && (
        <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
          保存{document.title}
        </Button>
      )}
    </section>
  );
}
