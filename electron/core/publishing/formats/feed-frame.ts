/** What a feed says of itself, and which items it carries. */
import type { NewsItem } from './news-item.ts';

export interface FeedFrame {
  title: string;
  /** Identity of the feed: a URI. */
  uri: string;
  /** Address of the house's site; empty where it has none. */
  siteUrl: string;
  language: string;
  copyrightNotice: string;
  /** ISO 8601 of the newest change in it. */
  updated: string;
}

/** Items a reader of a feed may show: a feed cannot be asked to hold anything back. */
export function showable(items: readonly NewsItem[]): NewsItem[] {
  return items.filter(({ pubStatus, embargoed }) => pubStatus === 'usable' && embargoed === null);
}

/** What has been taken back. */
export function withdrawn(items: readonly NewsItem[]): NewsItem[] {
  return items.filter(({ pubStatus }) => pubStatus === 'canceled');
}

/** Section and tags, each once. */
export function categoriesOf({ section, tags }: NewsItem): string[] {
  return [...new Set([...(section === null ? [] : [section.name]), ...tags])].filter(
    (name) => name.trim() !== '',
  );
}
