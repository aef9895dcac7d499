import type { ManuscriptErrorCode } from '../../../../shared/contract/articles.ts';
import { askWorker, workerBeside } from '../../ask-worker.ts';
import { ManuscriptError, type Manuscript } from './manuscript.ts';

export type ManuscriptReading =
  { ok: true; manuscript: Manuscript } | { ok: false; code: ManuscriptErrorCode; message: string };

const LIMITS = { timeMs: 30_000, memoryMb: 768 };

function failureOf(error: unknown): ManuscriptError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'AbortError') return new ManuscriptError('timed-out', message);
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new ManuscriptError(isMemory ? 'out-of-memory' : 'broken', message);
}

/** Reads a file away from the core's thread, within limits of time and memory. Throws ManuscriptError. */
export async function runImportWorker(bytes: Uint8Array, fileName: string): Promise<Manuscript> {
  const address = workerBeside(import.meta.url, 'import-worker');
  const answer = await askWorker(address, { bytes, fileName }, LIMITS).catch((error: unknown) => {
    throw failureOf(error);
  });
  const reading = answer as ManuscriptReading;
  if (!reading.ok) throw new ManuscriptError(reading.code, reading.message);
  return reading.manuscript;
}
