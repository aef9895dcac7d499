/** The dry run of a rule, as an iteration that tells how far it is. It runs in a worker and changes nothing. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TryOutProgress } from '../../../shared/contract/rules.ts';
import { workerBeside } from '../ask-worker.ts';
import { contractError } from '../errors.ts';
import type { TryAnswer, TryQuestion } from './try-worker.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Yields progress, the last one `done`. Ends the worker when the iteration or `signal` does. Throws STORAGE_FAILED. */
export async function* tryOut(
  { dataFolder, condition }: Omit<TryQuestion, 'since'>,
  now: number,
  sourceName: (sourceId: string) => string,
  signal: AbortSignal,
): AsyncGenerator<TryOutProgress, void, void> {
  const question: TryQuestion = { dataFolder, condition, since: now - WEEK_MS };
  const worker = new Worker(workerBeside(import.meta.url, 'try-worker'), { workerData: question });
  try {
    for await (const [message] of on(worker, 'message', { signal, close: ['exit'] })) {
      const answer = message as TryAnswer;
      yield {
        ...answer,
        examples: answer.examples.map(({ storyId, headline, sourceId, arrivedAt }) => ({
          storyId,
          headline,
          sourceName: sourceName(sourceId),
          arrivedAt: new Date(arrivedAt).toISOString(),
        })),
      };
      if (answer.done) return;
    }
  } catch (error) {
    if (!signal.aborted) throw contractError('STORAGE_FAILED', { detail: String(error) });
  } finally {
    await worker.terminate();
  }
}
