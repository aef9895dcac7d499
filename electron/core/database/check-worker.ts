/** A worker thread that checks database files, so that the check of a large one holds up nobody; see check.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './check-file.ts';

const { files, thorough } = workerData as { files: string[]; thorough: boolean };
parentPort?.postMessage(files.map((file) => checkFile(file, thorough)));
