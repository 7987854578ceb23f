import { Alert, Badge, Button } from 'antd';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { onlineManager, useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { district, got, portal } from '../api/client';
import { Looks } from './looks';
import { Asked, SignIn } from './states';
import { useSession } from './session';
import { PORTALS, type PortalName } from './words';

/** Everything around a page: who we are, where one can go, who is signed in. */
export function Shell() {
  const { dark, setDark } = useContext(Looks);
  const session = useSession();
  const [signedOut, setSignedOut] = useState(false);
  // What is asked for waits meanwhile, and would only seem slow.
  const online = useSyncExternalStore(onlineManager.subscribe, () => onlineManager.isOnline());
  const unread = useQuery({
    queryKey: ['unread'],
    queryFn: () => got(district.GET('/v1/notifications', { params: { query: { limit: 1 } } })),
    refetchInterval: 60_000,
    enabled: session.isSuccess,
  });
  useEffect(() => {
    const out = () => setSignedOut(true);
    const back = () => setSignedOut(false);
    window.addEventListener('signed-out', out);
    window.addEventListener('signed-in', back);
    return () => {
      window.removeEventListener('signed-out', out);
      window.removeEventListener('signed-in', back);
    };
  }, []);
  // Whoever goes to another page goes on reading there; turning to another part of the same page keeps the place.
  const place = useRouterState({ select: (state) => state.location.pathname.split('/').slice(0, 3).join('/') });
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place) document.getElementById('content')?.focus();
    before.current = place;
  }, [place]);
  const title = PORTALS[portal as PortalName];
  return (
    <>
      <a className="skip" href="#content">
        跳到正文
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <span className="seal" aria-hidden="true">
            鉴
          </span>
          <span>
            <strong>明鉴</strong> <span className="soft">{title}门户</span>
          </span>
        </Link>
        <nav aria-label="主导航">
          <Link to="/" activeOptions={{ exact: true }}>
            工作台
          </Link>
          {portal === 'bureau' && <Link to="/board">全区看板</Link>}
          {portal === 'bureau' && <Link to="/setup">站点与账号</Link>}
          {portal === 'bureau' && <Link to="/rubrics">指标库</Link>}
          {portal === 'bureau' && <Link to="/evaluators">评委库</Link>}
          <Link to="/notifications">
            通知 <Badge count={unread.data?.unread ?? 0} size="small" />
          </Link>
        </nav>
        <div className="account">
          <span data-testid="account">{session.data?.username}</span>
          <Button size="small" aria-pressed={dark} onClick={() => setDark(!dark)}>
            {dark ? '浅色' : '深色'}
          </Button>
          <a href={`/${portal}/logout`}>退出</a>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {signedOut && (
          <Alert
            type="warning"
            showIcon
            title="登录已过期，请重新登录"
            description="尚未保存的内容仍在本页，登录后会继续保存。"
            action={<SignIn />}
          />
        )}
        {!online && <Alert type="info" showIcon role="status" title="网络已断开，恢复后继续" />}
        <Asked query={session}>{() => <Outlet />}</Asked>
      </main>
    </>
  );
}
