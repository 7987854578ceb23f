import { useState, type RefCallback } from 'react';
import { ProblemError, worded, type Fault } from '../api/client';

/** A place in what is sent, for whoever shows it. */
export interface Mark {
  /** As a refusal points to it. */
  pointer: string;
  /** What is wrong there and below it, until it is written anew. */
  faults: Fault[];
  /** Of the element that shows it; places below it say where they are in `data-at`. */
  ref: RefCallback<HTMLElement>;
  /** It was written anew, or only what is below. */
  mend: (below?: string) => void;
}

/** What is wrong there, in words. */
export const said = (faults: Fault[]) => faults.flatMap(({ detail }) => detail ?? []).join('；');

/** Them by the pointer that they have. */
export function byPointer(faults: Fault[]): Map<string, Fault[]> {
  const places = new Map<string, Fault[]>();
  for (const fault of faults) places.set(fault.pointer ?? '', [...(places.get(fault.pointer ?? '') ?? []), fault]);
  return places;
}

/** The faults of a form that was refused, each at the field that it is about. */
export function useFaults() {
  const [faults, setFaults] = useState<Fault[]>([]);
  const [shown] = useState(() => new Set<HTMLElement>());
  const [ref] = useState(() => (one: HTMLElement | null) => {
    if (!one) return;
    shown.add(one);
    return () => {
      shown.delete(one);
    };
  });

  /** Marks what is about fields of the form that can be seen: the first of them, how many there are, and the words for the others. */
  const mark = (error: unknown, about: About) => {
    const places = placesOf(shown);
    const placed = faultsOf(error, about).map((fault) => ({ fault, at: above(fault.pointer ?? '').find((pointer) => places.has(pointer)) }));
    const here = placed.flatMap(({ fault, at }) => (at === undefined ? [] : [{ ...fault, pointer: at }]));
    setFaults(here);
    return {
      first: places.get(here[0]?.pointer ?? ''),
      marked: here.length,
      others: placed.filter(({ at }) => at === undefined).map(({ fault }) => worded(fault)),
    };
  };

  const at = (pointer: string): Mark => ({
    pointer,
    faults: faults.filter((fault) => isWithin(fault.pointer ?? '', pointer)),
    ref,
    mend: (below = '') => {
      const place = pointer + below;
      // With a cell its row and its list are another too.
      const isMended = (at: string) => isWithin(at, pointer) && (isWithin(at, place) || isWithin(place, at));
      if (faults.length > 0) setFaults((before) => before.filter((fault) => !isMended(fault.pointer ?? '')));
    },
  });

  return { mark, at, forget: () => setFaults([]) };
}

/** A refusal that points nowhere may be about what stands in the address: where that is told, by the refusal's kind. */
export type About = Record<string, string>;

function faultsOf(error: unknown, about: About): Fault[] {
  if (!(error instanceof ProblemError)) return [];
  const errors = error.problem.errors ?? [];
  const [, pointer] = Object.entries(about).find(([kind]) => error.is(kind)) ?? [];
  return pointer && errors.every((fault) => !fault.pointer) ? [{ pointer, detail: error.lines.join('；') }] : errors;
}

const isWithin = (pointer: string, outer: string) => pointer === outer || pointer.startsWith(`${outer}/`);

/** A pointer and those of all it lies in, from the inside out: a fault inside a field is the field's. */
const above = (pointer: string): string[] => (pointer === '' ? [] : [pointer, ...above(pointer.slice(0, pointer.lastIndexOf('/')))]);

const placesOf = (shown: Set<HTMLElement>) =>
  new Map(
    [...shown]
      .filter((one) => one.checkVisibility())
      .flatMap((one) => [one, ...one.querySelectorAll<HTMLElement>('[data-at]')])
      .map((one) => [one.dataset['at'] ?? '', one] as const),
  );
