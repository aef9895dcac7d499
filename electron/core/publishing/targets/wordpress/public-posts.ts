import { z } from 'zod';
import { PublishError } from '../../target.ts';
import { inParts } from '../without-missing.ts';
import type { WordPressClient } from './client.ts';
import { readPost } from './find-post.ts';

const PER_PAGE = 100;

/**
 * Of these posts the ones readers can open. Plugins filter lists, so one that a list leaves out is asked for by itself; where
 * this user may not look at it, it counts as it was published.
 */
export async function publicPosts(
  client: WordPressClient,
  remoteIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const part of inParts(remoteIds, PER_PAGE)) {
    const posts = await client.get('wp/v2/posts', z.array(z.looseObject({ id: z.int() })), {
      include: part.join(','),
      per_page: PER_PAGE,
      _fields: 'id',
    });
    for (const { id } of posts) found.add(String(id));
  }
  for (const remoteId of remoteIds) {
    if (!found.has(remoteId) && (await isPublic(client, remoteId))) found.add(remoteId);
  }
  return found;
}

async function isPublic(client: WordPressClient, remoteId: string): Promise<boolean> {
  try {
    return (await readPost(client, remoteId))?.status === 'publish';
  } catch (error) {
    if (error instanceof PublishError && !error.retryable) return true;
    throw error;
  }
}
