/** What was meant beside what stands at the site, field by field, as a person should be told it. */
import type { GhostNode } from '../../../../../shared/document/ghost-nodes.ts';
import { canonicalGhost } from '../../../conversion/ghost/canonical.ts';
import { ghostNodesIn } from '../../../conversion/ghost/ghost-to-document.ts';
import { excerpts, scheduleDifference, valueDifference } from '../../cms-posts/compare.ts';
import type { Difference } from '../../target.ts';
import {
  canonicalBody,
  isInternal,
  publicAtOf,
  type Extras,
  type GhostPost,
  type PostPayload,
} from './post.ts';
import { missingFrom, readable } from './seen.ts';

/** The body as Ghost keeps it, and the page it makes of that: it leaves out what it does not know without a word. */
function bodyDifference(nodes: readonly GhostNode[], post: GhostPost): Difference[] {
  const meant = nodes.map((node) => canonicalGhost(node)).join('\n');
  const found = canonicalBody(post);
  if (meant !== found) {
    const shown = ghostNodesIn(post.lexical ?? null);
    const words = excerpts(readable(nodes), readable(shown));
    return [{ field: 'body', ...(words.meant === words.found ? excerpts(meant, found) : words) }];
  }
  const missing = missingFrom(post.html, nodes);
  return missing === null ? [] : [{ field: 'body', ...missing }];
}

function extraDifferences(post: GhostPost, extras: Extras): Difference[] {
  const { authors, featured, meta_title, meta_description, og_title } = extras;
  return [
    ...(authors === undefined ? [] : valueDifference('author', authors[0].id, post.authors[0]?.id ?? '')),
    ...(featured === undefined ? [] : valueDifference('sticky', featured, post.featured)),
    ...(meta_title === undefined ? [] : valueDifference('seo-title', meta_title, post.meta_title)),
    ...(meta_description === undefined
      ? []
      : valueDifference('seo-description', meta_description, post.meta_description)),
    ...(og_title === undefined ? [] : valueDifference('social-title', og_title, post.og_title)),
  ];
}

/** Of the tags readers see, in their order: the first is the section. */
function tagDifference(meant: PostPayload['tags'], { tags }: GhostPost): Difference[] {
  const internal = new Set(tags.filter(isInternal).map(({ id }) => id));
  const named = (ids: readonly { id: string }[]): string =>
    ids
      .filter(({ id }) => !internal.has(id))
      .map(({ id }) => tags.find((tag) => tag.id === id)?.name ?? id)
      .join(', ');
  return valueDifference('tags', named(meant), named(tags));
}

/** What Ghost's states are called in the words the screens have for them. */
const STATES: Readonly<Record<string, string>> = { published: 'publish', scheduled: 'future' };

/**
 * Where the post differs from what was meant; `schedule` in milliseconds since 1970, null for a post that is to be public
 * now.
 */
export function differencesOf(
  post: GhostPost,
  { payload, extras, nodes }: { payload: PostPayload; extras: Extras; nodes: readonly GhostNode[] },
  schedule: number | null,
): Difference[] {
  const status = STATES[post.status] ?? post.status;
  return [
    ...valueDifference('status', schedule === null ? 'publish' : 'future', status),
    ...scheduleDifference(schedule, publicAtOf(post)),
    ...valueDifference('headline', payload.title, post.title),
    ...bodyDifference(nodes, post),
    ...valueDifference('dek', payload.custom_excerpt, post.custom_excerpt),
    ...valueDifference('slug', payload.slug, post.slug),
    ...tagDifference(payload.tags, post),
    ...(payload.feature_image === undefined
      ? []
      : valueDifference(
          'featured-picture',
          [payload.feature_image, payload.feature_image_alt, payload.feature_image_caption].join(' '),
          [post.feature_image, post.feature_image_alt, post.feature_image_caption].join(' '),
        )),
    ...extraDifferences(post, extras),
  ];
}
