/** A post as an article: what stands at the site, in the desk's own terms. */
import { decodeHTML } from 'entities';
import type { StandingContent, TargetContext } from '../../target.ts';
import { wordPressToDocument } from '../../../conversion/wordpress/wordpress-to-document.ts';
import type { WordPressClient } from './client.ts';
import { standingExtras } from './extras.ts';
import { publicAtOf, type WordPressPost } from './post.ts';
import { knownPictures } from './pull.ts';
import { namedTerms } from './terms.ts';

/** Text of a field that WordPress keeps as HTML: the opposite of `plainToHtml`. */
function plainText(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, '')).trim();
}

export async function readContent(
  client: WordPressClient,
  post: WordPressPost,
  context: TargetContext,
): Promise<StandingContent> {
  const modified = Date.parse(`${post.modified_gmt}Z`);
  return {
    headline: plainText(post.title),
    dek: plainText(post.excerpt),
    slug: post.slug,
    commentsOpen: post.comment_status === 'open',
    categories: await namedTerms(client, 'categories', post.categories),
    tags: (await namedTerms(client, 'tags', post.tags)).map(({ name }) => name),
    ...(await standingExtras(client, post, context)),
    ...wordPressToDocument(post.content, {
      origin: context.targetId,
      pictures: knownPictures(post.content, context),
    }),
    modifiedAt: Number.isNaN(modified) ? publicAtOf(post) : modified,
  };
}
