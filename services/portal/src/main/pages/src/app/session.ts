import { useQuery } from '@tanstack/react-query';
import { pageOf, portal, ProblemError, Unreachable } from '../api/client';
import { claim } from './tabs';

export interface Session {
  portal: string;
  account: string;
  username: string;
  places: string[];
}

async function ask(): Promise<Session> {
  const answer = await fetch(`/${portal}/api/session`, { headers: { 'X-Requested-With': 'JavaScript' } }).catch(() => {
    throw new Unreachable();
  });
  if (answer.status === 499 || answer.status === 401) window.dispatchEvent(new Event('signed-out'));
  if (!answer.ok) throw new ProblemError(answer.status, {});
  const session = (await answer.json()) as Session;
  if (!claim(session.account, session.username)) throw new ProblemError(409, {});
  pageOf(session.account);
  return session;
}

/** Who is signed in here. */
export const useSession = () => useQuery({ queryKey: ['session'], queryFn: ask, staleTime: Infinity });

/** The district that the account works in; empty until it is known. */
export function useDistrict(): string {
  const session = useSession();
  return session.data?.places[0]?.split('/')[0] ?? '';
}
