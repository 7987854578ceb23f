import { Alert, Button, Empty, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { portal, ProblemError, Unreachable } from '../api/client';

/** What every question to a service can come to: it waits, it failed, it may not be seen, or here it is. */
export function Asked<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.isPending) {
    return <Skeleton active aria-label="正在加载" />;
  }
  if (query.isError && query.data === undefined) {
    return <Failure error={query.error} again={() => void query.refetch()} />;
  }
  return <>{children(query.data as T)}</>;
}

export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const status = error instanceof ProblemError ? error.status : 0;
  if (error instanceof ProblemError && error.isSignedOut) {
    return (
      <Alert
        type="warning"
        showIcon
        title="登录已过期，请重新登录"
        action={
          <div className="actions">
            <SignIn />
            {again && <Button onClick={again}>重试</Button>}
          </div>
        }
      />
    );
  }
  if (status === 403) return <Alert type="warning" showIcon title="您目前不能查看这里的内容" description={text(error)} />;
  if (status === 404) return <Alert type="info" showIcon title="这里还没有内容" description={text(error)} />;
  return (
    <Alert
      type="error"
      showIcon
      title={error instanceof Unreachable ? '网络已断开' : '没有读到内容'}
      description={text(error)}
      action={again && <Button onClick={again}>重试</Button>}
    />
  );
}

/** On a page of its own, so that what is written here is not lost. */
export const SignIn = () => (
  <a href={`/${portal}`} target="_blank" rel="noreferrer">
    在新页登录
  </a>
);

export function Nothing({ children }: { children: ReactNode }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children} />;
}

/** A refusal in words, each fault on its own line. */
export const lines = (error: unknown): string[] =>
  error instanceof ProblemError ? error.lines : [error instanceof Error ? error.message : '请求没有成功'];

const text = (error: unknown) => lines(error).join('；');
