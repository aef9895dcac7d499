/** Articles: drafts, their working copy, revisions, states. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { keptBlocksSchema } from '../document/kept-blocks.ts';
import { documentSchema } from '../document/vocabulary.ts';
import { activitySchema } from './activity.ts';
import { articleSourcesContract, sourcesOfArticleSchema } from './article-sources.ts';
import {
  articleStateSchema,
  idSchema,
  instantSchema,
  mediaIdSchema,
  rowIdSchema,
  type ArticleState,
} from './common.ts';
import { contractErrors } from './errors.ts';
import { assignmentSchema, recipientSchema } from './people.ts';
import { storyTypeIdSchema } from './story-types.ts';

export { articleStateSchema, type ArticleState };

/** What stands around the body. All plain text. */
export const articleFieldsSchema = z.object({
  /** Id of the house's story type it is written as, or empty: what it must have before it is ready. */
  storyType: storyTypeIdSchema.default(''),
  /** What it is written in: typography as one types, and what its page says of it. */
  language: z.enum(['id', 'en']).default('id'),
  headline: z.string().max(1000).default(''),
  /** Where there is little room: slots of a front, tickers. Empty: the headline. */
  shortHeadline: z.string().max(300).default(''),
  dek: z.string().max(5000).default(''),
  kicker: z.string().max(200).default(''),
  /** Slug of one of the house's sections, or empty. */
  section: z.string().max(200).default(''),
  tags: z.array(z.string().min(1).max(200)).max(100).default([]),
  byline: z.string().max(1000).default(''),
  /** Shown before the first paragraph, dash and space included: `SINGAPURA, SERUJI.CO.ID – `. */
  dateline: z.string().max(500).default(''),
  /** Shown after the last paragraph: `(Ant/SU02)`. */
  credit: z.string().max(500).default(''),
  slug: z.string().max(200).default(''),
  commentsOpen: z.boolean().default(true),
  /** Kept at the top of the site's front page, where a target knows such a thing. */
  sticky: z.boolean().default(false),
  /** What search engines show; empty: headline and dek. */
  seoTitle: z.string().max(300).default(''),
  seoDescription: z.string().max(1000).default(''),
  /** What cards in WhatsApp, Facebook and the like show; empty: the headline. */
  socialTitle: z.string().max(300).default(''),
});
export type ArticleFields = z.output<typeof articleFieldsSchema>;

export const revisionReasonSchema = z.enum(['created', 'editing', 'state', 'publish', 'restore', 'named']);

export const revisionSummarySchema = z.object({
  revisionId: rowIdSchema,
  createdAt: instantSchema,
  reason: revisionReasonSchema,
  note: z.string(),
  /** Who cut it; null in revisions older than the list of people, which know the code only. */
  personId: idSchema.nullable(),
  personCode: z.string(),
  wordCount: z.int(),
});

export const articleSchema = z.object({
  articleId: idSchema,
  state: articleStateSchema,
  /** Number of the working copy; a save names the one it was made from. */
  base: z.int(),
  fields: articleFieldsSchema,
  document: documentSchema,
  ...sourcesOfArticleSchema.shape,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** Whom it lies with; null with nobody. */
  assignment: assignmentSchema.nullable(),
  revisionCount: z.int(),
  trashed: z.boolean(),
});
export type Article = z.output<typeof articleSchema>;

/** How an article stands, without its words. */
export const articleMetaSchema = articleSchema.pick({
  state: true,
  sources: true,
  references: true,
  assignment: true,
  revisionCount: true,
  createdAt: true,
  trashed: true,
});
export type ArticleMeta = z.output<typeof articleMetaSchema>;

export const articleListItemSchema = z.object({
  articleId: idSchema,
  state: articleStateSchema,
  headline: z.string(),
  section: z.string(),
  teaser: z.string(),
  byline: z.string(),
  wordCount: z.int(),
  updatedAt: instantSchema,
  assignment: assignmentSchema.nullable(),
  /** Where it is live now. */
  liveTargets: z.array(z.object({ targetId: idSchema, name: z.string(), url: z.string().nullable() })),
  /** A source of it was withdrawn, withheld, or has a newer version. */
  sourceChanged: z.boolean(),
});
export type ArticleListItem = z.output<typeof articleListItemSchema>;

export const articleFilterSchema = z.object({
  states: z.array(articleStateSchema).default([]),
  section: z.string().nullable().default(null),
  /** Lying with who sits here (or their desk), with nobody who is still here, or with a person by id. */
  assignee: z
    .union([z.literal('me'), z.literal('nobody'), idSchema])
    .nullable()
    .default(null),
  query: z.string().max(500).default(''),
  trashed: z.boolean().default(false),
});
export type ArticleFilter = z.output<typeof articleFilterSchema>;

