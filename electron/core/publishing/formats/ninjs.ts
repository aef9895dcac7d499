/**
 * ninjs 3.0 and 2.1, the IPTC's news in JSON (https://iptc.org/std/ninjs/, schemas ninjs-schema_3.0.json and _2.1.json).
 * Both say the same; 2.1 spells every name in lower case and calls `embargoedUntil` `embargoed`. Neither has a signal: that
 * a version corrects another is told by `version` and `edNote`; a withdrawal by `pubStatus`.
 */
import { documentText } from '../../../../shared/document/walk.ts';
import { MEDIA_TOPICS } from '../../../../shared/domain/media-topics.ts';
import { itemHtml, itemPictures } from './item-body.ts';
import type { NewsItem } from './news-item.ts';

type Json = string | number | Json[] | { [name: string]: Json | null };

/** Without what says nothing: empty words, lists without entries. */
function told(object: { [name: string]: Json | null }): { [name: string]: Json } {
  return Object.fromEntries(
    Object.entries(object).filter(
      (entry): entry is [string, Json] =>
        entry[1] !== null && entry[1] !== '' && !(Array.isArray(entry[1]) && entry[1].length === 0),
    ),
  );
}

const PLAIN = 'text/plain';

function words(role: string, value: string): Json[] {
  return value.trim() === '' ? [] : [{ role, contentType: PLAIN, value: value }];
}

function bodiesOf(item: NewsItem): Json[] {
  const html = itemHtml(item);
  if (item.document === null || html === '') return [];
  const wordCount = documentText(item.document).split(/\s+/).filter(Boolean).length;
  return [{ role: 'main', contentType: 'text/html', wordCount, value: html }];
}

function subjectsOf({ section, mediaTopic, tags }: NewsItem): Json[] {
  const subjects: Json[] = [];
  if (section !== null) subjects.push(told({ name: section.name, literal: section.slug }));
  if (mediaTopic !== null) subjects.push({ name: mediaTopic.name, uri: `${MEDIA_TOPICS}${mediaTopic.code}` });
  return [...subjects, ...tags.map((name) => ({ name: name }))];
}

/** `associations`: the pictures of the copy, with caption, alternative text and credit. */
function associationsOf(item: NewsItem): Json[] {
  return itemPictures(item).map(({ shown, file }, index) =>
    told({
      name: `picture-${index + 1}`,
      uri: `urn:sha256:${shown.mediaId}`,
      type: 'picture',
      by: shown.credit.trim(),
      descriptions: [...words('caption', shown.caption), ...words('altText', shown.alt)],
      renditions: [
        told({
          name: 'main',
          href: file.href,
          contentType: file.mimeType,
          width: file.width > 0 ? file.width : null,
          height: file.height > 0 ? file.height : null,
        }),
      ],
    }),
  );
}

function ninjs3(item: NewsItem): { [name: string]: Json } {
  return told({
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
    uri: item.uri,
    type: 'text',
    representationType: 'full',
    version: String(item.version),
    firstCreated: item.firstCreated,
    versionCreated: item.versionCreated,
    embargoedUntil: item.embargoed,
    pubStatus: item.pubStatus,
    copyrightHolder: item.provider,
    copyrightNotice: item.copyrightNotice,
    usageTerms: item.usageTerms,
    edNote: item.edNote,
    language: item.language,
    headlines: words('main', item.headline),
    descriptions: words('summary', item.dek),
    bodies: bodiesOf(item),
    subjects: subjectsOf(item),
    infoSources: [{ name: item.provider }],
    by: item.byline,
    slugline: item.slug,
    located: item.city,
    associations: associationsOf(item),
  });
}

function lowerCased(value: Json): Json {
  if (Array.isArray(value)) return value.map(lowerCased);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(told(value)).map(([name, content]) => [
      name === 'embargoedUntil' ? 'embargoed' : name.toLowerCase(),
      lowerCased(content),
    ]),
  );
}

function text(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** One item as ninjs 3.0. */
export function writeNinjs3(item: NewsItem): string {
  return text(ninjs3(item));
}

/** One item as ninjs 2.1. */
export function writeNinjs2(item: NewsItem): string {
  const standard = {
    name: 'ninjs',
    version: '2.1',
    schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json',
  };
  return text(lowerCased({ ...ninjs3(item), standard }));
}
