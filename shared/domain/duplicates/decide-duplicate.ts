/**
 * Whether two copies are one story: whoever has read the one learns nothing from the other. Precision before recall:
 * two stories taken for one hide a story, a duplicate that is missed costs a line in a list.
 */
import type { ComparedCopy } from './compared-copy.ts';
import { turnAgainst } from './copy-facts.ts';

/** Shorter copy says too little to be compared. */
const FEWEST_PAIRS = 12;
/** How much of the shorter copy must stand in the longer. */
const ALIKE = 0.6;
/** Copy that shares this many figures, and has no other, may be put in words of its own. */
const MANY_FIGURES = 5;
const ALIKE_WITH_MANY_FIGURES = 0.5;
/** One paragraph is alike before it is the same: captions of one event, summaries of one press conference. */
const ALIKE_IN_ONE_PARAGRAPH = 0.85;
/** An agency does not put its own story in other words: what it sends again is the same, or it is the next bulletin. */
const ALIKE_FROM_ONE_AGENCY = 0.99;

function sharedBetween(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let count = 0;
  for (const pair of few) if (many.has(pair)) count += 1;
  return count;
}

/** How much of the shorter copy stands in the longer, 0 to 1. */
export function likeness(one: ComparedCopy, other: ComparedCopy): number {
  const shorter = Math.min(one.pairs.size, other.pairs.size);
  return shorter === 0 ? 0 : sharedBetween(one.pairs, other.pairs) / shorter;
}

function isWithin(part: ReadonlySet<string>, ...wholes: readonly ReadonlySet<string>[]): boolean {
  return [...part].every((item) => wholes.some((whole) => whole.has(item)));
}

/** The one says nothing in figures that the other does not say, and neither has news in its lead. */
function figuresAgree(one: ComparedCopy, other: ComparedCopy): boolean {
  const [shorter, longer] = one.pairs.size <= other.pairs.size ? [one, other] : [other, one];
  return (
    isWithin(shorter.figures, longer.figures) &&
    isWithin(longer.lead.figures, shorter.figures) &&
    isWithin(shorter.lead.figures, longer.figures)
  );
}

function daysAgree(one: ComparedCopy, other: ComparedCopy): boolean {
  return (
    isWithin(one.lead.days, other.days, other.lead.days) && isWithin(other.lead.days, one.days, one.lead.days)
  );
}

/** Neither has a name in the place of another's, nor one in its lead of which the other knows nothing. */
function namesAgree(one: ComparedCopy, other: ComparedCopy): boolean {
  return (
    (isWithin(one.names, other.words) || isWithin(other.names, one.words)) &&
    isWithin(one.lead.names, other.words) &&
    isWithin(other.lead.names, one.words)
  );
}

function alikeEnough(one: ComparedCopy, other: ComparedCopy, oneAgency: boolean): number {
  if (oneAgency) return ALIKE_FROM_ONE_AGENCY;
  if (Math.min(one.paragraphs, other.paragraphs) === 1) return ALIKE_IN_ONE_PARAGRAPH;
  const sameFigures = one.figures.size === other.figures.size && isWithin(one.figures, other.figures);
  return sameFigures && one.figures.size >= MANY_FIGURES ? ALIKE_WITH_MANY_FIGURES : ALIKE;
}

/**
 * Decides by the copy, and by whether one agency sent both; that the two came within days of each other is for the
 * caller to see to.
 */
export function decideDuplicate(
  one: ComparedCopy,
  other: ComparedCopy,
  { oneAgency }: { oneAgency: boolean },
): boolean {
  if (one.language !== other.language) return false;
  if (Math.min(one.pairs.size, other.pairs.size) < FEWEST_PAIRS) return false;
  return (
    likeness(one, other) >= alikeEnough(one, other, oneAgency) &&
    figuresAgree(one, other) &&
    daysAgree(one, other) &&
    namesAgree(one, other) &&
    !turnAgainst(one.lead.turns, other.lead.turns)
  );
}
