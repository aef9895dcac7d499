/** What is amiss with the whole workstation now, told in its status and once among the notifications. */
import type { News } from '../../shared/contract/notifications.ts';
import type { EventBus } from './events.ts';
import type { Log } from './providers.ts';

export interface Notice {
  code: string;
  detail: string;
}

/** `known` is amiss from the start. */
export function createNotices({
  known,
  events,
  log,
  notify,
}: {
  known: readonly Notice[];
  events: EventBus;
  log: Log;
  notify: (news: readonly News[]) => void;
}) {
  const notices = [...known];

  /** What is amiss with the data folder may keep this very note from being written: it stands in the status then. */
  function note(code: string): void {
    try {
      notify([{ kind: 'notice', code }]);
    } catch (error) {
      log.warn('notification not kept', { code, error: String(error) });
    }
  }

  return {
    list: (): readonly Notice[] => notices,

    /** Tells of what was amiss from the start, once there is a list of notifications. */
    noteKnown(): void {
      for (const { code } of known) note(code);
    },

    /** Notes what is amiss, or where `detail` is null, that it no longer is. */
    tell(code: string, detail: string | null): void {
      const at = notices.findIndex((notice) => notice.code === code);
      if (at !== -1) notices.splice(at, 1);
      if (detail !== null) notices.push({ code, detail });
      if (at === -1 && detail !== null) note(code);
      events.emit({ type: 'system.changed' });
    },
  };
}
