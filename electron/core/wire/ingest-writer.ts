/**
 * Stores parsed stories in `wire.db`: known versions are passed over, a new version joins its story, status and
 * embargo of the story are decided anew, the search index follows. The only code that writes `wire.db`.
 */
import { decideEffectiveStatus } from '../../../shared/domain/wire-status.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { IngestResult } from '../../../shared/contract/wire.ts';
import type { Database } from '../database/open.ts';
import type { ParsedStory } from './parsed-story.ts';

const storiesPerTransaction = 100;
const teaserLength = 240;

interface StoryRow {
  id: number;
  newest_version_id: number;
}

interface VersionRow {
  id: number;
  content_hash: string;
  pub_status: PubStatus;
  version_created: number | null;
}

export interface IngestWriter {
  /**
   * Stores one delivery of a source, in transactions of about a hundred stories with `breathe` awaited between them.
   * `now` is milliseconds since 1970.
   */
  store(
    delivery: { sourceId: string; format: string; stories: readonly ParsedStory[] },
    now: number,
    breathe: () => Promise<void>,
  ): Promise<IngestResult>;
}

/**
 * The identity a story is known by: its uri where that is one (an address, a urn, a tag), else the source's own name
 * for it within that source, since two sources may both count from 1.
 */
function identityOf(sourceId: string, uri: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) ? uri : `redaksi:${sourceId}:${uri}`;
}

function teaserOf({ story }: ParsedStory): string {
  const text = story.abstract?.trim() || story.bodyText || (story.edNote ?? '');
  const datelineText = story.dateline?.text ?? '';
  const opensWithDateline = datelineText !== '' && text.startsWith(datelineText);
  const body = opensWithDateline ? text.slice(datelineText.length).replace(/^[\s\-–—―−_]+/, '') : text;
  return body
    .slice(0, teaserLength * 2)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, teaserLength);
}

function milliseconds(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}

/** The version a desk should see: the latest by the source's own clock, by arrival where it gives none. */
function newestOf(versions: readonly VersionRow[]): VersionRow | undefined {
  return versions.reduce<VersionRow | undefined>((newest, version) => {
    if (!newest) return version;
    if (version.version_created === null || newest.version_created === null) {
      return version.id > newest.id ? version : newest;
    }
    if (version.version_created !== newest.version_created) {
      return version.version_created > newest.version_created ? version : newest;
    }
    return version.id > newest.id ? version : newest;
  }, undefined);
}

