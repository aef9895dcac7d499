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

/**
 * The post that carries one of the markers. Sites whose search is a plugin's may not cover block attributes, so the
 * user's latest posts are looked through as well.
 */
export async function findByMarker(
  client: WordPressClient,
  user: WordPressUser,
  markers: readonly string[],
): Promise<WordPressPost | null> {
  const carries = (post: WordPressPost) =>
    post.status !== 'trash' && markers.some((marker) => post.content.includes(marker));
  const everything = { context: 'edit', status: 'any' };
  for (const marker of markers) {
    const found = await client.get('wp/v2/posts', postsSchema, { ...everything, search: marker });
    const post = found.find(carries);
    if (post) return post;
  }
  const latest = await client.get('wp/v2/posts', postsSchema, {
    ...everything,
    author: user.id,
    orderby: 'modified',
    per_page: 20,
  });
  return latest.find(carries) ?? null;
}
