/** All SQL of the publishing slice; rows are mapped here and nowhere else. */
import type {
  Delivery,
  DeliveryState,
  DeliveryView,
  PublishErrorCode,
  TargetConfiguration,
} from '../../../shared/contract/publishing.ts';
import { targetConfigurationSchema } from '../../../shared/contract/publishing.ts';
import type { Database } from '../database/open.ts';
import type { Difference, RemotePost } from './target.ts';

export interface StoredTarget {
  id: string;
  name: string;
  configuration: TargetConfiguration;
  removed: boolean;
}

export type DeliveryAction = Delivery['action'];

/** One attempt as it is remembered; times in milliseconds since 1970. One without an end was cut short by a crash. */
export interface Attempt {
  startedAt: number;
  endedAt: number | null;
  result: DeliveryState;
  error: { code: PublishErrorCode; detail: string } | null;
}

export interface StoredDelivery {
  number: number;
  id: string;
  articleId: string;
  targetId: string;
  targetName: string;
  revisionId: number;
  headline: string;
  action: DeliveryAction;
  state: DeliveryState;
  marker: string;
  /** Attempts begun; where there was one, it may stand at the target, whatever became of its answer. */
  attempts: number;
  /** Failed attempts since the last time a person asked for it: what the pauses grow with. */
  failures: number;
  history: Attempt[];
  retryAt: number | null;
  error: { code: PublishErrorCode; detail: string } | null;
  url: string | null;
  differences: Difference[];
  /** The post as it stood at the target when the delivery stopped at a conflict. */
  foundAtTarget: RemotePost | null;
  createdAt: number;
  updatedAt: number;
}

/** What stands (or stood) of an article at a target. */
export interface Placement {
  articleId: string;
  targetId: string;
  /** Null where the target has nothing of it any more. */
  remote: RemotePost | null;
  slug: string;
  url: string | null;
  revisionId: number;
  live: boolean;
  firstPublishedAt: number;
  updatedAt: number;
}

interface TargetRow {
  id: string;
  name: string;
  configuration: string;
  removed_at: number | null;
}

interface DeliveryRow {
  number: number;
  id: string;
  article_id: string;
  target_id: string;
  target_name: string;
  revision_id: number;
  headline: string;
  action: DeliveryAction;
  state: DeliveryState;
  marker: string;
  attempts: number;
  failures: number;
  history: string;
  retry_at: number | null;
  error: string | null;
  url: string | null;
  differences: string;
  found_at_target: string | null;
  created_at: number;
  updated_at: number;
}

interface PlacementRow {
  article_id: string;
  target_id: string;
  remote: string | null;
  slug: string;
  url: string | null;
  revision_id: number;
  live: number;
  first_published_at: number;
  updated_at: number;
}

function targetOf(row: TargetRow): StoredTarget {
  return {
    id: row.id,
    name: row.name,
    configuration: targetConfigurationSchema.parse(JSON.parse(row.configuration)),
    removed: row.removed_at !== null,
  };
}

