/**
 * What each source brought or failed to bring, and deliveries as they came, compressed: both in `wire.db`, both bounded.
 * Runs in the ingest worker.
 */
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { ParseErrorCode } from '../../../shared/contract/wire-story.ts';
import type { IngestResult } from '../../../shared/contract/wire.ts';
import type { SetAside } from '../../../shared/contract/wire-sources.ts';
import type { Database } from '../database/open.ts';
import type { ParseOptions, SourceFailure } from './ingest.ts';

const compress = promisify(deflateRaw);

const deliveriesKept = 500;
/** Compressed bytes kept of one source, and of one delivery. */
const LARGEST_SOURCE_BYTES = 64 * 1024 * 1024;
const LARGEST_PAYLOAD_BYTES = 8 * 1024 * 1024;
/** How many old ones go at once: no delivery waits for a great clearing. */
const clearedAtOnce = 50;
const dayMs = 86_400_000;

export interface PackedPayload {
  sourceId: string;
  /** File name, or the address it came from. */
  name: string;
  contentType: string | null;
  size: number;
  /** Raw deflate (RFC 1951); null where it is not to be kept. */
  packed: Uint8Array | null;
  keepDays: number;
  /** Its id, once it is kept. */
  id?: number | null;
}

/** Compresses a delivery beside its parsing. */
export async function packPayload({
  sourceId,
  bytes,
  options,
}: {
  sourceId: string;
  bytes: Uint8Array;
  options: ParseOptions;
}): Promise<PackedPayload> {
  const keepDays = options.keepPayloadDays ?? 14;
  const packed = keepDays === 0 ? null : await compress(bytes, { level: 3 });
  return {
    sourceId,
    name: options.fileName ?? options.url ?? '',
    contentType: options.contentType ?? null,
    size: bytes.length,
    packed: packed !== null && packed.length <= LARGEST_PAYLOAD_BYTES ? packed : null,
    keepDays,
  };
}

/** `sourceBytes`: how much is kept of one source, compressed. */
export function createDeliveryLog(database: Database, sourceBytes = LARGEST_SOURCE_BYTES) {
  const statements = {
    insertPayload: database.prepare(
      `INSERT INTO payload (source_id, received_at, name, content_type, size, packed)
       VALUES (@sourceId, @now, @name, @contentType, @size, @packed)`,
    ),
    use: database.prepare(
      `INSERT INTO payload_use (source_id, bytes) VALUES (?, ?)
       ON CONFLICT (source_id) DO UPDATE SET bytes = bytes + excluded.bytes`,
    ),
    used: database.prepare<[string], number>('SELECT bytes FROM payload_use WHERE source_id = ?').pluck(),
    oldest: database.prepare<[string, number], { id: number; received_at: number; bytes: number }>(
      `SELECT id, received_at, length(packed) AS bytes FROM payload WHERE source_id = ? ORDER BY id LIMIT ?`,
    ),
    removePayload: database.prepare('DELETE FROM payload WHERE id = ?'),
    newest: database.prepare<[string], { id: number; code: string | null; name: string }>(
      'SELECT id, code, name FROM delivery WHERE source_id = ? ORDER BY id DESC LIMIT 1',
    ),
    again: database.prepare('UPDATE delivery SET times = times + 1, at = ?, detail = ? WHERE id = ?'),
    insert: database.prepare(
      `INSERT INTO delivery (source_id, at, first_at, name, format, size, added, updated, unchanged, set_aside, code,
         detail, payload_id)
       VALUES (@sourceId, @now, @now, @name, @format, @size, @added, @updated, @unchanged, @setAside, @code, @detail,
         @payloadId)`,
    ),
    shorten: database.prepare(
      `DELETE FROM delivery WHERE source_id = @sourceId AND id <=
         (SELECT id FROM delivery WHERE source_id = @sourceId ORDER BY id DESC LIMIT 1 OFFSET ${deliveriesKept})`,
    ),
  };

  /** Clears what is over its days, or over the source's share of the disk, oldest first. */
  function clear(sourceId: string, keepDays: number, now: number): void {
    let use = statements.used.get(sourceId) ?? 0;
    for (const { id, received_at: at, bytes } of statements.oldest.all(sourceId, clearedAtOnce)) {
      if (now - at <= keepDays * dayMs && use <= sourceBytes) return;
      statements.removePayload.run(id);
      statements.use.run(sourceId, -bytes);
      use -= bytes;
    }
  }

  function keep(payload: PackedPayload, now: number): number | null {
    const { sourceId, packed, keepDays } = payload;
    if (payload.id !== undefined) return payload.id;
    if (packed === null) return (payload.id = null);
    const { name, contentType, size } = payload;
    const row = { sourceId, now, name, contentType, size, packed };
    payload.id = Number(statements.insertPayload.run(row).lastInsertRowid);
    statements.use.run(sourceId, packed.length);
    clear(sourceId, keepDays, now);
    return payload.id;
  }

  const nothing = { format: null, size: null, added: 0, updated: 0, unchanged: 0, payloadId: null };

  function insert(row: Record<string, unknown> & { sourceId: string }, setAside: readonly SetAside[]): void {
    statements.insert.run({
      ...nothing,
      code: null,
      detail: null,
      ...row,
      setAside: JSON.stringify(setAside),
    });
    statements.shorten.run({ sourceId: row.sourceId });
  }

  return {
    /** Keeps a delivery as it came; a second call gives the id of the first. Call it inside a transaction. */
    keep,

    /** A delivery that was stored. */
    record: database.transaction(
      (
        payload: PackedPayload,
        { format, setAside, ...result }: IngestResult & { format: string; setAside: readonly SetAside[] },
        now: number,
      ) => {
        const { sourceId, name, size, keepDays, id: payloadId = null } = payload;
        const { added, updated, unchanged } = result;
        insert({ sourceId, now, name, size, format, added, updated, unchanged, payloadId }, setAside);
        clear(sourceId, keepDays, now);
      },
    ).immediate,

    /** A delivery that could not be read. */
    refuse: database.transaction(
      (payload: PackedPayload, error: { code: ParseErrorCode; message: string }, now: number) => {
        const { sourceId, name, size } = payload;
        const detail = error.message.slice(0, 500);
        insert({ sourceId, now, name, size, code: error.code, detail, payloadId: keep(payload, now) }, []);
      },
    ).immediate,

    /** Nothing came; the same failure once more only counts up. */
    note: database.transaction((sourceId: string, { code, detail, name }: SourceFailure, now: number) => {
      const newest = statements.newest.get(sourceId);
      const short = detail.slice(0, 500);
      if (newest?.code === code && newest.name === name) statements.again.run(now, short, newest.id);
      else insert({ sourceId, now, name, code, detail: short }, []);
    }).immediate,
  };
}
