/**
 * Stores parsed stories in `wire.db`: known versions are passed over, a new version joins its story, status and
 * embargo of the story are decided anew, the search index follows, duplicates are folded. The only code that writes `wire.db`.
 */
import { decideEffectiveStatus } from '../../../shared/domain/wire-status.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import type { IngestResult } from '../../../shared/contract/wire.ts';
import type { Database } from '../database/open.ts';
import { createSearchWriter } from '../database/search-parts.ts';
import type { PackedPayload } from './delivery-log.ts';
import { createFolding } from './folding/folding.ts';
import { createRuleJudge, type IngestRule, type StoredArrival } from './judge-rules.ts';
import { isKnown, newestOf, saidAt, type KnownVersion } from './known-versions.ts';
import { createLeftStories } from './left-stories.ts';
import type { ParsedStory } from './parsed-story.ts';
import { createSaidOfStories, type Saying } from './said-of-stories.ts';

const storiesPerTransaction = 100;

interface StoryRow {
  id: number;
  newest_version_id: number;
}

/** What became of one story of a delivery; `storyId` is null where it is no longer wanted. */
interface StoredStory {
  outcome: 'added' | 'updated' | 'unchanged';
  storyId: number | null;
  withdrawn: boolean;
  met: number;
}

const PASSED_OVER: StoredStory = { outcome: 'unchanged', storyId: null, withdrawn: false, met: 0 };

interface StoredVersion extends KnownVersion {
  pubStatus: PubStatus;
}

export interface IngestWriter {
  /**
   * Stores one delivery of a source, in transactions of about a hundred stories with `breathe` awaited before each and at the end:
   * it hears how many are stored, and where it gives false the rest is left out.
   * `now` is milliseconds since 1970.
   */
  store(
    delivery: { sourceId: string; format: string; stories: readonly ParsedStory[]; payload?: PackedPayload },
    now: number,
    breathe: (stored: number) => Promise<boolean | void>,
    rules?: readonly IngestRule[],
  ): Promise<IngestResult>;
}

/**
 * The identity a story is known by: its uri where that is one (an address, a urn, a tag), else the source's own name
 * for it within that source, since two sources may both count from 1.
 */
function identityOf(sourceId: string, uri: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) ? uri : `redaksi:${sourceId}:${uri}`;
}

function isoOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

