import { useCallback, useEffect, useRef, useState } from 'react';
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
 * while the connection is gone the page holds what is new and sends it once it is back. Another tab's newer draft is never
 * overwritten unasked: the revision that was read goes with every write.
 */
export function useAutosave(evaluation: string, evaluator: string, initial: { lines: Line[]; revision: number | null }) {
  const [entries, setEntries] = useState(initial.lines);
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: null });
  const revision = useRef(initial.revision);
  const latest = useRef(entries);
  const dirty = useRef(false);
  const busy = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const send = useCallback(async () => {
    while (dirty.current) {
      dirty.current = false;
      setSaving({ state: 'saving' });
      try {
        const kept = await got(
          scoring.PUT('/v1/evaluations/{evaluation}/sheets/{evaluator}', {
            params: {
              path: { evaluation, evaluator },
              header: (revision.current === null ? {} : { 'If-Match': `"${revision.current}"` }),
            },
            // A comment waits for its score to be typed anew.
            body: { scores: latest.current.filter((line) => line.score !== '') },
          }),
        );
        revision.current = kept.revision;
        setSaving({ state: 'saved', at: new Date() });
      } catch (failure) {
        dirty.current = true;
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

  useEffect(() => {
    const back = () => void flush();
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault();
    };
    window.addEventListener('online', back);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('beforeunload', leaving);
      void flush();
    };
  }, [flush]);

  return { entries, saving, change, flush, settle, isClean: () => !dirty.current };
}
