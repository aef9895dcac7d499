/** How a delivery with a time looks on the calendar, and what can be done with it there. */
import type { Delivery } from '../../../../shared/contract/publishing.ts';
import type { MessageKey } from '../../../../shared/i18n/translate.ts';

export interface ScheduleLook {
  tone: 'waiting' | 'kept' | 'out' | 'missed';
  words: MessageKey;
  /** It can still be moved to another time. */
  movable: boolean;
}

/** When it goes or went out, in milliseconds since 1970. */
export function timeOf({ publishAt, createdAt }: Delivery): number {
  return Date.parse(publishAt ?? createdAt);
}

/** True where the site let the time pass. */
export function isMissed({ error, state }: Delivery): boolean {
  return state === 'failed' && error?.code === 'schedule-missed';
}

export function decideScheduleLook(delivery: Delivery): ScheduleLook {
  const { state, handedOver } = delivery;
  if (isMissed(delivery)) return { tone: 'missed', words: 'schedule.state.missed', movable: true };
  switch (state) {
    case 'live':
      return { tone: 'out', words: 'schedule.state.out', movable: false };
    case 'failed':
    case 'conflict':
      return { tone: 'missed', words: 'schedule.state.stopped', movable: true };
    case 'cancelled':
      return { tone: 'out', words: 'publishing.state.cancelled', movable: false };
    case 'scheduled':
      return handedOver
        ? { tone: 'kept', words: 'schedule.state.atSite', movable: true }
        : { tone: 'kept', words: 'schedule.state.here', movable: true };
    case 'sending':
      return { tone: 'waiting', words: 'publishing.state.sending', movable: false };
    case 'queued':
    case 'retry':
      return { tone: 'waiting', words: 'schedule.state.onItsWay', movable: true };
  }
}
