/** Posts by their id, and by the marker of the delivery that wrote them. */
import { z } from 'zod';
import { findByMarker } from '../../cms-posts/find-by-marker.ts';
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

export const carriesMarker = ({ status, content }: WordPressPost, marker: string): boolean =>
  status !== 'trash' && content.includes(marker);

/** The post that carries one of the markers; a search plugin of the site may not cover block attributes. */
export function findPost(
  client: WordPressClient,
  user: WordPressUser,
  markers: readonly string[],
  since: number | null,
): Promise<WordPressPost | null> {
  const posts = (parameters: Record<string, string | number>): Promise<WordPressPost[]> =>
    client.get('wp/v2/posts', postsSchema, { context: 'edit', status: 'any', ...parameters });
  const looking = {
    carries: carriesMarker,
    search: (marker: string) => posts({ search: marker }),
    latest: (page: number, limit: number) =>
      posts({
        author: user.id,
        orderby: 'modified',
        per_page: limit,
        ...(page === 1 ? {} : { page }),
      }),
    changedAt: (post: WordPressPost) => Date.parse(`${post.modified_gmt}Z`),
  };
  return findByMarker(looking, markers, since);
}
