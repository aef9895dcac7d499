/**
 * Reads WXR 1.0–1.2, WordPress's own export: RSS 2.0 with the namespace `http://wordpress.org/export/…`. Posts are
 * stories; attachments give their pictures; pages, revisions, menus and types of plugins are set aside, comments and
 * settings are not read. Only what is published is usable.
 */
import type { PubStatus } from '../../../../shared/contract/common.ts';
import type { WireMedia, WireStory, WireSubject } from '../../../../shared/contract/wire-story.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { classicToHtml } from '../../conversion/wordpress/classic-to-html.ts';
import { attributeOf, Fields, shortName } from './feed-fields.ts';
import { mediaType, pixelsOf, type FeedItem } from './feed-item.ts';
import { storiesOfItems } from './feed-story.ts';
import { feedFormatOf, itemsOf } from './feed-xml.ts';
import type { ParseContext, WireFormat } from './format.ts';
import { WireParseError } from './parse-error.ts';
import type { XmlElement, XmlTree } from './xml.ts';

function channelOf({ root }: XmlTree): XmlElement {
  return root.children.find((child) => shortName(child) === ':channel') ?? root;
}

function speaksOfWordPress(element: XmlElement): boolean {
  return element.children.some((child) => shortName(child).startsWith('wp:'));
}

function isExport(tree: XmlTree): boolean {
  return (
    feedFormatOf(tree) === 'rss' &&
    (speaksOfWordPress(channelOf(tree)) || itemsOf(tree.root).some(speaksOfWordPress))
  );
}

/** What posts take from around them. */
interface Site {
  title: string | null;
  language: string | null;
  /** Address of the blog, which guids are built on. */
  address: string | null;
  /** Names to show by login: `dc:creator` of an item is a login. */
  authors: ReadonlyMap<string, string>;
  /** Pictures by their post's id, and by the id of the post they were uploaded to. */
  pictures: ReadonlyMap<string, WireMedia>;
  uploads: ReadonlyMap<string, WireMedia[]>;
}

interface Attachment {
  id: string | null;
  parent: string | null;
  media: WireMedia;
}

/** The value of a custom field (`wp:postmeta`) of an item. */
function metaOf(fields: Fields, key: string): string | null {
  for (const element of fields.all('wp:postmeta')) {
    const meta = new Fields(fields.tree, element);
    if (meta.text('wp:meta_key') === key) return meta.text('wp:meta_value');
  }
  return null;
}

/** Width or height in `_wp_attachment_metadata`, an array in PHP's serialisation. */
function serialisedPixels(metadata: string | null, name: 'width' | 'height'): number | null {
  const found = new RegExp(`s:\\d+:"${name}";(?:i:|s:\\d+:")(\\d{1,6})`).exec(metadata ?? '');
  return pixelsOf(found?.[1]);
}

function attachmentOf(fields: Fields): Attachment | null {
  const url = resourceAddress(fields.text('wp:attachment_url') ?? fields.text(':guid'));
  if (url === null || !['inherit', 'publish', null].includes(fields.text('wp:status'))) return null;
  const metadata = metaOf(fields, '_wp_attachment_metadata');
  return {
    id: fields.text('wp:post_id'),
    parent: fields.text('wp:post_parent'),
    media: {
      url,
      mediaId: null,
      ...mediaType(null, null, url),
      width: serialisedPixels(metadata, 'width'),
      height: serialisedPixels(metadata, 'height'),
      caption: plainLine(fields.text('excerpt:encoded')) ?? plainLine(fields.text('content:encoded')),
      credit: null,
      alt: plainLine(metaOf(fields, '_wp_attachment_image_alt')),
    },
  };
}

function siteOf(tree: XmlTree, items: readonly Fields[]): Site {
  const channel = new Fields(tree, channelOf(tree));
  const authors = channel.all('wp:author').flatMap((element): [string, string][] => {
    const author = new Fields(tree, element);
    const login = author.text('wp:author_login');
    const name = plainLine(author.text('wp:author_display_name'));
    return login === null || name === null ? [] : [[login, name]];
  });
  const pictures = new Map<string, WireMedia>();
  const uploads = new Map<string, WireMedia[]>();
  for (const fields of items) {
    const attachment = fields.text('wp:post_type') === 'attachment' ? attachmentOf(fields) : null;
    if (attachment === null) continue;
    const { id, parent, media } = attachment;
    if (id !== null) pictures.set(id, media);
    if (parent !== null) {
      const siblings = uploads.get(parent);
      if (siblings === undefined) uploads.set(parent, [media]);
      else siblings.push(media);
    }
  }
  return {
    title: plainLine(channel.text(':title')),
    language: channel.text(':language'),
    address: resourceAddress(channel.text('wp:base_blog_url', 'wp:base_site_url', ':link')),
    authors: new Map(authors),
    pictures,
    uploads,
  };
}

/** A time as WordPress writes it, in UTC; null for the zeroes that drafts have. */
function utcTime(raw: string | null): string | null {
  if (raw === null || /^(?:0000|-0001)/.test(raw)) return null;
  return /^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/.test(raw) ? `${raw.replace(' ', 'T')}Z` : raw;
}

/** The time in UTC; else the site's own time, whose zone the export does not name; else the feed's date. */
function timeOf(fields: Fields, name: 'date' | 'modified'): string | null {
  const local = fields.text(`wp:post_${name}`);
  const stated =
    utcTime(fields.text(`wp:post_${name}_gmt`)) ?? (local?.startsWith('0000') === false ? local : null);
  if (stated !== null || name === 'modified') return stated;
  const published = fields.text(':pubdate');
  return published === null || /-0001/.test(published) ? null : published;
}

