import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useFaults, type About } from './faults';
import { focusOn, notLost, onceAnswered, toFirstFault } from './focus';
import { lines } from './states';

/**
 * Sends a change, says how it went, and asks again for whatever may have changed with it. What was wrong is told at the fields that are
 * `at` it, the first of which is led to, and in a dialog where there is none.
 *
 * @param settled whether a refusal needs no telling, because it is dealt with
 */
export function useChange<Input, Output>(
  send: (input: Input) => Promise<Output>,
  done: string,
  about: About = {},
  settled: (error: unknown) => boolean = () => false,
) {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const { mark, at, forget } = useFaults();
  const change = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      forget();
      void message.success(done);
      await queries.invalidateQueries();
      // What was pressed may have given way to what is kept now.
      notLost();
    },
    onError: (error) => {
      if (settled(error)) return;
      const { first, marked, others } = mark(error, about);
      if (first && others.length === 0) {
        void message.error(`没有成功：有 ${marked} 处须更正，已在原处标明`);
        onceAnswered(() => focusOn(first));
        return;
      }
      modal.error({
        title: '没有成功',
        content: (first ? [...others, `另有 ${marked} 处已在原处标明`] : lines(error)).join('\n'),
        className: 'a-line-each',
        okText: '知道了',
        afterClose: () => {
          if (first) focusOn(first);
          else toFirstFault(error);
          notLost();
        },
      });
    },
  });
  return { ...change, at };
}
