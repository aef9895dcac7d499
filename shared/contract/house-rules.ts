/**
 * House-style rules as data. A rule has an id, its advice in both languages, examples that must hold, and one way to
 * find things: `words` (avoid → prefer), `names` (as they are written), `pattern` (RE2 syntax, so that no pattern takes
 * longer than its text is long) or `check` (one of the checks of eyd.ts).
 */
import { z } from 'zod';
import { PATTERN_PROBLEMS } from '../domain/find-text.ts';

export const bilingualSchema = z.object({ id: z.string(), en: z.string() });

export const ruleExampleSchema = z.strictObject({ bad: z.string().max(500), good: z.string().max(500) });
export type RuleExample = z.output<typeof ruleExampleSchema>;

const EYD_CHECKS = ['money', 'small-numbers', 'headline-case'] as const;

export const ruleSourceSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
    advice: bilingualSchema,
    /** What to avoid and what to write instead; an empty word has advice only. Words with -nya, -lah … are met too. */
    words: z.record(z.string().min(1), z.string()).optional(),
    /** Names and titles as they are written; other cases of them are findings, and spelling knows their words. */
    names: z.array(z.string().min(1)).optional(),
    pattern: z.string().min(1).max(2_000).optional(),
    /** For a pattern: `$1` … are its groups. Left out: advice only. */
    replacement: z.string().max(500).optional(),
    /** Matches of a pattern that are fine, in small letters. */
    except: z.array(z.string()).default([]),
    check: z.enum(EYD_CHECKS).optional(),
    /** Where it applies. */
    in: z.enum(['everywhere', 'headline', 'body']).default('everywhere'),
    /** `bad` is found by this rule and mended into `good`, in which it finds nothing. */
    examples: z.array(ruleExampleSchema).default([]),
    /** What the rule must leave alone. */
    fine: z.array(z.string()).default([]),
  })
  .refine(
    ({ words, names, pattern, check }) =>
      [words, names, pattern, check].filter((way) => way !== undefined).length === 1,
    'a rule has one of words, names, pattern, check',
  );
export type RuleSource = z.output<typeof ruleSourceSchema>;

/** How an example fares with its rule; `mended` is what the rule makes of its bad form. */
export const exampleVerdictSchema = z.object({
  verdict: z.enum(['holds', 'not-found', 'mended-otherwise', 'good-is-found']),
  mended: z.string(),
});
export type ExampleVerdict = z.output<typeof exampleVerdictSchema>;

/** What a rule is worth: why its pattern cannot be used, with the engine's own words, else how each example fares. */
export const ruleTrialSchema = z.object({
  problem: z.object({ code: z.enum(PATTERN_PROBLEMS), said: z.string() }).nullable(),
  examples: z.array(exampleVerdictSchema),
});
export type RuleTrial = z.output<typeof ruleTrialSchema>;