export function createIngestWriter(database: Database): IngestWriter {
  const statements = {
    findStory: database.prepare<[string], StoryRow>('SELECT id, newest_version_id FROM story WHERE uri = ?'),
    versions: database.prepare<[number], VersionRow>(
      'SELECT id, content_hash, pub_status, version_created FROM version WHERE story_id = ? ORDER BY id',
    ),
    headline: database.prepare<[number], string>('SELECT headline FROM version WHERE id = ?').pluck(),
    nextVersion: database
      .prepare<[], number>("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'version'), 0) + 1")
      .pluck(),
    insertStory: database.prepare(
      `INSERT INTO story (uri, source_id, newest_version_id, version_count, effective_status, embargoed_until,
         embargo_unreadable, urgency)
       VALUES (@uri, @sourceId, @newestVersionId, 1, @status, @embargoedUntil, @embargoUnreadable, @urgency)`,
    ),
    insertVersion: database.prepare(
      `INSERT INTO version (story_id, source_id, version, content_hash, format, headline, teaser, pub_status,
         version_created, word_count, problems, arrived_at, content)
       VALUES (@storyId, @sourceId, @version, @contentHash, @format, @headline, @teaser, @pubStatus,
         @versionCreated, @wordCount, @problems, @now, @content)`,
    ),
    joinStory: database.prepare(
      `UPDATE story SET version_count = version_count + 1, effective_status = @status WHERE id = @storyId`,
    ),
    showVersion: database.prepare(
      `UPDATE story SET newest_version_id = @versionId, embargoed_until = @embargoedUntil,
         embargo_unreadable = @embargoUnreadable, urgency = @urgency WHERE id = @storyId`,
    ),
    carry: database.prepare(
      `INSERT INTO story_source (source_id, story_id, newest_version_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    moveCarried: database.prepare('UPDATE story_source SET newest_version_id = ? WHERE story_id = ?'),
    index: database.prepare('INSERT INTO search (rowid, headline, body) VALUES (?, ?, ?)'),
    unindex: database.prepare('DELETE FROM search WHERE rowid = ?'),
    count: database.prepare("UPDATE counter SET value = value + 1 WHERE name = 'stories'"),
  };

  function insertVersion(
    storyId: number,
    sourceId: string,
    format: string,
    parsed: ParsedStory,
    now: number,
  ): number {
    const { story } = parsed;
    return Number(
      statements.insertVersion.run({
        storyId,
        sourceId,
        version: story.version,
        contentHash: parsed.contentHash,
        format,
        headline: story.headline ?? '',
        teaser: teaserOf(parsed),
        pubStatus: story.pubStatus,
        versionCreated: milliseconds(story.versionCreated),
        wordCount: parsed.wordCount,
        problems: JSON.stringify(story.problems),
        now,
        content: JSON.stringify(story),
      }).lastInsertRowid,
    );
  }

  /** A withdrawal that names the story only by its identity (RFC 6721) keeps the headline it is known by. */
  function named(parsed: ParsedStory, { newest_version_id }: StoryRow): ParsedStory {
    if (parsed.story.headline !== null || parsed.story.pubStatus !== 'canceled') return parsed;
    const headline = statements.headline.get(newest_version_id) ?? '';
    return headline === '' ? parsed : { ...parsed, story: { ...parsed.story, headline } };
  }

  function shown(parsed: ParsedStory) {
    const { story } = parsed;
    return {
      embargoedUntil: milliseconds(story.embargoed),
      embargoUnreadable: story.problems.includes('embargo-unreadable') ? 1 : 0,
      urgency: story.urgency,
    };
  }

  function storeOne(
    sourceId: string,
    format: string,
    parsed: ParsedStory,
    now: number,
  ): { outcome: 'added' | 'updated' | 'unchanged'; storyId: number } {
    const { story } = parsed;
    const uri = identityOf(sourceId, story.uri);
    const known = statements.findStory.get(uri);
    if (!known) {
      const versionId = statements.nextVersion.get() ?? 1;
      const storyId = Number(
        statements.insertStory.run({
          uri,
          sourceId,
          newestVersionId: versionId,
          status: decideEffectiveStatus([story]),
          ...shown(parsed),
        }).lastInsertRowid,
      );
      insertVersion(storyId, sourceId, format, parsed, now);
      statements.carry.run(sourceId, storyId, versionId);
      statements.index.run(versionId, story.headline ?? '', story.bodyText);
      statements.count.run();
      return { outcome: 'added', storyId };
    }
    const earlier = statements.versions.all(known.id);
    statements.carry.run(sourceId, known.id, known.newest_version_id);
    if (earlier.some((version) => version.content_hash === parsed.contentHash)) {
      return { outcome: 'unchanged', storyId: known.id };
    }
    const version = named(parsed, known);
    const versionId = insertVersion(known.id, sourceId, format, version, now);
    const versions = [
      ...earlier,
      {
        id: versionId,
        content_hash: parsed.contentHash,
        pub_status: story.pubStatus,
        version_created: milliseconds(story.versionCreated),
      },
    ];
    const status = decideEffectiveStatus(
      versions.map((version) => ({
        pubStatus: version.pub_status,
        versionCreated:
          version.version_created === null ? null : new Date(version.version_created).toISOString(),
      })),
    );
    statements.joinStory.run({ storyId: known.id, status });
    if (newestOf(versions)?.id === versionId) {
      statements.unindex.run(known.newest_version_id);
      statements.showVersion.run({ storyId: known.id, versionId, ...shown(parsed) });
      statements.moveCarried.run(versionId, known.id);
      statements.index.run(versionId, version.story.headline ?? '', story.bodyText);
    }
    return { outcome: 'updated', storyId: known.id };
  }

  const storeBatch = database.transaction(
    (sourceId: string, format: string, batch: readonly ParsedStory[], now: number, result: IngestResult) => {
      for (const parsed of batch) {
        const { outcome, storyId } = storeOne(sourceId, format, parsed, now);
        result[outcome] += 1;
        result.storyIds.push(storyId);
      }
    },
  );

  return {
    async store({ sourceId, format, stories }, now, breathe) {
      const total: IngestResult = { added: 0, updated: 0, unchanged: 0, storyIds: [] };
      for (let start = 0; start < stories.length; start += storiesPerTransaction) {
        const part: IngestResult = { added: 0, updated: 0, unchanged: 0, storyIds: [] };
        storeBatch.immediate(
          sourceId,
          format,
          stories.slice(start, start + storiesPerTransaction),
          now,
          part,
        );
        total.added += part.added;
        total.updated += part.updated;
        total.unchanged += part.unchanged;
        total.storyIds.push(...part.storyIds);
        await breathe();
      }
      return total;
    },
  };
}
