import { createRootRoute, createRoute, createRouter, Outlet, type AnyRoute } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { lazy, type ComponentType } from 'react';
import { portal, Unreachable } from '../api/client';
import { Failure, Nothing } from './states';
import { Shell } from './Shell';

const notFoundComponent = () => <Nothing>没有这个页面</Nothing>;

/** A page whose program did not come, as it does when the connection is gone, or that broke: loading it anew is what helps. */
const defaultErrorComponent = ({ error }: { error: unknown }) => (
  <Failure error={String(error).includes('imported module') ? new Unreachable() : error} again={() => location.reload()} />
);

/** While a page's program comes, where that takes long enough to be noticed. */
const pending = {
  defaultPendingComponent: () => <Skeleton active aria-label="正在加载" />,
  defaultPendingMs: 200,
  defaultPendingMinMs: 0,
};

/** Addresses as people write and send them: every value is a text. */
const texts = {
  parseSearch: (search: string) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search: Record<string, string>) => {
    const text = new URLSearchParams(search).toString();
    return text ? `?${text}` : '';
  },
};

/**
 * A page that is loaded when it is first wanted. The router's own way reloads the document when a page's program does not come,
 * which without a connection loses the application.
 */
function pageOf(load: () => Promise<object>, name: string) {
  const loaded = async () => ({ default: ((await load()) as Record<string, ComponentType>)[name] as ComponentType });
  return Object.assign(lazy(loaded), { preload: () => loaded().then(() => {}, () => {}) });
}

type Page = [path: string, load: () => Promise<object>, name: string];

function pagesOf(root: AnyRoute, pages: Page[]): AnyRoute[] {
  return pages.map(([path, load, name]) =>
    createRoute({ getParentRoute: () => root, path, component: pageOf(load, name) }),
  );
}

/** The pages of an entry; what only the bureau has is only there. */
export function entryRoutes() {
  const root = createRootRoute({ component: Shell, notFoundComponent });
  const evaluation = () => import('../evaluation/EvaluationPage');
  const pages: Page[] = [
    ['/', () => import('../worklist/WorkPage'), 'WorkPage'],
    ['/notifications', () => import('../notification/NotificationPage'), 'NotificationPage'],
    ['/evaluations/$evaluation', evaluation, 'EvaluationPage'],
    ['/evaluations/$evaluation/$part', evaluation, 'EvaluationPage'],
  ];
  if (portal === 'bureau') {
    pages.push(
      ['/board', () => import('../board/BoardPage'), 'BoardPage'],
      ['/setup', () => import('../setup/SetupPage'), 'SetupPage'],
      ['/setup/$step', () => import('../setup/SetupPage'), 'SetupPage'],
      ['/rubrics', () => import('../rubric/RubricPage'), 'RubricPage'],
      ['/evaluators', () => import('../evaluator/EvaluatorPage'), 'EvaluatorPage'],
    );
  }
  return createRouter({
    routeTree: root.addChildren(pagesOf(root, pages)),
    ...texts,
    basepath: `/${portal}`,
    defaultPreload: 'intent',
    ...pending,
    defaultErrorComponent,
  });
}

/** What anybody may open without an account. */
export function openRoutes() {
  const root = createRootRoute({
    component: () => (
      <main>
        <Outlet />
      </main>
    ),
    notFoundComponent,
  });
  return createRouter({
    routeTree: root.addChildren(
      pagesOf(root, [
        ['/', () => import('../open/StartPage'), 'StartPage'],
        ['/questionnaire', () => import('../open/QuestionnairePage'), 'QuestionnairePage'],
        ['/verification', () => import('../open/VerificationPage'), 'VerificationPage'],
      ]),
    ),
    ...pending,
    defaultErrorComponent,
  });
}
