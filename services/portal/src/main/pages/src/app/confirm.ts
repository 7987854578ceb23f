import { App } from 'antd';
import { notLost } from './focus';

/** Asks back before something that cannot be taken back, in the page's own looks; what goes wrong then is told by whoever sends. */
export function useConfirm() {
  const { modal } = App.useApp();
  return (asked: { title: string; content: string; okText: string; send: () => Promise<unknown> }) =>
    modal.confirm({
      title: asked.title,
      content: asked.content,
      okText: asked.okText,
      cancelText: '再看看',
      onOk: () => asked.send().catch(() => {}),
      afterClose: notLost,
    });
}
