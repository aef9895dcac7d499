/** Routing rules: what is done by itself with stories that meet a condition as they arrive. See docs/wire-desk.md. */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, instantSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';

export const ruleActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag'), tag: z.string().trim().min(1).max(60) }),
  /** A slug of the house's sections; drafts written from the story stand in it. */
  z.object({ kind: z.literal('section'), section: z.string().min(1).max(100) }),
  /** 1 is the most urgent; it outlasts the versions that follow. */
  z.object({ kind: z.literal('urgency'), urgency: z.int().min(1).max(9) }),
  z.object({ kind: z.literal('notify') }),
  z.object({ kind: z.literal('spike') }),
  z.object({ kind: z.literal('assign'), personId: idSchema }),
  z.object({ kind: z.literal('draft') }),
]);
export type RuleAction = z.output<typeof ruleActionSchema>;

export const ruleFactsSchema = z.object({
  name: z.string().trim().min(1).max(100),
  /** As shared/domain/wire-query.ts reads it. */
  condition: z.string().trim().max(500),
  /** Each kind once, but for tags. */
  actions: z.array(ruleActionSchema).min(1).max(20),
  enabled: z.boolean(),
});
export type RuleFacts = z.output<typeof ruleFactsSchema>;

export const ruleSchema = ruleFactsSchema.extend({
  ruleId: idSchema,
  /** Who saved it last: what it does is done in this person's name. */
  personId: idSchema,
  /** How often it fired, and when last. */
  firings: z.int(),
  lastFiredAt: instantSchema.nullable(),
});
export type Rule = z.output<typeof ruleSchema>;

/** Why an action was not done. */
export const ruleFailureSchema = z.enum([
  'interrupted', // the workstation stopped in the middle of it
  'not-usable', // no draft is made of what is withdrawn, withheld or of unknown status
  'too-many-drafts',
  'taken', // somebody else had it already
  'person-gone',
  'section-gone',
  'section-set', // a rule had put it in another section already
  'failed',
]);
export type RuleFailure = z.output<typeof ruleFailureSchema>;

export const ruleFiringSchema = z.object({
  firingId: rowIdSchema,
  ruleId: idSchema,
  /** As it was called then. */
  ruleName: z.string(),
  storyId: rowIdSchema,
  headline: z.string(),
  at: instantSchema,
  outcomes: z.array(
    z.object({
      action: ruleActionSchema,
      /** Null: done. */
      failure: ruleFailureSchema.nullable(),
      /** The draft that was made. */
      articleId: idSchema.optional(),
    }),
  ),
});
export type RuleFiring = z.output<typeof ruleFiringSchema>;

/** How far a dry run is; the last one of them is `done`, with the newest stories the condition meets. */
export const tryOutProgressSchema = z.object({
  looked: z.int(),
  of: z.int(),
  met: z.int(),
  done: z.boolean(),
  examples: z.array(
    z.object({
      storyId: rowIdSchema,
      headline: z.string(),
      sourceName: z.string(),
      arrivedAt: instantSchema,
    }),
  ),
});
export type TryOutProgress = z.output<typeof tryOutProgressSchema>;

const base = oc.errors(contractErrors);

export const rulesContract = {
  /** In the order of the house: where two contradict one another over a version, the upper one goes before. New ones stand last. */
  list: base.output(z.array(ruleSchema)),
  /**
   * Without an id a new one. INVALID `condition` with a reason of `ruleProblems`: `misread`, `empty`, `of-people`,
   * `of-dates`.
   */
  save: base.input(z.object({ ruleId: idSchema.nullable(), rule: ruleFactsSchema })).output(ruleSchema),
  /** Sets the order: these first, as named, then what is not named as it stood; ids that are gone are passed over. */
  arrange: base.input(z.object({ ruleIds: z.array(idSchema).max(1_000) })).output(z.array(ruleSchema)),
  /** What it did stays done, and in the log. */
  remove: base.input(z.object({ ruleId: idSchema })),
  /** What fired, newest first; the newest 2,000 are kept. */
  log: base
    .input(
      z
        .object({ before: rowIdSchema.nullable().default(null), limit: z.int().min(1).max(100).default(50) })
        .prefault({}),
    )
    .output(z.array(ruleFiringSchema)),
  /**
   * Looks which stories of the last seven days (the newest 20,000 versions at most) the condition would have met; changes
   * nothing. Ending the iteration stops it. INVALID as for `save`.
   */
  tryOut: base
    .input(z.object({ condition: z.string().trim().max(500) }))
    .output(eventIterator(tryOutProgressSchema)),
};
