/** A worker thread that writes an export, so that nobody who works at the desk waits for it; see export.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeExport, type ExportRequest } from './export-writer.ts';

export type ExportMessage =
  { progress: Parameters<Parameters<typeof writeExport>[1]>[0] } | { code: string; message: string };

const port = parentPort;
if (port === null) throw new Error('export-worker runs as a worker thread');

function send(message: ExportMessage): void {
  port?.postMessage(message);
}

try {
  send({ progress: writeExport(workerData as ExportRequest, (progress) => send({ progress })) });
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  send({ code, message: error instanceof Error ? error.message : String(error) });
}
