/** Posts by their id, and by the marker of the delivery that wrote them. */
import { findByMarker } from '../../cms-posts/find-by-marker.ts';
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

export const carriesMarker = (post: GhostPost, marker: string): boolean =>
  post.codeinjection_foot.includes(marker);

/** The post that carries one of the markers; Ghost's filter for them may not be of this version. */
export function findPost(
  client: GhostClient,
  markers: readonly string[],
  since: number | null,
): Promise<GhostPost | null> {
  const posts = async (parameters: Record<string, string | number>): Promise<GhostPost[]> =>
    (await client.get('posts/', postsSchema, { ...WHOLE, ...parameters })).posts;
  const looking = {
    carries: carriesMarker,
    search: (marker: string) =>
      posts({ filter: `codeinjection_foot:~${filterText(marker)}`, limit: 5 }).catch((error: unknown) => {
        if (error instanceof PublishError && error.code === 'rejected') return [];
        throw error;
      }),
    latest: (page: number, limit: number) => posts({ order: 'updated_at desc', limit, page }),
    changedAt: (post: GhostPost) => Date.parse(post.updated_at),
  };
  return findByMarker(looking, markers, since);
}
