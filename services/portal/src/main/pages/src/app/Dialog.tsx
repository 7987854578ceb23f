import { Modal, type ModalProps } from 'antd';
import { useEffect, useRef } from 'react';
import { isLost, notLost } from './focus';

/** What lies over a page: it keeps the focus while it is open, and gives it back also where it goes away with what it shows. */
export function Dialog(props: ModalProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.open && isLost()) panel.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  });
  useEffect(() => notLost, []);
  return <Modal {...props} panelRef={panel} afterClose={notLost} />;
}
