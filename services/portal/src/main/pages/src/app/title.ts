import { useEffect } from 'react';
import { portal } from '../api/client';
import { PORTALS, type PortalName } from './words';

/** Names the page in the browser's tab and to whoever hears it. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = [title, ['明鉴', PORTALS[portal as PortalName]].filter(Boolean).join(' ')].join('｜');
  }, [title]);
}
