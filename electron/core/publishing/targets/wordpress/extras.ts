/** What of a post is ours only once we have set it (cms-posts/own-fields.ts): as it is to be written, and as it stands. */
import type { ArticleFields } from '../../../../../shared/contract/articles.ts';
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import { setBefore } from '../../cms-posts/own-fields.ts';
import type { Difference, StandingContent, TargetContext } from '../../target.ts';
import type { WordPressClient, WordPressUser } from './client.ts';
import type { Extras, WordPressPost } from './post.ts';
import { readSeo, seoMeta } from './seo.ts';
import { mappedTo, namedTerms, standingTerms } from './terms.ts';

/** What of a post is ours beside the article itself, as it stands there now. */
export async function standingExtras(
  client: WordPressClient,
  post: WordPressPost,
  context: TargetContext,
): Promise<Pick<StandingContent, 'author' | 'sticky' | 'seo'>> {
  const set = setBefore(context, String(post.id));
  const [author] = set.has('author') ? await namedTerms(client, 'users', [post.author]) : [];
  const seo = set.has('meta') ? readSeo(post) : null;
  return {
    ...(author === undefined ? {} : { author }),
    ...(set.has('sticky') ? { sticky: post.sticky } : {}),
    ...(seo === null ? {} : { seo }),
  };
}

async function authorOf(
  client: WordPressClient,
  user: WordPressUser,
  { byline }: ArticleFields,
  mapping: TermMapping,
): Promise<{ author: number | null; differences: Difference[] }> {
  const wanted = byline === '' ? null : mappedTo(mapping.authors, byline);
  if (wanted === null) return { author: null, differences: [] };
  const id = Number(wanted.id);
  const mayChoose = id === user.id || user.may('edit_others_posts');
  if (mayChoose && (await standingTerms(client, 'users', [id])).has(id)) {
    return { author: id, differences: [] };
  }
  return { author: null, differences: [{ field: 'author', meant: wanted.name, found: user.name }] };
}

/**
 * What to write beside the article itself, and what of it cannot be: an author who is gone or whom the user may not
 * name, a sticky post without the right to it, texts for search engines where the site has no fields for them.
 */
export async function extrasOf(
  client: WordPressClient,
  user: WordPressUser,
  post: WordPressPost,
  fields: ArticleFields,
  mapping: TermMapping,
  context: TargetContext,
): Promise<{ extras: Extras; differences: Difference[] }> {
  const before = setBefore(context, String(post.id));
  const { author, differences } = await authorOf(client, user, fields, mapping);
  const extras: Extras = author === null ? {} : { author };

  if (fields.sticky && !user.may('edit_others_posts')) {
    differences.push({ field: 'sticky', meant: 'true', found: 'false' });
  } else if (fields.sticky || before.has('sticky')) extras.sticky = fields.sticky;

  const { seoTitle, seoDescription, socialTitle } = fields;
  const wantsSeo = seoTitle !== '' || seoDescription !== '' || socialTitle !== '';
  const meta = wantsSeo || before.has('meta') ? seoMeta(post, fields) : null;
  if (meta !== null) extras.meta = meta;
  else if (wantsSeo) {
    differences.push({ field: 'seo', meant: seoTitle || seoDescription || socialTitle, found: '' });
  }
  return { extras, differences };
}
