/** The export of everything a person could want to take away, as an iteration that tells how far it is. */
import { renameSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExportProgress } from '../../../shared/contract/system.ts';
import { contractError } from '../errors.ts';
import type { ExportMessage } from './export-worker.ts';
import type { ExportRequest } from './export-writer.ts';

/** What the worker said when it could not write: `code` is that of the file system or of SQLite. */
function failureOf({ code, message }: { code: string; message: string }): Error {
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
  return isFull ? contractError('STORAGE_FULL', {}) : contractError('STORAGE_FAILED', { detail: message });
}

async function* messagesOf(worker: Worker, signal: AbortSignal): AsyncGenerator<ExportMessage, void, void> {
  const waiting: ExportMessage[] = [];
  let ended = false;
  let wake: () => void = () => {};
  const end = (): void => {
    ended = true;
    wake();
  };
  worker.on('message', (message: ExportMessage) => {
    // Progress is only worth its newest word.
    const last = waiting.at(-1);
    if (last && 'progress' in last && last.progress.kind === 'progress') waiting.pop();
    waiting.push(message);
    wake();
  });
  worker.once('error', (error) => {
    waiting.push({ code: '', message: String(error) });
    wake();
  });
  worker.once('exit', end);
  signal.addEventListener('abort', end, { once: true });
  while (!signal.aborted) {
    const message = waiting.shift();
    if (message) yield message;
    else if (ended) return;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

/**
 * Writes an export into a new folder inside `parent` and yields how far it is, `done` last. Where the iteration is
 * ended, `signal` aborted or writing fails, nothing stays behind. Throws INVALID where `parent` is no absolute path,
 * STORAGE_FULL or STORAGE_FAILED where it cannot be written.
 */
export async function* exportEverything(
  parent: string,
  request: Omit<ExportRequest, 'folder'>,
  signal: AbortSignal,
): AsyncGenerator<ExportProgress, void, void> {
  if (!isAbsolute(parent))
    throw contractError('INVALID', { field: 'folder', reason: 'not-an-absolute-folder' });
  const folder = join(parent, `redaksi-export-${request.createdAt.slice(0, 19).replaceAll(':', '-')}`);
  const unfinished = `${folder}.unfinished`;
  const entry = import.meta.url.endsWith('.ts') ? './export-worker.ts' : './export-worker.js';
  const worker = new Worker(new URL(entry, import.meta.url), {
    workerData: { ...request, folder: unfinished },
  });
  try {
    yield { kind: 'progress', part: 'articles', done: 0, of: 0 };
    for await (const message of messagesOf(worker, signal)) {
      if ('code' in message) throw failureOf(message);
      const { progress } = message;
      if (progress.kind === 'done') {
        renameSync(unfinished, folder);
        yield { ...progress, folder };
        return;
      }
      yield progress;
    }
  } finally {
    await worker.terminate();
    rmSync(unfinished, { recursive: true, force: true });
  }
}