/** An article that another one could be taken for. */
export const sameHeadlineSchema = z.object({
  articleId: idSchema,
  headline: z.string(),
  state: articleStateSchema,
});
export type SameHeadline = z.output<typeof sameHeadlineSchema>;

/** Why a file cannot become an article; each has a sentence (`error.read.<code>`). */
export const manuscriptErrorCodeSchema = z.enum([
  'empty',
  'too-large',
  'broken',
  'encrypted',
  'zip-bomb', // far more inside than any manuscript has, or more than the file says
  'pdf',
  'picture',
  'other-word-processor', // .doc, .rtf, .odt, spreadsheets, slides
  'wire-copy',
  'not-a-manuscript',
  'timed-out',
  'out-of-memory',
]);
export type ManuscriptErrorCode = z.output<typeof manuscriptErrorCodeSchema>;

/** What an imported file held that the article has not, and how often. */
export const leftOutSchema = z.object({
  kind: z.enum([
    'comments',
    'deletions', // tracked changes: what was struck out; what was put in is in the copy
    'formulas',
    'drawings', // charts, diagrams, objects of other programs
    'margins', // headers and footers
    'pictures', // of a kind that is not taken, or that could not be fetched
  ]),
  count: z.int().positive(),
});
export type LeftOut = z.output<typeof leftOutSchema>;
/**
 * What a window does with an article several of them show. `reader`: another one writes; `free`: nobody does; `asked`: it
 * writes and another one wants to.
 */
export const writingRoleSchema = z.enum(['writer', 'asked', 'reader', 'free']);
export type WritingRole = z.output<typeof writingRoleSchema>;

const windowSchema = z.object({ articleId: idSchema, windowId: idSchema });

/** Files an article can be taken away as, by their extensions. */
export const exportFormatSchema = z.enum(['docx', 'md', 'html', 'txt']);
export type ExportFormat = z.output<typeof exportFormatSchema>;

const base = oc.errors(contractErrors);

