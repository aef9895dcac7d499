/**
 * The trail of the house: who did what that belongs to no one article (those have trails of their own, activity.ts).
 * Lines are added, never changed. Names are kept as they were then.
 */
import { z } from 'zod';
import { commentStatusSchema, idSchema, instantSchema, roleSchema, rowIdSchema } from './common.ts';

export const houseEntrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['person-added', 'person-changed', 'person-left', 'person-returned']),
    name: z.string(),
    role: roleSchema,
  }),
  /** Sat down at this workplace, after `before`. */
  z.object({ kind: z.literal('sat-down'), before: z.string() }),
  z.object({
    kind: z.enum(['target-added', 'target-changed', 'target-mapped', 'target-removed']),
    name: z.string(),
  }),
  z.object({
    kind: z.enum(['source-added', 'source-changed', 'source-paused', 'source-resumed', 'source-removed']),
    name: z.string(),
  }),
  /** All sources at once. */
  z.object({ kind: z.enum(['intake-paused', 'intake-resumed']) }),
  z.object({
    kind: z.enum(['rule-added', 'rule-changed', 'rule-paused', 'rule-resumed', 'rule-removed']),
    name: z.string(),
  }),
  z.object({ kind: z.literal('rules-arranged') }),
  /** Name, patterns, sections, forms; a burst of changes by one person is one line. */
  z.object({ kind: z.literal('house-changed') }),
  /** One comment or many; `author` is the reader of the first. */
  z.object({
    kind: z.literal('comments-decided'),
    to: commentStatusSchema,
    count: z.int(),
    author: z.string(),
  }),
  z.object({
    kind: z.enum([
      'comment-answered',
      'complaint-marked',
      'complaint-settled',
      'complaint-reopened',
      'complaint-unmarked',
    ]),
    author: z.string(),
  }),
  /** `backup`: its file name. */
  z.object({ kind: z.enum(['backed-up', 'restored']), backup: z.string() }),
  /** After damage: on with the copy that was open. */
  z.object({ kind: z.literal('recovery-settled') }),
]);
export type HouseEntry = z.output<typeof houseEntrySchema>;

export const houseLineSchema = z.object({
  lineId: rowIdSchema,
  at: instantSchema,
  /** Null where that person is not known in the state that was gone back to. */
  personId: idSchema.nullable(),
  entry: houseEntrySchema,
});
export type HouseLine = z.output<typeof houseLineSchema>;
