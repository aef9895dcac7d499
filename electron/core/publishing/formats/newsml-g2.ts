/**
 * NewsML-G2 (IPTC News Architecture, namespace http://iptc.org/std/nar/2006-10-01/), one newsItem of conformance level
 * power. Sections named here are those of the NewsML-G2 Implementation Guide. Order of elements as in the types
 * AnyItemType, ItemMetadataType and ContentMetadataAfDType of the XML Schema.
 */
import { MEDIA_TOPICS } from '../../../../shared/domain/media-topics.ts';
import { itemXhtml } from './item-body.ts';
import type { NewsItem } from './news-item.ts';
import { element, textElement, xmlDocument } from './xml-writing.ts';

const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml';

/** Line breaks and tabs have no place in an attribute, nor runs of spaces (xs:normalizedString). */
function literal(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A party of our own: no scheme of the IPTC names it, so it is a literal with its name ("Controlled values"). */
function party(name: string, words: string): string {
  return words === '' ? '' : element(name, { literal: literal(words) }, [textElement('name', words)]);
}

function rightsInfo({ provider, copyrightNotice, usageTerms }: NewsItem): string {
  return element('rightsInfo', {}, [
    party('copyrightHolder', provider),
    textElement('copyrightNotice', copyrightNotice),
    textElement('usageTerms', usageTerms),
  ]);
}

/** `sig:correction` and `sig:update` ("Signal"); a withdrawal is a status, no signal. */
function signalOf({ change }: NewsItem): string {
  return change === 'correction' || change === 'update' ? element('signal', { qcode: `sig:${change}` }) : '';
}

/** "Item metadata": status (`stat:usable`, `stat:canceled`), embargo, versions' times, the note to the desk. */
function itemMeta(item: NewsItem): string {
  return element('itemMeta', {}, [
    element('itemClass', { qcode: 'ninat:text' }),
    party('provider', item.provider),
    textElement('versionCreated', item.versionCreated),
    textElement('firstCreated', item.firstCreated),
    textElement('embargoed', item.embargoed ?? ''),
    element('pubStatus', { qcode: `stat:${item.pubStatus}` }),
    textElement('generator', 'Redaksi'),
    textElement('edNote', item.edNote),
    signalOf(item),
  ]);
}

function subjects({ section, mediaTopic }: NewsItem): string[] {
  return [
    section === null
      ? ''
      : element('subject', { literal: literal(section.slug) }, [textElement('name', section.name)]),
    mediaTopic === null
      ? ''
      : element('subject', { uri: `${MEDIA_TOPICS}${mediaTopic.code}` }, [
          textElement('name', mediaTopic.name, { 'xml:lang': 'en' }),
        ]),
  ];
}

/** "Content metadata": administrative first, then descriptive. */
function contentMeta(item: NewsItem): string {
  return element('contentMeta', {}, [
    textElement('contentCreated', item.firstCreated),
    textElement('contentModified', item.versionCreated),
    party('located', item.city),
    element('language', { tag: item.language }),
    ...item.tags.map((tag) => textElement('keyword', tag)),
    ...subjects(item),
    textElement('slugline', item.slug),
    textElement('headline', item.headline),
    textElement('dateline', item.dateline.replace(/[\s–—-]+$/, '')),
    textElement('by', item.byline),
    textElement('creditline', item.credit),
    textElement('description', item.dek, { role: 'drol:summary' }),
  ]);
}

/** "Content set": the copy as XHTML, which is one element of another namespace. */
function contentSet(item: NewsItem): string {
  const copy = itemXhtml(item);
  if (copy === '') return '';
  const page =
    '<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n' +
    `${textElement('title', item.headline || item.slug || item.uri)}</head>\n<body>\n${copy}\n</body>\n</html>\n`;
  return element('contentSet', {}, [element('inlineXML', { contenttype: 'application/xhtml+xml' }, [page])]);
}

/** One item as a NewsML-G2 newsItem. */
export function writeNewsMlG2(item: NewsItem): string {
  return xmlDocument(
    element(
      'newsItem',
      {
        xmlns: 'http://iptc.org/std/nar/2006-10-01/',
        guid: item.uri,
        version: item.version,
        standard: 'NewsML-G2',
        standardversion: '2.36',
        conformance: 'power',
        'xml:lang': item.language,
      },
      [
        element('catalogRef', { href: CATALOG }),
        rightsInfo(item),
        itemMeta(item),
        contentMeta(item),
        contentSet(item),
      ],
    ),
  );
}
