/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification) with content:encoded, Dublin Core (creator, publisher, rights),
 * Media RSS for pictures, and atom:updated, by which readers know a new version. RSS has no withdrawal: what was taken back
 * is not in it any more.
 */
import { categoriesOf, showable, type FeedFrame } from './feed-frame.ts';
import { itemHtml, itemPictures } from './item-body.ts';
import type { NewsItem } from './news-item.ts';
import { element, textElement, xmlDocument } from './xml-writing.ts';

/** RFC 822 with a year of four digits, in UTC, as RSS wants it. */
function rssDate(time: string): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

function media(item: NewsItem): string[] {
  return itemPictures(item).map(({ shown, file }) =>
    element(
      'media:content',
      {
        url: file.href,
        type: file.mimeType,
        medium: 'image',
        width: file.width > 0 ? file.width : '',
        height: file.height > 0 ? file.height : '',
      },
      [
        textElement('media:description', shown.caption, { type: 'plain' }),
        textElement('media:credit', shown.credit),
      ],
    ),
  );
}

function rssItem(item: NewsItem): string {
  return element('item', {}, [
    textElement('title', item.headline),
    textElement('guid', item.uri, { isPermaLink: 'false' }),
    textElement('pubDate', rssDate(item.firstCreated)),
    textElement('atom:updated', item.versionCreated),
    textElement('dc:creator', item.byline),
    textElement('dc:publisher', item.provider),
    textElement('dc:rights', item.copyrightNotice),
    ...categoriesOf(item).map((name) => textElement('category', name)),
    textElement('description', item.dek),
    textElement('content:encoded', itemHtml(item)),
    ...media(item),
  ]);
}

/** The items, newest first, as one RSS channel. */
export function writeRss(items: readonly NewsItem[], frame: FeedFrame): string {
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      [
        element('channel', {}, [
          textElement('title', frame.title),
          textElement('link', frame.siteUrl || 'about:blank'),
          textElement('description', frame.title),
          textElement('language', frame.language),
          textElement('copyright', frame.copyrightNotice),
          textElement('generator', 'Redaksi'),
          textElement('lastBuildDate', rssDate(frame.updated)),
          ...showable(items).map(rssItem),
        ]),
      ],
    ),
  );
}
