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
    visible.find((one) => called(one) === row + name) ?? visible.findLast((one) => row === '' && called(one).includes(name));
  field?.focus();
}

/** Whoever pressed something that is no longer there goes on reading the page. */
export function notLost() {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById('content')?.focus();
}
