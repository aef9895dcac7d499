/** A real Ghost for the tests of a file: its posts as they stand, and what somebody does in Ghost's own editor. */
import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { createGhostTarget } from '../../electron/core/publishing/targets/ghost/target.ts';
import { startGhost, type RunningGhost } from './ghost/start.ts';
import { article, context, fields, request } from './story.ts';

export let site: RunningGhost;

/** One Ghost for the tests of a file. Call it once at the top of the file. */
export function openGhost(): void {
  beforeAll(async () => {
    site = await startGhost();
  });
  afterAll(async () => {
    await site?.stop();
  });
}

const postSchema = z.looseObject({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  status: z.string(),
  lexical: z.string().nullable(),
  custom_excerpt: z.string().nullable(),
  featured: z.boolean(),
  feature_image: z.string().nullable(),
  updated_at: z.string(),
  published_at: z.string().nullable(),
  tags: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});
export type StandingPost = z.output<typeof postSchema>;

const whole = 'formats=lexical,html&include=tags';

/** The one post of an answer. */
const onePost = (answer: unknown): StandingPost =>
  z.object({ posts: z.tuple([postSchema]) }).parse(answer).posts[0];

export async function postAt(id: string): Promise<StandingPost> {
  return onePost(await site.api('GET', `posts/${id}/?${whole}`));
}

export async function allPosts(kind: 'posts' | 'pages' = 'posts'): Promise<StandingPost[]> {
  const answer = await site.api('GET', `${kind}/?limit=100&${whole}`);
  return (
    z
      .record(z.string(), z.unknown())
      .pipe(z.looseObject({ [kind]: z.array(postSchema) }))
      .parse(answer)[kind] ?? []
  );
}

export async function postsWith(title: string): Promise<StandingPost[]> {
  return (await allPosts()).filter((post) => post.title === title);
}

/** A post that somebody writes there. */
export async function writeThere(post: object): Promise<StandingPost> {
  return onePost(await site.api('POST', `posts/?${whole}`, { posts: [{ status: 'published', ...post }] }));
}

/** What somebody changes in a post there. */
export async function editThere(id: string, change: object): Promise<void> {
  const { updated_at } = await postAt(id);
  await site.api('PUT', `posts/${id}/`, { posts: [{ ...change, updated_at }] });
}

/** The target by itself, without a desk. */
export const target = createGhostTarget();

/** What the target is told of the site; `siteUrl` where it is seen through a proxy. */
export function place(siteUrl = site.url) {
  return { configuration: { kind: 'ghost' as const, siteUrl }, given: context(site.key) };
}

export const named = (headline: string) => ({ ...fields, headline });

/** A request for an article of its own. */
export function asking(marker: string, headline: string, changes: Parameters<typeof request>[1] = {}) {
  const slug = headline.toLowerCase().replace(/\W+/g, '-');
  return request(marker, { article: article({ fields: named(headline), slug }), ...changes });
}
