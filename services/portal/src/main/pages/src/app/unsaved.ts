import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback, useEffect } from 'react';

/** Asks back before what is written and not saved would be lost by going elsewhere; true to go. */
export function useLeaving() {
  const { modal } = App.useApp();
  return useCallback(
    () =>
      new Promise<boolean>((answer) => {
        modal.confirm({
          title: '有内容还没有保存',
          content: '离开后，没有保存的内容会丢失。',
          okText: '离开',
          cancelText: '留在本页',
          onOk: () => answer(true),
          onCancel: () => answer(false),
        });
      }),
    [modal],
  );
}

/** Keeps a page where something else is written than is kept open until whoever leaves it has said so; `tell` hears of it. */
export function useUnsaved(written: unknown, kept: unknown, saving: boolean, tell?: (unsaved: boolean) => void) {
  const unsaved = !saving && JSON.stringify(written) !== JSON.stringify(kept);
  const leaving = useLeaving();
  useEffect(() => {
    tell?.(unsaved);
    return () => tell?.(false);
  }, [unsaved, tell]);
  useBlocker({ disabled: !unsaved, enableBeforeUnload: unsaved, shouldBlockFn: async () => !(await leaving()) });
}
