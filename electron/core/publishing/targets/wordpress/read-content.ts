/** A post as an article: what stands at the site, in the desk's own terms. */
import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { StandingContent, TargetContext } from '../../target.ts';
import { wordPressToDocument } from '../../../conversion/wordpress/wordpress-to-document.ts';
import type { WordPressClient } from './client.ts';
import { attachmentKey } from './pictures.ts';
import { publicAtOf, type WordPressPost } from './post.ts';
import { picturesIn } from './pull.ts';

const termsSchema = z.array(z.looseObject({ id: z.int(), name: z.string() }));

/** Text of a field that WordPress keeps as HTML: the opposite of `plainToHtml`. */
function plainText(html: string): string {
  return decodeHTML(html.replace(/<[^>]*>/g, '')).trim();
}

async function namesOf(client: WordPressClient, taxonomy: 'categories' | 'tags', ids: readonly number[]) {
  if (ids.length === 0) return [];
  const terms = await client.get(`wp/v2/${taxonomy}`, termsSchema, { include: ids.join(','), per_page: 100 });
  return ids.flatMap((id) => {
    const term = terms.find((one) => one.id === id);
    return term === undefined ? [] : [{ id: String(id), name: decodeHTML(term.name) }];
  });
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
    categories: await namesOf(client, 'categories', post.categories),
    tags: (await namesOf(client, 'tags', post.tags)).map(({ name }) => name),
    ...wordPressToDocument(post.content, {
      origin: context.targetId,
      pictures: picturesIn(post.content).flatMap((picture) => {
        const mediaId = context.memory.get(attachmentKey(picture.id));
        return mediaId ? [{ ...picture, mediaId }] : [];
      }),
    }),
    modifiedAt: Number.isNaN(modified) ? publicAtOf(post) : modified,
  };
}
