import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PictureToPrepare, PreparedPicture } from './prepare-picture.ts';

const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 512;

/** In the sources the worker is TypeScript; in the bundle it lies beside the file that starts it. */
function workerAddress(): URL {
  const entry = import.meta.url.endsWith('.ts') ? './picture-worker.ts' : './picture-worker.js';
  return new URL(entry, import.meta.url);
}

/** Prepares a picture away from the core's thread. Throws where it cannot be decoded, in good time or at all. */
export async function runPictureWorker(picture: PictureToPrepare): Promise<PreparedPicture> {
  const worker = new Worker(workerAddress(), {
    workerData: picture,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  try {
    const [prepared] = await once(worker, 'message', { signal: AbortSignal.timeout(TIME_LIMIT_MS) });
    return prepared as PreparedPicture;
  } finally {
    await worker.terminate();
  }
}
