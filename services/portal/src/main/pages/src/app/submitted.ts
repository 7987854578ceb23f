import type { FormEvent } from 'react';

/** For a form that Enter in one of its lines sends as its button does. */
export const submitted = (send: () => void) => (event: FormEvent) => {
  event.preventDefault();
  send();
};
