/**
 * What of a post is ours only once we have set it: its author, whether it is featured, the texts for search engines. Until
 * then it belongs to whoever sets it in Ghost, and is left alone.
 */
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import type { Difference, StandingContent, TargetContext } from '../../target.ts';
import type { GhostClient } from './client.ts';
import type { Extras, GhostPost } from './post.ts';
import { authorById, mappedTo } from './tags.ts';

type Memory = Pick<TargetContext, 'memory'>;

function setBefore({ memory }: Memory, postId: string): Set<string> {
  return new Set((memory.get(`set ${postId}`) ?? '').split(' ').filter((name) => name !== ''));
}

/** To be called once the post was written with these. */
export function rememberExtras(context: Memory, postId: string, extras: Extras): void {
  const set = setBefore(context, postId);
  for (const [name, value] of Object.entries(extras)) if (value !== undefined) set.add(name);
  context.memory.set(`set ${postId}`, [...set].join(' '));
}

/** What is ours to write of the post `postId` (null: a new one) beside the article itself. */
export async function extrasOf(
  client: GhostClient,
  postId: string | null,
  fields: ArticleFields,
  mapping: TermMapping,
  context: TargetContext,
): Promise<{ extras: Extras; differences: Difference[] }> {
  const set = postId === null ? new Set<string>() : setBefore(context, postId);
  const texts = {
    meta_title: fields.seoTitle,
    meta_description: fields.seoDescription,
    og_title: fields.socialTitle,
  };
  const extras: Extras = {};
  for (const name of ['meta_title', 'meta_description', 'og_title'] as const) {
    if (texts[name].trim() !== '' || set.has(name)) extras[name] = texts[name].trim();
  }
  if (fields.sticky || set.has('featured')) extras.featured = fields.sticky;
  const wanted = mappedTo(mapping.authors, fields.byline);
  if (wanted === null) return { extras, differences: [] };
  const author = await authorById(client, wanted.id);
  if (author === null) return { extras, differences: [{ field: 'author', meant: wanted.name, found: '' }] };
  return { extras: { ...extras, authors: [{ id: author.id }] }, differences: [] };
}

/** What of a post is ours beside the article itself, as it stands there now. */
export function standingExtras(
  post: GhostPost,
  context: Memory,
): Pick<StandingContent, 'author' | 'sticky' | 'seo'> {
  const set = setBefore(context, post.id);
  const [author] = post.authors;
  const hasSeo = ['meta_title', 'meta_description', 'og_title'].some((name) => set.has(name));
  return {
    ...(set.has('authors') && author ? { author: { id: author.id, name: author.name } } : {}),
    ...(set.has('featured') ? { sticky: post.featured } : {}),
    ...(hasSeo
      ? { seo: { title: post.meta_title, description: post.meta_description, social: post.og_title } }
      : {}),
  };
}
