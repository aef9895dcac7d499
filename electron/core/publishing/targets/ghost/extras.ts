/** What of a post is ours only once we have set it (cms-posts/own-fields.ts): as it is to be written, and as it stands. */
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import { setBefore } from '../../cms-posts/own-fields.ts';
import type { Difference, StandingContent, TargetContext } from '../../target.ts';
import type { GhostClient } from './client.ts';
import type { Extras, GhostPost } from './post.ts';
import { authorById, mappedTo } from './tags.ts';

type Memory = Pick<TargetContext, 'memory'>;

/** What is ours to write of the post `postId` beside the article itself. */
export async function extrasOf(
  client: GhostClient,
  postId: string,
  fields: ArticleFields,
  mapping: TermMapping,
  context: TargetContext,
): Promise<{ extras: Extras; differences: Difference[] }> {
  const set = setBefore(context, postId);
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
