/** Looking at a WordPress from outside: by REST as one of its users, and as a reader. */
import { z } from 'zod';
import type { RunningWordPress } from './wordpress/start.ts';

type Role = keyof RunningWordPress['users'];

export const restPostSchema = z.looseObject({
  id: z.int(),
  link: z.string(),
  status: z.string(),
  slug: z.string(),
  title: z.looseObject({ raw: z.string() }),
  content: z.looseObject({ raw: z.string() }),
  excerpt: z.looseObject({ raw: z.string() }),
  categories: z.array(z.int()),
  tags: z.array(z.int()),
  featured_media: z.int(),
  comment_status: z.string(),
  author: z.int(),
});
export type RestPost = z.output<typeof restPostSchema>;

export async function rest(
  site: RunningWordPress,
  role: Role,
  route: string,
  body?: Record<string, unknown>,
  method = body ? 'POST' : 'GET',
): Promise<unknown> {
  const { user, password } = site.users[role];
  const response = await fetch(`${site.url}/wp-json/wp/v2/${route}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`);
  return JSON.parse(text) as unknown;
}

export async function readPost(site: RunningWordPress, id: string | number): Promise<RestPost> {
  return restPostSchema.parse(await rest(site, 'administrator', `posts/${id}?context=edit`));
}

/** Every post that is neither in the trash nor WordPress's own first one. */
export async function posts(site: RunningWordPress): Promise<RestPost[]> {
  const found = z
    .array(restPostSchema)
    .parse(await rest(site, 'administrator', 'posts?context=edit&status=any&per_page=100'));
  return found.filter(({ slug }) => slug !== 'hello-world');
}

export async function names(
  site: RunningWordPress,
  taxonomy: 'categories' | 'tags',
  ids: number[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = z
    .array(z.looseObject({ name: z.string() }))
    .parse(await rest(site, 'administrator', `${taxonomy}?include=${ids.join(',')}&orderby=name`));
  return found.map(({ name }) => name);
}

/** The page as a reader gets it. */
export async function page(url: string): Promise<{ status: number; html: string }> {
  const response = await fetch(url);
  return { status: response.status, html: await response.text() };
}
