/** Fronts: what stands where, drafts and launches, the pool of stories, the clipboard, what is read most. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, mediaIdSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { fillRuleSchema, frontContentSchema, frontKindSchema, slotSchema } from './front-content.ts';
import { frontEditSchema } from './front-edits.ts';

/** What a front has to know of a story, whether it shows it or warns of it. */
export const frontStorySchema = z.object({
  articleId: idSchema,
  /** `live`: readers see it somewhere; `scheduled`: it has a time; `trashed` wins over all. */
  standing: z.enum(['live', 'scheduled', 'ready', 'draft', 'trashed']),
  headline: z.string(),
  /** Stands where the headline is too long for its place; empty: there is none. */
  shortHeadline: z.string(),
  kicker: z.string(),
  /** The dek, else the opening of the copy. */
  summary: z.string(),
  section: z.string(),
  tags: z.array(z.string()),
  byline: z.string(),
  /** Null where it has none that we hold. */
  picture: z.object({ mediaId: mediaIdSchema, alt: z.string(), width: z.int(), height: z.int() }).nullable(),
  /** First publication; null where readers have not seen it yet. */
  publishedAt: instantSchema.nullable(),
  /** When it goes out, where it is scheduled. */
  scheduledAt: instantSchema.nullable(),
  /** Of the version readers see, else of the working copy. */
  updatedAt: instantSchema,
  /** Address at one of the places it is live at. */
  url: z.string().nullable(),
  /** A source was withdrawn or is withheld, or the house took the story back: it may not be shown. */
  withdrawn: z.boolean(),
  /** The house's words for it, else the source's; null where none were given. */
  withdrawalReason: z.string().nullable(),
  /** Until when a source is under embargo; null where none is. */
  embargoedUntil: instantSchema.nullable(),
  /** When the house last corrected it in public; null: never. */
  correctedAt: instantSchema.nullable(),
  /** A source has a newer version than the one it was written from. */
  sourceCorrected: z.boolean(),
  /** Wire stories it was written from, duplicates of one another under one number: two with one in common tell the same story. */
  sourceClusters: z.array(rowIdSchema),
});
export type FrontStory = z.output<typeof frontStorySchema>;

/** Figures of what is read most, as they were fetched last. */
export const popularitySchema = z.object({
  /** Most read first; unknown stories are left out. */
  rows: z.array(z.object({ articleId: idSchema, count: z.number() })),
  /** Null where nothing was fetched yet, or the hand orders. */
  fetchedAt: instantSchema.nullable(),
  windowHours: z.int(),
});
export type Popularity = z.output<typeof popularitySchema>;

/** Everything `resolveFront` needs besides the content. */
export const frontFactsSchema = z.object({
  stories: z.array(frontStorySchema),
  /** What each rule of the front finds, in order. A rule that was changed a moment ago is missing until asked again. */
  lists: z.array(z.object({ rule: fillRuleSchema, articleIds: z.array(idSchema) })),
  popularity: popularitySchema,
});
export type FrontFacts = z.output<typeof frontFactsSchema>;

export const launchSchema = z.object({
  launchId: idSchema,
  frontId: idSchema,
  /** Counted from 1 within the front. */
  number: z.int(),
  /** When it was launched, or is going to be (state `scheduled`). */
  at: instantSchema,
  askedAt: instantSchema,
  /** Id of the person who asked for it; null where Redaksi did: see `reason`. */
  personId: idSchema.nullable(),
  note: z.string(),
  /** `restore`: an earlier one launched again; `migrated`: what stood before there were fronts. */
  reason: z.enum(['launch', 'restore', 'migrated']),
  /** Ids of the collections that were launched, those removed by it among them. */
  collectionIds: z.array(idSchema),
  state: z.enum(['launched', 'scheduled', 'cancelled']),
});
export type Launch = z.output<typeof launchSchema>;

/** A story that was launched and left the page by itself; it goes with the slot, or once the story is back. */
export const frontNoticeSchema = z.object({
  slotId: idSchema,
  articleId: idSchema,
  title: z.string(),
  collectionTitle: z.string(),
  why: z.enum(['withdrawn', 'embargoed', 'trashed', 'not-public', 'story-gone']),
  at: instantSchema,
});
export type FrontNotice = z.output<typeof frontNoticeSchema>;

