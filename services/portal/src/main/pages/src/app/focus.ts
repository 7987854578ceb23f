import type { KeyboardEvent } from 'react';
import { ProblemError } from '../api/client';
import { words } from '../api/pointer';

const called = (field: HTMLElement) =>
  field.getAttribute('aria-label') ?? (field as HTMLInputElement).labels?.[0]?.textContent ?? '';

/** Leads whoever was refused to the field that the first fault is about, where it can be told. */
export function toFirstFault(error: unknown) {
  const pointer = error instanceof ProblemError ? error.problem.errors?.find((one) => one.pointer)?.pointer : undefined;
  const [name, row = ''] = words(pointer ?? '').reverse();
  if (!name) return;
  const fields = [...document.querySelectorAll<HTMLElement>('main :is(input, textarea), [role=dialog] :is(input, textarea)')];
  // A dialog lies over the page.
  const visible = fields.filter((field) => field.checkVisibility()).reverse();
  const field =
    visible.find((one) => called(one).split('：')[0] === row + name) ?? visible.findLast((one) => row === '' && called(one).includes(name));
  field?.focus();
}

/** Leads to what can be filled in there, or pressed where nothing can be; as a `ref` once it appears. */
export function focusOn(place: HTMLElement | null) {
  (place?.querySelector<HTMLElement>('input, textarea') ?? place?.querySelector<HTMLElement>('button'))?.focus();
}

/** Leads somewhere that is there once what was pressed has shown itself. */
export const thenFocusOn = (find: () => HTMLElement | null | undefined) => requestAnimationFrame(() => focusOn(find() ?? null));

/** For a list of which several are chosen: Tab goes on, which closes it; by itself it would choose what is pointed at, and stay. */
export const TAB_GOES_ON = { onInputKeyDown: (event: KeyboardEvent) => event.key === 'Tab' && event.stopPropagation() };

let waiting: (() => void) | undefined;

/** Leads somewhere; a question that is still closing would take the focus back, and is waited for. */
export function onceAnswered(lead: () => void) {
  if (document.querySelector('.ant-modal-confirm')) waiting = lead;
  else lead();
}

/** Whoever has answered a question is led on; whoever pressed something that is no longer there goes on reading the page. */
export function notLost() {
  const lead = waiting;
  waiting = undefined;
  if (lead) return lead();
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById('content')?.focus();
}
