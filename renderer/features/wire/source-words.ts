/** The state of a source in a few words. */
import type { Source } from '../../../shared/contract/wire-sources.ts';
import type { MessageKey, MessageParameters, Language } from '../../../shared/i18n/translate.ts';
import { silenceOf } from '../../../shared/domain/source-silence.ts';
import { formatRemaining } from './decide-story-marks.ts';

/** `ring`: nothing to say yet, or paused. Colour is never alone: whatever is not fine has words beside it. */
export type SourceDot = 'green' | 'amber' | 'red' | 'ring';

export interface SourceWords {
  dot: SourceDot;
  /** A few words for the list; null where all is well. */
  reason: { key: MessageKey; parameters: MessageParameters } | null;
}

/**
 * Decides dot and words; `now` in milliseconds since 1970, `offsetMinutes` the house's, east of UTC. A source that brought
 * nothing for as long as the house has settled is silent.
 */
export function decideSourceWords(
  source: Pick<Source, 'kind' | 'silentAfterMinutes' | 'hours' | 'state'>,
  now: number,
  language: Language,
  offsetMinutes: number,
): SourceWords {
  const { status, error } = source.state;
  if (status === 'paused') return { dot: 'ring', reason: { key: 'sources.state.paused', parameters: {} } };
  if (error !== null) return { dot: 'red', reason: { key: `sources.error.${error.code}`, parameters: {} } };
  if (status === 'waiting') return { dot: 'ring', reason: { key: 'sources.state.waiting', parameters: {} } };
  const silence = silenceOf(source, now, offsetMinutes);
  if (silence !== null) {
    const wholeHours = Math.floor(silence / 3_600_000) * 3_600_000;
    const time = formatRemaining(wholeHours, language);
    return { dot: 'amber', reason: { key: 'sources.silent', parameters: { time } } };
  }
  return { dot: 'green', reason: null };
}