export const frontSummarySchema = z.object({
  frontId: idSchema,
  kind: frontKindSchema,
  /** Slug of the section it is the page of; empty for other kinds. */
  section: z.string(),
  name: z.string(),
  order: z.int(),
  /** Counts the edits of the draft. */
  version: z.int(),
  /** Collections whose draft is not what is live. */
  changed: z.int(),
  lastLaunch: launchSchema.nullable(),
  /** The collections of the draft, in order. `cap`: the most it shows. */
  collections: z.array(z.object({ collectionId: idSchema, title: z.string(), cap: z.int() })),
  /** Waiting launches, the nearest first. */
  scheduled: z.array(launchSchema),
  notices: z.array(frontNoticeSchema),
});
export type FrontSummary = z.output<typeof frontSummarySchema>;

export const frontSchema = frontSummarySchema.extend({
  draft: frontContentSchema,
  /** Empty where nothing was launched yet. */
  live: frontContentSchema,
});
export type Front = z.output<typeof frontSchema>;

/** One line of what changes on the page. Places are counted from 1. */
export const slotDifferenceSchema = z.object({
  kind: z.enum(['in', 'out', 'moved', 'changed']),
  /** What it is called on the page: the headline shown, the address of a link, the opening of a block. */
  title: z.string(),
  articleId: idSchema.nullable(),
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** Of `changed`: `headline`, `kicker`, `summary`, `picture`, `size`, `text`. */
  fields: z.array(z.string()),
});
export type SlotDifference = z.output<typeof slotDifferenceSchema>;

export const collectionDifferenceSchema = z.object({
  collectionId: idSchema,
  title: z.string(),
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  /** Of the collection itself: `title`, `layout`, `cap`, `fill`, `allowRepeats`, `order`. */
  fields: z.array(z.string()),
  slots: z.array(slotDifferenceSchema),
});
export type CollectionDifference = z.output<typeof collectionDifferenceSchema>;

/** A state of a front: the draft, what is live, or a launch by its id. */
export const frontStateSchema = z.union([z.literal('draft'), z.literal('live'), idSchema]);

/** A place where the draft of a front has a story. */
export const placementSchema = z.object({
  articleId: idSchema,
  frontId: idSchema,
  frontName: z.string(),
  collectionId: idSchema,
  title: z.string(),
});
export type Placement = z.output<typeof placementSchema>;

export const popularitySourceSchema = z.discriminatedUnion('kind', [
  /** No figures: the order of the slots. */
  z.object({ kind: z.literal('hand') }),
  /** A REST route of a WordPress that some statistics plugin offers (`my-plugin/v1/popular`), answering JSON. */
  z.object({ kind: z.literal('wordpress-route'), targetId: idSchema, route: z.string().min(1).max(500) }),
  /** Approved comments of the window, counted for each post. */
  z.object({ kind: z.literal('wordpress-comments'), targetId: idSchema }),
  /** CSV or JSON at an address: a column or key that names the story, one that counts. */
  z.object({
    kind: z.literal('address'),
    url: z.url({ protocol: /^https?$/ }),
    /** Whether an address inside the house may be fetched: only where the house says so. */
    allowPrivateAddress: z.boolean().default(false),
  }),
]);
export type PopularitySource = z.output<typeof popularitySourceSchema>;

export const popularityStateSchema = z.object({
  source: popularitySourceSchema,
  windowHours: z.int().min(1).max(720),
  /** The last figures that were good. */
  popularity: popularitySchema,
  /** Rows that named no story of ours, or made no sense (negative, not a number), the last time. */
  passedOver: z.int(),
  /** Why the last attempt brought nothing; null where it did. `code` is a key of the messages. */
  error: z.object({ code: z.string(), detail: z.string(), at: instantSchema }).nullable(),
});
export type PopularityState = z.output<typeof popularityStateSchema>;

const base = oc.errors(contractErrors);
/** What the preview of a launch answered with; null: whatever the draft holds. */
const seen = z.string().max(100).nullable().default(null);
/** The collections it is about; null: all of the front. */
const collectionIds = z.array(idSchema).min(1).nullable();
const note = z.string().max(2000).default('');

