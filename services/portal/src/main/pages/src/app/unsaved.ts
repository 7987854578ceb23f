import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback, useEffect } from 'react';
import { ASKING } from './confirm';

/** Asks back before what is written and not saved would be lost by going elsewhere; true to go. */
export function useLeaving() {
  const { modal } = App.useApp();
  return useCallback(
    () =>
      new Promise<boolean>((answer) => {
        modal.confirm({
          ...ASKING,
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

/** Where a page is in the portal. */
export interface Place {
  pathname: string;
  search: unknown;
}

/** What is filled in of a form; that nothing was ever typed and that it was taken out again is the same. */
const filledIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value === false || value === undefined ? '' : (value ?? '');
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]): [string, unknown] => [key, filledIn(each)])
      .filter(([, each]) => each !== '')
      .sort(([left], [right]) => left.localeCompare(right)),
  );
};

/**
 * Keeps a page where something else is written than is kept open until whoever leaves it has said so; `tell` hears of it. Going where it
 * `outlasts` takes nothing away.
 */
export function useUnsaved(
  written: unknown,
  kept: unknown,
  saving: boolean,
  tell?: (unsaved: boolean) => void,
  outlasts: (here: Place, there: Place) => boolean = () => false,
) {
  const unsaved = !saving && JSON.stringify(filledIn(written)) !== JSON.stringify(filledIn(kept));
  const leaving = useLeaving();
  useEffect(() => {
    tell?.(unsaved);
    return () => tell?.(false);
  }, [unsaved, tell]);
  useBlocker({ disabled: !unsaved, enableBeforeUnload: unsaved, shouldBlockFn: async ({ current, next }) => !outlasts(current, next) && !(await leaving()) });
}
