import { portal } from '../api/client';
import { party, partyOf } from '../app/words';

/** What every list of fieldwork is given: the round, and whether one may still write. */
export interface Given {
  evaluation: string;
  open: boolean;
}

export const at = <More extends object = {}>(evaluation: string, more: More = {} as More) => ({ path: { evaluation, ...more } });

/** Whose a piece of fieldwork is, where it is not the reader's own. */
export const ofWhom = (found: { party: string }) => (found.party === partyOf(portal) ? '' : `（${party(found.party)}）`);

/** Who is asked. */
export const GROUPS: Record<string, string> = {
  SERVICE_USER: '服务对象',
  COMMUNITY_COMMITTEE: '村居委会',
  PARTNER: '合作单位',
};

export const groupChoices = Object.entries(GROUPS).map(([value, label]) => ({ value, label }));
