/** A post as Ghost's Admin API gives it: what of it is ours, and whether somebody changed it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalGhost } from '../../../conversion/ghost/canonical.ts';
import { ghostNodesIn } from '../../../conversion/ghost/ghost-to-document.ts';
import type { RemotePost, Visibility } from '../../target.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

export const tagSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  slug: z.string().catch(''),
});
export type GhostTag = z.output<typeof tagSchema>;

export const postSchema = z.looseObject({
  id: z.string(),
  url: z.string().catch(''),
  status: z.string(),
  title: text,
  slug: text,
  /** Null for posts from before Lexical; so is what of them `html` shows. */
  lexical: z.string().nullish().catch(null),
  html: text,
  custom_excerpt: text,
  feature_image: text,
  feature_image_alt: text,
  feature_image_caption: text,
  featured: z.boolean().catch(false),
  codeinjection_foot: text,
  tags: z.array(tagSchema).catch([]),
  authors: z.array(z.looseObject({ id: z.string(), name: z.string().catch('') })).catch([]),
  meta_title: text,
  meta_description: text,
  og_title: text,
  updated_at: text,
  published_at: text,
});
export type GhostPost = z.output<typeof postSchema>;

/** What the interface answers to questions about posts, and to changes of them. */
export const postsSchema = z.object({ posts: z.array(postSchema) });

/** What we write of a post. */
export interface PostPayload {
  title: string;
  slug: string;
  lexical: string;
  custom_excerpt: string;
  tags: { id: string }[];
  codeinjection_foot: string;
  /** Left out where the picture at the head of the post is the site's own affair. */
  feature_image?: string;
  feature_image_alt?: string;
  feature_image_caption?: string;
}

/** What we write of it only where it is ours: see extras.ts. */
export interface Extras {
  authors?: [{ id: string }];
  featured?: boolean;
  meta_title?: string;
  meta_description?: string;
  og_title?: string;
}

/** Tags that begin with `#` are the site's own, for its theme: readers never see them. */
export function isInternal({ name }: GhostTag): boolean {
  return name.startsWith('#');
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** The body as text that is the same for every spelling of it. */
export function canonicalBody({ lexical, html }: Pick<GhostPost, 'lexical' | 'html'>): string {
  const nodes = ghostNodesIn(lexical ?? null);
  return nodes.length === 0 ? html : nodes.map((node) => canonicalGhost(node)).join('\n');
}

/**
 * The modified stamp and digests of what is ours in the post, and of what may be. The stamp alone resolves to a second, and
 * so does Ghost's own check of it: the digests tell whether an update would undo somebody's work.
 */
export function stampOf(post: GhostPost): string {
  const ours = [
    post.status,
    post.title,
    canonicalBody(post),
    post.custom_excerpt,
    post.slug,
    post.tags.map(({ id }) => id),
    post.feature_image,
    post.feature_image_alt,
    post.feature_image_caption,
  ];
  const seo = [post.meta_title, post.meta_description, post.og_title];
  return [post.updated_at, digest(ours), post.authors[0]?.id ?? '-', post.featured, digest(seo)].join(' ');
}

/** True where the post stands as it did when the stamp was taken, in all that will be written. Without a stamp: no. */
export function isUnchanged(post: GhostPost, stamp: string | null, extras: Extras): boolean {
  if (stamp === null) return false;
  const [, ours, author, featured, seo] = stamp.split(' ');
  const [, oursNow, authorNow, featuredNow, seoNow] = stampOf(post).split(' ');
  const writesSeo = [extras.meta_title, extras.meta_description, extras.og_title].some(
    (value) => value !== undefined,
  );
  return (
    ours === oursNow &&
    (extras.authors === undefined || author === authorNow) &&
    (extras.featured === undefined || featured === featuredNow) &&
    (!writesSeo || seo === seoNow)
  );
}

export function remoteOf(post: GhostPost): RemotePost {
  return {
    remoteId: post.id,
    url: post.status === 'published' && post.url !== '' ? post.url : null,
    modifiedStamp: stampOf(post),
  };
}

/** When readers (will) see it, in milliseconds since 1970; null where no date is set. */
export function publicAtOf({ published_at: date }: GhostPost): number | null {
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : time;
}

/** What readers see of a post; `sent` is one that went out by mail alone. */
export function visibilityOf({ status }: GhostPost): Visibility {
  if (status === 'published') return 'public';
  return status === 'scheduled' ? 'scheduled' : 'hidden';
}
