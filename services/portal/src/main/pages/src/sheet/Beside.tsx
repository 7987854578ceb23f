import { Drawer, Grid, Skeleton, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import type { PartProps } from '../evaluation/EvaluationPage';

const EvidencePart = lazy(() => import('../evidence/EvidencePart'));
const FieldworkPart = lazy(() => import('../fieldwork/FieldworkPart'));
const AttachmentPart = lazy(() => import('../attachment/AttachmentPart'));

/** Whether there is room for two columns. */
export const useRoom = () => Grid.useBreakpoint().xl ?? false;

/** What scores rest on, next to the sheet where there is room, else over it. */
export function Beside({ given, close }: { given: PartProps; close: () => void }) {
  const room = useRoom();
  const parts = [
    { key: 'figures', label: '数据与问题', Part: EvidencePart },
    { key: 'fieldwork', label: '实地评估', Part: FieldworkPart },
    { key: 'attachments', label: '附件', Part: AttachmentPart },
  ];
  const shown = (
    <Tabs
      size="small"
      items={parts.map(({ key, label, Part }) => ({
        key,
        label,
        children: (
          <Suspense fallback={<Skeleton active aria-label="正在加载" />}>
            <Part {...given} />
          </Suspense>
        ),
      }))}
    />
  );
  return room ? (
    <aside className="beside" aria-label="评估依据" tabIndex={0}>
      {shown}
    </aside>
  ) : (
    <Drawer open title="评估依据" size="large" onClose={close}>
      {shown}
    </Drawer>
  );
}
