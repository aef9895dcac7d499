/** All SQL about deliveries; rows are mapped here and nowhere else. */
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import type { Delivery, DeliveryState, DeliveryView } from '../../../shared/contract/publishing.ts';
import type { Database } from '../database/open.ts';
import type { Difference, RemotePost } from './target.ts';

type DeliveryAction = Delivery['action'];

/** One attempt as it is remembered; times in milliseconds since 1970. One without an end was cut short by a crash. */
interface Attempt {
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
  /** Id of the person who asked for it; null in deliveries older than the list of people. */
  askedBy: string | null;
  /** Attempts begun; where there was one, it may stand at the target, whatever became of its answer. */
  attempts: number;
  /** Failed attempts since the last time a person asked for it: what the pauses grow with. */
  failures: number;
  history: Attempt[];
  retryAt: number | null;
  /** Milliseconds since 1970 when it is to go out; null: as soon as it can. */
  publishAt: number | null;
  /** The target itself keeps that time by now. */
  handedOver: boolean;
  error: { code: PublishErrorCode; detail: string } | null;
  url: string | null;
  differences: Difference[];
  /** The post as it stood at the target when the delivery stopped at a conflict. */
  foundAtTarget: RemotePost | null;
  createdAt: number;
  updatedAt: number;
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
  asked_by: string | null;
  attempts: number;
  failures: number;
  history: string;
  retry_at: number | null;
  publish_at: number | null;
  handed_over: number;
  error: string | null;
  url: string | null;
  differences: string;
  found_at_target: string | null;
  created_at: number;
  updated_at: number;
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
    askedBy: row.asked_by,
    attempts: row.attempts,
    failures: row.failures,
    history: JSON.parse(row.history) as Attempt[],
    retryAt: row.retry_at,
    publishAt: row.publish_at,
    handedOver: row.handed_over === 1,
    error: row.error === null ? null : (JSON.parse(row.error) as StoredDelivery['error']),
    url: row.url,
    differences: JSON.parse(row.differences) as Difference[],
    foundAtTarget: row.found_at_target === null ? null : (JSON.parse(row.found_at_target) as RemotePost),
    createdAt: row.created_at,
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

export function deliveryQueries(database: Database) {
  const statements = {
    addDelivery: database.prepare(
      `INSERT INTO delivery (id, request_id, article_id, target_id, revision_id, headline, action, state, marker,
         asked_by, url, publish_at, created_at, updated_at)
       VALUES (@id, @requestId, @articleId, @targetId, @revisionId, @headline, @action, 'queued', @marker,
         @askedBy, @url, @publishAt, @now, @now)`,
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
    unfinished: database.prepare<[], DeliveryRow>(
      `${selectDelivery} WHERE delivery.state IN ('scheduled', 'queued', 'sending', 'retry')`,
    ),
    unfinishedOfTarget: database.prepare<[string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.target_id = ? AND delivery.state IN ('scheduled', 'queued', 'sending', 'retry')`,
    ),
    abandonedMarkers: database
      .prepare<[string, string, number], string>(
        `SELECT marker FROM delivery WHERE article_id = ? AND target_id = ? AND number < ?
         AND attempts > 0 AND action IN ('publish', 'update', 'schedule') AND state IN ('failed', 'cancelled', 'conflict')`,
      )
      .pluck(),
    laterThan: database
      .prepare<[string, string, number], number>(
        `SELECT count(*) FROM delivery WHERE article_id = ? AND target_id = ? AND number > ?
         AND state NOT IN ('failed', 'cancelled', 'conflict')`,
      )
      .pluck(),
    scheduledOf: database.prepare<[string, string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.article_id = ? AND delivery.target_id = ? AND delivery.state = 'scheduled'
       ORDER BY delivery.number LIMIT 1`,
    ),
    everyScheduled: database.prepare<[], DeliveryRow>(
      `${selectDelivery} WHERE delivery.state = 'scheduled' ORDER BY delivery.publish_at`,
    ),
    scheduledFrom: database.prepare<[string], DeliveryRow>(
      `${selectDelivery} WHERE delivery.article_id = ? AND delivery.action = 'schedule'
         AND (delivery.state IN ('scheduled', 'queued', 'sending', 'retry') OR ${isStopped('delivery')})
       ORDER BY delivery.publish_at, delivery.number`,
    ),
    calendar: database.prepare<{ from: number; to: number; limit: number }, DeliveryRow>(
      `${selectDelivery} WHERE delivery.publish_at >= @from AND delivery.publish_at < @to
         AND delivery.state <> 'cancelled'
       ORDER BY delivery.publish_at, delivery.number LIMIT @limit`,
    ),
    replaceSchedules: database
      .prepare<{ articleId: string; targetId: string; number: number; asked: number; now: number }, string>(
        `UPDATE delivery SET state = 'cancelled', retry_at = NULL, updated_at = @now,
           error = json_object('code', 'replaced', 'detail', '')
         WHERE article_id = @articleId AND target_id = @targetId AND number < @number AND action = 'schedule'
           AND CASE WHEN @asked THEN handed_over = 0 AND state IN ('queued', 'retry', 'scheduled')
             ELSE state = 'scheduled' END
         RETURNING id`,
      )
      .pluck(),
    scheduled: database
      .prepare<[], number>(`SELECT count(*) FROM delivery WHERE state = 'scheduled'`)
      .pluck(),
    dueNow: database.prepare(
      `UPDATE delivery SET retry_at = @now WHERE target_id = @targetId AND state = 'retry' AND retry_at > @now`,
    ),
    write: database.prepare(
      `UPDATE delivery SET state = @state, attempts = @attempts, failures = @failures,
         history = @history, retry_at = @retryAt, handed_over = @handedOver, error = @error, url = @url,
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
  };

  function optional<Row, Value>(row: Row | undefined, map: (row: Row) => Value): Value | null {
    return row === undefined ? null : map(row);
  }

  return {
    addDelivery(delivery: {
      id: string;
      requestId: string;
      articleId: string;
      targetId: string;
      revisionId: number;
      headline: string;
      action: DeliveryAction;
      marker: string;
      askedBy: string;
      url: string | null;
      publishAt: number | null;
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
    unfinished: (): StoredDelivery[] => statements.unfinished.all().map(deliveryOf),
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
        handedOver: delivery.handedOver ? 1 : 0,
        error: delivery.error === null ? null : JSON.stringify(delivery.error),
        url: delivery.url,
        differences: JSON.stringify(delivery.differences),
        foundAtTarget: delivery.foundAtTarget === null ? null : JSON.stringify(delivery.foundAtTarget),
        updatedAt: delivery.updatedAt,
      });
    },
    /** What is scheduled of an article at a target; the earliest asked for where there are several. */
    scheduledOf: (articleId: string, targetId: string): StoredDelivery | null =>
      optional(statements.scheduledOf.get(articleId, targetId), deliveryOf),
    everyScheduled: (): StoredDelivery[] => statements.everyScheduled.all().map(deliveryOf),
    /** What of an article waits for its time, or has been stopped and nothing later made good. */
    scheduledFrom: (articleId: string): StoredDelivery[] =>
      statements.scheduledFrom.all(articleId).map(deliveryOf),
    /** Deliveries with a time in [from, to), milliseconds since 1970, the earliest first; cancelled ones left out. */
    calendar: (from: number, to: number, limit: number): StoredDelivery[] =>
      statements.calendar.all({ from, to, limit }).map(deliveryOf),
    /**
     * Cancels earlier schedules of the article at the target and answers their ids: when a later delivery is `asked` for
     * those that are still kept here, when it has `arrived` all of them.
     */
    replaceSchedules: (
      { articleId, targetId, number }: StoredDelivery,
      when: 'asked' | 'arrived',
      now: number,
    ): string[] =>
      statements.replaceSchedules.all({ articleId, targetId, number, asked: when === 'asked' ? 1 : 0, now }),
    /** What waits at a target to be tried again is due now. */
    dueNow(targetId: string, now: number): void {
      statements.dueNow.run({ targetId, now });
    },
    counts: (): { waiting: number; failed: number; scheduled: number } => ({
      scheduled: statements.scheduled.get() ?? 0,
      waiting: statements.waiting.get() ?? 0,
      failed: statements.failed.get() ?? 0,
    }),
  };
}
