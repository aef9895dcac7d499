/** Posts by their id, and by the marker of the delivery that wrote them. */
import { PublishError } from '../../target.ts';
import { filterText, type GhostClient } from './client.ts';
import { postsSchema, type GhostPost } from './post.ts';

/** Everything that is compared; without `html` a post is read without what it looks like. */
export const WHOLE = { formats: 'html,lexical', include: 'tags,authors' } as const;

/** The post as it stands; null where it was deleted. */
export async function readPost(client: GhostClient, remoteId: string): Promise<GhostPost | null> {
  try {
    const { posts } = await client.get(`posts/${encodeURIComponent(remoteId)}/`, postsSchema, WHOLE);
    return posts[0] ?? null;
  } catch (error) {
    if (error instanceof PublishError && error.code === 'post-missing') return null;
    throw error;
  }
}

/** Sites whose clock is off, and desks whose was, tell other times than ours. */
const clockMarginMs = 86_400_000;

/**
 * The post that carries one of the markers: by the site's filter, then among the latest, in case the filter is not of this
 * version: the last twenty, or all that were changed since `since` (milliseconds since 1970), a thousand at most.
 */
export async function findByMarker(
  client: GhostClient,
  markers: readonly string[],
  since: number | null = null,
): Promise<GhostPost | null> {
  const carries = (post: GhostPost) => markers.some((marker) => post.codeinjection_foot.includes(marker));
  for (const marker of markers) {
    const filter = `codeinjection_foot:~${filterText(marker)}`;
    const { posts } = await client
      .get('posts/', postsSchema, { ...WHOLE, filter, limit: 5 })
      .catch((error: unknown) => {
        if (error instanceof PublishError && error.code === 'rejected') return { posts: [] };
        throw error;
      });
    const post = posts.find(carries);
    if (post) return post;
  }
  const limit = since === null ? 20 : 100;
  for (let page = 1; page <= (since === null ? 1 : 10); page += 1) {
    const order = 'updated_at desc';
    const { posts } = await client.get('posts/', postsSchema, { ...WHOLE, order, limit, page });
    const found = posts.find(carries);
    if (found) return found;
    const oldest = Date.parse(posts.at(-1)?.updated_at ?? '');
    if (posts.length < limit || oldest < (since ?? 0) - clockMarginMs) break;
  }
  return null;
}
