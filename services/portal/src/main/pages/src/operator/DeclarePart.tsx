import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Segmented } from 'antd';
import { useState, type MouseEvent } from 'react';
import { useAchievement } from '../evidence/achievement';
import { useAgreement } from '../evidence/agreement';
import { thenFocusOn } from '../app/focus';
import { filled, Grid, type Row } from '../app/Grid';
import { useKeep } from '../app/keep';
import { Asked } from '../app/states';
import { useLeaving, useUnsaved } from '../app/unsaved';
import type { Evaluation, PartProps } from '../evaluation/EvaluationPage';
import { HANDED_IN, type Agreed, type HandedIn } from './documents';

/** What the operator hands in before the evidence is frozen. */
export default function DeclarePart({ evaluation }: PartProps) {
  const [key, setKey] = useState(HANDED_IN[0]?.key ?? '');
  const document = HANDED_IN.find((one) => one.key === key);
  const agreement = useAgreement(evaluation);
  const achievement = useAchievement(evaluation);
  const differing = achievement.data?.discrepancies ?? [];
  const agreed = differing.filter((one) => one.rule === 'ALLOCATION_VS_AGREEMENT').length;
  const places = [
    agreed > 0 && `服务协议的片区分配有 ${agreed} 处不一致`,
    differing.length > agreed && `填报的数据有 ${differing.length - agreed} 处不一致`,
  ];
  const frozen = evaluation.phase !== 'PREPARING';
  const [unsaved, setUnsaved] = useState(false);
  const leaving = useLeaving();
  const turn = async (next: string) => {
    if (!unsaved || (await leaving())) setKey(next);
  };
  return (
    <>
      {!frozen && differing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={places.filter(Boolean).join('，')}
          action={
            <Link to={`/evaluations/${evaluation.code}/evidence`} hash="discrepancies">
              查看并说明
            </Link>
          }
        />
      )}
      {frozen && <Alert type="info" showIcon title="数据已冻结，不能再改" />}
      <Segmented aria-label="材料" tabIndex={-1} value={key} onChange={(next) => void turn(next)} options={HANDED_IN.map((one) => ({ value: one.key, label: one.title }))} />
      <Asked query={agreement}>
        {(agreed) =>
          document && <Rows key={document.key} evaluation={evaluation} document={document} agreed={agreed as unknown as Agreed} frozen={frozen} tell={setUnsaved} />
        }
      </Asked>
    </>
  );
}

interface Given {
  evaluation: Evaluation;
  document: HandedIn;
  agreed: Agreed;
  frozen: boolean;
  tell: (unsaved: boolean) => void;
}

function Rows(given: Given) {
  const kept = useQuery({
    queryKey: ['handed-in', given.evaluation.code, given.document.key, given.frozen],
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async () => {
      const { document, evaluation, frozen } = given;
      const { rows, version } = await document.read(evaluation.code);
      return { rows: rows.length === 0 && !frozen ? ((await document.begin?.(evaluation)) ?? []) : rows, version };
    },
  });
  return <Asked query={kept}>{(found) => <Editor key={kept.dataUpdatedAt} {...given} kept={found.rows} version={found.version} />}</Asked>;
}

function Editor({ evaluation, document, agreed, frozen, kept, version, tell }: Given & { kept: Row[]; version: number | undefined }) {
  const [rows, setRows] = useState(kept);
  const columns = document.columns(agreed);
  const save = useKeep(version, (header) => document.write(evaluation.code, filled(rows, columns), header), `${document.title}已保存`);
  useUnsaved(rows, kept, save.isPending, tell);
  const expected = document.expected?.(agreed) ?? [];
  const list = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const section = currentTarget.closest('section');
    setRows(expected);
    thenFocusOn(() => section?.querySelector('tbody'));
  };
  return (
    <section className="card" aria-label={document.title}>
      <p className="soft">{document.hint}</p>
      {!frozen && rows.length === 0 && expected.length > 0 && (
        <div className="actions">
          <Button onClick={list}>按协议列出应填的 {expected.length} 行</Button>
        </div>
      )}
      <Grid label={document.title} at={save.at(document.at)} columns={columns} rows={rows} change={setRows} frozen={frozen} />
      {!frozen && (
        <div className="keep">
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(undefined)}>
            保存{document.title}
          </Button>
        </div>
      )}
    </section>
  );
}
