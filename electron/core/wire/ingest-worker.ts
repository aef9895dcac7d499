/**
 * The ingest worker: the one writer of `wire.db`. It hands untrusted bytes to the parse worker, stores what comes
 * back, and answers with counts; the core's own thread never parses and never writes what arrived.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openWireDatabase } from '../database/open.ts';
import { forgetSources } from './forget-sources.ts';
import { WireParseError } from './formats/parse-error.ts';
import type { IngestReply, IngestRequest } from './ingest.ts';
import { createIngestWriter } from './ingest-writer.ts';
import { oldestFirst } from './oldest-first.ts';
import { createParsePool } from './parse-pool.ts';
import type { ReadDelivery } from './formats/read-delivery.ts';

const { dataFolder } = workerData as { dataFolder: string };
const port = parentPort;
if (port === null) throw new Error('ingest-worker runs as a worker thread');

const database = openWireDatabase(dataFolder);
const writer = createIngestWriter(database);
const pool = createParsePool();

async function answer(request: IngestRequest, reading: Promise<ReadDelivery> | null): Promise<IngestReply> {
  try {
    if (request.kind === 'check' || reading === null) {
      return {
        id: request.id,
        ok: true,
        sound: database.pragma('quick_check(1)', { simple: true }) === 'ok',
      };
    }
    if (request.kind === 'forget') {
      return { id: request.id, ok: true, forgotten: forgetSources(database, request.sourceIds) };
    }
    const { format, stories } = await reading;
    const result = await writer.store(
      { sourceId: request.sourceId, format, stories: oldestFirst(stories) },
      request.now,
      () => nextTurn(),
    );
    return { id: request.id, ok: true, result };
  } catch (error) {
    if (error instanceof WireParseError) {
      return { id: request.id, ok: false, code: error.code, message: error.message };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { id: request.id, ok: false, code: 'storage', message };
  }
}

/**
 * Deliveries are stored one after the other, since order of arrival is order of ids. While one is stored the next is
 * parsed, and no more than that one: what is parsed takes memory.
 */
let stored: Promise<void> = Promise.resolve();
let storedBefore: Promise<void> = Promise.resolve();

function take(request: IngestRequest): void {
  const reading =
    request.kind === 'store' ? storedBefore.then(() => pool.parse(request.bytes, request.options)) : null;
  // A refusal waits for its turn to be told.
  reading?.catch(() => {});
  storedBefore = stored;
  stored = stored.then(async () => port?.postMessage(await answer(request, reading)));
}

async function close(): Promise<void> {
  await stored;
  await pool.close();
  database.close();
  port?.close();
}

port.on('message', (message: IngestRequest | { kind: 'close' }) => {
  if (message.kind === 'close') void close();
  else take(message);
});
