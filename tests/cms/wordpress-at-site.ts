/** A real WordPress for the tests of a file, and its target by itself, without a desk. */
import { afterAll, beforeAll } from 'vitest';
import type { RemotePost } from '../../electron/core/publishing/target.ts';
import { createWordPressTarget } from '../../electron/core/publishing/targets/wordpress/target.ts';
import { context } from './story.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

export let site: RunningWordPress;

/** One WordPress for the tests of a file. Call it once at the top of the file. */
export function openWordPress(): void {
  beforeAll(async () => {
    site = await startWordPress();
  });
  afterAll(async () => {
    await site?.stop();
  });
}

export const target = createWordPressTarget();

/** What the target is told of the site, as one of its users. */
export function as(role: keyof RunningWordPress['users'], siteUrl = site.url) {
  const { user, password } = site.users[role];
  return { configuration: { kind: 'wordpress' as const, siteUrl, user }, given: context(password) };
}

export function idOf(post: RemotePost): number {
  return Number(post.remoteId);
}
