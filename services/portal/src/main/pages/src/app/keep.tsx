import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { ProblemError } from '../api/client';
import { over, type Over } from '../api/over';
import { useChange } from './change';
import { ASKING, useConfirm } from './confirm';
import type { About } from './faults';

/**
 * Writes a document over the version that was read. Where somebody has written it elsewhere meanwhile, its author chooses: what was
 * written there, or what is on this page.
 *
 * @param latest shows what is kept, where that takes more than asking again; null where it is not this page's document
 */
export function useKeep<Output>(
  version: number | undefined,
  send: (header: Over) => Promise<Output>,
  done: string,
  latest?: (() => void) | null,
  about: About = {},
) {
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const confirm = useConfirm();
  const choose = () => {
    const overwrite = () => {
      asked.destroy();
      confirm({
        title: '用本页覆盖？',
        content: '别处保存的内容会被本页的取代。',
        okText: '覆盖',
        send: () => keep.mutateAsync(true),
      });
    };
    const asked = modal.confirm({
      ...ASKING,
      title: '这里的内容在别处改过',
      content: '本页的没有保存。载入最新内容后，本页没有保存的会丢失。',
      okText: '载入最新内容',
      cancelText: '再看看',
      onOk: () => (latest ? latest() : queries.invalidateQueries()),
      footer: (buttons) => (
        <>
          <Button danger onClick={overwrite}>
            用本页覆盖
          </Button>
          {buttons}
        </>
      ),
    });
  };
  const keep = useChange((anyway: boolean) => send(anyway ? {} : over(version)), done, about, (error) => {
    const isElsewhere = latest !== null && error instanceof ProblemError && error.status === 412;
    if (isElsewhere) choose();
    return isElsewhere;
  });
  return { ...keep, mutate: (_: undefined) => keep.mutate(false), mutateAsync: (_: undefined) => keep.mutateAsync(false) };
}
