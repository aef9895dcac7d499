/** The post that carries a marker of ours, also where the site's own search cannot be relied on. */

/** What every post of an article carries beside the marker of the delivery that wrote it. */
export function articleMarker(articleId: string): string {
  return `redaksi-article-${articleId}`;
}

/** Sites whose clock is off, and desks whose was, tell other times than ours. */
const clockMarginMs = 86_400_000;

interface Looking<Post> {
  carries: (post: Post, marker: string) => boolean;
  /** What the site's own search finds for a marker; nothing where it has none that reaches it. */
  search: (marker: string) => Promise<Post[]>;
  /** A page of the posts that were changed last, the first page being 1. */
  latest: (page: number, limit: number) => Promise<Post[]>;
  /** Milliseconds since 1970. */
  changedAt: (post: Post) => number;
}

/**
 * By the site's search, then among its latest posts: the last twenty, or all that were changed since `since` (milliseconds
 * since 1970), a thousand at most.
 */
export async function findByMarker<Post>(
  { carries, search, latest, changedAt }: Looking<Post>,
  markers: readonly string[],
  since: number | null,
): Promise<Post | null> {
  const carriesOne = (post: Post) => markers.some((marker) => carries(post, marker));
  for (const marker of markers) {
    const post = (await search(marker)).find(carriesOne);
    if (post !== undefined) return post;
  }
  const limit = since === null ? 20 : 100;
  for (let page = 1; page <= (since === null ? 1 : 10); page += 1) {
    const posts = await latest(page, limit);
    const found = posts.find(carriesOne);
    if (found !== undefined) return found;
    const oldest = posts.at(-1);
    if (oldest === undefined || posts.length < limit) break;
    if (changedAt(oldest) < (since ?? 0) - clockMarginMs) break;
  }
  return null;
}
