import { district, got } from '../api/client';

/** One round on the board. */
export type Entry = Awaited<ReturnType<typeof askBoard>>['evaluations'][number];

/** What the board is narrowed to, by the parameters of its operation; empty for all. */
export type Filter = Record<string, string>;

export const asked = (place: string, filter: Filter) => ({
  path: { district: place },
  query: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')),
});

/** A page of the board. */
export const askBoard = (place: string, filter: Filter) => got(district.GET('/v1/districts/{district}/board', { params: asked(place, filter) }));

export const percent = (rate: string | null | undefined) => (rate ? `${rate}%` : '—');
