/** The wire: sources, the inbox, single stories, imports by hand. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema, pubStatusSchema, rowIdSchema, idSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { parseErrorCodeSchema, wireMediaSchema, wireProblemSchema, wireStorySchema } from './wire-story.ts';

/** What a source lets us do with its copy. `null`: not set, until the house says. */
export const allowedUsesSchema = z.object({
  publish: z.boolean().nullable().default(null),
  archive: z.boolean().nullable().default(null),
  artificialIntelligence: z.boolean().nullable().default(null),
});

export const sourceConfigurationSchema = z.object({
  name: z.string().min(1),
  /** `feed`: an address that is polled; `folder`: a folder that is watched; `manual`: pasted and imported copy. */
  kind: z.enum(['feed', 'folder', 'manual']),
  /** Feed address or absolute folder path; empty for `manual`. */
  address: z.string(),
  /** What stands in a credit: `Ant`. */
  creditName: z.string().default(''),
  language: z.string().default('id'),
  /** Offset in minutes for times that name no zone. */
  defaultOffsetMinutes: z.int().min(-720).max(840).default(420),
  intervalSeconds: z.int().min(60).max(86_400).default(300),
  allowPrivateAddress: z.boolean().default(false),
  allowedUses: allowedUsesSchema.prefault({}),
  paused: z.boolean().default(false),
});
export type SourceConfiguration = z.output<typeof sourceConfigurationSchema>;

/** The built-in source that pasted and imported copy belongs to. */
export const MANUAL_SOURCE_ID = '00000000-0000-4000-8000-000000000001';

export const sourceErrorCodeSchema = z.enum([
  ...parseErrorCodeSchema.options,
  'unreachable',
  'name-not-found',
  'timed-out-network',
  'certificate',
  'http-status',
  'unauthorised',
  'gone',
  'redirect-loop',
  'private-address',
  'bad-address',
  'folder-missing',
  'folder-unreadable',
  'storage',
]);
export type SourceErrorCode = z.output<typeof sourceErrorCodeSchema>;

export const sourceStateSchema = z.object({
  status: z.enum(['waiting', 'working', 'ok', 'failing', 'paused']),
  lastCheckedAt: instantSchema.nullable(),
  lastDeliveryAt: instantSchema.nullable(),
  failingSince: instantSchema.nullable(),
  error: z.object({ code: sourceErrorCodeSchema, detail: z.string() }).nullable(),
  nextCheckAt: instantSchema.nullable(),
});

export const sourceSchema = sourceConfigurationSchema.extend({
  id: idSchema,
  state: sourceStateSchema,
  unread: z.int(),
});
export type Source = z.output<typeof sourceSchema>;

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
});
export type StoryMarks = z.output<typeof storyMarksSchema>;

export const wireListItemSchema = z.object({
  storyId: rowIdSchema,
  /** Row id of the story's newest version: the list is ordered by it, newest first. */
  newestVersionId: rowIdSchema,
  sourceId: idSchema,
  sourceName: z.string(),
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
  marks: storyMarksSchema,
  /** Articles written from it. */
  articleIds: z.array(idSchema),
});
export type WireListItem = z.output<typeof wireListItemSchema>;

export const wireVersionSummarySchema = z.object({
  versionId: rowIdSchema,
  version: z.string().nullable(),
  pubStatus: pubStatusSchema,
  versionCreated: instantSchema.nullable(),
  arrivedAt: instantSchema,
});

export const wireStoryDetailSchema = wireStorySchema.extend({
  storyId: rowIdSchema,
  versionId: rowIdSchema,
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
});
export type IngestResult = z.output<typeof ingestResultSchema>;

export const wireContract = {
  sources: {
    list: base.output(z.array(sourceSchema)),
    add: base.input(sourceConfigurationSchema).output(sourceSchema),
    change: base
      .input(z.object({ id: idSchema, configuration: sourceConfigurationSchema }))
      .output(sourceSchema),
    /** The source goes, its stories stay. */
    remove: base.input(z.object({ id: idSchema })),
    checkNow: base.input(z.object({ id: idSchema })),
    /**
     * Pauses every source, or lets them go on, until the workstation stops: a pause is never found at the next start.
     * A source asked for by `checkNow` is checked all the same.
     */
    pauseAll: base.input(z.object({ paused: z.boolean() })),
    /** Public channels one can add with a click. */
    presets: base.output(
      z.array(
        z.object({
          id: z.string(),
          group: z.string(),
          name: z.string(),
          configuration: sourceConfigurationSchema,
        }),
      ),
    ),
  },
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
  markRead: base.input(z.object({ storyIds: z.array(rowIdSchema).max(1000), read: z.boolean() })),
  importFile: base.input(z.object({ file: z.file(), name: z.string() })).output(ingestResultSchema),
  importText: base
    .input(z.object({ text: z.string().min(1).max(2_000_000), creditName: z.string().default('') }))
    .output(ingestResultSchema),
};
