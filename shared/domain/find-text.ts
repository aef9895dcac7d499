/** Finding words or a pattern in text, and what takes their place. Pure. */

export interface FindQuery {
  /** What is looked for: words as they stand, or a pattern. */
  words: string;
  /** `words` is a regular expression (ECMAScript, Unicode mode). */
  isPattern: boolean;
  matchCase: boolean;
  wholeWord: boolean;
}

/** Why a pattern is none; each has a sentence (`find.problem.<code>`). */
export const PATTERN_PROBLEMS = ['bracket', 'class', 'repeat', 'escape', 'other'] as const;
export type PatternProblem = (typeof PATTERN_PROBLEMS)[number];

export type CompiledQuery =
  { kind: 'ready'; expression: RegExp } | { kind: 'broken'; problem: PatternProblem };

/** UTF-16 offsets. */
export interface TextHit {
  start: number;
  end: number;
}

/** What typing makes of these signs in copy is found by the sign on the key. */
const ALSO: Readonly<Record<string, string>> = {
  ' ': '[ \\u00a0]',
  '"': '["“”„]',
  "'": "['‘’]",
  '-': '[-–—]',
};
const WORD_SIGN = '[\\p{L}\\p{M}\\p{N}_]';

function literal(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]|[ "'-]/g, (sign) => ALSO[sign] ?? `\\${sign}`);
}

const PROBLEMS: readonly (readonly [RegExp, PatternProblem])[] = [
  [/group|unmatched|(?:closing|unexpected) \)|perl syntax|named capture/i, 'bracket'],
  [/class|range out of order|closing \]/i, 'class'],
  [/repeat|repetition|quantifier|numbers out of order/i, 'repeat'],
  [/escape|property|backslash|\\/i, 'escape'],
];

/** What the words of an engine (ECMAScript or RE2) say is wrong with a pattern; without the pattern itself. */
export function patternProblemOf(said: string): PatternProblem {
  return PROBLEMS.find(([sign]) => sign.test(said))?.[1] ?? 'other';
}

/** The expression of a query (global, Unicode), or what is wrong with its pattern. Words are always an expression. */
export function compileQuery({ words, isPattern, matchCase, wholeWord }: FindQuery): CompiledQuery {
  const flags = matchCase ? 'gu' : 'giu';
  const source = isPattern ? words : literal(words);
  try {
    // By itself first: what is put around it must not mend a broken one.
    const expression = new RegExp(source, flags);
    if (!wholeWord) return { kind: 'ready', expression };
    return {
      kind: 'ready',
      expression: new RegExp(`(?<!${WORD_SIGN})(?:${source})(?!${WORD_SIGN})`, flags),
    };
  } catch (error) {
    // The engine repeats the pattern before it says what is wrong with it.
    const said = String(error).split(': ').at(-1) ?? '';
    return { kind: 'broken', problem: patternProblemOf(said) };
  }
}

/** Where an expression of `compileQuery` matches, in order, at most `most`; matches of nothing are none. */
export function findInText(text: string, expression: RegExp, most: number): TextHit[] {
  const hits: TextHit[] = [];
  if (most <= 0) return hits;
  for (const { index, 0: words } of text.matchAll(expression)) {
    if (words === '') continue;
    hits.push({ start: index, end: index + words.length });
    if (hits.length === most) break;
  }
  return hits;
}

/**
 * What stands in the place of a hit: the replacement as it is, or, for a pattern, with `$1`, `$<name>` and `$&` filled
 * in. Null where nothing matches at that place (any more).
 */
export function replacementFor(
  text: string,
  { start, end }: TextHit,
  query: FindQuery,
  replacement: string,
): string | null {
  const compiled = compileQuery(query);
  if (compiled.kind === 'broken') return null;
  const { source, flags } = compiled.expression;
  const there = new RegExp(source, `${flags.replace('g', '')}y`);
  there.lastIndex = start;
  if (there.exec(text)?.[0].length !== end - start) return null;
  if (!query.isPattern) return replacement;
  there.lastIndex = start;
  const replaced = text.replace(there, replacement);
  return replaced.slice(start, replaced.length - (text.length - end));
}
