import { App } from 'antd';
import { notLost } from './focus';

/** How everything asks back: whoever presses Enter once too often has done nothing. */
export const ASKING = { focusable: { autoFocusButton: 'cancel' }, afterClose: notLost } as const;

/** Asks back before something that cannot be taken back, in the page's own looks; what goes wrong then is told by whoever sends. */
export function useConfirm() {
  const { modal } = App.useApp();
  return (asked: { title: string; content: string; okText: string; send: () => Promise<unknown> }) =>
    modal.confirm({
      ...ASKING,
      title: asked.title,
      content: asked.content,
      okText: asked.okText,
      cancelText: '再看看',
      onOk: () => asked.send().catch(() => {}),
    });
}
