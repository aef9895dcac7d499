/** All SQL of the wire slice on the desk connection, where `wire.db` is attached for reading. */
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import type { SourceConfiguration, SourceErrorCode } from '../../../shared/contract/wire-sources.ts';
import { sourceConfigurationSchema } from '../../../shared/contract/wire-sources.ts';
import { readStoredDocument } from '../../../shared/document/vocabulary.ts';
import type { Database } from '../database/open.ts';
import { withdrawalReason } from '../database/withdrawal-reason.ts';
import { HEAD, IS_HEAD, JOIN_DECISION, type Entries } from './folding/entries.ts';
import { createFacets } from './facets.ts';
import { createInboxList } from './inbox-list.ts';
import { unreadHorizon } from './list-filter.ts';
import type { SourceMemory } from './sources/way.ts';

/** Stories are stored with the body's vocabulary of their time. */
function readStory(json: string): WireStory {
  const story = JSON.parse(json) as WireStory;
  return { ...story, body: readStoredDocument(story.body) };
}

export interface StoredSource {
  id: string;
  configuration: SourceConfiguration;
  removed: boolean;
  hasSecret: boolean;
  state: SourceStateRow;
}

/** Times in milliseconds since 1970. */
export interface SourceStateRow {
  lastCheckedAt: number | null;
  lastDeliveryAt: number | null;
  failingSince: number | null;
  failures: number;
  errorCode: SourceErrorCode | null;
  errorDetail: string | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
}

export interface StoredVersion {
  versionId: number;
  storyId: number;
  sourceId: string;
  arrivedAt: number;
  wordCount: number;
  /** Tells versions of a story apart: see formats/editorial.ts. */
  contentHash: string;
  story: WireStory;
}

export interface StoredStory {
  storyId: number;
  uri: string;
  newestVersionId: number;
  effectiveStatus: PubStatus;
  withdrawalReason: string | null;
  read: boolean;
}

interface SourceRow {
  id: string;
  configuration: string;
  removed_at: number | null;
  has_secret: number;
  last_checked_at: number | null;
  last_delivery_at: number | null;
  failing_since: number | null;
  failures: number | null;
  error_code: SourceErrorCode | null;
  error_detail: string | null;
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
}

