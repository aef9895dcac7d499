/** The lead of a front as a sticky post: only the one that we made sticky is ever loosened again. */
import { z } from 'zod';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import type { WordPressClient } from './client.ts';

const key = 'sticky lead';

async function setSticky(client: WordPressClient, postId: string, sticky: boolean): Promise<void> {
  await client.post(`wp/v2/posts/${postId}`, z.looseObject({ id: z.int() }), { sticky });
}

/** `articleId` leads now; null: nothing does. A missing right is told as a difference. */
export async function stickLead(
  client: WordPressClient,
  articleId: string | null,
  context: TargetContext,
): Promise<Difference[]> {
  const before = context.memory.get(key) ?? '';
  const now = articleId === null ? '' : (context.remoteIdOf(articleId) ?? '');
  if (before === now) return [];
  try {
    if (now !== '') await setSticky(client, now, true);
    if (before !== '') {
      await setSticky(client, before, false).catch((error: unknown) => {
        // A post that is gone is sticky no more.
        if (!(error instanceof PublishError) || error.code !== 'post-missing') throw error;
      });
    }
    context.memory.set(key, now);
    return [];
  } catch (error) {
    if (!(error instanceof PublishError) || error.retryable) throw error;
    return [{ field: 'front-sticky', meant: now, found: error.message }];
  }
}
