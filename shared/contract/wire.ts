/** The wire: the inbox, single stories, imports by hand; wire-sources.ts has the sources. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { wireFacetsSchema } from './wire-facets.ts';
import { wireSearchesContract } from './wire-searches.ts';
import { instantSchema, pubStatusSchema, rowIdSchema, idSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { sourcesContract, wireUseSchema } from './wire-sources.ts';
import { wireMediaSchema, wireProblemSchema, wireStorySchema } from './wire-story.ts';

/** `inbox` is everything that was not set aside; the others are what people marked. */
export const wireViewSchema = z.enum(['inbox', 'mine', 'claimed', 'flagged', 'spiked']);
export type WireView = z.output<typeof wireViewSchema>;

export const wireFilterSchema = z.object({
  view: wireViewSchema.default('inbox'),
  sourceId: idSchema.nullable().default(null),
  unreadOnly: z.boolean().default(false),
  /** Only stories at least this urgent (1 is the most urgent). */
  urgencyAtMost: z.int().min(1).max(9).nullable().default(null),
  /** Words, and conditions as shared/domain/wire-query.ts reads them. */
  query: z.string().max(500).default(''),
});
export type WireFilter = z.output<typeof wireFilterSchema>;

/** Who did something with a story, and when. */
const markedBySchema = z.object({
  personId: idSchema,
  name: z.string(),
  code: z.string(),
  at: instantSchema,
});
export type MarkedBy = z.output<typeof markedBySchema>;

/** What people did with a story; null: not done. */
export const storyMarksSchema = z.object({
  claimed: markedBySchema.nullable(),
  spiked: markedBySchema.nullable(),
  flagged: markedBySchema.nullable(),
  note: markedBySchema.extend({ text: z.string() }).nullable(),
  /** What routing rules put on it; a section is a slug of the house's. */
  tags: z.array(z.string()),
  section: z.string().nullable(),
});
export type StoryMarks = z.output<typeof storyMarksSchema>;

/** One of the stories that stand together in one entry, since they say the same. */
export const entryStorySchema = z.object({
  storyId: rowIdSchema,
  newestVersionId: rowIdSchema,
  sourceId: idSchema,
  sourceName: z.string(),
  headline: z.string(),
  pubStatus: pubStatusSchema,
  versionCreated: instantSchema.nullable(),
  arrivedAt: instantSchema,
});
export type EntryStory = z.output<typeof entryStorySchema>;

export const wireListItemSchema = z.object({
  storyId: rowIdSchema,
  /** Row id of the story's newest version: the list is ordered by it, newest first. */
  newestVersionId: rowIdSchema,
  sourceId: idSchema,
  sourceName: z.string(),
  /** What the house may not do with it, as settled with its source. */
  refusedUses: z.array(wireUseSchema),
  headline: z.string(),
  /** First words of the copy or its abstract, one or two lines. */
  teaser: z.string(),
  urgency: z.int().nullable(),
  pubStatus: pubStatusSchema,
  /** Why its source withdrew it, in the source's words; null where it is not withdrawn or gave no reason. */
  withdrawalReason: z.string().nullable(),
  embargoed: instantSchema.nullable(),
  problems: z.array(wireProblemSchema),
  versionCount: z.int(),
  versionCreated: instantSchema.nullable(),
  arrivedAt: instantSchema,
  read: z.boolean(),
  /** Who took or flagged it, or another story of its entry. */
  marks: storyMarksSchema,
  /** Articles written from it, or from another story of its entry. */
  articleIds: z.array(idSchema),
  /** The other stories of its entry: the one it stands under (the earliest) first, where it is not that itself. */
  duplicates: z.array(entryStorySchema),
});
export type WireListItem = z.output<typeof wireListItemSchema>;

export const wireVersionSummarySchema = z.object({
  versionId: rowIdSchema,
  version: z.string().nullable(),
  pubStatus: pubStatusSchema,
  versionCreated: instantSchema.nullable(),
  arrivedAt: instantSchema,
  /** The delivery it came in, while that is kept: see `sources.payload`. */
  payloadId: rowIdSchema.nullable(),
});

