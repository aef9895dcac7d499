/** The house's choices about checks: part of the settings. */
import { z } from 'zod';
import { idSchema } from './common.ts';
import { ruleExampleSchema } from './house-rules.ts';

const wordList = z.array(z.string().trim().min(1).max(100)).max(20_000);

export const MOST_EXAMPLES = 20;
const examplesSchema = z.array(ruleExampleSchema).max(MOST_EXAMPLES);

export const ownRuleSchema = z.object({
  ruleId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  /** Words, or a pattern in RE2 syntax. */
  find: z.string().min(1).max(500),
  isPattern: z.boolean(),
  /** What stands in its place; empty: the rule advises only. In a pattern's `$1` … are its groups. */
  replacement: z.string().max(500),
  /** Why, in the house's words; empty: what is looked for. */
  advice: z.string().max(300),
  examples: examplesSchema.default([]),
});
export type OwnRule = z.output<typeof ownRuleSchema>;

/** What the house changed in a shipped rule. What is left out follows the rule that ships. */
const ruleAdjustmentSchema = z.object({
  advice: z.string().max(300).optional(),
  /** What the house avoids besides or otherwise; null: taken out. A name is its own replacement. */
  words: z.record(z.string().min(1).max(500), z.string().max(500).nullable()).optional(),
  pattern: z.string().min(1).max(2_000).optional(),
  replacement: z.string().max(500).optional(),
  examples: examplesSchema.optional(),
});
export type RuleAdjustment = z.output<typeof ruleAdjustmentSchema>;

export const checksSettingsSchema = z.object({
  /** Ids of rules that are switched off, shipped or own. */
  rulesOff: z.array(z.string()).default([]),
  /** By the id of the shipped rule. */
  adjustedRules: z.record(z.string(), ruleAdjustmentSchema).default({}),
  ownRules: z.array(ownRuleSchema).max(500).default([]),
  /** Names and titles as the house writes them. */
  names: wordList.default([]),
  houseWords: wordList.default([]),
  /** Words of each person, by their id. */
  personalWords: z.record(idSchema, wordList).default({}),
  /** Foreign words stand between quotation marks, in italics, or are left alone. */
  foreignWords: z.enum(['quotes', 'italic', 'off']).default('quotes'),
  headlineCase: z.enum(['titled', 'sentence']).default('titled'),
  longParagraphWords: z.int().min(20).max(500).default(80),
  /** Characters. Longer headlines are cut by Google's results and by slots of the front page. */
  longHeadline: z.int().min(30).max(300).default(78),
  /** Whether addresses in copy are tried while there is a network. */
  tryLinks: z.boolean().default(true),
});
export type ChecksSettings = z.output<typeof checksSettingsSchema>;
