import { useState } from 'react';
import type { Place } from '../app/unsaved';

export type Values = Record<string, string>;

/** The texts of a form by name. */
export function useValues(initial: Values) {
  const [values, setValues] = useState(initial);
  return {
    values,
    setValues,
    field: (key: string) => ({ value: values[key] ?? '', set: (value: string) => setValues((before) => ({ ...before, [key]: value })) }),
  };
}

const stationOf = (place: Place) => (place.search as Record<string, string>)['station'];

/** The steps stay as they are while one goes from one to another; those that are about the chosen station as long as it is that. */
export const inSetup = (_: Place, there: Place) => there.pathname.includes('/setup');
export const ofStation = (here: Place, there: Place) => inSetup(here, there) && stationOf(here) === stationOf(there);

/** A station as the list of stations has it. */
export interface Station {
  code: string;
  name: string;
  town?: string | null;
  version: number;
  agreements: { agreement: string; version: number; operator?: string | null; from?: string | null; to?: string | null }[];
}

/** What every step is given; a station is chosen in the first. */
export interface StepProps {
  district: string;
  station: Station | null;
}
