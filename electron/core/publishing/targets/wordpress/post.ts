/** A post as the REST interface gives it: what of it is ours, how it is told apart, how it is compared. */
import { createHash } from 'node:crypto';
import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { Difference, RemotePost, Visibility } from '../../target.ts';

const raw = z.object({ raw: z.string() }).transform((value) => value.raw);

/** A post in `context=edit`. */
export const postSchema = z.looseObject({
  id: z.int(),
  link: z.string().catch(''),
  status: z.string(),
  slug: z.string().catch(''),
  modified_gmt: z.string().catch(''),
  /** Null for a draft that has no date of its own. */
  date_gmt: z.string().nullable().catch(null),
  password: z.string().catch(''),
  title: raw,
  content: raw,
  excerpt: raw,
  categories: z.array(z.int()).catch([]),
  tags: z.array(z.int()).catch([]),
  featured_media: z.int().catch(0),
  comment_status: z.string().catch(''),
});
export type WordPressPost = z.output<typeof postSchema>;

/** What we write of a post. */
export interface PostPayload {
  title: string;
  content: string;
  excerpt: string;
  slug: string;
  categories: number[];
  tags: number[];
  featured_media: number;
  comment_status: 'open' | 'closed';
}

/** Plain text for a field WordPress takes as HTML: what would read as markup is written out, the rest left as typed. */
export function plainToHtml(value: string): string {
  return value
    .toWellFormed()
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function sorted(ids: readonly number[]): number[] {
  return ids.toSorted((left, right) => left - right);
}

/**
 * The modified stamp and a digest of everything of ours in the post. The stamp alone resolves to a second and moves when
 * a plugin saves a post it did not change; the digest tells whether an update would undo somebody's work.
 */
export function stampOf(post: WordPressPost): string {
  const ours = [
    post.status,
    post.title,
    post.content,
    post.excerpt,
    post.slug,
    sorted(post.categories),
    sorted(post.tags),
    post.featured_media,
    post.comment_status,
  ];
  return `${post.modified_gmt} ${createHash('sha256').update(JSON.stringify(ours)).digest('hex')}`;
}

/** True where the post stands as it did when the stamp was taken. Without a stamp nothing is known: no. */
export function isUnchanged(post: WordPressPost, stamp: string | null): boolean {
  return stamp !== null && stamp.split(' ')[1] === stampOf(post).split(' ')[1];
}

export function remoteOf(post: WordPressPost): RemotePost {
  return {
    remoteId: String(post.id),
    url: post.status === 'publish' && post.link !== '' ? post.link : null,
    modifiedStamp: stampOf(post),
  };
}

/** When readers (will) see it, in milliseconds since 1970; null where no date is set. */
export function publicAtOf({ date_gmt: date }: WordPressPost): number | null {
  const time = Date.parse(`${date ?? ''}Z`);
  return Number.isNaN(time) ? null : time;
}

/** What readers see of a post: https://wordpress.org/documentation/article/post-status/ */
export function visibilityOf({ status, password }: WordPressPost): Visibility {
  if (status === 'publish') return password === '' ? 'public' : 'hidden';
  if (status === 'future') return 'scheduled';
  return status === 'trash' ? 'trashed' : 'hidden';
}

/** The words and tags of a text without block comments and white space that nobody sees. */
function seen(html: string): string {
  return decodeHTML(html.replace(/<!--[\s\S]*?-->/g, ''))
    .replace(/\s+/g, ' ')
    .replace(/ ?\/>/g, '>')
    .replace(/> | </g, (edge) => edge.trim())
    .trim();
}

function textDifference(field: string, meant: string, found: string): Difference[] {
  const left = seen(meant);
  const right = seen(found);
  if (left === right) return [];
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const from = Math.max(0, start - 40);
  return [{ field, meant: left.slice(from, start + 160), found: right.slice(from, start + 160) }];
}

function valueDifference(field: string, meant: unknown, found: unknown): Difference[] {
  const [left, right] = [String(meant), String(found)];
  return left === right ? [] : [{ field, meant: left, found: right }];
}

/** The time a post was given, to the minute: what WordPress's own screens can set. */
function scheduleDifference(schedule: number | null, post: WordPressPost): Difference[] {
  const publicAt = publicAtOf(post);
  if (schedule === null || (publicAt !== null && Math.abs(publicAt - schedule) < 60_000)) return [];
  const [meant, found] = [schedule, publicAt].map((time) =>
    time === null ? '' : new Date(time).toISOString(),
  );
  return [{ field: 'publish-at', meant: meant ?? '', found: found ?? '' }];
}

/**
 * Where the post differs from what was meant, field by field, as a person should be told it; `schedule` in milliseconds
 * since 1970, null for a post that is to be public now.
 */
export function comparePost(
  post: WordPressPost,
  meant: PostPayload,
  schedule: number | null = null,
): Difference[] {
  return [
    ...valueDifference('status', schedule === null ? 'publish' : 'future', post.status),
    ...scheduleDifference(schedule, post),
    ...textDifference('headline', meant.title, post.title),
    ...textDifference('body', meant.content, post.content),
    ...textDifference('dek', meant.excerpt, post.excerpt),
    ...valueDifference('slug', meant.slug, post.slug),
    // Without a section WordPress files a post under its default category; that is no surprise to anybody.
    ...(meant.categories.length === 0
      ? []
      : valueDifference('categories', sorted(meant.categories), sorted(post.categories))),
    ...valueDifference('tags', sorted(meant.tags), sorted(post.tags)),
    ...valueDifference('featured-picture', meant.featured_media, post.featured_media),
    ...valueDifference('comments', meant.comment_status, post.comment_status),
  ];
}
