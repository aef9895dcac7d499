/** Checks of database files, made in a worker thread. */
import { Worker } from 'node:worker_threads';
import type { FileCheck } from './check-file.ts';

/** Checks the files one after the other; the answers come in the same order. Rejects where no worker can be started. */
export function checkFiles(files: readonly string[], { thorough = false } = {}): Promise<FileCheck[]> {
  if (files.length === 0) return Promise.resolve([]);
  const entry = import.meta.url.endsWith('.ts') ? './check-worker.ts' : './check-worker.js';
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(entry, import.meta.url), { workerData: { files, thorough } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the check ended without an answer')));
  });
}
