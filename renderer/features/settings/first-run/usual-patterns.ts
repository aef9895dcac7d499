/** The patterns most houses write in, and what they give. */
import { composeCredit, DEFAULT_CREDIT_PATTERN } from '../../../../shared/domain/credits.ts';
import { composeDateline, DEFAULT_DATELINE_PATTERN } from '../../../../shared/domain/datelines.ts';

export const DATELINE_PATTERNS: readonly string[] = [
  DEFAULT_DATELINE_PATTERN,
  '{City} ({OUTLET}) – ',
  '{OUTLET}, {City} – ',
];

export const CREDIT_PATTERNS: readonly string[] = [
  DEFAULT_CREDIT_PATTERN,
  '({editor}/{sources})',
  '({sources})',
];

/** What a pattern gives with the house's name in it; null where it gives nothing. */
export function showDateline(pattern: string, outlet: string, city: string): string | null {
  const composed = composeDateline({ city, outlet }, pattern);
  return composed.ok ? composed.text.trim() : null;
}

/** What a pattern gives for agency copy; null where it gives nothing. */
export function showCredit(pattern: string, code: string): string | null {
  const editorCode = code.trim() === '' ? 'SU02' : code;
  const composed = composeCredit({ agencies: ['Ant'], reporters: [], editorCode }, pattern);
  return composed.ok ? composed.text : null;
}
