/** A worker of its own for each file that is imported: whatever is in it, it harms nobody else. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ManuscriptReading } from './run-import-worker.ts';
import { ManuscriptError } from './manuscript.ts';
import { readManuscript } from './read-manuscript.ts';

const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string };

async function reading(): Promise<ManuscriptReading> {
  try {
    return { ok: true, manuscript: await readManuscript(bytes, fileName) };
  } catch (error) {
    // Errors lose their type on the way between threads.
    if (error instanceof ManuscriptError) return { ok: false, code: error.code, message: error.message };
    // What is nested too deep for the stack is no damage of the file.
    const code = error instanceof RangeError ? 'out-of-memory' : 'broken';
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await reading());