export const frontsContract = {
  /** In their order; Beranda is always among them. */
  list: base.output(z.array(frontSummarySchema)),
  get: base.input(z.object({ frontId: idSchema })).output(frontSchema),
  /** A front of its own: of a section (INVALID `section-taken`, `section-unknown`) or a newsletter. */
  create: base
    .input(
      z.object({
        kind: frontKindSchema.exclude(['home']),
        section: z.string().max(200).default(''),
        name: z.string().min(1).max(200),
      }),
    )
    .output(frontSchema),
  rename: base.input(z.object({ frontId: idSchema, name: z.string().min(1).max(200) })).output(frontSchema),
  /** Takes a front off the list and the page; its launches are kept. Only publishers. INVALID `front-home`: Beranda stays. */
  remove: base.input(z.object({ frontId: idSchema })),
  /**
   * Changes the draft. A repeated `mutationId` answers as the first time; the slot's or collection's new stamp is that
   * id. FRONT_CONFLICT where what it changes or takes away was changed elsewhere since; INVALID `collection-gone`, `slot-gone`, `full`.
   * `inverse` undoes it, as an edit like any other.
   */
  edit: base
    .input(z.object({ frontId: idSchema, mutationId: idSchema, edit: frontEditSchema }))
    .output(z.object({ version: z.int(), inverse: frontEditSchema })),
  /** What the draft of a front, and what is live, is resolved with. */
  facts: base.input(z.object({ frontId: idSchema })).output(frontFactsSchema),

  /**
   * What readers would see change, with fills and times as they are now. `collectionIds` null: the whole front. `seen`
   * stands for the draft it was made from.
   */
  launchPreview: base
    .input(z.object({ frontId: idSchema, collectionIds }))
    .output(z.object({ seen: z.string(), differences: z.array(collectionDifferenceSchema) })),
  /**
   * Makes the draft of some collections, or (null) of all, what readers see. Only publishers (NOT_PERMITTED). A repeated
   * `requestId` answers as the first time. FRONT_CONFLICT where the draft of these collections is another than the one
   * whose preview was `seen`.
   */
  launch: base
    .input(z.object({ frontId: idSchema, collectionIds, note, requestId: idSchema, seen }))
    .output(launchSchema),
  /** The same with what the draft holds now, at a time to come. INVALID `time-past`. */
  scheduleLaunch: base
    .input(z.object({ frontId: idSchema, collectionIds, note, requestId: idSchema, seen, at: instantSchema }))
    .output(launchSchema),
  /** INVALID `not-scheduled` where it has gone out, or was cancelled. */
  cancelLaunch: base.input(z.object({ launchId: idSchema })).output(launchSchema),
  /** Newest first. */
  launches: base
    .input(
      z.object({
        frontId: idSchema,
        cursor: z.string().nullable().default(null),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(launchSchema), cursor: z.string().nullable() })),
  /** The launch that was live at that moment; null: nothing was launched by then. */
  launchAt: base.input(z.object({ frontId: idSchema, at: instantSchema })).output(launchSchema.nullable()),
  /** The whole front as it was live from that launch on. */
  launchContent: base
    .input(z.object({ launchId: idSchema }))
    .output(z.object({ launch: launchSchema, content: frontContentSchema })),
  /** Two states as lists: what was placed, without fills and times. */
  compare: base
    .input(z.object({ frontId: idSchema, from: frontStateSchema, to: frontStateSchema }))
    .output(z.array(collectionDifferenceSchema)),
  /**
   * Launches an earlier launch again at once. The draft follows it, except in collections where something waits to be
   * launched: that stays. Only publishers.
   */
  relaunch: base.input(z.object({ launchId: idSchema, note, requestId: idSchema })).output(launchSchema),

  /** Stories to place, the newest first. */
  pool: base
    .input(
      z.object({
        standing: z.enum(['live', 'scheduled', 'ready']).default('live'),
        section: z.string().nullable().default(null),
        query: z.string().max(500).default(''),
        cursor: z.string().nullable().default(null),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .output(z.object({ rows: z.array(frontStorySchema), cursor: z.string().nullable() })),

  /** Where stories were placed by hand, on every front, in the order of the fronts. */
  placements: base.output(z.array(placementSchema)),

  /** The clipboard of who sits here; it outlasts restarts. Each call answers with it as it stands then. */
  clipboard: {
    get: base.output(z.object({ slots: z.array(slotSchema), stories: z.array(frontStorySchema) })),
    /** Slots whose id is there already are put in again at the new place. INVALID `clipboard-full` over 100. */
    add: base
      .input(
        z.object({ slots: z.array(slotSchema).min(1).max(100), after: idSchema.nullable().default(null) }),
      )
      .output(z.object({ slots: z.array(slotSchema), stories: z.array(frontStorySchema) })),
    remove: base
      .input(z.object({ slotIds: z.array(idSchema).min(1).max(100) }))
      .output(z.object({ slots: z.array(slotSchema), stories: z.array(frontStorySchema) })),
  },

  popularity: {
    get: base.output(popularityStateSchema),
    /** Only publishers. Figures of another source are forgotten, and new ones fetched soon. */
    change: base
      .input(z.object({ source: popularitySourceSchema, windowHours: z.int().min(1).max(720) }))
      .output(popularityStateSchema),
    /** Fetches now; what stood in the way is in `error`. */
    refresh: base.output(popularityStateSchema),
  },
};
