/** Reading what the ingest worker wrote down about deliveries (delivery-log.ts), on the desk connection. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type {
  Payload,
  SetAside,
  SourceDelivery,
  SourceErrorCode,
  SourceTally,
} from '../../../shared/contract/wire-sources.ts';
import { charsetOfContentType, decodeText } from '../conversion/decode.ts';
import type { Database } from '../database/open.ts';

const decompress = promisify(inflateRaw);

/** So much of a delivery is shown, in bytes. */
const SHOWN_BYTES = 400_000;

interface DeliveryRow {
  id: number;
  at: number;
  first_at: number;
  times: number;
  name: string;
  format: string | null;
  size: number | null;
  added: number;
  updated: number;
  unchanged: number;
  set_aside: string;
  code: SourceErrorCode | null;
  detail: string | null;
  payload_id: number | null;
}

interface PayloadRow {
  id: number;
  source_id: string;
  received_at: number;
  name: string;
  content_type: string | null;
  size: number;
  packed: Buffer;
}

function deliveryOf(row: DeliveryRow): SourceDelivery {
  return {
    deliveryId: row.id,
    at: new Date(row.at).toISOString(),
    firstAt: new Date(row.first_at).toISOString(),
    times: row.times,
    name: row.name,
    format: row.format,
    size: row.size,
    added: row.added,
    updated: row.updated,
    unchanged: row.unchanged,
    setAside: JSON.parse(row.set_aside) as SetAside[],
    error: row.code === null ? null : { code: row.code, detail: row.detail ?? '' },
    payloadId: row.payload_id,
  };
}

export type DeliveryQueries = ReturnType<typeof deliveryQueries>;

export function deliveryQueries(database: Database) {
  const statements = {
    rows: database.prepare<[string, number, number], DeliveryRow>(
      `SELECT delivery.id, at, first_at, times, delivery.name, format, delivery.size, added, updated, unchanged,
         set_aside, code, detail, payload.id AS payload_id
       FROM wire.delivery LEFT JOIN wire.payload ON payload.id = delivery.payload_id
       WHERE delivery.source_id = ? AND delivery.id < ? ORDER BY delivery.id DESC LIMIT ?`,
    ),
    since: database.prepare<
      [string, number],
      { code: string | null; times: number; added: number; updated: number; set_aside: string }
    >(
      `SELECT code, times, added, updated, set_aside FROM wire.delivery
       WHERE source_id = ? AND at >= ? ORDER BY id DESC`,
    ),
    payload: database.prepare<[number], PayloadRow>('SELECT * FROM wire.payload WHERE id = ?'),
  };

  return {
    /** Newest first; `before` is a delivery's id. */
    deliveries(sourceId: string, before: number | null, limit: number) {
      const found = statements.rows.all(sourceId, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
      return { rows: found.slice(0, limit).map(deliveryOf), more: found.length > limit };
    },
    /** What a source brought since a time in milliseconds since 1970, as far as it is written down. */
    tally(sourceId: string, since: number): SourceTally {
      const total: SourceTally = { deliveries: 0, failures: 0, added: 0, updated: 0, setAside: [] };
      const setAside = new Map<string, number>();
      for (const row of statements.since.all(sourceId, since)) {
        if (row.code === null) total.deliveries += 1;
        else total.failures += row.times;
        total.added += row.added;
        total.updated += row.updated;
        for (const { what, count } of JSON.parse(row.set_aside) as SetAside[]) {
          setAside.set(what, (setAside.get(what) ?? 0) + count);
        }
      }
      total.setAside = [...setAside].map(([what, count]) => ({ what, count }));
      return total;
    },
    /** A delivery as it came, the beginning of it as text; null where it is not kept. */
    async payload(payloadId: number, nameOf: (sourceId: string) => string): Promise<Payload | null> {
      const row = statements.payload.get(payloadId);
      if (row === undefined) return null;
      const bytes = await decompress(row.packed);
      const shown = bytes.subarray(0, SHOWN_BYTES);
      return {
        payloadId,
        sourceName: nameOf(row.source_id),
        name: row.name,
        contentType: row.content_type,
        receivedAt: new Date(row.received_at).toISOString(),
        size: row.size,
        text: decodeText(shown, charsetOfContentType(row.content_type)).text,
        whole: bytes.length <= SHOWN_BYTES,
      };
    },
  };
}
