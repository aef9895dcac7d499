/**
 * Patterns a house writes its datelines and credits in. `{name}` is a placeholder; `[ … ]` is a part that is left out
 * as a whole where a placeholder in it has no value; everything else stands as typed. Brackets do not nest, and braces
 * and square brackets cannot be typed as plain text.
 */

export type PatternError =
  | { code: 'empty' | 'too-long' | 'unbalanced' | 'nested' }
  | { code: 'unknown-placeholder' | 'missing-placeholder' | 'missing-value'; placeholder: string };

export type PatternResult = { ok: true; text: string } | { ok: false; error: PatternError };

interface Literal {
  kind: 'text' | 'placeholder';
  value: string;
}

type Part = Literal | { kind: 'group'; parts: Literal[] };

type ParsedPattern = { ok: true; parts: Part[] } | { ok: false; error: PatternError };

const LONGEST = 200;

/** Splits a pattern into its parts and refuses what is no pattern; `allowed` are the placeholders it may name. */
export function parsePattern(pattern: string, allowed: readonly string[]): ParsedPattern {
  if (pattern.trim() === '') return { ok: false, error: { code: 'empty' } };
  if (pattern.length > LONGEST) return { ok: false, error: { code: 'too-long' } };
  const parts: Part[] = [];
  let group: Literal[] | null = null;
  for (const [token] of pattern.matchAll(/\{[^{}[\]]*\}|[^{}[\]]+|[{}[\]]/g)) {
    if (token === '[') {
      if (group !== null) return { ok: false, error: { code: 'nested' } };
      group = [];
    } else if (token === ']') {
      if (group === null) return { ok: false, error: { code: 'unbalanced' } };
      parts.push({ kind: 'group', parts: group });
      group = null;
    } else if (token === '{' || token === '}') {
      return { ok: false, error: { code: 'unbalanced' } };
    } else if (token.startsWith('{')) {
      const placeholder = token.slice(1, -1);
      if (!allowed.includes(placeholder)) {
        return { ok: false, error: { code: 'unknown-placeholder', placeholder } };
      }
      (group ?? parts).push({ kind: 'placeholder', value: placeholder });
    } else {
      (group ?? parts).push({ kind: 'text', value: token });
    }
  }
  return group === null ? { ok: true, parts } : { ok: false, error: { code: 'unbalanced' } };
}

function placeholdersOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'group') return placeholdersOf(part.parts);
    return part.kind === 'placeholder' ? [part.value] : [];
  });
}

/** The first thing wrong with a pattern, or null. `oneOf`: at least one of these placeholders has to be there. */
export function validatePattern(
  pattern: string,
  allowed: readonly string[],
  oneOf: readonly string[],
): PatternError | null {
  const parsed = parsePattern(pattern, allowed);
  if (!parsed.ok) return parsed.error;
  const named = placeholdersOf(parsed.parts);
  if (oneOf.some((placeholder) => named.includes(placeholder))) return null;
  return { code: 'missing-placeholder', placeholder: oneOf[0] ?? '' };
}

function valueOf(part: Literal, values: Readonly<Record<string, string>>): string {
  return part.kind === 'text' ? part.value : (values[part.value] ?? '');
}

/**
 * Fills a pattern. An empty value leaves its group out; outside a group it is an error, unless `emptyAllowed`, where it
 * stands as nothing.
 */
export function fillPattern(
  pattern: string,
  values: Readonly<Record<string, string>>,
  { emptyAllowed = false }: { emptyAllowed?: boolean } = {},
): PatternResult {
  const parsed = parsePattern(pattern, Object.keys(values));
  if (!parsed.ok) return parsed;
  let text = '';
  for (const part of parsed.parts) {
    if (part.kind === 'group') {
      const filled = part.parts.map((inner) => valueOf(inner, values));
      if (!filled.includes('')) text += filled.join('');
      continue;
    }
    const value = valueOf(part, values);
    if (value === '' && !emptyAllowed) {
      return { ok: false, error: { code: 'missing-value', placeholder: part.value } };
    }
    text += value;
  }
  return { ok: true, text };
}
