import { useQuery } from '@tanstack/react-query';
import { portal, ProblemError, Unreachable } from '../api/client';

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
  return (await answer.json()) as Session;
}

/** Who is signed in here. */
export const useSession = () => useQuery({ queryKey: ['session'], queryFn: ask, staleTime: Infinity });

/** The districts and the stations an account works at. */
export const districtOf = (place: string) => place.split('/')[0] ?? '';