export const articlesContract = {
  list: base
    .input(
      z.object({
        filter: articleFilterSchema.prefault({}),
        /** `cursor` of the page before. */
        cursor: z.string().nullable().default(null),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(articleListItemSchema), cursor: z.string().nullable() })),
  counts: base.output(z.record(articleStateSchema, z.int())),
  get: base.input(z.object({ articleId: idSchema })).output(articleSchema),
  meta: base.input(z.object({ articleId: idSchema })).output(articleMetaSchema),
  /**
   * Other articles, not in the bin, with this very headline (capitals aside) or at the address this slug, or without
   * one this headline, leads to; the latest few of each. An empty headline has none, an empty address neither.
   */
  sameHeadline: base
    .input(z.object({ articleId: idSchema, headline: z.string().max(1000), slug: z.string().max(200) }))
    .output(z.object({ headline: z.array(sameHeadlineSchema), slug: z.array(sameHeadlineSchema) })),
  /**
   * A new draft. `storyType`: the one it is begun as, empty for none; left out, it is the house's usual one. NOT_FOUND
   * where the house has no such type.
   */
  create: base
    .input(z.object({ storyType: storyTypeIdSchema.optional() }).prefault({}))
    .output(articleSchema),
  /**
   * A draft from .docx, Markdown, HTML or plain text, up to 50 MB, recognised by its content. Pictures inside it are
   * stored, those on the web fetched. UNREADABLE with a ManuscriptErrorCode, and nothing is made, where it cannot be read.
   */
  importFile: base
    .input(z.object({ file: z.file(), name: z.string() }))
    .output(z.object({ article: articleSchema, leftOut: z.array(leftOutSchema) })),
  /** The working copy as one file with its pictures inside; never with notes, comments or suggestions. */
  exportFile: base.input(z.object({ articleId: idSchema, format: exportFormatSchema })).output(z.file()),
  /** *Tulis dari kawat*: a draft in house style from one version of a wire story; `storyType` as in `create`. */
  writeFromWire: base
    .input(
      z.object({
        storyId: rowIdSchema,
        versionId: rowIdSchema.optional(),
        storyType: storyTypeIdSchema.optional(),
      }),
    )
    .output(articleSchema),
  /**
   * Merges a story into an article: the story among the sources, the credit line kept in step where nobody edited it by
   * hand, and with `as` `copy` its paragraphs in house style behind the copy. What was before: the article as `revisionId`,
   * the version that was its source as `versionBefore` (null where the story was none). NOT_FOUND.
   */
  appendStory: base
    .input(
      z.object({
        articleId: idSchema,
        storyId: rowIdSchema,
        versionId: rowIdSchema.optional(),
        as: z.enum(['copy', 'source']).default('copy'),
      }),
    )
    .output(
      z.object({ article: articleSchema, revisionId: rowIdSchema, versionBefore: rowIdSchema.nullable() }),
    ),
  sources: articleSourcesContract,
  /**
   * Saves the working copy. A repeated `mutationId` answers as the first time; a `base` that is not the current one
   * throws DRAFT_CONFLICT and changes nothing. With `kept` the document holds only the blocks that are not as they stand
   * in the base; where that does not fit the base it is a conflict as well.
   */
  saveDraft: base
    .input(
      z.object({
        articleId: idSchema,
        base: z.int(),
        mutationId: idSchema,
        document: documentSchema.optional(),
        kept: keptBlocksSchema.optional(),
        fields: articleFieldsSchema.optional(),
      }),
    )
    .output(z.object({ base: z.int(), savedAt: instantSchema })),
  /** TRANSITION_REFUSED; NOT_READY where it would be ready and its story type requires more. */
  changeState: base
    .input(z.object({ articleId: idSchema, to: articleStateSchema, note: z.string().default('') }))
    .output(articleSchema),
  revisions: base.input(z.object({ articleId: idSchema })).output(z.array(revisionSummarySchema)),
  revision: base
    .input(z.object({ articleId: idSchema, revisionId: rowIdSchema }))
    .output(revisionSummarySchema.extend({ fields: articleFieldsSchema, document: documentSchema })),
  saveRevision: base
    .input(z.object({ articleId: idSchema, note: z.string().default('') }))
    .output(revisionSummarySchema),
  restoreRevision: base
    .input(z.object({ articleId: idSchema, revisionId: rowIdSchema, base: z.int() }))
    .output(articleSchema),
  /** The trail, newest first, the latest 500 lines. */
  activity: base.input(z.object({ articleId: idSchema })).output(z.array(activitySchema)),
  assignments: {
    /** What lies with who sits here or their desk, and how much of it they have not opened. */
    counts: base.output(z.object({ forMe: z.int(), unread: z.int() })),
    /**
     * Sends the article to a person or a desk; with it may come a change of state, refused as in `changeState`. Whom it lay
     * with before has passed it on. INVALID `person-left` for one who left.
     */
    send: base
      .input(
        z.object({
          articleId: idSchema,
          to: recipientSchema,
          note: z.string().max(2000).default(''),
          state: articleStateSchema.exclude(['published']).optional(),
        }),
      )
      .output(articleSchema),
    /** What it was sent for is done: it lies with nobody. INVALID `not-assigned` where it did already. */
    finish: base
      .input(z.object({ articleId: idSchema, note: z.string().max(2000).default('') }))
      .output(articleSchema),
    /**
     * Takes a sending back, with the state it changed, or a finishing. INVALID `assignment-moved-on` where somebody
     * has gone on with the article since.
     */
    undo: base.input(z.object({ assignmentId: idSchema })).output(articleSchema),
    /** Who sits here has opened it: it is unread no more. */
    markOpened: base.input(z.object({ articleId: idSchema })),
  },
  /** Which window writes; a save is refused by its base alone, whoever makes it. */
  writing: {
    /** Holds on to the article for as long as the call lasts, and tells the role at once and on every change. */
    hold: base
      .input(windowSchema.extend({ writes: z.boolean() }))
      .output(eventIterator(z.object({ role: writingRoleSchema }))),
    /** Resolves when the window writes. Whoever wrote has stored what was unsaved, unless it did not answer. */
    takeOver: base.input(windowSchema),
    /** The window that was asked has stored everything. */
    handOver: base.input(windowSchema),
  },
  trash: base.input(z.object({ articleId: idSchema })),
  untrash: base.input(z.object({ articleId: idSchema })),
};

export const mediaSchema = z.object({
  mediaId: mediaIdSchema,
  mimeType: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  fileName: z.string(),
});
export type Media = z.output<typeof mediaSchema>;

/** A picture just taken in, with what its file says of it (IPTC, XMP, EXIF), empty where it says nothing. */
export const addedMediaSchema = mediaSchema.extend({ caption: z.string(), credit: z.string() });
export type AddedMedia = z.output<typeof addedMediaSchema>;

export const mediaContract = {
  /**
   * Stores a picture once by its hash. JPEG, PNG, GIF, WebP and AVIF are taken, up to 50 MB and 150 megapixels; anything
   * else is INVALID. Sides over 3,840 pixels are scaled down to that.
   */
  add: base.input(z.object({ file: z.file(), name: z.string() })).output(addedMediaSchema),
  /** Fetches a picture of a wire story into the store. */
  fetch: base.input(z.object({ url: z.url({ protocol: /^https?$/ }) })).output(addedMediaSchema),
  get: base.input(z.object({ mediaId: mediaIdSchema })).output(mediaSchema),
};