function deliveryOf(row: DeliveryRow): StoredDelivery {
  return {
    number: row.number,
    id: row.id,
    articleId: row.article_id,
    targetId: row.target_id,
    targetName: row.target_name,
    revisionId: row.revision_id,
    headline: row.headline,
    action: row.action,
    state: row.state,
    marker: row.marker,
    attempts: row.attempts,
    failures: row.failures,
    history: JSON.parse(row.history) as Attempt[],
    retryAt: row.retry_at,
    error: row.error === null ? null : (JSON.parse(row.error) as StoredDelivery['error']),
    url: row.url,
    differences: JSON.parse(row.differences) as Difference[],
    foundAtTarget: row.found_at_target === null ? null : (JSON.parse(row.found_at_target) as RemotePost),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function placementOf(row: PlacementRow): Placement {
  return {
    articleId: row.article_id,
    targetId: row.target_id,
    remote: row.remote === null ? null : (JSON.parse(row.remote) as RemotePost),
    slug: row.slug,
    url: row.url,
    revisionId: row.revision_id,
    live: row.live === 1,
    firstPublishedAt: row.first_published_at,
    updatedAt: row.updated_at,
  };
}

export interface DeliveryFilter {
  articleId: string | null;
  targetId: string | null;
  view: DeliveryView;
}

const selectDelivery = `SELECT delivery.*, target.name AS target_name
  FROM delivery JOIN target ON target.id = delivery.target_id`;
const unfinished = `('queued', 'sending', 'retry')`;
/** Failed, or met a conflict, and nothing later has made it good. */
const isStopped = (one: string) => `(${one}.state IN ('failed', 'conflict') AND NOT EXISTS (
  SELECT 1 FROM delivery AS later WHERE later.article_id = ${one}.article_id
  AND later.target_id = ${one}.target_id AND later.number > ${one}.number AND later.state <> 'cancelled'))`;

export type PublishingQueries = ReturnType<typeof publishingQueries>;

/** Prepares every statement of the slice once. */
export function publishingQueries(database: Database) {
  const statements = {
    targets: database.prepare<[], TargetRow>(
      'SELECT * FROM target WHERE removed_at IS NULL ORDER BY created_at, id',
    ),
    everyTarget: database.prepare<[], number>('SELECT count(*) FROM target').pluck(),
    target: database.prepare<[string], TargetRow>('SELECT * FROM target WHERE id = ?'),
    addTarget: database.prepare(
      'INSERT INTO target (id, name, configuration, created_at) VALUES (@id, @name, @configuration, @now)',
    ),
    changeTarget: database.prepare(
      'UPDATE target SET name = @name, configuration = @configuration WHERE id = @id',
    ),
    removeTarget: database.prepare('UPDATE target SET removed_at = ? WHERE id = ?'),

    recall: database
      .prepare<[string, string], string>('SELECT value FROM target_memory WHERE target_id = ? AND key = ?')
      .pluck(),
    remember: database.prepare(
      `INSERT INTO target_memory (target_id, key, value) VALUES (?, ?, ?)
       ON CONFLICT (target_id, key) DO UPDATE SET value = excluded.value`,
    ),
    forget: database.prepare('DELETE FROM target_memory WHERE target_id = ?'),

    addDelivery: database.prepare(
      `INSERT INTO delivery (id, request_id, article_id, target_id, revision_id, headline, action, state, marker,
         url, created_at, updated_at)
       VALUES (@id, @requestId, @articleId, @targetId, @revisionId, @headline, @action, 'queued', @marker,
         @url, @now, @now)`,
    ),
    delivery: database.prepare<[string], DeliveryRow>(`${selectDelivery} WHERE delivery.id = ?`),
    deliveryOfRequest: database.prepare<[string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.request_id = ?`,
    ),
    deliveries: database.prepare<DeliveryFilter & { before: number; limit: number }, DeliveryRow>(
      `${selectDelivery} WHERE delivery.number < @before AND (@articleId IS NULL OR delivery.article_id = @articleId)
         AND (@targetId IS NULL OR delivery.target_id = @targetId)
         AND CASE @view WHEN 'waiting' THEN delivery.state IN ${unfinished} WHEN 'done' THEN delivery.state = 'live'
           WHEN 'stopped' THEN ${isStopped('delivery')} ELSE 1 END
       ORDER BY delivery.number DESC LIMIT @limit`,
    ),
    /** Deliveries of one article to one target go out in the order they were asked for. */
    nextUnfinished: database.prepare<[string, string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.article_id = ? AND delivery.target_id = ?
       AND delivery.state IN ${unfinished} ORDER BY delivery.number LIMIT 1`,
    ),
    lastUnfinished: database.prepare<[string, string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.article_id = ? AND delivery.target_id = ?
       AND delivery.state IN ${unfinished} ORDER BY delivery.number DESC LIMIT 1`,
    ),
    unfinishedOfTarget: database.prepare<[string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.target_id = ? AND delivery.state IN ${unfinished}`,
    ),
    abandonedMarkers: database
      .prepare<[string, string, number], string>(
        `SELECT marker FROM delivery WHERE article_id = ? AND target_id = ? AND number < ?
         AND attempts > 0 AND action <> 'unpublish' AND state IN ('failed', 'cancelled', 'conflict')`,
      )
      .pluck(),
    laterThan: database
      .prepare<[string, string, number], number>(
        `SELECT count(*) FROM delivery WHERE article_id = ? AND target_id = ? AND number > ?
         AND state NOT IN ('failed', 'cancelled', 'conflict')`,
      )
      .pluck(),
    write: database.prepare(
      `UPDATE delivery SET state = @state, attempts = @attempts, failures = @failures,
         history = @history, retry_at = @retryAt, error = @error, url = @url,
         differences = @differences, found_at_target = @foundAtTarget, action = @action, updated_at = @updatedAt
       WHERE id = @id`,
    ),
    waiting: database
      .prepare<[], number>(`SELECT count(*) FROM delivery WHERE state IN ${unfinished}`)
      .pluck(),
    /** Failures that nothing later has made good. */
    failed: database
      .prepare<[], number>(`SELECT count(*) FROM delivery AS one WHERE ${isStopped('one')}`)
      .pluck(),

    placement: database.prepare<[string, string], PlacementRow>(
      'SELECT * FROM placement WHERE article_id = ? AND target_id = ?',
    ),
    placementsOfTarget: database.prepare<[string], PlacementRow>(
      'SELECT * FROM placement WHERE target_id = ? AND live = 1 ORDER BY first_published_at DESC, article_id',
    ),
    slugTaken: database
      .prepare<[string, string, string], number>(
        'SELECT count(*) FROM placement WHERE target_id = ? AND slug = ? AND article_id <> ?',
      )
      .pluck(),
    liveCount: database
      .prepare<[string], number>(
        `SELECT count(*) FROM placement JOIN target ON target.id = placement.target_id
         WHERE article_id = ? AND live = 1 AND target.removed_at IS NULL`,
      )
      .pluck(),
    liveTargets: database.prepare<
      [string],
      { article_id: string; target_id: string; name: string; url: string | null }
    >(
      `SELECT placement.article_id, placement.target_id, target.name, placement.url
       FROM placement JOIN target ON target.id = placement.target_id
       WHERE placement.live = 1 AND target.removed_at IS NULL
         AND placement.article_id IN (SELECT value FROM json_each(?))
       ORDER BY target.created_at, target.id`,
    ),
    writePlacement: database.prepare(
      `INSERT INTO placement (article_id, target_id, remote, slug, url, revision_id, live, first_published_at, updated_at)
       VALUES (@articleId, @targetId, @remote, @slug, @url, @revisionId, @live, @firstPublishedAt, @updatedAt)
       ON CONFLICT (article_id, target_id) DO UPDATE SET remote = excluded.remote, slug = excluded.slug,
         url = excluded.url, revision_id = excluded.revision_id, live = excluded.live,
         first_published_at = excluded.first_published_at, updated_at = excluded.updated_at`,
    ),

    popular: database.prepare<[], string>('SELECT article_id FROM popular ORDER BY position').pluck(),
    clearPopular: database.prepare('DELETE FROM popular'),
    addPopular: database.prepare(
      'INSERT OR IGNORE INTO popular (position, article_id) SELECT @position, id FROM article WHERE id = @articleId',
    ),
  };

  function optional<Row, Value>(row: Row | undefined, map: (row: Row) => Value): Value | null {
    return row === undefined ? null : map(row);
  }

  return {
    targets: (): StoredTarget[] => statements.targets.all().map(targetOf),
    /** Removed ones count: a built-in target that was taken away does not come back. */
    hasEverHadTarget: (): boolean => (statements.everyTarget.get() ?? 0) > 0,
    target: (id: string): StoredTarget | null => optional(statements.target.get(id), targetOf),
    addTarget(target: { id: string; name: string; configuration: TargetConfiguration; now: number }): void {
      statements.addTarget.run({ ...target, configuration: JSON.stringify(target.configuration) });
    },
    changeTarget(target: { id: string; name: string; configuration: TargetConfiguration }): void {
      statements.changeTarget.run({ ...target, configuration: JSON.stringify(target.configuration) });
    },
    removeTarget(id: string, now: number): void {
      statements.removeTarget.run(now, id);
    },

    recall: (targetId: string, key: string): string | null => statements.recall.get(targetId, key) ?? null,
    remember(targetId: string, key: string, value: string): void {
      statements.remember.run(targetId, key, value);
    },
    /** Forgets what a target remembered of the site it pointed to. */
    forget(targetId: string): void {
      statements.forget.run(targetId);
    },

    addDelivery(delivery: {
      id: string;
      requestId: string;
      articleId: string;
      targetId: string;
      revisionId: number;
      headline: string;
      action: DeliveryAction;
      marker: string;
      url: string | null;
      now: number;
    }): void {
      statements.addDelivery.run(delivery);
    },
    delivery: (id: string): StoredDelivery | null => optional(statements.delivery.get(id), deliveryOf),
    deliveryOfRequest: (requestId: string): StoredDelivery | null =>
      optional(statements.deliveryOfRequest.get(requestId), deliveryOf),
    deliveries: (filter: DeliveryFilter, before: number, limit: number): StoredDelivery[] =>
      statements.deliveries.all({ ...filter, before, limit }).map(deliveryOf),
    nextUnfinished: (articleId: string, targetId: string): StoredDelivery | null =>
      optional(statements.nextUnfinished.get(articleId, targetId), deliveryOf),
    lastUnfinished: (articleId: string, targetId: string): StoredDelivery | null =>
      optional(statements.lastUnfinished.get(articleId, targetId), deliveryOf),
    unfinishedOfTarget: (targetId: string): StoredDelivery[] =>
      statements.unfinishedOfTarget.all(targetId).map(deliveryOf),
    /** Markers of earlier deliveries that were tried and given up: one of them may have arrived after all. */
    abandonedMarkers: ({ articleId, targetId, number }: StoredDelivery): string[] =>
      statements.abandonedMarkers.all(articleId, targetId, number),
    /** True where a later delivery of the same article to the same target is on its way or went live. */
    isOvertaken: ({ articleId, targetId, number }: StoredDelivery): boolean =>
      (statements.laterThan.get(articleId, targetId, number) ?? 0) > 0,
    writeDelivery(delivery: StoredDelivery): void {
      statements.write.run({
        id: delivery.id,
        action: delivery.action,
        state: delivery.state,
        attempts: delivery.attempts,
        failures: delivery.failures,
        history: JSON.stringify(delivery.history),
        retryAt: delivery.retryAt,
        error: delivery.error === null ? null : JSON.stringify(delivery.error),
        url: delivery.url,
        differences: JSON.stringify(delivery.differences),
        foundAtTarget: delivery.foundAtTarget === null ? null : JSON.stringify(delivery.foundAtTarget),
        updatedAt: delivery.updatedAt,
      });
    },
    counts: (): { waiting: number; failed: number } => ({
      waiting: statements.waiting.get() ?? 0,
      failed: statements.failed.get() ?? 0,
    }),

    placement: (articleId: string, targetId: string): Placement | null =>
      optional(statements.placement.get(articleId, targetId), placementOf),
    placementsOfTarget: (targetId: string): Placement[] =>
      statements.placementsOfTarget.all(targetId).map(placementOf),
    isSlugTaken: (targetId: string, slug: string, articleId: string): boolean =>
      (statements.slugTaken.get(targetId, slug, articleId) ?? 0) > 0,
    isLiveAnywhere: (articleId: string): boolean => (statements.liveCount.get(articleId) ?? 0) > 0,
    liveTargets: (articleIds: string[]) => statements.liveTargets.all(JSON.stringify(articleIds)),
    writePlacement(placement: Placement): void {
      statements.writePlacement.run({
        ...placement,
        remote: placement.remote === null ? null : JSON.stringify(placement.remote),
        live: placement.live ? 1 : 0,
      });
    },

    popular: (): string[] => statements.popular.all(),
    /** Ids that are no article's are left out. */
    setPopular(articleIds: readonly string[]): void {
      statements.clearPopular.run();
      articleIds.forEach((articleId, position) => statements.addPopular.run({ position, articleId }));
    },
  };
}
