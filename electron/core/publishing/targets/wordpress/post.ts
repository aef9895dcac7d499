/** A post as the REST interface gives it: what of it is ours, and whether somebody changed it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RemotePost, Visibility } from '../../target.ts';
import { readSeo } from './seo.ts';

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
  author: z.int().catch(0),
  sticky: z.boolean().catch(false),
  /** Only what the site registered for its REST interface; PHP writes an empty one as a list. */
  meta: z.record(z.string(), z.unknown()).catch({}),
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

/** What we write of it only where it is ours: see extras.ts. */
export interface Extras {
  author?: number;
  sticky?: boolean;
  meta?: Record<string, string>;
}

/** Plain text for a field WordPress takes as HTML: what would read as markup is written out, the rest left as typed. */
export function plainToHtml(value: string): string {
  return value
    .toWellFormed()
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

export function sorted(ids: readonly number[]): number[] {
  return ids.toSorted((left, right) => left - right);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * The modified stamp and digests of what is ours in the post, and of what may be. The stamp alone resolves to a second
 * and moves when a plugin saves a post it did not change; the digests tell whether an update would undo somebody's work.
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
  return [post.modified_gmt, digest(ours), post.author, post.sticky, digest(readSeo(post))].join(' ');
}

/**
 * True where the post stands as it did when the stamp was taken, in all that will be written. Without a stamp nothing is
 * known: no.
 */
export function isUnchanged(post: WordPressPost, stamp: string | null, extras: Extras): boolean {
  if (stamp === null) return false;
  const [, ours, author, sticky, seo] = stamp.split(' ');
  const [, oursNow, authorNow, stickyNow, seoNow] = stampOf(post).split(' ');
  return (
    ours === oursNow &&
    (extras.author === undefined || author === authorNow) &&
    (extras.sticky === undefined || sticky === stickyNow) &&
    (extras.meta === undefined || seo === seoNow)
  );
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
