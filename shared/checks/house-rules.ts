/** House-style rules: what a house makes of them, and lists of words found in text. */
import { z } from 'zod';
import type { OwnRule, RuleAdjustment } from '../contract/checks-settings.ts';
import { bilingualSchema, ruleSourceSchema, type RuleSource } from '../contract/house-rules.ts';

export const houseStyleSchema = z.strictObject({ name: bilingualSchema, rules: z.array(ruleSourceSchema) });

/** A rule of the house's own as the checks take it. */
export function ownRuleSource({
  ruleId,
  find,
  isPattern,
  replacement,
  advice,
  examples,
}: OwnRule): RuleSource {
  const words = advice === '' ? find : advice;
  return {
    id: ruleId,
    advice: { id: words, en: words },
    ...(isPattern
      ? { pattern: find, ...(replacement === '' ? {} : { replacement }) }
      : { words: { [find]: replacement } }),
    except: [],
    in: 'everywhere',
    examples,
    fine: [],
  };
}

type WordChanges = NonNullable<RuleAdjustment['words']>;

function changedWords(words: Record<string, string>, changes: WordChanges): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...words, ...changes }).flatMap(([avoid, prefer]) =>
      prefer === null ? [] : [[avoid, prefer]],
    ),
  );
}

function changesOfWords(before: Record<string, string>, after: Record<string, string>): WordChanges {
  const out = Object.keys(before).filter((avoid) => !Object.hasOwn(after, avoid));
  const others = Object.entries(after).filter(([avoid, prefer]) => before[avoid] !== prefer);
  return { ...Object.fromEntries(out.map((avoid) => [avoid, null])), ...Object.fromEntries(others) };
}

/** Names as a list of words: each is its own replacement. */
function asWords(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** A shipped rule as the house changed it. */
export function adjustRule(shipped: RuleSource, changes: RuleAdjustment): RuleSource {
  const { advice, words = {}, pattern, replacement, examples } = changes;
  const rule: RuleSource = {
    ...shipped,
    ...(advice === undefined ? {} : { advice: { id: advice, en: advice } }),
    ...(examples === undefined ? {} : { examples }),
  };
  if (rule.words !== undefined) rule.words = changedWords(rule.words, words);
  if (rule.names !== undefined) rule.names = Object.keys(changedWords(asWords(rule.names), words));
  if (rule.pattern !== undefined) {
    rule.pattern = pattern ?? rule.pattern;
    if (replacement === '') delete rule.replacement;
    else rule.replacement = replacement ?? rule.replacement;
  }
  return rule;
}

/** What the house changed in a shipped rule, and no more: the rest follows the one that ships. */
export function adjustmentOf(shipped: RuleSource, changed: RuleSource): RuleAdjustment {
  const words = changesOfWords(
    shipped.words ?? asWords(shipped.names ?? []),
    changed.words ?? asWords(changed.names ?? []),
  );
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(isSame(shipped.advice, changed.advice) ? {} : { advice: changed.advice.id }),
    ...(Object.keys(words).length === 0 ? {} : { words }),
    ...(shipped.pattern === changed.pattern ? {} : { pattern: changed.pattern }),
    ...(shipped.replacement === changed.replacement ? {} : { replacement: changed.replacement ?? '' }),
    ...(isSame(shipped.examples, changed.examples) ? {} : { examples: changed.examples }),
  };
}

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
