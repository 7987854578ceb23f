import { portal } from '../api/client';

/** Why a page shows nothing more: its session was left in another tab, or somebody else has come in there. */
export type Ending = { why: 'signed-out' } | { why: 'another-account'; username?: string };

/** Whom the portal's newest page belongs to. The page that is shown after signing out says 'signed-out' (entry/Page). */
type Said = 'signed-out' | { account: string; username: string };

const channel = new BroadcastChannel(`mingjian-${portal}`);

let owner = '';

/** Ends this page: nothing of it stays to be read, and nothing more is written from it. */
const end = (ending: Ending) => window.dispatchEvent(new CustomEvent('ended', { detail: ending }));

export function whenEnded(tell: (ending: Ending) => void): () => void {
  const heard = (event: Event) => tell((event as CustomEvent<Ending>).detail);
  window.addEventListener('ended', heard);
  return () => window.removeEventListener('ended', heard);
}

/** Says to the portal's other tabs who is signed in; false where this page is another's already. */
export function claim(account: string, username: string): boolean {
  if (owner !== '' && owner !== account) {
    end({ why: 'another-account', username });
    return false;
  }
  owner = account;
  channel.postMessage({ account, username } satisfies Said);
  return true;
}

// The portal has refused a page of another's (gateway/GatewayResource).
window.addEventListener('another-account', () => end({ why: 'another-account' }));

channel.onmessage = ({ data }: MessageEvent<Said>) => {
  if (owner === '') return;
  if (data === 'signed-out') end({ why: 'signed-out' });
  else if (data.account !== owner) end({ why: 'another-account', username: data.username });
  else window.dispatchEvent(new Event('signed-in'));
};
