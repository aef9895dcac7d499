/** Figures and days of a sentence beside those of the sentences it came from, and of all sources. Pure. */
import { isSameDate, type DateMention } from './dates.ts';
import { isSameFigure, type Figure } from './figures.ts';
import type { DatedMention } from './source-copy.ts';

export interface FactQuestion<Ours, Theirs> {
  ours: readonly Ours[];
  /** Of the sentences it came from. */
  near: readonly Theirs[];
  /** Of all sources. */
  all: readonly Theirs[];
  isSame(ours: Ours, theirs: Theirs): boolean;
  /** True where the one could stand in the other's place: of one kind, and counting the same. */
  isRival(ours: Ours, theirs: Theirs): boolean;
}

export interface WrongFact<Ours, Theirs> {
  fact: Ours;
  /** What the source has in its place; null where it has nothing like it. */
  theirs: Theirs | null;
}

/** Facts of ours no source has, or that stand where the source has another. */
export function wrongFacts<Ours, Theirs>({
  ours,
  near,
  all,
  isSame,
  isRival,
}: FactQuestion<Ours, Theirs>): WrongFact<Ours, Theirs>[] {
  const unanswered = near.filter((theirs) => !ours.some((fact) => isSame(fact, theirs)));
  return ours.flatMap((fact): WrongFact<Ours, Theirs>[] => {
    if (near.some((theirs) => isSame(fact, theirs))) return [];
    const rival = unanswered.find((theirs) => isRival(fact, theirs)) ?? null;
    const isElsewhere = all.some((theirs) => isSame(fact, theirs));
    if (isElsewhere && rival === null) return [];
    return [{ fact, theirs: rival }];
  });
}

/** Words before a figure that say it is rounded, and how far off it may then be. */
const ROUGHLY =
  /(?:sekitar|kira-kira|kurang lebih|hampir|nyaris|lebih dari|about|some|nearly|almost|more than)\s$/iu;
const ROUGH_SHARE = 0.05;

export function isSameOrRounded(text: string): (ours: Figure, theirs: Figure) => boolean {
  return (ours, theirs) => {
    if (isSameFigure(ours, theirs)) return true;
    if (!ROUGHLY.test(text.slice(0, ours.start))) return false;
    const sameUnit = ours.unit === null || theirs.unit === null || ours.unit === theirs.unit;
    return sameUnit && Math.abs(ours.value - theirs.value) <= ROUGH_SHARE * Math.abs(theirs.value);
  };
}

/** In one unit, or counting the same word where they have none. */
export function isRivalFigure(ours: Figure, theirs: Figure): boolean {
  if (ours.unit !== null && theirs.unit !== null) return ours.unit === theirs.unit;
  return ours.counted !== '' && ours.counted === theirs.counted;
}

export const isSameMention = (ours: DateMention, { mention, time }: DatedMention): boolean =>
  isSameDate(ours, mention, time);

export const isRivalMention = (ours: DateMention, { mention }: DatedMention): boolean =>
  ours.kind === mention.kind;
