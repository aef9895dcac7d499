/** What happened that somebody at this workplace should know: kept by the core, the same in every window. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { impactKindSchema } from './impact.ts';
import { recipientSchema } from './people.ts';

/** What is told; shared/i18n/describe-news.ts has the words and where each leads. */
export const newsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('wire-urgent'),
    storyId: rowIdSchema,
    source: z.string(),
    headline: z.string(),
  }),
  /** Flash copy: see shared/domain/flash.ts. */
  z.object({
    kind: z.literal('wire-flash'),
    storyId: rowIdSchema,
    source: z.string(),
    headline: z.string(),
  }),
  /** Its source withdrew a story that articles were written from. */
  z.object({ kind: z.literal('wire-withdrawn'), storyId: rowIdSchema, headline: z.string() }),
  /** A source changed that articles were made from; `impactId` is the entry of the first of them. */
  z.object({
    kind: z.literal('impact'),
    storyId: rowIdSchema,
    impactId: rowIdSchema,
    change: impactKindSchema,
    headline: z.string(),
    articles: z.int(),
  }),
  /** Entries of *Dampak* that nobody has decided, told again: how many, and the gravest of them. */
  z.object({
    kind: z.literal('impact-waiting'),
    impactId: rowIdSchema,
    headline: z.string(),
    articles: z.int(),
  }),
  /** Several of these at once. */
  z.object({
    kind: z.literal('wire-several'),
    storyIds: z.array(rowIdSchema),
    headlines: z.array(z.string()),
  }),
  /** A routing rule that tells met these. */
  z.object({
    kind: z.literal('wire-rule'),
    rule: z.string(),
    storyIds: z.array(rowIdSchema),
    headlines: z.array(z.string()),
  }),
  z.object({
    kind: z.enum(['delivery-failed', 'delivery-conflict']),
    articleId: idSchema,
    target: z.string(),
    headline: z.string(),
  }),
  /** An article was sent to a person or a desk; told to these and not to who sent it. */
  z.object({
    kind: z.literal('sent'),
    articleId: idSchema,
    headline: z.string(),
    from: idSchema,
    to: recipientSchema,
    note: z.string(),
  }),
  /** Something is amiss with the data folder: a code of `system.status`. */
  z.object({ kind: z.literal('notice'), code: z.string() }),
]);
export type News = z.output<typeof newsSchema>;

export const notificationSchema = z.object({
  notificationId: rowIdSchema,
  at: instantSchema,
  read: z.boolean(),
  news: newsSchema,
});
export type Notification = z.output<typeof notificationSchema>;

const base = oc.errors(contractErrors);
const upTo = z.object({ upTo: rowIdSchema });

export const notificationsContract = {
  /** Those for who sits here, newest first; at most 200 are kept. */
  list: base.output(z.array(notificationSchema)),
  /** One was followed or put aside. Does nothing where it is there no more. */
  markRead: base.input(z.object({ notificationId: rowIdSchema })),
  /** All for who sits here, up to and including this one: what came meanwhile stays unread. */
  markAllRead: base.input(upTo),
  /** Takes away all for who sits here, up to and including this one. */
  clear: base.input(upTo),
};
