import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The cursors of the pages before, the first page's being empty. */
    before?: string[];
  }
}

/** How many rounds a page has. */
export const SIZE = 100;

/**
 * Which page of the board is open. A page is found by the cursor that the page before it ended with; the cursors of those before stand
 * in the browser's history, where a reload finds them again. Whoever was sent an address knows none of them, and goes back to the first page.
 */
export function usePaging() {
  const navigate = useNavigate();
  const { after = '', page = '1' } = useSearch({ strict: false }) as Record<string, string>;
  const before = useRouterState({ select: (state) => state.location.state.before ?? [] });
  const number = Number(page) || 1;
  const turn = (cursor: string, to: number, cursors: string[]) =>
    void navigate({
      to: '.',
      search: (({ after: _, page: __, ...rest }: Record<string, string>) =>
        cursor ? { ...rest, after: cursor, page: String(to) } : rest),
      state: { before: cursors },
      resetScroll: false,
    });
  return {
    after,
    number,
    first: number > 1 ? () => turn('', 1, []) : undefined,
    previous: before.length > 0 ? () => turn(before.at(-1) ?? '', number - 1, before.slice(0, -1)) : undefined,
    next: (cursor: string) => turn(cursor, number + 1, [...before, after]),
  };
}
