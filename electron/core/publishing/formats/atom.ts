/**
 * Atom 1.0 (RFC 4287); what was taken back is a deleted entry (RFC 6721), with what is said to the partner as its comment.
 */
import { MEDIA_TOPICS } from '../../../../shared/domain/media-topics.ts';
import { categoriesOf, showable, withdrawn, type FeedFrame } from './feed-frame.ts';
import { itemHtml, itemPictures } from './item-body.ts';
import type { NewsItem } from './news-item.ts';
import { element, textElement, xmlDocument } from './xml-writing.ts';

function entry(item: NewsItem): string {
  return element('entry', { 'xml:lang': item.language }, [
    textElement('id', item.uri),
    // An empty title is allowed, none is not (RFC 4287 §4.1.2).
    textElement('title', item.headline) || '<title/>\n',
    textElement('updated', item.versionCreated),
    textElement('published', item.firstCreated),
    element('author', {}, [textElement('name', item.byline || item.provider)]),
    textElement('rights', item.copyrightNotice),
    ...(item.mediaTopic === null
      ? []
      : [
          element('category', {
            term: item.mediaTopic.code,
            scheme: MEDIA_TOPICS,
            label: item.mediaTopic.name,
          }),
        ]),
    ...categoriesOf(item).map((name) => element('category', { term: name })),
    ...itemPictures(item).map(({ shown, file }) =>
      element('link', { rel: 'enclosure', href: file.href, type: file.mimeType, title: shown.caption }),
    ),
    textElement('summary', item.dek),
    textElement('content', itemHtml(item), { type: 'html' }),
  ]);
}

function deletedEntry(item: NewsItem): string {
  return element('at:deleted-entry', { ref: item.uri, when: item.versionCreated }, [
    textElement('at:comment', item.edNote),
  ]);
}

/** The items, newest first, as one Atom feed. */
export function writeAtom(items: readonly NewsItem[], frame: FeedFrame): string {
  return xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        'xml:lang': frame.language,
      },
      [
        textElement('id', frame.uri),
        textElement('title', frame.title),
        textElement('updated', frame.updated),
        element('author', {}, [textElement('name', frame.title)]),
        ...(frame.siteUrl === '' ? [] : [element('link', { rel: 'alternate', href: frame.siteUrl })]),
        textElement('rights', frame.copyrightNotice),
        textElement('generator', 'Redaksi'),
        ...showable(items).map(entry),
        ...withdrawn(items).map(deletedEntry),
      ],
    ),
  );
}
