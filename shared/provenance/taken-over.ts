/** How much of a source's copy stands in ours: as it is, or lightly edited. */
import type { SourceOfSentences } from '../contract/provenance.ts';
import { countWords } from '../document/walk.ts';
import type { CheckedFidelity } from './fidelity.ts';

/**
 * The words of the source's sentences that ours took over verbatim or lightly edited, in percent of all its words, rounded up.
 * A sentence that was taken twice counts once. Null where the source has no sentences.
 */
export function takenPercent(
  sourceId: string,
  blocks: readonly CheckedFidelity[],
  sources: readonly SourceOfSentences[],
): number | null {
  const source = sources.find((one) => one.sourceId === sourceId);
  if (source === undefined || source.sentences.length === 0) return null;
  const taken = new Set<number>();
  for (const { sentences } of blocks) {
    for (const { sources: alike } of sentences) {
      for (const one of alike) {
        if (one.sourceId === sourceId && one.kind !== 'rewritten') taken.add(one.sentence);
      }
    }
  }
  const words = source.sentences.map(({ text }) => countWords(text));
  const all = words.reduce((sum, count) => sum + count, 0);
  const ours = words.reduce((sum, count, at) => sum + (taken.has(at) ? count : 0), 0);
  return all === 0 ? null : Math.ceil((100 * ours) / all);
}