interface VersionRow {
  id: number;
  story_id: number;
  source_id: string;
  arrived_at: number;
  word_count: number;
  content_hash: string;
  content: string;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function sourceOf(row: SourceRow): StoredSource {
  return {
    id: row.id,
    configuration: sourceConfigurationSchema.parse(JSON.parse(row.configuration)),
    removed: row.removed_at !== null,
    hasSecret: row.has_secret === 1,
    state: {
      lastCheckedAt: row.last_checked_at,
      lastDeliveryAt: row.last_delivery_at,
      failingSince: row.failing_since,
      failures: row.failures ?? 0,
      errorCode: row.error_code,
      errorDetail: row.error_detail,
      etag: row.etag,
      lastModified: row.last_modified,
      bodyHash: row.body_hash,
    },
  };
}

export type WireQueries = ReturnType<typeof wireQueries>;

/** `folds` tells whether duplicates are counted with their heads. */
export function wireQueries(database: Database, entries: Entries, folds: () => boolean) {
  const sourceColumns = `source.id, source.configuration, source.removed_at, source.has_secret, state.last_checked_at,
    state.last_delivery_at, state.failing_since, state.failures, state.error_code, state.error_detail, state.etag,
    state.last_modified, state.body_hash`;

  const statements = {
    sources: database.prepare<[], SourceRow>(
      `SELECT ${sourceColumns} FROM source LEFT JOIN source_state state ON state.source_id = source.id
       ORDER BY source.created_at, source.id`,
    ),
    source: database.prepare<[string], SourceRow>(
      `SELECT ${sourceColumns} FROM source LEFT JOIN source_state state ON state.source_id = source.id
       WHERE source.id = ?`,
    ),
    insertSource: database.prepare('INSERT INTO source (id, configuration, created_at) VALUES (?, ?, ?)'),
    changeSource: database.prepare('UPDATE source SET configuration = ?, removed_at = NULL WHERE id = ?'),
    removeSource: database.prepare('UPDATE source SET removed_at = ? WHERE id = ?'),
    setState: database.prepare(
      `INSERT INTO source_state (source_id, last_checked_at, last_delivery_at, failing_since, failures, error_code,
         error_detail, etag, last_modified, body_hash)
       VALUES (@sourceId, @lastCheckedAt, @lastDeliveryAt, @failingSince, @failures, @errorCode, @errorDetail, @etag,
         @lastModified, @bodyHash)
       ON CONFLICT (source_id) DO UPDATE SET last_checked_at = excluded.last_checked_at,
         last_delivery_at = excluded.last_delivery_at, failing_since = excluded.failing_since,
         failures = excluded.failures, error_code = excluded.error_code, error_detail = excluded.error_detail,
         etag = excluded.etag, last_modified = excluded.last_modified, body_hash = excluded.body_hash`,
    ),
    setHasSecret: database.prepare('UPDATE source SET has_secret = ? WHERE id = ?'),
    remembered: database
      .prepare<[string, string], string>('SELECT value FROM source_memory WHERE source_id = ? AND key = ?')
      .pluck(),
    remember: database.prepare(
      `INSERT INTO source_memory (source_id, key, value) VALUES (?, ?, ?)
       ON CONFLICT (source_id, key) DO UPDATE SET value = excluded.value`,
    ),
    unremember: database.prepare('DELETE FROM source_memory WHERE source_id = ? AND key = ?'),
    forgetMemory: database.prepare('DELETE FROM source_memory WHERE source_id = ?'),
    unreadOfSource: database
      .prepare<{ sourceId: string; folds: number }, number>(
        `SELECT count(*) FROM (
           SELECT 1 FROM wire.story_source carried LEFT JOIN story_read USING (story_id)
             CROSS JOIN wire.story ON story.id = carried.story_id ${JOIN_DECISION}
           WHERE carried.source_id = @sourceId
             AND NOT (@folds AND EXISTS (SELECT 1 FROM wire.story_source same
               WHERE same.source_id = @sourceId AND same.story_id = ${HEAD}))
             AND carried.newest_version_id > (SELECT coalesce(max(id), 0) FROM wire.version) - ${unreadHorizon}
             AND story_read.story_id IS NULL LIMIT 1000)`,
      )
      .pluck(),
    story: database.prepare<
      [number],
      {
        id: number;
        uri: string;
        newest_version_id: number;
        effective_status: PubStatus;
        withdrawal_reason: string | null;
        read: number;
      }
    >(
      `SELECT story.id, uri, newest_version_id, effective_status,
         ${withdrawalReason('story')} AS withdrawal_reason, story_read.story_id IS NOT NULL AS read
       FROM wire.story LEFT JOIN story_read ON story_read.story_id = story.id WHERE story.id = ?`,
    ),
    version: database.prepare<[number], VersionRow>(
      'SELECT id, story_id, source_id, arrived_at, word_count, content_hash, content FROM wire.version WHERE id = ?',
    ),
    versions: database.prepare<
      [number],
      {
        id: number;
        version: string | null;
        pub_status: PubStatus;
        version_created: number | null;
        arrived_at: number;
        payload_id: number | null;
      }
    >(
      `SELECT version.id, version, pub_status, version_created, arrived_at, payload.id AS payload_id
       FROM wire.version LEFT JOIN wire.payload ON payload.id = version.payload_id
       WHERE story_id = ? ORDER BY version.id`,
    ),
    sourcesOfStory: database
      .prepare<[number], string>('SELECT source_id FROM wire.story_source WHERE story_id = ?')
      .pluck(),
    articlesOfStory: database
      .prepare<[number], string>(
        `SELECT article_id FROM article_source JOIN article ON article.id = article_id
         WHERE story_id = ? AND trashed_at IS NULL ORDER BY added_at`,
      )
      .pluck(),
    markRead: database.prepare(
      'INSERT INTO story_read (story_id, read_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ),
    markUnread: database.prepare('DELETE FROM story_read WHERE story_id = ?'),
    headOf: database
      .prepare<[number], number>('SELECT ifnull(folded_into, id) FROM wire.story WHERE id = ?')
      .pluck(),
    storiesOfSources: database
      .prepare<[string], number>(
        `SELECT DISTINCT story_id FROM wire.story_source
         WHERE source_id IN (SELECT value FROM json_each(?)) ORDER BY story_id`,
      )
      .pluck(),
    storiesOnlyOfSources: database
      .prepare<{ ids: string }, number>(
        `SELECT DISTINCT story_id FROM wire.story_source carried
         WHERE source_id IN (SELECT value FROM json_each(@ids)) AND NOT EXISTS (
           SELECT 1 FROM wire.story_source other
           WHERE other.story_id = carried.story_id AND other.source_id NOT IN (SELECT value FROM json_each(@ids)))`,
      )
      .pluck(),
    forgetReads: database.prepare(
      'DELETE FROM story_read WHERE story_id IN (SELECT value FROM json_each(?))',
    ),
    forgetMarks: database.prepare(
      'DELETE FROM story_mark WHERE story_id IN (SELECT value FROM json_each(?))',
    ),
    forgetMemories: database.prepare(
      'DELETE FROM source_memory WHERE source_id IN (SELECT value FROM json_each(?))',
    ),
    forgetStates: database.prepare(
      'DELETE FROM source_state WHERE source_id IN (SELECT value FROM json_each(?))',
    ),
    forgetSources: database.prepare('DELETE FROM source WHERE id IN (SELECT value FROM json_each(?))'),
    total: database.prepare<[], number>("SELECT value FROM wire.counter WHERE name = 'stories'").pluck(),
    unread: database
      .prepare<{ folds: number }, number>(
        `SELECT count(*) FROM (
           SELECT 1 FROM wire.story LEFT JOIN story_read ON story_read.story_id = story.id ${JOIN_DECISION}
           WHERE (NOT @folds OR ${IS_HEAD}) AND newest_version_id > (SELECT coalesce(max(id), 0) FROM wire.version) - ${unreadHorizon}
             AND story_read.story_id IS NULL LIMIT 1000)`,
      )
      .pluck(),
    urgentUnread: database
      .prepare<{ folds: number }, number>(
        `SELECT count(*) FROM (
           SELECT 1 FROM wire.story LEFT JOIN story_read ON story_read.story_id = story.id ${JOIN_DECISION}
           WHERE urgency <= 3 AND (NOT @folds OR ${IS_HEAD})
             AND newest_version_id > (SELECT coalesce(max(id), 0) FROM wire.version) - ${unreadHorizon}
             AND story_read.story_id IS NULL LIMIT 1000)`,
      )
      .pluck(),
    arrivedSince: database
      .prepare<[number], number>(
        'SELECT count(*) FROM (SELECT 1 FROM wire.version WHERE arrived_at >= ? LIMIT 10000)',
      )
      .pluck(),
  };

  const forgetSources = database.transaction((ids: readonly string[]) => {
    const list = JSON.stringify(ids);
    statements.forgetMemories.run(list);
    statements.forgetStates.run(list);
    statements.forgetSources.run(list);
  });

  return {
    ...createInboxList(database),
    ...createFacets(database),
    sources: () => statements.sources.all().map(sourceOf),
    source(id: string): StoredSource | null {
      const row = statements.source.get(id);
      return row ? sourceOf(row) : null;
    },
    insertSource(id: string, configuration: SourceConfiguration, now: number): void {
      statements.insertSource.run(id, JSON.stringify(configuration), now);
    },
    changeSource(id: string, configuration: SourceConfiguration): void {
      statements.changeSource.run(JSON.stringify(configuration), id);
    },
    removeSource: (id: string, now: number) => statements.removeSource.run(now, id),
    setState: (sourceId: string, state: SourceStateRow) => statements.setState.run({ sourceId, ...state }),
    setHasSecret: (id: string, hasSecret: boolean) => statements.setHasSecret.run(hasSecret ? 1 : 0, id),
    /** What a way in noted about a source: see sources/way.ts. */
    memoryOf: (sourceId: string): SourceMemory => ({
      get: (key) => statements.remembered.get(sourceId, key) ?? null,
      put: (key, value) => void statements.remember.run(sourceId, key, value),
      remove: (key) => void statements.unremember.run(sourceId, key),
    }),
    clearMemory: (sourceId: string): void => void statements.forgetMemory.run(sourceId),
    unreadOfSource: (sourceId: string) =>
      statements.unreadOfSource.get({ sourceId, folds: folds() ? 1 : 0 }) ?? 0,

    counts(midnight: number) {
      return {
        total: statements.total.get() ?? 0,
        unread: statements.unread.get({ folds: folds() ? 1 : 0 }) ?? 0,
        urgentUnread: statements.urgentUnread.get({ folds: folds() ? 1 : 0 }) ?? 0,
        today: statements.arrivedSince.get(midnight) ?? 0,
      };
    },
    total: () => statements.total.get() ?? 0,

    story(storyId: number): StoredStory | null {
      const row = statements.story.get(storyId);
      if (!row) return null;
      return {
        storyId: row.id,
        uri: row.uri,
        newestVersionId: row.newest_version_id,
        effectiveStatus: row.effective_status,
        withdrawalReason: row.withdrawal_reason,
        read: row.read === 1,
      };
    },
    version(versionId: number): StoredVersion | null {
      const row = statements.version.get(versionId);
      if (!row) return null;
      return {
        versionId: row.id,
        storyId: row.story_id,
        sourceId: row.source_id,
        arrivedAt: row.arrived_at,
        wordCount: row.word_count,
        contentHash: row.content_hash,
        story: readStory(row.content),
      };
    },
    versions: (storyId: number) =>
      statements.versions.all(storyId).map((row) => ({
        versionId: row.id,
        version: row.version,
        pubStatus: row.pub_status,
        versionCreated: row.version_created === null ? null : instant(row.version_created),
        arrivedAt: instant(row.arrived_at),
        payloadId: row.payload_id,
      })),
    sourcesOfStory: (storyId: number) => statements.sourcesOfStory.all(storyId),
    articlesOfStory: (storyId: number) => statements.articlesOfStory.all(storyId),
    markRead: (storyId: number, now: number) => statements.markRead.run(storyId, now),
    markUnread: (storyId: number) => statements.markUnread.run(storyId),
    /** The story that one is folded into as its duplicate; itself where it stands alone. */
    headOf: (storyId: number): number => statements.headOf.get(storyId) ?? storyId,
    storiesOfSources: (ids: readonly string[]) => statements.storiesOfSources.all(JSON.stringify(ids)),
    /** Those that no other source carries. */
    storiesOnlyOfSources: (ids: readonly string[]) =>
      statements.storiesOnlyOfSources.all({ ids: JSON.stringify(ids) }),
    /** What people did with these stories. */
    forgetStories(storyIds: readonly number[]): void {
      statements.forgetReads.run(JSON.stringify(storyIds));
      statements.forgetMarks.run(JSON.stringify(storyIds));
      entries.forget(storyIds);
    },
    forgetSources: (ids: readonly string[]) => forgetSources(ids),
  };
}
