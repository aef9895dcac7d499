/** One question to a worker thread of its own, which may run out of time or memory without harm to anybody else. */
import { once } from 'node:events';
import { Worker, type ResourceLimits } from 'node:worker_threads';

export interface WorkerLimits {
  timeMs: number;
  memoryMb: number;
}

/** What a worker may take, of which `memoryMb` is for what it keeps. */
export function resourceLimits(memoryMb: number): ResourceLimits {
  return { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
}

/** A worker that lies beside the file which starts it: TypeScript in the sources, one file each in the bundle. */
export function workerBeside(importer: string, name: string): URL {
  return new URL(`./${name}.${importer.endsWith('.ts') ? 'ts' : 'js'}`, importer);
}

/**
 * Starts the worker with `question` as its workerData and answers with the first thing it says. Throws what it threw; an
 * AbortError after `timeMs`; an error with the code `ERR_WORKER_OUT_OF_MEMORY` where `memoryMb` is not enough.
 */
export async function askWorker(
  address: URL,
  question: unknown,
  { timeMs, memoryMb }: WorkerLimits,
): Promise<unknown> {
  const worker = new Worker(address, { workerData: question, resourceLimits: resourceLimits(memoryMb) });
  // One that was stopped, or has answered, may still fail; an error that nobody hears would end the process.
  worker.on('error', () => {});
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(timeMs) });
    return answer;
  } finally {
    await worker.terminate();
  }
}
