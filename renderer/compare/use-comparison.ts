import { useEffect, useState } from 'react';
import type { ComparableCopy, ComparedRow } from '../../shared/document/compare.ts';
import type { ComparisonAnswer, ComparisonRequest } from './compare-worker.ts';

interface Comparison {
  before: ComparableCopy;
  after: ComparableCopy;
  /** Null where the worker failed. */
  rows: ComparedRow[] | null;
}

/** What differs between two copies; undefined while it is being worked out, null where that failed. */
export function useComparison(
  before: ComparableCopy,
  after: ComparableCopy,
): ComparedRow[] | null | undefined {
  const [done, setDone] = useState<Comparison | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<ComparisonAnswer>) => {
      setDone({ before, after, rows: data });
      worker.terminate();
    });
    worker.addEventListener('error', () => setDone({ before, after, rows: null }));
    const request: ComparisonRequest = { before, after };
    worker.postMessage(request);
    return () => worker.terminate();
  }, [before, after]);
  return done?.before === before && done.after === after ? done.rows : undefined;
}
