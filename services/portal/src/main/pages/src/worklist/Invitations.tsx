import { useQueries } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { got, portal, scoring } from '../api/client';
import { useChange } from '../app/change';
import { useConfirm } from '../app/confirm';
import { useSession } from '../app/session';
import { moment, party, partyOf } from '../app/words';

/** What this account is asked to evaluate and has not declined, at all its stations. */
export function useInvitations(): Given[] {
  const session = useSession();
  const stations = partyOf(portal) ? (session.data?.places ?? []).filter((place) => place.includes('/')) : [];
  const lists = useQueries({
    queries: stations.map((place) => {
      const [district = '', station = ''] = place.split('/');
      return {
        queryKey: ['own-invitations', place],
        queryFn: async () => {
          const found = await got(
            scoring.GET('/v1/districts/{district}/stations/{station}/invitations', { params: { path: { district, station } } }),
          );
          return found.invitations.filter((one) => one.state !== 'DECLINED').map((one) => ({ ...one, district, station }));
        },
      };
    }),
  });
  return lists.flatMap((list) => list.data ?? []);
}

export function Invitations({ open }: { open: Given[] }) {
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">等您答复的邀请</h2>
      {open.map((one) => (
        <Invitation key={`${one.station}/${one.evaluation}`} invitation={one} />
      ))}
    </section>
  );
}

interface Given {
  district: string;
  station: string;
  evaluation: string;
  title: string;
  party: string;
  state: string;
  message?: string | null;
  invitedAt: unknown;
}

function Invitation({ invitation }: { invitation: Given }) {
  const [reason, setReason] = useState('');
  const answer = useChange(
    (given: 'ACCEPTED' | 'DECLINED') =>
      got(
        scoring.PUT('/v1/districts/{district}/stations/{station}/invitations/{invitation}/answer', {
          params: { path: { district: invitation.district, station: invitation.station, invitation: invitation.evaluation } },
          body: { answer: given, ...(reason ? { reason } : {}) },
        }),
      ),
    '已答复',
  );
  const confirm = useConfirm();
  const ask = (given: 'ACCEPTED' | 'DECLINED') => () =>
    confirm({
      title: given === 'ACCEPTED' ? '接受邀请？' : '谢绝邀请？',
      content: '答复后不能更改。',
      okText: given === 'ACCEPTED' ? '接受' : '谢绝',
      send: () => answer.mutateAsync(given),
    });
  return (
    <div className="card">
      <p>
        邀请您代表{party(invitation.party)}参加《{invitation.title}》
        <span className="soft">　{moment(invitation.invitedAt as string)}</span>
      </p>
      {invitation.message && <p className="soft">{invitation.message}</p>}
      <div className="actions">
        <Input aria-label={`谢绝的理由：${invitation.title}`} placeholder="谢绝的理由" style={{ width: 260 }} value={reason} onChange={(event) => setReason(event.target.value)} />
        <Button type="primary" aria-label={`接受：${invitation.title}`} loading={answer.isPending} onClick={ask('ACCEPTED')}>
          接受
        </Button>
        <Button aria-label={`谢绝：${invitation.title}`} disabled={!reason.trim()} loading={answer.isPending} onClick={ask('DECLINED')}>
          谢绝
        </Button>
      </div>
    </div>
  );
}
