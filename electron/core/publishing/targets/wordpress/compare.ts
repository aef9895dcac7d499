/** What was meant beside what stands at the site, field by field, as a person should be told it. */
import { decodeHTML } from 'entities';
import { excerpts, scheduleDifference, valueDifference } from '../../cms-posts/compare.ts';
import type { Difference } from '../../target.ts';
import type { WordPressClient } from './client.ts';
import { publicAtOf, sorted, type Extras, type PostPayload, type WordPressPost } from './post.ts';
import { readSeo } from './seo.ts';
import { termNames } from './terms.ts';

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
  return left === right ? [] : [{ field, ...excerpts(left, right) }];
}

async function termDifference(
  client: WordPressClient,
  field: 'categories' | 'tags' | 'author',
  meant: readonly number[],
  found: readonly number[],
): Promise<Difference[]> {
  if (String(sorted(meant)) === String(sorted(found))) return [];
  // Two terms of one name are one to a reader.
  const taxonomy = field === 'author' ? 'users' : field;
  const [left, right] = [await termNames(client, taxonomy, meant), await termNames(client, taxonomy, found)];
  return valueDifference(field, left, right);
}

function extraDifferences(post: WordPressPost, { sticky, meta }: Extras): Difference[] {
  const [title, description, social] = Object.values(meta ?? {});
  const seo = readSeo(post);
  return [
    ...(sticky === undefined ? [] : valueDifference('sticky', sticky, post.sticky)),
    ...(title === undefined ? [] : valueDifference('seo-title', title, seo?.title ?? '')),
    ...(description === undefined
      ? []
      : valueDifference('seo-description', description, seo?.description ?? '')),
    ...(social === undefined ? [] : valueDifference('social-title', social, seo?.social ?? '')),
  ];
}

/**
 * Where the post differs from what was meant; `schedule` in milliseconds since 1970, null for a post that is to be
 * public now. Asks the site for the names of categories and tags that differ.
 */
export async function differencesOf(
  client: WordPressClient,
  post: WordPressPost,
  meant: PostPayload & Extras,
  schedule: number | null,
): Promise<Difference[]> {
  return [
    ...valueDifference('status', schedule === null ? 'publish' : 'future', post.status),
    ...scheduleDifference(schedule, publicAtOf(post)),
    ...textDifference('headline', meant.title, post.title),
    ...textDifference('body', meant.content, post.content),
    ...textDifference('dek', meant.excerpt, post.excerpt),
    ...valueDifference('slug', meant.slug, post.slug),
    // Without a section WordPress files a post under its default category; that is no surprise to anybody.
    ...(meant.categories.length === 0
      ? []
      : await termDifference(client, 'categories', meant.categories, post.categories)),
    ...(await termDifference(client, 'tags', meant.tags, post.tags)),
    ...valueDifference('featured-picture', meant.featured_media, post.featured_media),
    ...valueDifference('comments', meant.comment_status, post.comment_status),
    ...(meant.author === undefined
      ? []
      : await termDifference(client, 'author', [meant.author], [post.author])),
    ...extraDifferences(post, meant),
  ];
}
