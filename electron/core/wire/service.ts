/** The inbox: lists, single stories, what was read, and copy brought in by hand. */
import {
  MANUAL_SOURCE_ID,
  type IngestResult,
  type WireFilter,
  type WireListItem,
  type WireStoryDetail,
} from '../../../shared/contract/wire.ts';
import { fullTextMatch } from '../database/full-text.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import { IngestError, type Ingest, type ParseOptions } from './ingest.ts';
import { listFilter, type ListFilter } from './inbox-list.ts';
import type { WireQueries } from './queries.ts';
import type { SourcesService } from './sources-service.ts';

export type WireService = ReturnType<typeof createWireService>;

export function createWireService({
  database,
  queries,
  sources,
  ingest,
  events,
  clock,
  midnight,
}: {
  database: Database;
  queries: WireQueries;
  sources: SourcesService;
  ingest: Ingest;
  events: EventBus;
  clock: Clock;
  /** Start of the newsroom's day, in milliseconds since 1970. */
  midnight: () => number;
}) {
  /** Null where the query has words to look for and none of them can be searched. */
  function searchable(filter: WireFilter): ListFilter | null {
    const typed = filter.query.trim();
    const match = typed === '' ? null : fullTextMatch(typed);
    return typed !== '' && match === null ? null : listFilter(filter, match);
  }

  async function bringIn(
    bytes: Uint8Array,
    options: ParseOptions,
    sourceId: string,
    arrivedAt = clock.now(),
  ): Promise<IngestResult> {
    try {
      const result = await ingest.store(sourceId, bytes, options, arrivedAt);
      if (result.added + result.updated > 0) {
        events.emit({ type: 'wire.changed', sourceId, added: result.added, updated: result.updated });
      }
      return result;
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      if (error.code === 'storage') throw contractError('STORAGE_FAILED', { detail: error.message });
      throw contractError('UNREADABLE', { code: error.code, detail: error.message });
    }
  }

  const markAll = database.transaction((storyIds: readonly number[], read: boolean) => {
    for (const id of storyIds) {
      if (read) queries.markRead(id, clock.now());
      else queries.markUnread(id);
    }
  });

  return {
    list(filter: WireFilter, before: number | null, limit: number): { rows: WireListItem[]; more: boolean } {
      const wanted = searchable(filter);
      if (wanted === null) return { rows: [], more: false };
      const found = queries.list(wanted, before, limit + 1);
      const names = new Map<string, string>();
      const rows = found.slice(0, limit).map((row) => {
        const name = names.get(row.sourceId) ?? sources.nameOf(row.sourceId);
        names.set(row.sourceId, name);
        return { ...row, sourceName: name };
      });
      return { rows, more: found.length > limit };
    },

    countNewer(filter: WireFilter, than: number): number {
      const wanted = searchable(filter);
      return wanted === null ? 0 : queries.countNewer(wanted, than);
    },

    counts: () => queries.counts(midnight()),

    /** The newest version of a story, or the one asked for. Throws NOT_FOUND. */
    get(storyId: number, versionId: number | undefined): WireStoryDetail {
      const story = queries.story(storyId);
      const version = story ? queries.version(versionId ?? story.newestVersionId) : null;
      if (!story || !version || version.storyId !== storyId) {
        throw contractError('NOT_FOUND', { kind: 'story', id: String(versionId ?? storyId) });
      }
      return {
        ...version.story,
        storyId,
        versionId: version.versionId,
        sourceId: version.sourceId,
        sourceName: sources.nameOf(version.sourceId),
        arrivedAt: new Date(version.arrivedAt).toISOString(),
        effectiveStatus: story.effectiveStatus,
        read: story.read,
        wordCount: version.wordCount,
        articleIds: queries.articlesOfStory(storyId),
        versions: queries.versions(storyId),
      };
    },

    markRead(storyIds: readonly number[], read: boolean): void {
      markAll(storyIds, read);
      events.emit({ type: 'wire.read', storyIds: [...storyIds] });
    },

    /** Brings in a file of any known format; `arrivedAt` is milliseconds since 1970. Throws UNREADABLE. */
    importFile: (
      bytes: Uint8Array,
      fileName: string,
      sourceId: string = MANUAL_SOURCE_ID,
      arrivedAt?: number,
    ) => bringIn(bytes, { fileName, defaultOffsetMinutes: 420 }, sourceId, arrivedAt),

    /** Brings in one pasted story; `creditName` (may be empty) is what it is credited as. Throws UNREADABLE. */
    importText: (text: string, creditName: string) =>
      bringIn(
        new TextEncoder().encode(text),
        { format: 'text', defaultOffsetMinutes: 420, creditName: creditName.trim() },
        MANUAL_SOURCE_ID,
      ),
  };
}
