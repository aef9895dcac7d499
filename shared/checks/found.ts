/** How the checks speak of what they found, before it is told where. */
import type { Finding, Fix, Segment } from '../contract/checks.ts';

/** A finding in one text. */
export type Found = Omit<Finding, 'segment' | 'text' | 'key' | 'advice' | 'parameters' | 'evidence'> &
  Partial<Pick<Finding, 'advice' | 'parameters' | 'evidence'>>;

/** One check over one text; it walks the text a bounded number of times. */
export type TextCheck = (segment: Segment, context: CheckContext) => Found[];

export interface CheckContext {
  /** The article's own time, milliseconds since 1970. */
  at: number;
  /** Minutes east of UTC of the newsroom's clock. */
  offsetMinutes: number;
  longParagraphWords: number;
  longHeadline: number;
}

/** A fix that puts other words in the place of the found ones. */
export function replaceWith(text: string): Fix {
  return { kind: 'replace', text };
}

/** A finding as it is told; offsets are brought inside the text, whatever a check said. */
export function tellFinding(found: Found, segment: Segment, position: number): Finding {
  const start = Math.min(found.start, segment.text.length);
  const end = Math.min(Math.max(found.end, start), segment.text.length);
  const text = segment.text.slice(start, end);
  return {
    ...found,
    advice: found.advice ?? null,
    parameters: found.parameters ?? {},
    evidence: found.evidence ?? null,
    segment: position,
    start,
    end,
    text,
    key: [found.check, found.code, (segment.about || text).toLowerCase().slice(0, 120)].join('/'),
  };
}

/** The text with a fix in the place of the found words. Fixes of format leave the words as they are. */
export function applyFix(text: string, { start, end }: Pick<Finding, 'start' | 'end'>, fix: Fix): string {
  return fix.kind === 'replace' ? text.slice(0, start) + fix.text + text.slice(end) : text;
}
