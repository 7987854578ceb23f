import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../app/Dialog';
import { Asked } from '../app/states';

/**
 * Leads to the versions of a document before the latest, on which a score may rest; nothing where there was but one.
 *
 * @param name what it is called and asked by
 * @param latest its latest version
 */
export function Earlier<Document>(props: {
  name: string;
  evaluation: string;
  latest: number | undefined;
  ask: (version: number) => Promise<Document>;
  show: (found: Document) => ReactNode;
}) {
  const [version, setVersion] = useState<number | null>(null);
  const earlier = useQuery({
    queryKey: ['earlier', props.name, props.evaluation, version],
    enabled: version !== null,
    queryFn: () => props.ask(version ?? 1),
  });
  if (!props.latest || props.latest < 2) return null;
  const count = props.latest - 1;
  return (
    <>
      <Button onClick={() => setVersion(count)}>以前的版本</Button>
      <Dialog open={version !== null} title={`以前的${props.name}`} width={880} footer={null} onCancel={() => setVersion(null)}>
        <Select
          aria-label="版本"
          value={version}
          onChange={setVersion}
          options={Array.from({ length: count }, (_, index) => ({ value: count - index, label: `第 ${count - index} 版` }))}
        />
        <Asked query={earlier}>{(found) => <>{props.show(found)}</>}</Asked>
      </Dialog>
    </>
  );
}
