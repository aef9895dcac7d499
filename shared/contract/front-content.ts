/**
 * What a front holds: collections in their order, each with its slots. It is stored as it stands here, sent by the
 * renderer as small edits (front-edits.ts), and turned into a page by `resolveFront` (shared/domain/front).
 */
import { z } from 'zod';
import { idSchema, instantSchema, mediaIdSchema } from './common.ts';

/** `home`: Beranda; `section`: the page of one of the house's sections; `newsletter`: a list that is sent elsewhere. */
export const frontKindSchema = z.enum(['home', 'section', 'newsletter']);
export type FrontKind = z.output<typeof frontKindSchema>;

/** `lead4`: one large story and four beside it; `strip`: a row of small cards; `sidebar`: a list beside every page. */
export const collectionLayoutSchema = z.enum(['lead4', 'list', 'strip', 'sidebar']);
export type CollectionLayout = z.output<typeof collectionLayoutSchema>;

/** Which published stories a rule takes, the newest first (`popular`: the most read first). */
export const fillRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('latest') }),
  z.object({ kind: z.literal('section'), section: z.string().max(200) }),
  /** Upper and lower case are one. */
  z.object({ kind: z.literal('tag'), tag: z.string().max(200) }),
  /** The byline, or a part of it; upper and lower case are one. */
  z.object({ kind: z.literal('author'), author: z.string().max(200) }),
  z.object({ kind: z.literal('popular') }),
]);
export type FillRule = z.output<typeof fillRuleSchema>;

export const collectionFillSchema = z.object({
  /**
   * `hand`: the slots and nothing else. `rule`: what the rule finds; what was placed by hand only fills what it leaves
   * empty. `hand-then-rule`: the slots first, the rule fills the rest.
   */
  by: z.enum(['hand', 'rule', 'hand-then-rule']),
  /** Kept while `by` is `hand`, so that going back to it finds it. */
  rule: fillRuleSchema,
});

export const slotContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('article'), articleId: idSchema }),
  /** A page elsewhere; its words are the slot's own. */
  z.object({ kind: z.literal('link'), url: z.url({ protocol: /^https?$/ }) }),
  /** A fixed block of plain text; empty lines part its paragraphs. */
  z.object({ kind: z.literal('block'), text: z.string().max(10_000) }),
]);
export type SlotContent = z.output<typeof slotContentSchema>;

export const slotPictureSchema = z.discriminatedUnion('kind', [
  /** The story's first picture. */
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('media'), mediaId: mediaIdSchema, alt: z.string().max(1000) }),
]);

/** What a person can change of a slot. Words are plain text; null: the story's own; empty: none is shown. */
export const slotFieldsSchema = z.object({
  content: slotContentSchema,
  headline: z.string().max(1000).nullable(),
  kicker: z.string().max(200).nullable(),
  summary: z.string().max(5000).nullable(),
  picture: slotPictureSchema,
  /** `auto`: as the layout has it at that place. */
  size: z.enum(['auto', 'large', 'standard', 'small']),
  /** The place in the collection that it keeps, counted from 1, whatever is placed around it; null: it flows. */
  pinnedAt: z.int().min(1).max(200).nullable(),
  /** While it shows nothing (before its start, after its end, story not public) its place is not filled by the rule. */
  locked: z.boolean(),
  /** Shown from this instant on, up to (not including) the end; null: without bound. */
  startsAt: instantSchema.nullable(),
  endsAt: instantSchema.nullable(),
  /** When a person last held its words against the story's; null: not since it was placed. Readers see nothing of it. */
  checkedAt: instantSchema.nullable().default(null),
});
export type SlotFields = z.output<typeof slotFieldsSchema>;

export const slotSchema = slotFieldsSchema.extend({
  slotId: idSchema,
  placedAt: instantSchema,
  /** Changes with every change of its fields: an edit names the one it was made from. Empty as it was placed. */
  stamp: z.string().max(100),
});
export type Slot = z.output<typeof slotSchema>;

/** What a person can change of a collection besides its slots. */
export const collectionFieldsSchema = z.object({
  title: z.string().max(200),
  layout: collectionLayoutSchema,
  /** How many are shown; what is placed beyond it is kept and moves up. */
  cap: z.int().min(1).max(50),
  fill: collectionFillSchema,
  /** Whether a story may stand here that this front shows elsewhere. */
  allowRepeats: z.boolean(),
});
export type CollectionFields = z.output<typeof collectionFieldsSchema>;

export const collectionSchema = collectionFieldsSchema.extend({
  collectionId: idSchema,
  stamp: z.string().max(100),
  /** In the order in which they are shown. */
  slots: z.array(slotSchema).max(200),
});
export type Collection = z.output<typeof collectionSchema>;

export const frontContentSchema = z.object({ collections: z.array(collectionSchema).max(100) });
export type FrontContent = z.output<typeof frontContentSchema>;