export const wireStoryDetailSchema = wireStorySchema.extend({
  storyId: rowIdSchema,
  versionId: rowIdSchema,
  /** The latest by the source's own clock: not always the last to arrive. */
  newestVersionId: rowIdSchema,
  sourceId: idSchema,
  sourceName: z.string(),
  arrivedAt: instantSchema,
  /** Status of the story as a whole: a cancel wins in whatever order versions arrived. */
  effectiveStatus: pubStatusSchema,
  withdrawalReason: z.string().nullable(),
  read: z.boolean(),
  marks: storyMarksSchema,
  wordCount: z.int(),
  articleIds: z.array(idSchema),
  /** All stories of its entry, the one the others stand under first; empty where it stands alone. */
  entry: z.array(entryStorySchema),
  versions: z.array(wireVersionSummarySchema),
  media: z.array(wireMediaSchema),
});
export type WireStoryDetail = z.output<typeof wireStoryDetailSchema>;

const base = oc.errors(contractErrors);

const ingestResultSchema = z.object({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  storyIds: z.array(rowIdSchema),
  /** Of these the ones that are withdrawn now. */
  withdrawn: z.array(rowIdSchema),
  /** How often a routing rule met one of them for the first time. */
  met: z.int(),
});
export type IngestResult = z.output<typeof ingestResultSchema>;

export const importProgressSchema = z.discriminatedUnion('kind', [
  /** So many of the stories of this file are stored; none of none while it is being read. */
  z.object({ kind: z.literal('progress'), done: z.int(), of: z.int() }),
  /** What came of it; where it was cancelled, what had been stored by then. */
  ingestResultSchema.extend({ kind: z.literal('done'), cancelled: z.boolean() }),
]);
export type ImportProgress = z.output<typeof importProgressSchema>;

export const wireContract = {
  searches: wireSearchesContract,
  sources: sourcesContract,
  list: base
    .input(
      z.object({
        filter: wireFilterSchema.prefault({}),
        /** `newestVersionId` of the last row of the page before. */
        before: rowIdSchema.nullable().default(null),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(wireListItemSchema), more: z.boolean() })),
  /** Of the newest arrivals that are in the list: which sources, subjects, urgencies, languages and states. */
  facets: base.input(z.object({ filter: wireFilterSchema.prefault({}) })).output(wireFacetsSchema),
  /** How many stories have come or changed since a row id, at most 1,000 counted. */
  countNewer: base
    .input(z.object({ filter: wireFilterSchema.prefault({}), than: z.int().min(0) }))
    .output(z.object({ count: z.int() })),
  counts: base.output(z.object({ total: z.int(), unread: z.int(), urgentUnread: z.int(), today: z.int() })),
  get: base
    .input(z.object({ storyId: rowIdSchema, versionId: rowIdSchema.optional() }))
    .output(wireStoryDetailSchema),
  marks: {
    /**
     * Takes a story, so that nobody else writes the same. STORY_TAKEN where somebody else has it already, unless
     * `takeOver`.
     */
    claim: base
      .input(z.object({ storyId: rowIdSchema, takeOver: z.boolean().default(false) }))
      .output(storyMarksSchema),
    release: base.input(z.object({ storyId: rowIdSchema })).output(storyMarksSchema),
    /** Sets stories aside (they leave every list but `spiked`), or brings them back. */
    spike: base.input(z.object({ storyIds: z.array(rowIdSchema).min(1).max(1000), spiked: z.boolean() })),
    flag: base.input(z.object({ storyIds: z.array(rowIdSchema).min(1).max(1000), flagged: z.boolean() })),
    /** An empty text takes the note away. */
    note: base
      .input(z.object({ storyId: rowIdSchema, text: z.string().trim().max(2_000) }))
      .output(storyMarksSchema),
  },
  duplicates: {
    /**
     * Puts the entries of these stories together, under the earliest. `joined` are the heads that no longer are: parting
     * them takes it back. NOT_FOUND.
     */
    join: base
      .input(z.object({ storyIds: z.array(rowIdSchema).min(2).max(100) }))
      .output(z.object({ headId: rowIdSchema, joined: z.array(rowIdSchema) })),
    /** Parts stories from their entries. The others stay together. NOT_FOUND. */
    separate: base.input(z.object({ storyIds: z.array(rowIdSchema).min(1).max(100) })),
  },
  markRead: base.input(z.object({ storyIds: z.array(rowIdSchema).max(1000), read: z.boolean() })),
  importFile: base.input(z.object({ file: z.file(), name: z.string() })).output(ingestResultSchema),
  /**
   * The same, telling how far it is. Ending the iteration cancels it: what was stored by then stays. Throws UNREADABLE.
   */
  importWatched: base
    .input(z.object({ file: z.file(), name: z.string() }))
    .output(eventIterator(importProgressSchema)),
  importText: base
    .input(z.object({ text: z.string().min(1).max(2_000_000), creditName: z.string().default('') }))
    .output(ingestResultSchema),
};
