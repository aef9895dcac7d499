/** Which part of an agency's telling of a story a copy is: the first, a take, an update, a correction. */
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { normaliseSignal } from '../../../../shared/domain/story-signals.ts';
import { readKeywordLine, readLabel } from '../formats/advisories.ts';

type Marked = Pick<WireStory, 'headline' | 'slugline' | 'signals'>;

/**
 * What a source says of that in signals, before the headline (`KOREKSI: …`), in brackets behind it (`… (Take 2)`) or in its
 * slug; empty for copy that is none of these. Copies with different marks are never one story: whoever waits for the
 * correction must see it, word for word the same or not.
 */
export function partMark({ headline, slugline, signals }: Marked): string {
  const title = headline ?? '';
  const behind = /[[(]([^\])]{1,40})[\])]\s*$/.exec(title)?.[1];
  const said = [
    ...signals,
    ...readLabel(title).signals,
    ...(behind === undefined ? [] : readLabel(`${behind}:`).signals),
    ...readKeywordLine(slugline ?? '').signals,
  ].map(normaliseSignal);
  return [...new Set(said.filter((signal) => /^(?:take:|sig:(?:correction|update)$)/.test(signal)))]
    .toSorted()
    .join(' ');
}