/** Categories and tags with taxonomy and slug. WXR 1.0 says each once more without them. */
function subjectsOf(fields: Fields): WireSubject[] {
  const stated = fields.all(':category').map((category) => ({
    scheme: attributeOf(category, 'domain'),
    code: attributeOf(category, 'nicename'),
    name: plainLine(fields.textOf(category)),
  }));
  const full = new Set(stated.filter(({ code }) => code !== null).map(({ name }) => name));
  const seen = new Set<string>();
  return stated.filter((subject) => {
    const key = JSON.stringify(subject);
    if (seen.has(key) || (subject.name === null && subject.code === null)) return false;
    seen.add(key);
    return subject.code !== null || !full.has(subject.name);
  });
}

/** The picture set as the post's own first, then those uploaded to it, then those of its galleries. */
function mediaOf(fields: Fields, site: Site): WireMedia[] {
  const inGalleries = [
    ...(fields.text('content:encoded') ?? '').matchAll(
      /\[gallery\b[^\]]{0,2000}?\bids=["']?([\d, ]{1,2000})/gi,
    ),
  ].flatMap((match) => (match[1] ?? '').split(/[, ]+/));
  const chosen = [
    site.pictures.get(metaOf(fields, '_thumbnail_id') ?? ''),
    ...(site.uploads.get(fields.text('wp:post_id') ?? '') ?? []),
    ...inGalleries.map((id) => site.pictures.get(id)),
  ].filter((media) => media !== undefined);
  return [...new Map(chosen.map((media) => [media.url, { ...media }])).values()];
}

function itemOf(fields: Fields, site: Site): FeedItem {
  const link = resourceAddress(fields.text(':link'), site.address);
  const guid = fields.text(':guid');
  const id = fields.text('wp:post_id');
  const numbered =
    id === null || site.address === null ? null : resourceAddress(`/?p=${id}`, `${site.address}`);
  const subjects = subjectsOf(fields);
  const isTag = ({ scheme }: WireSubject): boolean => scheme === 'post_tag' || scheme === 'tag';
  const login = fields.text('dc:creator');
  const name = login === null ? null : (site.authors.get(login) ?? plainLine(login));
  const published = timeOf(fields, 'date');
  // A guid is the post's for life, whatever becomes of its address; the site's feeds carry the same.
  const identity = guid ?? numbered;
  return {
    id: identity === null ? null : { value: identity, kind: 'id' },
    link,
    title: plainLine(fields.text(':title')),
    bodies: fields.copies('content:encoded').map((copy) => ({ ...copy, source: classicToHtml(copy.source) })),
    summaries: [...fields.copies('excerpt:encoded'), ...fields.copies(':description')],
    published,
    updated: timeOf(fields, 'modified'),
    authors: name === null ? [] : [name],
    subjects,
    keywords: [...new Set(subjects.filter(isTag).flatMap(({ name: tag }) => tag ?? []))],
    rights: null,
    language: site.language,
    provider: site.title,
    media: mediaOf(fields, site),
    baseUrl: link ?? site.address,
    partial: !fields.element.complete,
    withdrawn: false,
    // A date nobody can read is no leave to publish.
    embargoed: fields.text('wp:status') === 'future' ? (published ?? '-') : null,
    urgency: null,
    note: null,
  };
}

const WITHHELD = new Set(['draft', 'auto-draft', 'pending', 'private', 'future', 'trash', 'inherit']);

function statusOf(fields: Fields): PubStatus {
  const status = fields.text('wp:status')?.toLowerCase() ?? null;
  if (status !== null && WITHHELD.has(status)) return 'withheld';
  if (status !== 'publish') return 'unknown';
  if (fields.text('wp:post_password') !== null) return 'withheld';
  // Of an item that broke off the password may be what is missing.
  return fields.element.complete ? 'usable' : 'unknown';
}

function storyOf(fields: Fields, site: Site, context: ParseContext): WireStory[] {
  const pubStatus = statusOf(fields);
  return storiesOfItems([itemOf(fields, site)], context).map((story) => ({
    ...story,
    pubStatus,
    problems: pubStatus === 'unknown' ? [...story.problems, 'status-unknown'] : story.problems,
  }));
}

export const WXR_FORMAT: WireFormat = {
  name: 'wxr',
  recognises: ({ xml }) => xml !== null && isExport(xml),
  parse({ xml }, context) {
    if (xml === null || !isExport(xml)) throw new WireParseError('not-recognised', 'no export of WordPress');
    const items = itemsOf(xml.root)
      .map((element) => new Fields(xml, element))
      .filter((fields) => fields.all(':title', ':guid', 'wp:post_id', 'content:encoded').length > 0);
    const site = siteOf(xml, items);
    const posts = items.filter((fields) => (fields.text('wp:post_type') ?? 'post') === 'post');
    const stories = posts.flatMap((fields) => storyOf(fields, site, context));
    if (stories.length === 0 && xml.truncated) {
      throw new WireParseError('not-well-formed', 'the export breaks off before its first post');
    }
    if (stories.length === 0 && items.length > 0) {
      throw new WireParseError('set-aside', 'pages, attachments and settings, no post');
    }
    const others = items.filter((fields) => !posts.includes(fields));
    return {
      stories,
      problems: xml.truncated ? ['partial'] : [],
      setAside: others.map((fields) => fields.text('wp:post_type') ?? 'item'),
    };
  },
};
