/**
 * What a change of a source means for the articles made from it: a new version, a correction, a withdrawal, an embargo. One
 * entry for each article and changed story; nothing of the article changes without somebody's yes.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { documentSchema } from '../document/vocabulary.ts';
import { articleFieldsSchema } from './articles.ts';
import { articleStateSchema, idSchema, instantSchema, pubStatusSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';

/** What happened to the source since the article was made from it, the gravest first. */
export const impactKindSchema = z.enum([
  'withdrawn',
  'withheld', // its source keeps it back, or has given it a status nobody knows
  'embargoed', // an embargo that was not there, or that ends later
  'correction', // a new version that says it corrects
  'silent-edit', // other words under the version it had: nothing says so
  'new-version',
  'embargo-lifted', // or one that ends earlier
  'usable-again',
]);
export type ImpactKind = z.output<typeof impactKindSchema>;

/** `applied`: what was to be done is done; `not-affected`: somebody looked, and gave the reason. */
export const impactStateSchema = z.enum(['open', 'applied', 'not-affected']);
export type ImpactState = z.output<typeof impactStateSchema>;

export const impactSchema = z.object({
  impactId: rowIdSchema,
  state: impactStateSchema,
  storyId: rowIdSchema,
  storyHeadline: z.string(),
  sourceName: z.string(),
  articleId: idSchema,
  articleHeadline: z.string(),
  articleState: articleStateSchema,
  kinds: z.array(impactKindSchema),
  openedAt: instantSchema,
  /** The last change of the source that it is about. */
  changedAt: instantSchema,
  /** Where readers see the article now. */
  liveTargets: z.array(z.object({ targetId: idSchema, name: z.string(), url: z.string().nullable() })),
  /** What was to go out at a time, and whether it has been stopped. */
  schedules: z.array(z.object({ targetName: z.string(), publishAt: instantSchema, stopped: z.boolean() })),
  /** Null while it is open. `by`: empty for somebody who has no name yet, null where its source went back to what it was. */
  closed: z.object({ at: instantSchema, by: z.string().nullable(), reason: z.string() }).nullable(),
});
export type Impact = z.output<typeof impactSchema>;

/** A sentence of ours that was mended: as it was, as it is (empty: it went). */
export const mendedSentenceSchema = z.object({
  before: z.string().max(20_000),
  after: z.string().max(20_000),
});
export type MendedSentence = z.output<typeof mendedSentenceSchema>;

const versionSchema = z.object({
  versionId: rowIdSchema,
  arrivedAt: instantSchema,
  /** As *Tulis dari kawat* would make it: dateline and footer of the agency gone. */
  copy: z.object({ headline: z.string(), dek: z.string(), document: documentSchema }),
});

export const impactDetailSchema = impactSchema.extend({
  /** The story as a whole, now. */
  effectiveStatus: pubStatusSchema,
  withdrawalReason: z.string().nullable(),
  embargoed: instantSchema.nullable(),
  /** What its source says of the version. */
  edNote: z.string().nullable(),
  /** What the article was made from, or was last brought up to; null where it is not kept any more. */
  base: versionSchema.nullable(),
  /** What the source says now. */
  newest: versionSchema,
  /** The working copy. */
  article: z.object({ base: z.int(), fields: articleFieldsSchema, document: documentSchema }),
  /** Slots of fronts that show it. `live`: readers see it there. */
  slots: z.array(
    z.object({ frontId: idSchema, frontName: z.string(), collection: z.string(), live: z.boolean() }),
  ),
  /** The other articles made from the story, with entries of their own. */
  siblings: z.array(
    z.object({ impactId: rowIdSchema, articleHeadline: z.string(), state: impactStateSchema }),
  ),
  /** What was mended when it was applied. */
  mended: z.array(mendedSentenceSchema),
});
export type ImpactDetail = z.output<typeof impactDetailSchema>;

const base = oc.errors(contractErrors);
const entry = z.object({ impactId: rowIdSchema });
const reason = z.string().trim().max(2000);

export const impactContract = {
  /** Open ones: the gravest of what readers see first. Closed ones: the last closed first. */
  list: base
    .input(
      z.object({
        state: z.enum(['open', 'closed']).default('open'),
        /** `cursor` of the page before. */
        cursor: z.string().nullable().default(null),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(impactSchema), cursor: z.string().nullable() })),
  /** `live`: open ones of articles that readers see; `oldestAt`: when the oldest open one was opened. */
  counts: base.output(z.object({ open: z.int(), live: z.int(), oldestAt: instantSchema.nullable() })),
  get: base.input(entry).output(impactDetailSchema),
  /**
   * Saves the mended copy and closes the entry. `versionId` and `base`: what was seen. INVALID `impact-moved-on` where the
   * source has changed again, `impact-closed` where somebody else has decided; DRAFT_CONFLICT where the article was saved
   * meanwhile. Nothing is changed then. Readers see it once an update is sent.
   */
  apply: base
    .input(
      entry.extend({
        versionId: rowIdSchema,
        base: z.int(),
        fields: articleFieldsSchema,
        document: documentSchema,
        mended: z.array(mendedSentenceSchema).max(2000),
        note: reason.default(''),
      }),
    )
    .output(impactDetailSchema),
  /** Somebody looked and the article stays as it is. INVALID as in `apply`. */
  dismiss: base
    .input(entry.extend({ versionId: rowIdSchema, reason: reason.min(1) }))
    .output(impactDetailSchema),
  /** Takes back that the article is not affected. INVALID `impact-not-dismissed` where it is in another state. */
  reopen: base.input(entry).output(impactDetailSchema),
};
