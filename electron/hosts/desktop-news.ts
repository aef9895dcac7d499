/** What Electron's main process is told of the core's doings: look, pause, badge, and news worth a notification. */
import type { RouterClient } from '@orpc/server';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import type { WireListItem } from '../../shared/contract/wire.ts';
import { translate, type Language } from '../../shared/i18n/translate.ts';
import type { FromCore, News } from '../../shared/page/desktop-messages.ts';
import type { Log } from '../core/providers.ts';
import type { CoreRouter } from '../core/router.ts';

/** Stories this urgent are told at once; the same bound as the inbox's count of urgent ones. */
const URGENT_AT_MOST = 3;
/** More stories at a time than this are told as one. */
const MOST_AT_ONCE = 3;
/** How far back a burst of arrivals is looked through. */
const MOST_LOOKED_AT = 100;

type Told = Exclude<FromCore, { type: 'ready' | 'failed' | 'served' | 'keychain' }>;

type ToldStory = Pick<
  WireListItem,
  'storyId' | 'sourceName' | 'headline' | 'urgency' | 'pubStatus' | 'embargoed' | 'read' | 'articleIds'
>;

/** News of stories that came or changed: the urgent ones, and those withdrawn that articles were written from. */
export function decideWireNews(rows: readonly ToldStory[], language: Language): News[] {
  const news = rows.flatMap((row): News[] => {
    const link = `redaksi://kawat/${row.storyId}`;
    if (row.pubStatus === 'canceled' && row.articleIds.length > 0) {
      return [{ title: translate(language, 'desktop.news.withdrawn'), body: row.headline, link }];
    }
    const isUrgent = row.urgency !== null && row.urgency <= URGENT_AT_MOST;
    if (!isUrgent || row.read || row.pubStatus !== 'usable' || row.embargoed !== null) return [];
    const title = translate(language, 'desktop.news.urgent', { source: row.sourceName });
    return [{ title, body: row.headline, link }];
  });
  if (news.length <= MOST_AT_ONCE) return news;
  return [
    {
      title: translate(language, 'desktop.news.several', { count: news.length }),
      body: news.map(({ body }) => body).join('\n'),
      link: 'redaksi://kawat',
    },
  ];
}

/** News of a delivery that stopped; null while it goes on, or has arrived. */
export function decideDeliveryNews(
  delivery: Pick<Delivery, 'state' | 'targetName' | 'headline'>,
  language: Language,
): News | null {
  if (delivery.state !== 'failed' && delivery.state !== 'conflict') return null;
  const title = translate(language, `desktop.news.${delivery.state}`, { target: delivery.targetName });
  return { title, body: delivery.headline, link: 'redaksi://terbitan' };
}

/** Tells what is so now, then whatever changes, until `signal` aborts. */
export async function tellDesktop(
  client: RouterClient<CoreRouter>,
  tell: (message: Told) => void,
  { signal, log }: { signal: AbortSignal; log: Log },
): Promise<void> {
  let language: Language = 'id';
  let lastVersionId = (await client.wire.list({ limit: 1 })).rows[0]?.newestVersionId ?? 0;

  async function tellLook(): Promise<void> {
    const look = (await client.settings.get()).interface;
    language = look.language;
    tell({ type: 'look', look: { language, theme: look.theme } });
  }

  async function tellBadge(): Promise<void> {
    const { urgentUnread } = await client.wire.counts();
    const { failed } = await client.publishing.counts();
    tell({ type: 'badge', count: urgentUnread + failed });
  }

  async function tellArrivals(): Promise<void> {
    const { rows } = await client.wire.list({ limit: MOST_LOOKED_AT });
    const arrived = rows.filter((row) => row.newestVersionId > lastVersionId);
    lastVersionId = rows[0]?.newestVersionId ?? lastVersionId;
    for (const news of decideWireNews(arrived, language)) tell({ type: 'news', news });
  }

  async function tellDelivery(deliveryId: string, articleId: string): Promise<void> {
    const { rows } = await client.publishing.deliveries({ articleId });
    const delivery = rows.find((row) => row.deliveryId === deliveryId);
    const news = delivery === undefined ? null : decideDeliveryNews(delivery, language);
    if (news !== null) tell({ type: 'news', news });
  }

  async function hear(event: CoreEvent): Promise<void> {
    if (event.type === 'settings.changed') return tellLook();
    if (event.type === 'intake.changed') return tell({ type: 'intake', paused: event.paused });
    if (event.type === 'wire.changed') await tellArrivals();
    if (event.type === 'delivery.changed') await tellDelivery(event.deliveryId, event.articleId);
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
