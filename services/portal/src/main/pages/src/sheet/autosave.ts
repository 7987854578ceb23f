import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { got, ProblemError, scoring, Unreachable } from '../api/client';
import { lines } from '../app/states';

export interface Line {
  item: string;
  score: string;
  comment?: string;
  evidence: string[];
}

export type Saving =
  | { state: 'saved'; at: Date | null }
  | { state: 'saving' }
  | { state: 'waiting' }
  | { state: 'elsewhere' }
  | { state: 'refused'; lines: string[] };

const PAUSE = 800;
const RETRY = 3_000;
/** Signed out, asked too often, session over: what is refused now is taken later. */
const PASSING = new Set([401, 429, 499]);

/**
 * Keeps a draft on the server as it is written. Nothing is kept in the browser, so that nothing stays on a shared computer;
 * while the connection is gone the page holds what is new and sends it once it is back. Another tab's draft, begun or newer,
 * is never overwritten unasked: the revision that was read goes with every write, and that there was none with the first. A
 * line that cannot be kept keeps none of the others from being kept.
 *
 * @param faultOf what is wrong with a line as it stands; empty where nothing is
 */
export function useAutosave(
  evaluation: string,
  evaluator: string,
  initial: { lines: Line[]; revision: number | null },
  faultOf: (line: Line) => string,
) {
  const [entries, setEntries] = useState(initial.lines);
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: null });
  /** What the service said of lines that it did not take; a line that is changed is another one. */
  const [refused, setRefused] = useState<ReadonlyMap<Line, string>>(new Map());
  const fault = useRef(faultOf);
  fault.current = faultOf;
  const notTaken = useRef(refused);
  const revision = useRef(initial.revision);
  const latest = useRef(entries);
  const dirty = useRef(false);
  const busy = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async () => {
    while (dirty.current) {
      dirty.current = false;
      setSaving({ state: 'saving' });
      // A comment waits for its score to be typed anew.
      const sent = latest.current.filter((line) => line.score !== '' && !fault.current(line) && !notTaken.current.has(line));
      try {
        const kept = await got(
          scoring.PUT('/v1/evaluations/{evaluation}/sheets/{evaluator}', {
            params: {
              path: { evaluation, evaluator },
              header: revision.current === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision.current}"` },
            },
            body: { scores: sent },
          }),
        );
        revision.current = kept.revision;
        setSaving({ state: 'saved', at: new Date() });
      } catch (failure) {
        dirty.current = true;
        const faults = faultsOf(failure, sent);
        if (faults.size > 0) {
          notTaken.current = new Map([...notTaken.current, ...faults]);
          setRefused(notTaken.current);
          continue;
        }
        if (failure instanceof ProblemError && failure.status === 412) setSaving({ state: 'elsewhere' });
        else if (failure instanceof ProblemError && failure.status < 500 && !PASSING.has(failure.status))
          setSaving({ state: 'refused', lines: lines(failure) });
        else {
          setSaving({ state: 'waiting' });
          timer.current = setTimeout(() => void flush(), failure instanceof Unreachable ? RETRY : RETRY * 2);
        }
        return;
      }
    }
  }, [evaluation, evaluator]);

  /** Writes what is not yet written, one write at a time. */
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    busy.current = busy.current.then(send);
    return busy.current;
  }, [send]);

  const change = useCallback(
    (next: Line[]) => {
      latest.current = next;
      setEntries(next);
      dirty.current = true;
      setSaving((now) => (now.state === 'elsewhere' ? now : { state: 'saving' }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE);
    },
    [flush],
  );

  /** Settles a conflict: with what the server has, or with what is here. */
  const settle = useCallback(
    (theirs: { lines: Line[]; revision: number }, keepMine: boolean) => {
      revision.current = theirs.revision;
      if (keepMine) {
        dirty.current = true;
        void flush();
      } else {
        dirty.current = false;
        latest.current = theirs.lines;
        setEntries(theirs.lines);
        setSaving({ state: 'saved', at: null });
      }
    },
    [flush],
  );

  /** What is wrong with lines that are not kept, by item. */
  const faults = useMemo(
    () => new Map(entries.flatMap((line) => (wrong(line, faultOf, refused) ? [[line.item, wrong(line, faultOf, refused)] as const] : []))),
    [entries, faultOf, refused],
  );

  useEffect(() => {
    const back = () => void flush();
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty.current || latest.current.some((line) => wrong(line, fault.current, notTaken.current))) event.preventDefault();
    };
    window.addEventListener('online', back);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('beforeunload', leaving);
      void flush();
    };
  }, [flush]);

  return {
    entries,
    saving,
    faults,
    change,
    flush,
    settle,
    isClean: () => !dirty.current,
    /** The revision that this page shows, for whoever submits it. */
    revision: () => revision.current,
    /** Somebody wrote it elsewhere meanwhile. */
    isElsewhere: () => setSaving({ state: 'elsewhere' }),
  };
}

const wrong = (line: Line, faultOf: (line: Line) => string, refused: ReadonlyMap<Line, string>) => faultOf(line) || (refused.get(line) ?? '');

/** Which of the lines that were sent a refusal names, and why: {@code /scores/3/score}. */
function faultsOf(failure: unknown, sent: Line[]): Map<Line, string> {
  const faults = new Map<Line, string>();
  if (!(failure instanceof ProblemError) || failure.status !== 422) return faults;
  for (const { pointer = '', detail = '' } of failure.problem.errors ?? []) {
    const line = sent[Number(/^\/scores\/(\d+)\//.exec(pointer)?.[1] ?? -1)];
    if (line) faults.set(line, [faults.get(line), detail].filter(Boolean).join('；'));
  }
  return faults;
}
