/** For tests: a site that answers like WordPress, except where its script says otherwise. */
import { html, json, serve, type Reply } from '../../site-http/scripted-server.ts';
import type { PublishError, PublishRequest, TargetContext } from '../../target.ts';
import { failure, testArticle, testContext, testRequest } from '../../testing-target.ts';
import { createWordPressTarget } from './target.ts';

/** Waits less long than the desk does. */
export const target = createWordPressTarget({ callMs: 3_000, uploadMs: 3_000 });
export const capabilities = { publish_posts: true, upload_files: true, manage_categories: true };

export const refusal = (status: number, code: string, data = {}): Reply =>
  json({ code, message: `Pesan ${code}`, data: { status, ...data } }, status);

export const index = {
  name: 'Situs',
  url: '',
  namespaces: ['wp/v2'],
  authentication: { 'application-passwords': {} },
};

/** A site that answers like WordPress, except where `script` says otherwise (key: `METHOD route`, or `route`). */
export async function scriptedSite(
  script: Record<string, Reply> = {},
  tls: { key: string; cert: string } | null = null,
) {
  const posts = new Map<number, Record<string, unknown>>();

  function postAt(id: number): Record<string, unknown> {
    const stored = posts.get(id) ?? {};
    const raw = (value: unknown) => ({ raw: String(value) });
    return {
      ...stored,
      id,
      link: `/?p=${id}`,
      modified_gmt: '2026-01-01T00:00:00',
      title: raw(stored['title']),
      content: raw(stored['content']),
      excerpt: raw(stored['excerpt']),
    };
  }
  const post = (id: number): Reply =>
    posts.has(id) ? json(postAt(id)) : refusal(404, 'rest_post_invalid_id');

  function usual(method: string, route: string, body: string): Reply {
    const named = /^\/wp\/v2\/posts\/(\d+)$/.exec(route)?.[1];
    const id = named === undefined ? posts.size + 1 : Number(named);
    const writes = route === '/wp/v2/posts' || posts.has(id);
    if (method === 'POST' && writes && route.startsWith('/wp/v2/posts')) {
      posts.set(id, { ...posts.get(id), ...(JSON.parse(body) as object) });
    }
    if (named !== undefined || (method === 'POST' && route === '/wp/v2/posts')) return post(id);
    if (route === '/wp/v2/posts') return json([...posts.keys()].map(postAt));
    if (route === '/') return json(index);
    if (route === '/wp/v2/users/me') return json({ id: 3, name: 'Editor', roles: ['editor'], capabilities });
    if (method === 'POST' && route === '/wp/v2/media')
      return json({ id: 9, source_url: 'http://situs/f.png' }, 201);
    if (method === 'POST') return json({ id: 5, name: 'Dunia', slug: 'dunia' }, 201);
    return json([]);
  }

  const site = await serve(
    {
      routeOf: ({ searchParams, pathname }) =>
        searchParams.get('rest_route') ?? (pathname.replace(/^\/wp-json(?=\/)/, '') || '/'),
      answer: ({ method, route, body }, { pathname }) =>
        script[`${method} ${route}`] ??
        script[route] ??
        script[pathname] ??
        script['*'] ??
        usual(method, route, body),
    },
    tls,
  );
  return { ...site, posts };
}

export function contextWith(changes: Partial<TargetContext> = {}): TargetContext {
  return testContext({ secret: 'abcd efgh', ...changes });
}

export function requestWith(changes: Partial<PublishRequest> = {}): PublishRequest {
  return testRequest(testArticle({ section: 'dunia', tags: ['satu'] }, true), changes);
}

export const configurationOf = (siteUrl: string) => ({ kind: 'wordpress' as const, siteUrl, user: 'editor' });

export async function publishTo(
  script: Record<string, Reply>,
  request = requestWith(),
): Promise<PublishError> {
  const { url } = await scriptedSite(script);
  return failure(target.publish(configurationOf(url), request, contextWith()));
}

export const errorPage = html(
  '<html><head><style>p{}</style></head><body><h1>Terjadi galat</h1></body></html>',
);
