/** For tests: a site that answers like Ghost's Admin API, except where its script says otherwise. */
import { json, serve, type Reply } from '../../site-http/scripted-server.ts';
import type { PublishRequest, TargetContext } from '../../target.ts';
import { testArticle, testContext, testRequest } from '../../testing-target.ts';
import { createGhostTarget } from './target.ts';

/** Waits less long than the desk does. */
export const target = createGhostTarget({ callMs: 1_000, uploadMs: 1_000 });
export const key = `${'a'.repeat(24)}:${'c'.repeat(64)}`;
export const now = Date.parse('2026-11-24T00:00:00Z');

export const refusal = (status: number, error: Record<string, unknown>): Reply =>
  json({ errors: [{ message: 'Pesan', context: null, ...error }] }, status);

/** What Ghost makes of a body of paragraphs: enough for what the tests write. */
function htmlOf(lexical: unknown): string {
  const words = (node: unknown): string => {
    const { text: own = '', children = [] } = node as { text?: string; children?: unknown[] };
    return own + children.map(words).join('');
  };
  const { root } = JSON.parse(String(lexical)) as { root: { children: unknown[] } };
  return root.children.map((node) => `<p>${words(node)}</p>`).join('');
}

/** `script`: by `METHOD route`, or `route`; the route without what stands before `/admin`, `posts/1/` for one. */
export async function scriptedGhost(script: Record<string, Reply> = {}) {
  const posts = new Map<string, Record<string, unknown>>();
  const told = (post: Record<string, unknown>): Reply => json({ posts: [post] });

  function save(id: string, body: string): Reply {
    const {
      posts: [sent = {}],
    } = JSON.parse(body) as { posts: Record<string, unknown>[] };
    const post = { url: `/p/${id}`, published_at: null, ...posts.get(id), ...sent, id };
    posts.set(id, {
      ...post,
      html: htmlOf(post['lexical' as keyof typeof post]),
      updated_at: '2026-01-01T00:00:00.000Z',
    });
    return told(posts.get(id) ?? {});
  }

  function usual(method: string, route: string, body: string): Reply {
    const id = /^posts\/([^/]+)\/$/.exec(route)?.[1];
    if (route === 'site/')
      return json({ site: { title: 'Koran', url: 'http://koran.test/', version: '6.65' } });
    if (route === 'posts/' && method === 'POST') return save(String(posts.size + 1), body);
    if (route === 'posts/') return json({ posts: [...posts.values()] });
    if (id !== undefined && method === 'PUT') return save(id, body);
    const post = id === undefined ? undefined : posts.get(id);
    if (post !== undefined) return told(post);
    if (route === 'tags/') return json({ tags: method === 'POST' ? [{ id: 't1', name: 'Dunia' }] : [] });
    if (route === 'images/upload/') return json({ images: [{ url: 'http://koran.test/f.png' }] }, 201);
    return refusal(404, { type: 'NotFoundError' });
  }

  const site = await serve({
    routeOf: ({ pathname }) => pathname.replace(/^\/ghost\/api\/admin\//, ''),
    answer: ({ method, route, body }) =>
      script[`${method} ${route}`] ?? script[route] ?? script['*'] ?? usual(method, route, body),
  });
  return { ...site, posts };
}

export function contextWith(changes: Partial<TargetContext> = {}): TargetContext {
  return testContext({ now: () => now, secret: key, ...changes });
}

export function requestWith(changes: Partial<PublishRequest> = {}, withPicture = false): PublishRequest {
  return testRequest(testArticle({}, withPicture), changes);
}

export const configurationOf = (siteUrl: string) => ({ kind: 'ghost' as const, siteUrl });
