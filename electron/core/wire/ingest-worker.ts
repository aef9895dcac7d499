/**
 * The ingest worker: the one writer of `wire.db`. It hands untrusted bytes to the parse worker, stores what comes
 * back, and answers with counts; the core's own thread never parses and never writes what arrived.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openWireDatabase } from '../database/open.ts';
import { createDeliveryLog, packPayload, type PackedPayload } from './delivery-log.ts';
import { dropStories, forgetSources } from './forget-stories.ts';
import { WireParseError } from './formats/parse-error.ts';
import type { ReadDelivery } from './formats/read-delivery.ts';
import { giveWay } from '../give-way.ts';
import type { IngestCancel, IngestProgress, IngestReply, IngestRequest } from './ingest.ts';
import { createIngestWriter } from './ingest-writer.ts';
import { oldestFirst } from './oldest-first.ts';
import { createParsePool } from './parse-pool.ts';

const { dataFolder } = workerData as { dataFolder: string };
const port = parentPort;
if (port === null) throw new Error('ingest-worker runs as a worker thread');

giveWay();
const database = openWireDatabase(dataFolder);
const log = createDeliveryLog(database);
const writer = createIngestWriter(database, log.keep);
const pool = createParsePool();

type StoreRequest = IngestRequest & { kind: 'store' };
type Outcome = Omit<IngestReply & { ok: true }, 'id' | 'ok'>;

/**
 * Requests are worked off one after the other, since order of arrival is order of ids. While a delivery is stored the
 * next is parsed, and no more than that one: what is parsed takes memory.
 */
let done: Promise<void> = Promise.resolve();
let doneBefore: Promise<void> = Promise.resolve();

/** Requests that are not wanted any more, until they are answered. */
const cancelled = new Set<number>();

/** Between two parts of a delivery: says how far it is, lets others in, and tells whether to go on. */
async function between(
  { id, watched }: StoreRequest,
  done: number,
  stories: readonly unknown[],
): Promise<boolean> {
  if (watched) port?.postMessage({ id, progress: { done, of: stories.length } } satisfies IngestProgress);
  await nextTurn();
  return !cancelled.has(id);
}

/** Begins what can be begun at once; what is given back is done when the request's turn has come. */
function begin(request: IngestRequest): () => Promise<Outcome> {
  switch (request.kind) {
    case 'forget':
      return async () => ({ forgotten: forgetSources(database, request.sourceIds) });
    case 'drop':
      return async () => ({ forgotten: dropStories(database, request) });
    case 'note':
      return async () => {
        log.note(request.sourceId, request.failure, request.now);
        return {};
      };
    case 'store': {
      const reading = doneBefore.then(() => pool.parse(request.bytes, request.options));
      const packing = doneBefore.then(() => packPayload(request));
      // A refusal waits for its turn to be told.
      reading.catch(() => {});
      packing.catch(() => {});
      return () => store(request, reading, packing);
    }
  }
}

async function store(
  request: StoreRequest,
  reading: Promise<ReadDelivery>,
  packing: Promise<PackedPayload>,
): Promise<Outcome> {
  const { sourceId, now } = request;
  const payload = await packing;
  try {
    const { format, stories, setAside, nextPage } = await reading;
    const delivery = { sourceId, format, stories: oldestFirst(stories), payload };
    const breathe = (stored: number) => between(request, stored, stories);
    const result = await writer.store(delivery, now, breathe, request.rules);
    log.record(payload, { format, ...result, setAside }, now);
    return { result: { ...result, setAside, nextPage } };
  } catch (error) {
    if (error instanceof WireParseError) log.refuse(payload, error, now);
    throw error;
  }
}

async function answer(id: number, work: () => Promise<Outcome>): Promise<IngestReply> {
  try {
    return { id, ok: true, ...(await work()) };
  } catch (error) {
    if (error instanceof WireParseError) return { id, ok: false, code: error.code, message: error.message };
    return {
      id,
      ok: false,
      code: 'storage',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

function take(request: IngestRequest): void {
  const work = begin(request);
  doneBefore = done;
  done = done.then(async () => {
    port?.postMessage(await answer(request.id, work));
    cancelled.delete(request.id);
  });
}

async function close(): Promise<void> {
  await done;
  await pool.close();
  database.close();
  port?.close();
}

port.on('message', (message: IngestRequest | IngestCancel | { kind: 'close' }) => {
  if (message.kind === 'close') void close();
  else if (message.kind === 'cancel') cancelled.add(message.id);
  else take(message);
});
