/** What Electron's main process is told of the core's doings: look, pause, badge, and news worth a notification. */
import type { RouterClient } from '@orpc/server';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { decideAlert } from '../../shared/domain/flash.ts';
import { offsetOfIndonesianZone } from '../../shared/domain/indonesian-dates.ts';
import { describeNews } from '../../shared/i18n/describe-news.ts';
import type { Language } from '../../shared/i18n/translate.ts';
import type { FromCore } from '../../shared/page/desktop-messages.ts';
import type { Log } from '../core/providers.ts';
import type { CoreRouter } from '../core/router.ts';

type Told = Exclude<FromCore, { type: 'ready' | 'failed' | 'served' | 'keychain' }>;

/** Tells what is so now, then whatever changes, until `signal` aborts. */
export async function tellDesktop(
  client: RouterClient<CoreRouter>,
  tell: (message: Told) => void,
  { signal, log }: { signal: AbortSignal; log: Log },
): Promise<void> {
  let language: Language = 'id';

  async function tellLook(): Promise<void> {
    const look = (await client.settings.get()).interface;
    language = look.language;
    tell({ type: 'look', look: { language, theme: look.theme, keepInTray: look.keepInTray } });
  }

  async function tellBadge(): Promise<void> {
    const { urgentUnread } = await client.wire.counts();
    const { failed } = await client.publishing.counts();
    tell({ type: 'badge', count: urgentUnread + failed });
  }

  /** Whether flash copy may be shown to a person now, by their choice or the house's. */
  async function mayNotify(personId: string): Promise<boolean> {
    const { alerts, house } = await client.settings.get();
    return decideAlert(alerts, personId, Date.now(), offsetOfIndonesianZone(house.timeZone)).notify;
  }

  async function tellNews(added: readonly number[]): Promise<void> {
    const notifications = await client.notifications.list();
    const { people, currentPersonId } = await client.people.list();
    const nameOf = (personId: string): string =>
      people.find((person) => person.personId === personId)?.name ?? '';
    for (const { notificationId, news } of notifications.toReversed()) {
      if (!added.includes(notificationId)) continue;
      if (news.kind === 'wire-flash' && !(await mayNotify(currentPersonId))) continue;
      const { title, body, link } = describeNews(news, language, nameOf);
      tell({ type: 'news', news: { title, body, link } });
    }
  }

  async function hear(event: CoreEvent): Promise<void> {
    if (event.type === 'settings.changed') return tellLook();
    if (event.type === 'intake.changed') return tell({ type: 'intake', paused: event.paused });
    if (event.type === 'notifications.changed' && event.added.length > 0) await tellNews(event.added);
    if (['wire.changed', 'wire.read', 'delivery.changed'].includes(event.type)) await tellBadge();
  }

  await tellLook();
  await tellBadge();
  while (!signal.aborted) {
    // Cut off where it fell hopelessly behind; then it starts afresh.
    for await (const event of await client.system.events(undefined, { signal })) {
      await hear(event).catch((error: unknown) => log.warn('not told', { error: String(error) }));
    }
  }
}
