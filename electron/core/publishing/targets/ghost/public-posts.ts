import { z } from 'zod';
import { inParts } from '../without-missing.ts';
import type { GhostClient } from './client.ts';
import { readPost } from './find-post.ts';

const PER_PAGE = 100;

const idsSchema = z.object({ posts: z.array(z.looseObject({ id: z.string() })) });

/** Of these posts the ones readers can open; one that the list leaves out is asked for by itself. */
export async function publicPosts(
  client: GhostClient,
  remoteIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const part of inParts(remoteIds, PER_PAGE)) {
    const filter = `status:published+id:[${part.join(',')}]`;
    const { posts } = await client.get('posts/', idsSchema, { filter, fields: 'id', limit: PER_PAGE });
    for (const { id } of posts) found.add(id);
  }
  for (const remoteId of remoteIds) {
    if (found.has(remoteId)) continue;
    const post = await readPost(client, remoteId);
    if (post?.status === 'published') found.add(remoteId);
  }
  return found;
}
