/** The labelled pairs put to what the ingest worker folds by, and what comes of it. */
import { copyTextOf } from '../../electron/core/wire/folding/copy-text.ts';
import { partMark } from '../../electron/core/wire/folding/part-mark.ts';
import { withEditorialFields } from '../../electron/core/wire/formats/editorial.ts';
import { emptyStory } from '../../shared/domain/empty-story.ts';
import type { WireStory } from '../../shared/contract/wire-story.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { comparedCopy, sketchOf } from '../../shared/domain/duplicates/compared-copy.ts';
import { decideDuplicate } from '../../shared/domain/duplicates/decide-duplicate.ts';
import { sharedHashes, SHARED_AT_LEAST } from '../../electron/core/wire/folding/recent-sketches.ts';
import type { LabelledPair, LabelledStory, PairCase } from './load-pairs.ts';

/** The labelled story as a format would have read it. */
export function wireStoryOf({ id, source, at, headline, language, paragraphs }: LabelledStory): WireStory {
  return withEditorialFields({
    ...emptyStory(`urn:labelled:${id}`),
    headline,
    language,
    versionCreated: at,
    provider: source,
    body: buildDocument(paragraphs.map((copy) => paragraph([text(copy)]))),
    bodyText: paragraphs.join('\n'),
  });
}

/** Whether a story that arrives after the other is folded under it. */
export function isFolded({ one, other }: LabelledPair): boolean {
  const [story, later] = [wireStoryOf(one), wireStoryOf(other)];
  if (partMark(story) !== partMark(later)) return false;
  const [here, there] = [copyTextOf(story), copyTextOf(later)];
  const found = sharedHashes(sketchOf(here), sketchOf(there)) >= SHARED_AT_LEAST;
  return (
    found &&
    decideDuplicate(comparedCopy(here), comparedCopy(there), { oneAgency: one.source === other.source })
  );
}

export interface Judgement {
  /** Of what is folded, how much should be: 0 to 1. */
  precision: number;
  /** Of what should be folded, how much is: 0 to 1. */
  recall: number;
  foldedWrongly: LabelledPair[];
  missed: LabelledPair[];
}

export function judge(cases: readonly PairCase[]): Judgement {
  const pairs = cases.flatMap((pairCase) => pairCase.pairs);
  const folded = pairs.filter(isFolded);
  const rightly = folded.filter(({ same }) => same);
  return {
    precision: folded.length === 0 ? 1 : rightly.length / folded.length,
    recall: rightly.length / pairs.filter(({ same }) => same).length,
    foldedWrongly: folded.filter(({ same }) => !same),
    missed: pairs.filter((pair) => pair.same && !folded.includes(pair)),
  };
}
