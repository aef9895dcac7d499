import { useEffect, useRef, useState } from 'react';

export interface LongWork<Told> {
  /** Everything that was told since it began, in order; null before the first time. */
  told: readonly Told[] | null;
  isRunning: boolean;
  /** How the last time ended, where it did not end by itself. */
  ended: { by: 'stop' } | { by: 'failure'; error: unknown } | null;
  run: () => void;
  stop: () => void;
}

/** Work of the core that takes long: it tells how far it is, can be stopped, and stops when its page is left. */
export function useLongWork<Told>(
  begin: (signal: AbortSignal) => Promise<AsyncIterable<Told>>,
): LongWork<Told> {
  const [told, setTold] = useState<readonly Told[] | null>(null);
  const [ended, setEnded] = useState<LongWork<Told>['ended']>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  async function run(): Promise<void> {
    const controller = new AbortController();
    current.current = controller;
    setRunning(controller);
    setTold([]);
    setEnded(null);
    try {
      for await (const one of await begin(controller.signal)) {
        setTold((before) => [...(before ?? []), one]);
      }
      if (controller.signal.aborted) setEnded({ by: 'stop' });
    } catch (error) {
      setEnded(controller.signal.aborted ? { by: 'stop' } : { by: 'failure', error });
    } finally {
      setRunning(null);
    }
  }

  return {
    told,
    isRunning: running !== null,
    ended,
    run: () => void run(),
    stop: () => running?.abort(),
  };
}
