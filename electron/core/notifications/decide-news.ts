/** What of the core's doings is worth telling somebody about. */
import type { News } from '../../../shared/contract/notifications.ts';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import type { Person } from '../../../shared/contract/people.ts';
import type { WireListItem } from '../../../shared/contract/wire.ts';
import { isFlash } from '../../../shared/domain/flash.ts';
import { desksOf } from '../../../shared/domain/permission.ts';

/** Stories this urgent are told at once; the same bound as the inbox's count of urgent ones. */
const urgentAtMost = 3;
/** More stories at a time than this are told as one. */
const mostAtOnce = 3;
/** Headlines named where many are told as one. */
const mostNamed = 10;

export type ToldStory = Pick<
  WireListItem,
  'storyId' | 'sourceName' | 'headline' | 'urgency' | 'pubStatus' | 'embargoed' | 'read' | 'articleIds'
>;

/**
 * News of stories that came or changed: flash copy and those withdrawn that articles were written from, each by itself,
 * and the urgent ones, as one where they are many.
 */
export function decideWireNews(rows: readonly ToldStory[]): News[] {
  const withdrawn = rows.flatMap(({ storyId, headline, pubStatus, articleIds }): News[] =>
    pubStatus === 'canceled' && articleIds.length > 0 ? [{ kind: 'wire-withdrawn', storyId, headline }] : [],
  );
  const usable = rows.filter(
    ({ read, pubStatus, embargoed }) => !read && pubStatus === 'usable' && embargoed === null,
  );
  const flashes = usable.filter(isFlash).slice(0, mostAtOnce);
  const flashNews = flashes.map(({ storyId, sourceName, headline }): News => ({
    kind: 'wire-flash',
    storyId,
    source: sourceName,
    headline,
  }));
  const urgent = usable.filter(
    (row) => !flashes.includes(row) && row.urgency !== null && row.urgency <= urgentAtMost,
  );
  if (urgent.length <= mostAtOnce) {
    const told = urgent.map(({ storyId, sourceName, headline }): News => ({
      kind: 'wire-urgent',
      storyId,
      source: sourceName,
      headline,
    }));
    return [...flashNews, ...told, ...withdrawn];
  }
  const several: News = {
    kind: 'wire-several',
    storyIds: urgent.map(({ storyId }) => storyId),
    headlines: urgent.slice(0, mostNamed).map(({ headline }) => headline),
  };
  return [...flashNews, several, ...withdrawn];
}

/**
 * News of a delivery that stopped; null while it goes on, or has arrived, and where a withdrawal stopped it: that it
 * reached the article is news already.
 */
export function decideDeliveryNews(
  delivery: Pick<Delivery, 'state' | 'targetName' | 'headline' | 'articleId' | 'error'>,
): News | null {
  const { state, articleId, targetName: target, headline, error } = delivery;
  if (state !== 'failed' && state !== 'conflict') return null;
  if (error?.code === 'not-publishable' && error.detail === 'source-withdrawn') return null;
  return { kind: `delivery-${state}`, articleId, target, headline };
}

/** Whether a person is told: what was sent to somebody is for these alone, everything else for whoever sits here. */
export function isFor(person: Person, news: News): boolean {
  if (news.kind !== 'sent') return true;
  const { to, from } = news;
  if (from === person.personId) return false;
  return to.kind === 'person' ? to.personId === person.personId : desksOf(person.role).includes(to.role);
}

/** Whether the news is of one of these stories or articles. */
export function concerns(
  news: News,
  gone: { storyIds: ReadonlySet<number>; articleIds: ReadonlySet<string> },
): boolean {
  if ('storyId' in news) return gone.storyIds.has(news.storyId);
  if ('storyIds' in news) return news.storyIds.some((id) => gone.storyIds.has(id));
  return 'articleId' in news && gone.articleIds.has(news.articleId);
}
