import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { fileAddress, getFile } from '../api/client';
import { notLost } from './focus';
import { lines } from './states';

/** A file of a service to take along; what came instead of it is told, and not kept under its name. */
export function Download(props: { service: string; path: string; name: string; button?: boolean; label?: string; children: ReactNode }) {
  const { modal } = App.useApp();
  const take = useMutation({
    mutationFn: () => getFile(props.service, props.path),
    onSuccess: (file) => save(file, props.name),
    onError: (error) => modal.error({ title: '没有下载成功', content: lines(error).join('\n'), className: 'a-line-each', okText: '知道了', afterClose: notLost }),
  });
  const link = {
    href: fileAddress(props.service, props.path),
    download: props.name,
    'aria-label': props.label,
    onClick: (event: MouseEvent) => {
      // Into another tab or to disk by the browser's own menu it goes as it is.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!take.isPending) take.mutate();
    },
  };
  return props.button ? (
    <Button {...link} loading={take.isPending}>
      {props.children}
    </Button>
  ) : (
    <a {...link}>{props.children}</a>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has to have begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
