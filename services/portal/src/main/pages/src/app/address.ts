import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * What a list is narrowed to, kept behind the address's question mark: a reload, the way back and whoever is sent the address find
 * it again. A change of undefined or '' takes a text out.
 */
export function useAddress(): [Record<string, string>, (change: Record<string, string | undefined>) => void] {
  const navigate = useNavigate();
  const texts = useSearch({ strict: false }) as Record<string, string>;
  const change = useCallback(
    (changed: Record<string, string | undefined>) =>
      void navigate({
        to: '.',
        search: ((before: Record<string, string>) =>
          Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, text]) => text))),
        resetScroll: false,
      }),
    [navigate],
  );
  return [texts, change];
}
