/**
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). It has neither rights nor withdrawals: what was taken back is not in
 * it any more.
 */
import { categoriesOf, showable, type FeedFrame } from './feed-frame.ts';
import { itemHtml, itemPictures } from './item-body.ts';
import type { NewsItem } from './news-item.ts';

/** JSON leaves out what is undefined. */
function orNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

function jsonItem(item: NewsItem): object {
  const tags = categoriesOf(item);
  return {
    id: item.uri,
    title: orNothing(item.headline),
    content_html: itemHtml(item),
    summary: orNothing(item.dek),
    image: itemPictures(item)[0]?.file.href,
    date_published: item.firstCreated,
    date_modified: item.versionCreated,
    authors: [{ name: item.byline || item.provider }],
    tags: tags.length === 0 ? undefined : tags,
    language: item.language,
  };
}

/** The items, newest first, as one JSON Feed. */
export function writeJsonFeed(items: readonly NewsItem[], frame: FeedFrame): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: frame.title,
    home_page_url: orNothing(frame.siteUrl),
    language: frame.language,
    authors: [{ name: frame.title }],
    items: showable(items).map(jsonItem),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
