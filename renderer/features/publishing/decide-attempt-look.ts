/** How one attempt of a delivery is told. */
import type { DeliveryAttempt } from '../../../shared/contract/publishing.ts';
import type { Language, MessageKey } from '../../../shared/i18n/translate.ts';

export interface AttemptLook {
  words: MessageKey;
  tone: 'plain' | 'fine' | 'late' | 'stopped';
}

/** Decides it; where there is an error, that tells more than `words`. `underWay`: it is this attempt that is sending now. */
export function decideAttemptLook({ result, endedAt }: DeliveryAttempt, underWay: boolean): AttemptLook {
  switch (result) {
    case 'live':
      return { words: 'publishing.attempt.arrived', tone: 'fine' };
    case 'scheduled':
      return { words: 'publishing.state.scheduled', tone: 'fine' };
    case 'sending':
      return endedAt === null && !underWay
        ? { words: 'publishing.attempt.cut', tone: 'plain' }
        : { words: 'publishing.state.sending', tone: 'plain' };
    case 'retry':
      return { words: 'publishing.state.retry', tone: 'late' };
    case 'queued':
      return { words: 'publishing.attempt.anew', tone: 'plain' };
    case 'conflict':
      return { words: 'publishing.state.conflict', tone: 'stopped' };
    case 'failed':
      return { words: 'publishing.state.failed', tone: 'stopped' };
    case 'cancelled':
      return { words: 'publishing.state.cancelled', tone: 'plain' };
  }
}

/** `12 md`, `1,4 dtk`, `2 mnt`; in English `12 ms`, `1.4 s`, `2 min`. Milliseconds in. */
export function formatDuration(milliseconds: number, language: Language): string {
  const [thousandth, second, minute] = language === 'id' ? ['md', 'dtk', 'mnt'] : ['ms', 's', 'min'];
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ${thousandth}`;
  if (milliseconds >= 120_000) return `${Math.round(milliseconds / 60_000)} ${minute}`;
  const seconds = (milliseconds / 1_000).toFixed(milliseconds < 10_000 ? 1 : 0);
  return `${language === 'id' ? seconds.replace('.', ',') : seconds} ${second}`;
}
