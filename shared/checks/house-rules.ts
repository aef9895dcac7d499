/**
 * House-style rules as data. A rule has an id, its advice in both languages, examples that must hold, and one way to
 * find things: `words` (avoid → prefer), `names` (as they are written), `pattern` (RE2 syntax, so that no pattern takes
 * longer than its text is long) or `check` (one of the checks of eyd.ts).
 */
import { z } from 'zod';
import { bilingualSchema } from '../contract/checks.ts';

export const EYD_CHECKS = ['money', 'small-numbers', 'headline-case'] as const;

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
    examples: z.array(z.strictObject({ bad: z.string(), good: z.string() })).default([]),
    /** What the rule must leave alone. */
    fine: z.array(z.string()).default([]),
  })
  .refine(
    ({ words, names, pattern, check }) =>
      [words, names, pattern, check].filter((way) => way !== undefined).length === 1,
    'a rule has one of words, names, pattern, check',
  );
export type RuleSource = z.output<typeof ruleSourceSchema>;

export const houseStyleSchema = z.strictObject({ name: bilingualSchema, rules: z.array(ruleSourceSchema) });

const CLITIC = '(nya|lah|kah|pun|ku|mu)';

/** The replacement in the case of the words it takes the place of: `Silahkan` → `Silakan`, `RESIKO` → `RISIKO`. */
export function inCaseOf(found: string, replacement: string): string {
  if (found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase()) {
    return replacement.toUpperCase();
  }
  const [first = ''] = found;
  return first !== first.toLowerCase()
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}

export interface PhraseHit {
  start: number;
  end: number;
  ruleId: string;
  /** What stands in its place; null for advice only. */
  replacement: string | null;
}

interface Phrase {
  words: string[];
  ruleId: string;
  replacement: string;
  isName: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** All word lists in one look-up by first word: the cost is one step a word, however long the lists are. */
export class PhraseBook {
  readonly #byFirst = new Map<string, Phrase[]>();

  add(ruleId: string, phrase: string, replacement: string, isName = false): void {
    const words = phrase
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const [first] = words;
    if (first === undefined) return;
    const known = this.#byFirst.get(first) ?? [];
    known.push({ words, ruleId, replacement, isName });
    // The longest phrase that begins here wins.
    known.sort((one, other) => other.words.length - one.words.length);
    this.#byFirst.set(first, known);
  }

  find(text: string): PhraseHit[] {
    const tokens = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, index }));
    const hits: PhraseHit[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const hit = this.#hitAt(text, tokens, at);
      if (hit === null) continue;
      if (hit.hit !== null) hits.push(hit.hit);
      at += hit.length - 1;
    }
    return hits;
  }

  #hitAt(
    text: string,
    tokens: readonly { word: string; index: number }[],
    at: number,
  ): { hit: PhraseHit | null; length: number } | null {
    const word = tokens[at]?.word.toLowerCase() ?? '';
    const clitic = new RegExp(`^(.{3,}?)${CLITIC}$`, 'u').exec(word);
    const candidates = [
      ...(this.#byFirst.get(word) ?? []).map((phrase) => ({ phrase, ending: '' })),
      ...(this.#byFirst.get(clitic?.[1] ?? '') ?? [])
        .filter(({ words, isName }) => words.length === 1 && !isName)
        .map((phrase) => ({ phrase, ending: clitic?.[2] ?? '' })),
    ];
    for (const { phrase, ending } of candidates) {
      const length = phrase.words.length;
      const isThere = phrase.words.every(
        (part, step) => step === 0 || tokens[at + step]?.word.toLowerCase() === part,
      );
      const [first, last] = [tokens[at], tokens[at + length - 1]];
      if (!isThere || first === undefined || last === undefined) continue;
      const [start, end] = [first.index, last.index + last.word.length];
      const found = text.slice(start, end);
      if (phrase.isName) {
        const isRight = found === phrase.replacement || found === found.toUpperCase();
        return { hit: isRight ? null : { ...phrase, start, end }, length };
      }
      const instead = phrase.replacement === '' ? null : inCaseOf(found, phrase.replacement) + ending;
      // `senin` → `Senin`: what is written right already is nothing to find.
      if (instead === found) return { hit: null, length };
      return { hit: { start, end, ruleId: phrase.ruleId, replacement: instead }, length };
    }
    return null;
  }
}
