/** Taking a post off the public site: back to a draft. Ghost has no trash; what it deletes is gone, so nothing is. */
import { PublishError, type RemotePost } from '../../target.ts';
import { UpdateCollision } from './answer.ts';
import type { GhostClient } from './client.ts';
import { readPost } from './find-post.ts';
import { postsSchema, remoteOf } from './post.ts';

/** Makes a public or scheduled post a draft; what else was changed there meanwhile stays. One that is gone counts as done. */
export async function takeBack(
  client: GhostClient,
  { remoteId }: RemotePost,
): Promise<RemotePost | undefined> {
  const standing = await readPost(client, remoteId);
  if (!standing) return undefined;
  if (standing.status === 'draft') return remoteOf(standing);
  const body = { posts: [{ status: 'draft', updated_at: standing.updated_at }] };
  await client.put(`posts/${standing.id}/`, postsSchema, body).catch((error: unknown) => {
    if (!(error instanceof UpdateCollision)) throw error;
    throw new PublishError('unexpected-answer', error.message, { retryable: true });
  });
  const after = await readPost(client, remoteId);
  if (after && after.status !== 'draft') {
    throw new PublishError('unexpected-answer', `still ${after.status}: ${after.url}`, { retryable: true });
  }
  return after ? remoteOf(after) : undefined;
}
