/** Reads JSON Feed 1.0 and 1.1, broken-off ones included. */
import { z } from 'zod';
import type { WireMedia } from '../../../../shared/contract/wire-story.ts';
import { plainLine } from '../../../../shared/conversion/characters.ts';
import { resourceAddress } from '../../../../shared/conversion/links.ts';
import { mediaType, type Copy, type FeedItem } from './feed-item.ts';

const words = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null);
const author = z.object({ name: words }).nullish().catch(null);
const authors = z.array(author).nullish().catch(null);

const itemSchema = z.object({
  id: words,
  url: words,
  external_url: words,
  title: words,
  content_html: words,
  content_text: words,
  summary: words,
  image: words,
  banner_image: words,
  date_published: words,
  date_modified: words,
  author,
  authors,
  tags: z.array(words).nullish().catch(null),
  language: words,
  attachments: z
    .array(z.object({ url: words, mime_type: words, title: words }).nullable().catch(null))
    .nullish()
    .catch(null),
});

const feedSchema = z.object({
  version: words,
  title: words,
  home_page_url: words,
  feed_url: words,
  language: words,
  author,
  authors,
  items: z.array(itemSchema.nullable().catch(null)),
});

export type JsonFeed = z.output<typeof feedSchema>;

/** The JSON up to the last element that is whole, closed properly: what arrived of a document that broke off. */
function mendedJson(source: string): string | null {
  const open: string[] = [];
  let inString = false;
  let whole: { end: number; open: string[] } | null = null;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') {
      inString = true;
    } else if (character === '{') {
      open.push('}');
    } else if (character === '[') {
      open.push(']');
    } else if (character === '}' || character === ']') {
      if (open.pop() !== character) return null;
      if (open.length === 2 && character === '}') whole = { end: at + 1, open: [...open] };
    }
  }
  if (open.length === 0 || whole === null) return null;
  return source.slice(0, whole.end) + whole.open.reverse().join('');
}

/** A JSON text, mended where it broke off; null where it is no JSON. */
export function readJson(source: string): { value: unknown; truncated: boolean } | null {
  try {
    return { value: JSON.parse(source) as unknown, truncated: false };
  } catch {
    const mended = mendedJson(source);
    if (mended === null) return null;
    try {
      return { value: JSON.parse(mended) as unknown, truncated: true };
    } catch {
      return null;
    }
  }
}

/** The feed in a JSON value; null where it is not JSON Feed. */
export function jsonFeedOf(value: unknown): JsonFeed | null {
  const feed = feedSchema.safeParse(value);
  if (!feed.success) return null;
  const named = /^(?:https?:\/\/)?(?:www\.)?jsonfeed\.org\//i.test(feed.data.version ?? '');
  const looksLikeOne = feed.data.items.some(
    (item) => item !== null && (item.content_html ?? item.content_text ?? item.summary ?? item.url) !== null,
  );
  return named || (feed.data.title !== null && looksLikeOne) ? feed.data : null;
}

function namesOf(many: z.output<typeof authors>, one: z.output<typeof author>): string[] {
  const listed = many && many.length > 0 ? many : [one];
  return listed.map((person) => plainLine(person?.name)).filter((name) => name !== null);
}

function mediaObject(
  address: string | null,
  mimeType: string | null,
  caption: string | null,
  base: string | null,
): WireMedia[] {
  const url = resourceAddress(address, base);
  if (url === null) return [];
  const kind = mediaType(mimeType, null, url);
  return [{ url, mediaId: null, ...kind, width: null, height: null, caption, credit: null, alt: null }];
}

/** The items of a JSON Feed; ones that are no objects are left out. */
export function readJsonFeed(feed: JsonFeed, url: string | null): FeedItem[] {
  const base = resourceAddress(feed.home_page_url, url) ?? url;
  return feed.items
    .filter((item) => item !== null)
    .map((item) => {
      const link = resourceAddress(item.url, base) ?? resourceAddress(item.external_url, base);
      const bodies: Copy[] = [];
      if (item.content_html !== null) bodies.push({ kind: 'html', source: item.content_html, whole: true });
      if (item.content_text !== null) bodies.push({ kind: 'text', source: item.content_text, whole: true });
      const names = namesOf(item.authors, item.author);
      const tags = (item.tags ?? []).map((tag) => plainLine(tag)).filter((tag) => tag !== null);
      const pictures = [item.image, item.banner_image]
        .flatMap((address) => mediaObject(address, null, null, base))
        .map((media): WireMedia => ({ ...media, type: 'picture' }));
      const attachments = (item.attachments ?? []).flatMap((attachment) =>
        attachment === null
          ? []
          : mediaObject(attachment.url, attachment.mime_type, plainLine(attachment.title), base),
      );
      return {
        id: item.id === null ? null : { value: item.id, kind: 'id' as const },
        link,
        title: plainLine(item.title),
        bodies,
        summaries: item.summary === null ? [] : [{ kind: 'text' as const, source: item.summary }],
        published: item.date_published,
        updated: item.date_modified,
        authors: names.length > 0 ? names : namesOf(feed.authors, feed.author),
        subjects: tags.map((name) => ({ scheme: null, code: null, name })),
        keywords: [...new Set(tags)],
        rights: null,
        language: item.language ?? feed.language,
        provider: null,
        media: [...pictures, ...attachments],
        baseUrl: link ?? base,
        partial: false,
        withdrawn: false,
        embargoed: null,
        urgency: null,
        note: null,
      };
    });
}