/** `keepPayload` keeps a delivery as it came, once, and gives its id; null where it is not to be kept. */
export function createIngestWriter(
  database: Database,
  keepPayload: (payload: PackedPayload, now: number) => number | null = () => null,
): IngestWriter {
  const statements = {
    findStory: database.prepare<[string], StoryRow>('SELECT id, newest_version_id FROM story WHERE uri = ?'),
    versions: database.prepare<[number], StoredVersion>(
      `SELECT id, content_hash AS contentHash, pub_status AS pubStatus, version_created AS versionCreated,
         said_again AS saidAgain FROM version WHERE story_id = ? ORDER BY id`,
    ),
    sayAgain: database.prepare('UPDATE version SET said_again = ? WHERE id = ?'),
    headline: database.prepare<[number], string>('SELECT headline FROM version WHERE id = ?').pluck(),
    name: database.prepare(
      `UPDATE version SET headline = @headline, content = json_set(content, '$.headline', @headline)
       WHERE id = @versionId AND pub_status = 'canceled'`,
    ),
    lastVersion: database
      .prepare<[], number>("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'version'), 0)")
      .pluck(),
    insertStory: database.prepare(
      `INSERT INTO story (uri, source_id, newest_version_id, version_count, effective_status, embargoed_until,
         embargo_unreadable, urgency)
       VALUES (@uri, @sourceId, @newestVersionId, 1, @status, @embargoedUntil, @embargoUnreadable, @urgency)`,
    ),
    insertVersion: database.prepare(
      `INSERT INTO version (story_id, source_id, version, content_hash, format, headline, teaser, pub_status,
         version_created, word_count, problems, arrived_at, content, payload_id)
       VALUES (@storyId, @sourceId, @version, @contentHash, @format, @headline, @teaser, @pubStatus,
         @versionCreated, @wordCount, @problems, @now, @content, @payloadId)`,
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
    count: database.prepare("UPDATE counter SET value = value + ? WHERE name = 'stories'"),
  };
  const search = createSearchWriter(database);
  const folding = createFolding(database);
  const judge = createRuleJudge(database);
  const saidOfStories = createSaidOfStories(database);
  const leftStories = createLeftStories(database);

  function insertVersion(
    storyId: number,
    sourceId: string,
    format: string,
    parsed: ParsedStory,
    now: number,
    payloadOf: () => number | null,
  ): number {
    return Number(
      statements.insertVersion.run({
        storyId,
        sourceId,
        version: parsed.version,
        contentHash: parsed.contentHash,
        format,
        headline: parsed.headline,
        teaser: parsed.teaser,
        pubStatus: parsed.pubStatus,
        versionCreated: parsed.versionCreated,
        wordCount: parsed.wordCount,
        problems: parsed.problems,
        now,
        content: parsed.content,
        payloadId: payloadOf(),
      }).lastInsertRowid,
    );
  }

  /** A withdrawal that names the story only by its identity (RFC 6721) keeps the headline it is known by. */
  function named(parsed: ParsedStory, { newest_version_id }: StoryRow): ParsedStory {
    if (parsed.headline !== '' || parsed.pubStatus !== 'canceled') return parsed;
    const headline = statements.headline.get(newest_version_id) ?? '';
    const story = JSON.parse(parsed.content) as WireStory;
    return {
      ...parsed,
      headline,
      content: JSON.stringify({ ...story, headline: headline || story.headline }),
    };
  }

  /** The same where the withdrawal came first, and the story it names came after it. */
  function nameWithdrawal({ newest_version_id }: StoryRow, { headline, bodyText }: ParsedStory): void {
    if (headline === '' || statements.headline.get(newest_version_id) !== '') return;
    statements.name.run({ versionId: newest_version_id, headline });
    search.remove(newest_version_id);
    search.add(newest_version_id, headline, bodyText);
  }

  function shown(parsed: ParsedStory) {
    return {
      embargoedUntil: parsed.embargoed,
      embargoUnreadable: parsed.embargoUnreadable ? 1 : 0,
      urgency: parsed.urgency,
    };
  }

  /** Nothing new is delivered: only that it was said again is noted, for versions that are still to come. */
  function isRepeated(
    storyId: number,
    versions: readonly StoredVersion[],
    { contentHash, versionCreated }: ParsedStory,
    saying: Saying,
  ): boolean {
    const before = versions.length === 1 ? [] : saying.before(storyId);
    if (!isKnown({ contentHash, versionCreated }, versions, before)) return false;
    const same = versions.filter((version) => version.contentHash === contentHash);
    const newest = newestOf(same);
    if (newest === undefined) return false;
    if (versions.length > 1) saying.say(storyId, newest.id, versions);
    const at = saidAt(newest);
    const isShown = newest === newestOf(versions);
    if (isShown && at !== null && versionCreated !== null && versionCreated > at) {
      statements.sayAgain.run(versionCreated, newest.id);
    }
    return true;
  }

  function storeOne(
    sourceId: string,
    format: string,
    parsed: ParsedStory,
    now: number,
    payloadOf: () => number | null,
    judged: (arrival: StoredArrival) => number,
    saying: Saying,
  ): StoredStory {
    const uri = identityOf(sourceId, parsed.uri);
    const known = statements.findStory.get(uri);
    if (!known) {
      if (leftStories.hasLeft(sourceId, { uri, contentHash: parsed.contentHash })) return PASSED_OVER;
      const versionId = (statements.lastVersion.get() ?? 0) + 1;
      const storyId = Number(
        statements.insertStory.run({
          uri,
          sourceId,
          newestVersionId: versionId,
          // The status of a story is that of its one version.
          status: parsed.pubStatus,
          ...shown(parsed),
        }).lastInsertRowid,
      );
      insertVersion(storyId, sourceId, format, parsed, now, payloadOf);
      statements.carry.run(sourceId, storyId, versionId);
      search.add(versionId, parsed.headline, parsed.bodyText);
      folding.place({ storyId, at: parsed.versionCreated ?? now, sketch: parsed.sketch });
      judge.keepFacts(storyId, parsed);
      const status = parsed.pubStatus;
      const met = judged({ storyId, versionId, sourceId, status, parsed, now });
      return { outcome: 'added', storyId, withdrawn: status === 'canceled', met };
    }
    const earlier = statements.versions.all(known.id);
    statements.carry.run(sourceId, known.id, known.newest_version_id);
    if (isRepeated(known.id, earlier, parsed, saying)) {
      return { outcome: 'unchanged', storyId: known.id, withdrawn: false, met: 0 };
    }
    const version = named(parsed, known);
    const versionId = insertVersion(known.id, sourceId, format, version, now, payloadOf);
    saying.say(known.id, versionId, earlier);
    const { contentHash, pubStatus, versionCreated } = parsed;
    const versions = [...earlier, { id: versionId, contentHash, pubStatus, versionCreated, saidAgain: null }];
    const status = decideEffectiveStatus(
      versions.map((each) => ({
        pubStatus: each.pubStatus,
        versionCreated: isoOf(saidAt(each)),
      })),
    );
    statements.joinStory.run({ storyId: known.id, status });
    if (newestOf(versions)?.id === versionId) {
      search.remove(known.newest_version_id);
      statements.showVersion.run({ storyId: known.id, versionId, ...shown(parsed) });
      statements.moveCarried.run(versionId, known.id);
      judge.keepFacts(known.id, version);
      search.add(versionId, version.headline, version.bodyText);
      folding.remember({ storyId: known.id, at: parsed.versionCreated ?? now, sketch: parsed.sketch });
    } else nameWithdrawal(known, version);
    folding.reconsider(known.id);
    const met = judged({ storyId: known.id, versionId, sourceId, status, parsed: version, now });
    return { outcome: 'updated', storyId: known.id, withdrawn: status === 'canceled', met };
  }

  const storeBatch = database.transaction(
    (
      { sourceId, format, payload }: Parameters<IngestWriter['store']>[0],
      batch: readonly ParsedStory[],
      now: number,
      judged: (arrival: StoredArrival) => number,
      saying: Saying,
      result: IngestResult,
    ) => {
      const payloadOf = () => (payload === undefined ? null : keepPayload(payload, now));
      for (const parsed of batch) {
        const stored = storeOne(sourceId, format, parsed, now, payloadOf, judged, saying);
        const { outcome, storyId, withdrawn } = stored;
        result.met += stored.met;
        result[outcome] += 1;
        if (storyId !== null) result.storyIds.push(storyId);
        if (withdrawn && storyId !== null) result.withdrawn.push(storyId);
      }
      saying.keep();
      if (result.added > 0) statements.count.run(result.added);
    },
  );

  return {
    async store(delivery, now, breathe, rules = []) {
      const { stories, sourceId } = delivery;
      const judged = judge.forDelivery(rules);
      const saying = saidOfStories.forDelivery(sourceId, (statements.lastVersion.get() ?? 0) + 1);
      const total: IngestResult = { added: 0, updated: 0, unchanged: 0, storyIds: [], withdrawn: [], met: 0 };
      for (let start = 0; start < stories.length; start += storiesPerTransaction) {
        if ((await breathe(start)) === false) return total;
        const part: IngestResult = {
          added: 0,
          updated: 0,
          unchanged: 0,
          storyIds: [],
          withdrawn: [],
          met: 0,
        };
        const batch = stories.slice(start, start + storiesPerTransaction);
        search.makeRoomFor((statements.lastVersion.get() ?? 0) + batch.length);
        storeBatch.immediate(delivery, batch, now, judged, saying, part);
        total.met += part.met;
        total.added += part.added;
        total.updated += part.updated;
        total.unchanged += part.unchanged;
        total.storyIds.push(...part.storyIds);
        total.withdrawn.push(...part.withdrawn);
      }
      await breathe(stories.length);
      return total;
    },
  };
}
