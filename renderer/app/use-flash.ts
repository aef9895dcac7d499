/** Makes flash copy known as the person or the house chose: by a sound, and by a notification of the system. */
import { useQuery } from '@tanstack/react-query';
import { decideAlert } from '../../shared/domain/flash.ts';
import { useCore } from '../core-client/core-client.ts';
import { useLocale } from '../i18n.ts';
import { usePeople } from '../people.ts';
import { playFlashSound } from './flash-sound.ts';
import type { ShownNotification } from './use-notifications.ts';

const LAST_MADE_KNOWN = 'redaksi-flash';

/** Of several windows the first one does it. */
async function once(notificationId: number, work: () => void): Promise<void> {
  await navigator.locks.request(LAST_MADE_KNOWN, () => {
    if (Number(window.localStorage.getItem(LAST_MADE_KNOWN) ?? 0) >= notificationId) return;
    window.localStorage.setItem(LAST_MADE_KNOWN, String(notificationId));
    work();
  });
}

/** In the desktop program the system's notifications are the main process's. */
function showByBrowser({ words: { title, body }, follow }: ShownNotification): void {
  if (window.location.protocol === 'app:' || Notification.permission !== 'granted') return;
  const shown = new Notification(title, { body, requireInteraction: true });
  shown.addEventListener('click', () => {
    window.focus();
    follow();
    shown.close();
  });
}

/** What to do with a flash that has just come. */
export function useFlash(): (flash: ShownNotification) => void {
  const { queries } = useCore();
  const { offsetMinutes } = useLocale();
  const { current } = usePeople();
  const alerts = useQuery(queries.settings.get.queryOptions()).data?.alerts;
  return (flash) => {
    if (alerts === undefined) return;
    const { sound, notify } = decideAlert(alerts, current?.personId ?? '', Date.now(), offsetMinutes);
    void once(flash.notificationId, () => {
      if (sound) void playFlashSound().catch(() => null);
      if (notify) showByBrowser(flash);
    });
  };
}
