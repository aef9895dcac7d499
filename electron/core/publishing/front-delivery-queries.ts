/** All SQL about deliveries of fronts; rows are mapped here and nowhere else. Times in milliseconds since 1970. */
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import type { FrontDelivery } from '../../../shared/contract/publishing.ts';
import type { Database } from '../database/open.ts';
import type { Difference } from './target.ts';

export interface StoredFrontDelivery {
  number: number;
  id: string;
  frontId: string;
  frontName: string;
  targetId: string;
  targetName: string;
  launchId: string;
  state: FrontDelivery['state'];
  attempts: number;
  /** Failed attempts since the last time a person asked for it. */
  failures: number;
  retryAt: number | null;
  error: { code: PublishErrorCode; detail: string } | null;
  url: string | null;
  differences: Difference[];
  /** Of what was sent last. */
  digest: string | null;
  createdAt: number;
  updatedAt: number;
}

interface FrontDeliveryRow {
  number: number;
  id: string;
  front_id: string;
  front_name: string;
  target_id: string;
  target_name: string;
  launch_id: string;
  state: FrontDelivery['state'];
  attempts: number;
  failures: number;
  retry_at: number | null;
  error: string | null;
  url: string | null;
  differences: string;
  digest: string | null;
  created_at: number;
  updated_at: number;
}

function deliveryOf(row: FrontDeliveryRow): StoredFrontDelivery {
  return {
    number: row.number,
    id: row.id,
    frontId: row.front_id,
    frontName: row.front_name,
    targetId: row.target_id,
    targetName: row.target_name,
    launchId: row.launch_id,
    state: row.state,
    attempts: row.attempts,
    failures: row.failures,
    retryAt: row.retry_at,
    error: row.error === null ? null : (JSON.parse(row.error) as StoredFrontDelivery['error']),
    url: row.url,
    differences: JSON.parse(row.differences) as Difference[],
    digest: row.digest,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const select = `SELECT front_delivery.*, front.name AS front_name, target.name AS target_name
  FROM front_delivery JOIN front ON front.id = front_delivery.front_id
    JOIN target ON target.id = front_delivery.target_id`;

/** The latest of its front at its target: what came before it counts no more. */
const isLatest = `front_delivery.number = (SELECT max(number) FROM front_delivery AS other
  WHERE other.front_id = front_delivery.front_id AND other.target_id = front_delivery.target_id)`;

export function frontDeliveryQueries(database: Database) {
  const statements = {
    add: database.prepare(
      `INSERT INTO front_delivery (id, front_id, target_id, launch_id, state, created_at, updated_at)
       VALUES (@id, @frontId, @targetId, @launchId, 'queued', @now, @now) ON CONFLICT (launch_id, target_id) DO NOTHING`,
    ),
    replace: database.prepare(
      `UPDATE front_delivery SET state = 'cancelled', retry_at = NULL, updated_at = @now,
         error = json_object('code', 'replaced', 'detail', '')
       WHERE front_id = @frontId AND target_id = @targetId AND number < @number
         AND state IN ('queued', 'sending', 'retry', 'failed')`,
    ),
    latest: database.prepare<[string, string], FrontDeliveryRow>(
      `${select} WHERE front_delivery.front_id = ? AND front_delivery.target_id = ?
       ORDER BY front_delivery.number DESC LIMIT 1`,
    ),
    find: database.prepare<[string], FrontDeliveryRow>(`${select} WHERE front_delivery.id = ?`),
    list: database.prepare<{ frontId: string | null; limit: number }, FrontDeliveryRow>(
      `${select} WHERE (@frontId IS NULL OR front_delivery.front_id = @frontId) AND target.removed_at IS NULL
         AND ${isLatest} ORDER BY front_delivery.updated_at DESC LIMIT @limit`,
    ),
    write: database.prepare(
      `UPDATE front_delivery SET state = @state, attempts = @attempts, failures = @failures, retry_at = @retryAt,
         error = @error, url = @url, differences = @differences, digest = @digest, updated_at = @updatedAt
       WHERE id = @id`,
    ),
    waiting: database.prepare<[string], FrontDeliveryRow>(
      `${select} WHERE front_delivery.target_id = ? AND front_delivery.state IN ('queued', 'sending', 'retry')`,
    ),
    lastLaunch: database
      .prepare<[string], string>(
        `SELECT id FROM launch WHERE front_id = ? AND state = 'launched' ORDER BY number DESC LIMIT 1`,
      )
      .pluck(),
    distrust: database.prepare("UPDATE front_delivery SET digest = NULL WHERE state = 'live'"),
    counts: database.prepare<[], { waiting: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('queued', 'sending', 'retry')) AS waiting,
         count(*) FILTER (WHERE state = 'failed') AS failed
       FROM front_delivery JOIN target ON target.id = front_delivery.target_id
       WHERE target.removed_at IS NULL AND state IN ('queued', 'sending', 'retry', 'failed')`,
    ),
  };

  return {
    /** Nothing where that launch has one at the target already. */
    add(delivery: { id: string; frontId: string; targetId: string; launchId: string; now: number }): void {
      statements.add.run(delivery);
    },
    /** Earlier ones that never arrived need not any more. */
    replaceEarlier({ frontId, targetId, number }: StoredFrontDelivery, now: number): void {
      statements.replace.run({ frontId, targetId, number, now });
    },
    latest(frontId: string, targetId: string): StoredFrontDelivery | null {
      const row = statements.latest.get(frontId, targetId);
      return row ? deliveryOf(row) : null;
    },
    find(id: string): StoredFrontDelivery | null {
      const row = statements.find.get(id);
      return row ? deliveryOf(row) : null;
    },
    /** The latest of each front at each target, the last changed first. */
    list: (frontId: string | null, limit: number): StoredFrontDelivery[] =>
      statements.list.all({ frontId, limit }).map(deliveryOf),
    write({ error, differences, ...delivery }: StoredFrontDelivery): void {
      const { id, state, attempts, failures, retryAt, url, digest, updatedAt } = delivery;
      statements.write.run({
        id,
        state,
        attempts,
        failures,
        retryAt,
        url,
        digest,
        updatedAt,
        error: error === null ? null : JSON.stringify(error),
        differences: JSON.stringify(differences),
      });
    },
    waitingAt: (targetId: string): StoredFrontDelivery[] => statements.waiting.all(targetId).map(deliveryOf),
    /** Null where the front was never launched. */
    lastLaunch: (frontId: string): string | null => statements.lastLaunch.get(frontId) ?? null,
    /** What was sent last may not be what stands there. */
    distrust: () => statements.distrust.run(),
    counts: (): { waiting: number; failed: number } => statements.counts.get() ?? { waiting: 0, failed: 0 },
  };
}
