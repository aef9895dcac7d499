/** The inbox: lists, single stories, what was read, and copy brought in by hand. */
import type {
  EntryStory as ContractEntryStory,
  IngestResult,
  StoryMarks,
  WireFilter,
  WireListItem,
  WireView,
  WireStoryDetail,
} from '../../../shared/contract/wire.ts';
import { MANUAL_SOURCE_ID } from '../../../shared/contract/wire-sources.ts';
import { FACET_HORIZON, type WireFacets } from '../../../shared/contract/wire-facets.ts';
import { readWireQuery } from '../../../shared/domain/wire-query.ts';
import { fullTextMatch } from '../database/full-text.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import { IngestError, type Ingest, type IngestWatch, type ParseOptions } from './ingest.ts';
import { EVERYTHING, type ListFilter } from './list-filter.ts';
import type { Entries, EntryStory } from './folding/entries.ts';
import type { StoryMarking } from './marks.ts';
import type { WireQueries } from './queries.ts';
import type { SourcesService } from './sources-service.ts';
import { watchImport } from './watch-import.ts';

export function createWireService({
  database,
  queries,
  sources,
  ingest,
  events,
  clock,
  marking,
  isLeaving,
  entries,
  foldsDuplicates,
  currentPersonId,
  midnight,
  offsetMinutes,
}: {
  database: Database;
  queries: WireQueries;
  sources: SourcesService;
  ingest: Ingest;
  events: EventBus;
  clock: Clock;
  marking: StoryMarking;
  /** Whether a story is being taken out for good. */
  isLeaving: (storyId: number) => boolean;
  entries: Entries;
  foldsDuplicates: () => boolean;
  currentPersonId: () => string;
  /** Start of the newsroom's day, in milliseconds since 1970. */
  midnight: () => number;
  /** Minutes the newsroom's clocks are east of UTC. */
  offsetMinutes: () => number;
}) {
  /** The sources whose names hold one of these words, in capitals or not. */
  function sourcesNamed(names: readonly string[]): string[] {
    const wanted = names.map((name) => name.toLowerCase());
    return queries
      .sources()
      .filter(({ id }) => wanted.some((name) => sources.nameOf(id).toLowerCase().includes(name)))
      .map(({ id }) => id);
  }

  const VIEWS: Record<WireView, () => Partial<ListFilter>> = {
    inbox: () => ({}),
    claimed: () => ({ qualities: [{ quality: 'claimed', wanted: true }] }),
    mine: () => ({ qualities: [{ quality: 'claimed', wanted: true }], claimedBy: currentPersonId() }),
    flagged: () => ({ qualities: [{ quality: 'flagged', wanted: true }] }),
    spiked: () => ({ qualities: [{ quality: 'spiked', wanted: true }] }),
  };

  /** Null where nothing can be found: words none of which can be searched, sources that nobody has. */
  function searchable(filter: WireFilter): ListFilter | null {
    const query = readWireQuery(filter.query, clock.now(), offsetMinutes());
    const match = query.words === '' ? null : fullTextMatch(query.words);
    if (query.words !== '' && match === null) return null;
    const named = query.sources.length === 0 ? null : sourcesNamed(query.sources);
    const chosen = filter.sourceId === null ? null : [filter.sourceId];
    const sourceIds =
      named === null || chosen === null ? (named ?? chosen) : named.filter((id) => id === chosen[0]);
    if (sourceIds?.length === 0) return null;
    const view = VIEWS[filter.view]();
    const urgent = filter.urgencyAtMost === null ? null : { from: 1, to: filter.urgencyAtMost };
    return {
      ...EVERYTHING,
      ...view,
      folds: foldsDuplicates(),
      match,
      sourceIds,
      withoutSourceIds: sourcesNamed(query.withoutSources),
      unreadOnly: filter.unreadOnly,
      urgency:
        urgent === null || query.urgency === null
          ? (query.urgency ?? urgent)
          : { from: query.urgency.from, to: Math.min(urgent.to, query.urgency.to) },
      since: query.since,
      until: query.until,
      qualities: [...(view.qualities ?? []), ...query.qualities],
      fields: query.fields,
      statuses: query.statuses,
      hours: query.hours,
      offsetMinutes: offsetMinutes(),
    };
  }

  async function bringIn(
    bytes: Uint8Array,
    options: ParseOptions,
    sourceId: string,
    arrivedAt = clock.now(),
    watch?: IngestWatch,
  ): Promise<IngestResult> {
    try {
      const result = await ingest.store(sourceId, bytes, options, arrivedAt, watch);
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

  /** A story of an entry as others are told of it. */
  function entryStoryOf(story: EntryStory): ContractEntryStory {
    const { storyId, newestVersionId, sourceId, headline, pubStatus, versionCreated, arrivedAt } = story;
    return {
      storyId,
      newestVersionId,
      sourceId,
      sourceName: sources.nameOf(sourceId),
      headline,
      pubStatus,
      versionCreated: versionCreated === null ? null : new Date(versionCreated).toISOString(),
      arrivedAt: new Date(arrivedAt).toISOString(),
    };
  }

  /** Who took or flagged a story, or else another of its entry. */
  function marksInEntry(own: StoryMarks, others: readonly EntryStory[]): StoryMarks {
    const marks = [own, ...others.map(({ storyId }) => marking.of(storyId))];
    return {
      ...own,
      claimed: marks.find(({ claimed }) => claimed !== null)?.claimed ?? null,
      flagged: marks.find(({ flagged }) => flagged !== null)?.flagged ?? null,
    };
  }

  /** A row with the other stories of its entry, and what was done with any of them. */
  function withEntry(row: WireListItem, entry: readonly EntryStory[]): WireListItem {
    const others = entry.filter(({ storyId }) => storyId !== row.storyId);
    if (others.length === 0) return row;
    return {
      ...row,
      marks: marksInEntry(row.marks, others),
      articleIds: [
        ...new Set([...row.articleIds, ...others.flatMap(({ storyId }) => queries.articlesOfStory(storyId))]),
      ],
      duplicates: others.map(entryStoryOf),
    };
  }

  const markAll = database.transaction((storyIds: readonly number[], read: boolean) => {
    for (const id of storyIds) {
      if (read) queries.markRead(id, clock.now());
      else queries.markUnread(id);
    }
  });

  return {
    sourcesNamed,

    list(filter: WireFilter, before: number | null, limit: number): { rows: WireListItem[]; more: boolean } {
      const wanted = searchable(filter);
      if (wanted === null) return { rows: [], more: false };
      const found = queries.list(wanted, before, limit + 1);
      const settled = new Map<string, ReturnType<typeof sources.settled>>();
      const listed = found.slice(0, limit);
      const stories = entries.storiesOf([...new Set(listed.map(({ headId }) => headId))]);
      const byHead = Map.groupBy(stories, ({ headId }) => headId);
      const rows = listed.map((row) => {
        const source = settled.get(row.sourceId) ?? sources.settled(row.sourceId);
        settled.set(row.sourceId, source);
        const { marked, headId, ...story } = row;
        const item = { ...story, ...source, marks: marking.marksOf(marked), duplicates: [] };
        return withEntry(item, byHead.get(headId) ?? []);
      });
      return { rows, more: found.length > limit };
    },

    facets(filter: WireFilter): WireFacets {
      const wanted = searchable(filter);
      const none = { looked: 0, sources: [], subjects: [], urgencies: [], languages: [], states: [] };
      return { horizon: FACET_HORIZON, ...(wanted === null ? none : queries.facets(wanted, sources.nameOf)) };
    },

    countNewer(filter: WireFilter, than: number): number {
      const wanted = searchable(filter);
      return wanted === null ? 0 : queries.countNewer(wanted, than);
    },

    counts: () => queries.counts(midnight()),

    /** The newest version of a story, or the one asked for. Throws NOT_FOUND. */
    get(storyId: number, versionId: number | undefined): WireStoryDetail {
      const story = isLeaving(storyId) ? null : queries.story(storyId);
      const version = story ? queries.version(versionId ?? story.newestVersionId) : null;
      if (!story || !version || version.storyId !== storyId) {
        throw contractError('NOT_FOUND', { kind: 'story', id: String(versionId ?? storyId) });
      }
      const entry = entries.storiesOf([entries.headOf(storyId)]);
      return {
        ...version.story,
        storyId,
        versionId: version.versionId,
        newestVersionId: story.newestVersionId,
        sourceId: version.sourceId,
        sourceName: sources.nameOf(version.sourceId),
        arrivedAt: new Date(version.arrivedAt).toISOString(),
        effectiveStatus: story.effectiveStatus,
        withdrawalReason: story.withdrawalReason,
        read: story.read,
        marks: marksInEntry(marking.of(storyId), entry),
        wordCount: version.wordCount,
        articleIds: queries.articlesOfStory(storyId),
        entry: entry.map(entryStoryOf),
        versions: queries.versions(storyId),
      };
    },

    markRead(storyIds: readonly number[], read: boolean): void {
      markAll(entries.withFolded(storyIds), read);
      events.emit({ type: 'wire.read', storyIds: [...storyIds] });
    },

    /** Brings in a file of any known format; `arrivedAt` is milliseconds since 1970. Throws UNREADABLE. */
    importFile: (
      bytes: Uint8Array,
      fileName: string,
      sourceId: string = MANUAL_SOURCE_ID,
      arrivedAt?: number,
    ) => bringIn(bytes, { fileName, defaultOffsetMinutes: 420 }, sourceId, arrivedAt),

    /** The same for a file of any size: see watch-import.ts. */
    importWatched: (bytes: Uint8Array, fileName: string, signal: AbortSignal) =>
      watchImport(
        (watch) =>
          bringIn(bytes, { fileName, defaultOffsetMinutes: 420 }, MANUAL_SOURCE_ID, clock.now(), watch),
        signal,
      ),

    /** Brings in one pasted story; `creditName` (may be empty) is what it is credited as. Throws UNREADABLE. */
    importText: (text: string, creditName: string) =>
      bringIn(
        new TextEncoder().encode(text),
        { format: 'text', defaultOffsetMinutes: 420, creditName: creditName.trim() },
        MANUAL_SOURCE_ID,
      ),
  };
}
