import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { toFirstFault } from './focus';
import { lines } from './states';

/** Sends a change, says how it went, leads to what was wrong with it, and asks again for whatever may have changed with it. */
export function useChange<Input, Output>(send: (input: Input) => Promise<Output>, done: string) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      void message.success(done);
      await queries.invalidateQueries();
    },
    onError: (error) => {
      modal.error({
        title: '没有成功',
        content: lines(error).join('\n'),
        className: 'a-line-each',
        okText: '知道了',
        afterClose: () => toFirstFault(error),
      });
    },
  });
}
