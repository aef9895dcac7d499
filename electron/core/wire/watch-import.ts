/** A long import that tells how far it is, and can be stopped on the way. */
import type { ImportProgress, IngestResult } from '../../../shared/contract/wire.ts';
import type { IngestWatch } from './ingest.ts';

/** Told no more often than this: a hundred stories are stored in less. */
const TELL_EVERY_MS = 200;

/**
 * Runs an import and yields how far it is, then what came of it. Ending the iteration, or the signal, stops it: what was
 * stored stays. Throws what `run` throws.
 */
export async function* watchImport(
  run: (watch: IngestWatch) => Promise<IngestResult>,
  signal: AbortSignal,
): AsyncGenerator<ImportProgress, void, void> {
  const stop = new AbortController();
  const stopped = AbortSignal.any([stop.signal, signal]);
  let progress = { done: 0, of: 0 };
  let ended = false;
  let wake = (): void => {};
  const work = run({ signal: stopped, onProgress: (told) => (progress = told) }).finally(() => {
    ended = true;
    wake();
  });
  // It is awaited below, after the last of the waits.
  work.catch(() => {});
  try {
    while (!ended) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, TELL_EVERY_MS);
      });
      // While a file is being read too: whoever has left is noticed here.
      if (!ended) yield { kind: 'progress', ...progress };
    }
    yield { kind: 'done', ...(await work), cancelled: stopped.aborted };
  } finally {
    stop.abort();
  }
}
