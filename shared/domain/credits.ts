/** Credits at the end of a story: `(Ant/SU02)`, source agency / the editor's own code; own stories `(reporter/editor)`. */
import { agencyNamed } from './agencies.ts';
import { fillPattern, validatePattern } from './house-pattern.ts';
import type { PatternError, PatternResult } from './house-pattern.ts';

export interface CreditParts {
  /** Short names of the agencies used, in order: `['Ant', 'Rtr']`. Where there is any, reporters are not named. */
  agencies: readonly string[];
  /** The editor's own code: `SU02`; empty where none is set. */
  editorCode: string;
  /** Names or codes of the house's own reporters. */
  reporters: readonly string[];
}

export interface Credit {
  /** As written, brackets included. */
  raw: string;
  /** Names known as agencies, as written. */
  agencies: string[];
  reporters: string[];
  editorCode: string | null;
}

/** Gives `(Ant/SU02)`. */
export const DEFAULT_CREDIT_PATTERN = '({sources}/{editor})';

const PLACEHOLDERS = ['sources', 'editor'] as const;

/**
 * What is wrong with a house's credit pattern, or null. Placeholders: `{sources}`, the agencies' short names or, for
 * own stories, the reporters, joined by `/`; `{editor}`, the editor's code. `[ … ]` is left out where a placeholder in
 * it has no value.
 */
export function validateCreditPattern(pattern: string): PatternError | null {
  return validatePattern(pattern, PLACEHOLDERS, ['sources', 'editor']);
}

function cleanPart(part: string): string {
  return part
    .replace(/[()/[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function joinedOnce(parts: readonly string[]): string {
  return [...new Set(parts.map(cleanPart).filter((part) => part !== ''))].join('/');
}

/**
 * Writes a credit by the house's pattern (see `validateCreditPattern`). What has no value goes together with its
 * stroke: `(Ant)` where no editor's code is set. Empty text where there is nobody to credit.
 */
export function composeCredit(parts: CreditParts, pattern: string = DEFAULT_CREDIT_PATTERN): PatternResult {
  const error = validateCreditPattern(pattern);
  if (error !== null) return { ok: false, error };
  const sources = joinedOnce(parts.agencies) || joinedOnce(parts.reporters);
  const editor = cleanPart(parts.editorCode);
  if (sources === '' && editor === '') return { ok: true, text: '' };
  const filled = fillPattern(pattern, { sources, editor }, { emptyAllowed: true });
  if (!filled.ok || (sources !== '' && editor !== '')) return filled;
  const text = filled.text
    .replace(/\/{2,}/g, '/')
    .replace(/(^|[([])\s*\/\s*/g, '$1')
    .replace(/\s*\/\s*($|[)\]])/g, '$1')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .trim();
  return { ok: true, text };
}

/**
 * The credit line after the agencies of an article became others: composed anew where the line is what the pattern makes
 * of those it had, with whatever code it carries; null where somebody wrote it by hand. `code`: of who sits here, for a line
 * that has none yet.
 */
export function creditInStep(
  { credit, before, after }: { credit: string; before: readonly string[]; after: readonly string[] },
  code: string,
  pattern: string = DEFAULT_CREDIT_PATTERN,
): string | null {
  const line = credit.trim();
  for (const editorCode of new Set([parseCredit(line)?.editorCode ?? '', code, ''])) {
    const composed = composeCredit({ agencies: before, editorCode, reporters: [] }, pattern);
    if (!composed.ok || composed.text !== line) continue;
    if (joinedOnce(after) === '') return '';
    const next = composeCredit({ agencies: after, editorCode: editorCode || code, reporters: [] }, pattern);
    return next.ok ? next.text : null;
  }
  return null;
}

/** As what the sources of an article are credited, in their order; those that are not credited are left out. */
export function creditNamesOf(sources: readonly { creditName: string }[]): string[] {
  return sources.flatMap(({ creditName }) => (creditName === '' ? [] : [creditName]));
}

const LONGEST = 60;

function isCode(part: string): boolean {
  return /^(?=.*\p{L})[\p{L}\p{N}.*-]{2,12}$/u.test(part);
}

/**
 * Reads a credit standing alone (`(Ant/SU02)`, `(Ant/Rtr/SU02)`, `(hnh/kri)`, `(Antara)`), or null where the brackets
 * hold anything else: figures, words with spaces that are no agency, an abbreviation by itself. The first parts that
 * are agencies are `agencies`, the last of several parts is the editor's code, those between are reporters.
 */
export function parseCredit(text: string): Credit | null {
  const raw = text.trim();
  const inner = raw.length > LONGEST ? null : /^\(([^()\n]+)\)\.?$/.exec(raw)?.[1];
  if (inner === null || inner === undefined) return null;
  const parts = inner.split('/').map((part) => part.trim());
  const leading = parts.findIndex((part) => agencyNamed(part) === null);
  const agencies = leading === -1 ? parts : parts.slice(0, leading);
  const others = leading === -1 ? [] : parts.slice(leading);
  if (!others.every(isCode)) return null;
  if (agencies.length === 0 && (others.length < 2 || !others.every(looksLikeInitials))) return null;
  return { raw, agencies, reporters: others.slice(0, -1), editorCode: others.at(-1) ?? null };
}

/** `hnh`, `SU02`, `T.K-PSO`: without an agency beside it a word of the language is no code. */
function looksLikeInitials(part: string): boolean {
  return (
    /^\p{L}{2,3}$/u.test(part) || /[\p{N}.-]/u.test(part) || (part === part.toUpperCase() && part.length <= 6)
  );
}
