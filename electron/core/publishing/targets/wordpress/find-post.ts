/** Posts by their id, and by the marker of the delivery that wrote them. */
import { z } from 'zod';
import { PublishError } from '../../target.ts';
import type { WordPressClient, WordPressUser } from './client.ts';
import { postSchema, type WordPressPost } from './post.ts';

const postsSchema = z.array(postSchema);

/** The post as it stands, also in the trash; null where it was deleted. */
export async function readPost(client: WordPressClient, remoteId: string): Promise<WordPressPost | null> {
  try {
    return await client.get(`wp/v2/posts/${encodeURIComponent(remoteId)}`, postSchema, { context: 'edit' });
  } catch (error) {
    if (error instanceof PublishError && error.code === 'post-missing') return null;
    throw error;
  }
}

/** What every post of an article carries beside the marker of the delivery that wrote it. */
export function articleMarker(articleId: string): string {
  return `redaksi-article-${articleId}`;
}

/** Sites whose clock is off, and desks whose was, tell other times than ours. */
const clockMarginMs = 86_400_000;

/**
 * The post that carries one of the markers. Sites whose search is a plugin's may not cover block attributes, so the
 * user's latest posts are looked through as well: the last twenty, or all that were changed since `since` (milliseconds
 * since 1970), a thousand at most.
 */
export async function findByMarker(
  client: WordPressClient,
  user: WordPressUser,
  markers: readonly string[],
  since: number | null = null,
): Promise<WordPressPost | null> {
  const carries = (post: WordPressPost) =>
    post.status !== 'trash' && markers.some((marker) => post.content.includes(marker));
  const everything = { context: 'edit', status: 'any' };
  for (const marker of markers) {
    const found = await client.get('wp/v2/posts', postsSchema, { ...everything, search: marker });
    const post = found.find(carries);
    if (post) return post;
  }
  const perPage = since === null ? 20 : 100;
  for (let page = 1; page <= (since === null ? 1 : 10); page += 1) {
    const latest = await client.get('wp/v2/posts', postsSchema, {
      ...everything,
      author: user.id,
      orderby: 'modified',
      per_page: perPage,
      ...(page === 1 ? {} : { page }),
    });
    const found = latest.find(carries);
    if (found) return found;
    const oldest = Date.parse(`${latest.at(-1)?.modified_gmt ?? ''}Z`);
    if (latest.length < perPage || oldest < (since ?? 0) - clockMarginMs) break;
  }
  return null;
}
