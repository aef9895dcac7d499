/** Taking a post off the public site: back to a draft, or into the trash. */
import { PublishError, type RemotePost } from '../../target.ts';
import { WordPressRefusal } from './answer.ts';
import type { WordPressClient } from './client.ts';
import { readPost } from './find-post.ts';
import { postSchema, remoteOf } from './post.ts';

/** Makes a public or scheduled post a draft. One that is gone, or in the trash, counts as done. */
export async function takeBack(
  client: WordPressClient,
  { remoteId }: RemotePost,
): Promise<RemotePost | undefined> {
  const standing = await readPost(client, remoteId);
  if (!standing || standing.status === 'trash') return undefined;
  if (standing.status !== 'publish' && standing.status !== 'future') return remoteOf(standing);
  await client.post(`wp/v2/posts/${standing.id}`, postSchema, { status: 'draft' });
  const after = await readPost(client, remoteId);
  if (after?.status === 'publish' || after?.status === 'future') {
    throw new PublishError('unexpected-answer', `still ${after.status}: ${after.link}`, { retryable: true });
  }
  return after ? remoteOf(after) : undefined;
}

/** Puts a post into the trash; deletes it where the site keeps no trash (`EMPTY_TRASH_DAYS` 0). */
export async function throwAway(client: WordPressClient, { remoteId }: RemotePost): Promise<void> {
  const standing = await readPost(client, remoteId);
  if (!standing || standing.status === 'trash') return;
  const route = `wp/v2/posts/${standing.id}`;
  await client.remove(route).catch((error: unknown) => {
    if (error instanceof PublishError && error.code === 'post-missing') return undefined;
    const keepsNoTrash = error instanceof WordPressRefusal && error.restCode === 'rest_trash_not_supported';
    if (!keepsNoTrash) throw error;
    return client.remove(route, { force: 'true' });
  });
  const after = await readPost(client, remoteId);
  if (after && after.status !== 'trash') {
    throw new PublishError('unexpected-answer', `still there: ${after.link}`, { retryable: true });
  }
}
