/**
 * The notifications: what the other slices' events say happened, kept until somebody has seen it. One list for all
 * windows, bounded, and still there after a restart.
 */
import type { News, Notification } from '../../../shared/contract/notifications.ts';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { Assignment } from '../../../shared/contract/people.ts';
import type { Database } from '../database/open.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { concerns, decideDeliveryNews, decideWireNews, isFor, type ToldStory } from './decide-news.ts';
import { notificationQueries } from './queries.ts';

/** Arrivals come in bursts; they are looked at together. */
const gatherMs = 250;
/** How far back a burst of arrivals is looked through. */
const mostLookedAt = 100;

export type NotificationsService = ReturnType<typeof createNotificationsService>;

type Arrival = ToldStory & { newestVersionId: number };

export function createNotificationsService({
  database,
  events,
  clock,
  workplace,
  newestStories,
  deliveriesOf,
  sentArticle,
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  /** The stories whose newest version arrived last, the last first. */
  newestStories: (limit: number) => Arrival[];
  /** The newest deliveries of an article, newest first. */
  deliveriesOf: (articleId: string) => Delivery[];
  /** An article and whom it lies with. */
  sentArticle: (articleId: string) => { headline: string; assignment: Assignment | null };
}) {
  const queries = notificationQueries(database);
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();
  let lastVersionId = newestStories(1)[0]?.newestVersionId ?? 0;
  let looking: ReturnType<typeof setTimeout> | undefined;
  /** A delivery is told of more often than it stops. */
  const toldStops = new Map<string, string>();

  /** Adds what is to be told, and has everybody know. */
  function add(news: readonly News[]): void {
    if (news.length === 0) return;
    const added = atomically(() => news.map((one) => queries.add(one, clock.now())));
    events.emit({ type: 'notifications.changed', added });
  }

  function lookAtArrivals(): void {
    clearTimeout(looking);
    looking = undefined;
    const rows = newestStories(mostLookedAt);
    const arrived = rows.filter(({ newestVersionId }) => newestVersionId > lastVersionId);
    lastVersionId = Math.max(lastVersionId, rows[0]?.newestVersionId ?? 0);
    add(decideWireNews(arrived));
  }

  function lookAtDelivery(deliveryId: string, articleId: string): void {
    const found = deliveriesOf(articleId).find((delivery) => delivery.deliveryId === deliveryId);
    const news = found === undefined ? null : decideDeliveryNews(found);
    if (found === undefined || news === null) {
      toldStops.delete(deliveryId);
      return;
    }
    if (toldStops.get(deliveryId) === found.updatedAt) return;
    toldStops.set(deliveryId, found.updatedAt);
    add([news]);
  }

  function lookAtSent(articleId: string): void {
    const { headline, assignment } = sentArticle(articleId);
    if (assignment === null) return;
    const { from, to, note } = assignment;
    // Taken by oneself: nobody is sent anything.
    if (to.kind === 'person' && to.personId === from) return;
    add([{ kind: 'sent', articleId, headline, from, to, note }]);
  }

  const stopHearing = events.subscribe((event) => {
    if (event.type === 'wire.changed') looking ??= setTimeout(lookAtArrivals, gatherMs).unref();
    if (event.type === 'delivery.changed') lookAtDelivery(event.deliveryId, event.articleId);
    if (event.type === 'article.sent') lookAtSent(event.articleId);
  });

  function mine(): Notification[] {
    const person = workplace.currentPerson();
    return queries.list().filter(({ news }) => isFor(person, news));
  }

  /** Does something with every one of mine up to `upTo`, and tells where that changed anything. */
  function forMine(upTo: number, work: (notification: Notification) => boolean): void {
    const changed = atomically(
      () => mine().filter((one) => one.notificationId <= upTo && work(one)).length > 0,
    );
    if (changed) events.emit({ type: 'notifications.changed', added: [] });
  }

  return {
    list: mine,
    add,

    markRead(notificationId: number): void {
      const changed = queries.markRead(notificationId, clock.now());
      if (changed) events.emit({ type: 'notifications.changed', added: [] });
    },

    markAllRead(upTo: number): void {
      forMine(upTo, ({ notificationId }) => queries.markRead(notificationId, clock.now()));
    },

    clear(upTo: number): void {
      forMine(upTo, ({ notificationId }) => {
        queries.remove(notificationId);
        return true;
      });
    },

    /** Takes away what tells of stories or articles that are gone for good. */
    forget(storyIds: readonly number[], articleIds: readonly string[]): void {
      // Of those that have just arrived nobody is told once they are gone.
      if (looking !== undefined) lookAtArrivals();
      const gone = { storyIds: new Set(storyIds), articleIds: new Set(articleIds) };
      const removed = atomically(() => {
        const ofGone = queries.list().filter(({ news }) => concerns(news, gone));
        for (const { notificationId } of ofGone) queries.remove(notificationId);
        return ofGone.length;
      });
      if (removed > 0) events.emit({ type: 'notifications.changed', added: [] });
    },

    /** Hears and looks at nothing more: the database is about to be closed. */
    stop(): void {
      stopHearing();
      clearTimeout(looking);
    },
  };
}
