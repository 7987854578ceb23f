import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { App as Messages, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ProblemError, portal } from './api/client';
import { isDark, keepDark, Looks } from './app/looks';
import { PORTALS } from './app/words';
import { themeOf } from './app/theme';
import { Ended } from './app/Ended';
import { whenEnded, type Ending } from './app/tabs';
import { entryRoutes, openRoutes } from './app/routes';
import './app/app.css';

dayjs.locale('zh-cn');

/** What is told for a moment covers none of what can be pressed in the header. */
const UNDER_HEADER = 58;

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (times, failure) => !(failure instanceof ProblemError && failure.status < 500) && times < 3,
    },
  },
});

function Application() {
  const [dark, setDark] = useState(isDark);
  useEffect(() => {
    document.documentElement.dataset['dark'] = String(dark);
  }, [dark]);
  const [ended, setEnded] = useState<Ending | null>(null);
  useEffect(
    () =>
      whenEnded((ending) => {
        queries.clear();
        setEnded(ending);
      }),
    [],
  );
  const choose = (chosen: boolean) => {
    setDark(chosen);
    keepDark(chosen);
  };
  const router = useMemo(() => (portal in PORTALS ? entryRoutes() : openRoutes()), []);
  return (
    <ConfigProvider locale={zhCN} csp={nonce ? { nonce } : undefined} theme={themeOf(dark)}>
      {ended ? (
        <Ended ending={ended} />
      ) : (
        <Messages message={{ top: UNDER_HEADER }}>
          <QueryClientProvider client={queries}>
            <Looks value={{ dark, setDark: choose }}>
              <RouterProvider router={router} />
            </Looks>
          </QueryClientProvider>
        </Messages>
      )}
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  );
}
