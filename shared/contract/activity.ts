/** The trail of an article: who did what with it, when, and what they noted. Lines are added, never changed. */
import { z } from 'zod';
import { articleStateSchema, idSchema, instantSchema, rowIdSchema } from './common.ts';
import { recipientSchema } from './people.ts';

export const activityEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created') }),
  z.object({ kind: z.literal('state'), from: articleStateSchema, to: articleStateSchema }),
  /** A revision was named by hand. */
  z.object({ kind: z.literal('named'), revisionId: rowIdSchema }),
  z.object({ kind: z.literal('restored'), revisionId: rowIdSchema }),
  /** A change of a source was carried into the copy. */
  z.object({ kind: z.literal('mended'), storyId: rowIdSchema }),
  /** A story, page or file was put among its sources, or taken off them. */
  z.object({ kind: z.enum(['source-added', 'source-removed']), name: z.string() }),
  z.object({ kind: z.literal('trashed') }),
  z.object({ kind: z.literal('untrashed') }),
  /** Sent to somebody; `returned`: back to who had sent it. */
  z.object({ kind: z.literal('sent'), to: recipientSchema, returned: z.boolean() }),
  /** The sender took it back. */
  z.object({ kind: z.literal('taken-back'), to: recipientSchema }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('reopened') }),
  /** Somebody said yes to publishing it with this many findings of fidelity nobody had answered. */
  z.object({ kind: z.literal('published-despite'), findings: z.int().min(1) }),
  /** Filed about what readers have (see corrections.ts). */
  z.object({ kind: z.enum(['corrected', 'withdrawn', 'reply-linked']) }),
  /** Somebody asked the outbox for something; `again`: of a delivery that had stopped. */
  z.object({
    kind: z.enum(['delivery-asked', 'delivery-again', 'delivery-cancelled']),
    action: z.string(),
    target: z.string(),
  }),
]);
export type ActivityEntry = z.output<typeof activityEntrySchema>;

export const activitySchema = z.object({
  activityId: rowIdSchema,
  at: instantSchema,
  /** Null in what happened before the house had a list of people. */
  personId: idSchema.nullable(),
  entry: activityEntrySchema,
  note: z.string(),
});
export type Activity = z.output<typeof activitySchema>;
