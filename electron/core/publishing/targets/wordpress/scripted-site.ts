/** For tests: a site that answers like WordPress, except where its script says otherwise. */
import { publishable } from '../../../../../shared/document/publishable.ts';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { articleFieldsSchema } from '../../../../../shared/contract/articles.ts';
import { houseSchema } from '../../../../../shared/contract/settings.ts';
import { buildDocument, image, paragraph, text } from '../../../../../shared/document/build.ts';
import { PublishError, type PublishRequest, type TargetContext } from '../../target.ts';
import { createWordPressTarget } from './target.ts';

/** Waits less long than the desk does. */
export const target = createWordPressTarget({ callMs: 3_000, uploadMs: 3_000 });
export const mediaId = 'b'.repeat(64);
export const capabilities = { publish_posts: true, upload_files: true, manage_categories: true };

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;
export interface Call {
  method: string;
  route: string;
  authorization: string | undefined;
  body: string;
}

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
export const html =
  (body: string, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  };
export const refusal = (status: number, code: string, data = {}): Reply =>
  json({ code, message: `Pesan ${code}`, data: { status, ...data } }, status);

export const index = {
  name: 'Situs',
  url: '',
  namespaces: ['wp/v2'],
  authentication: { 'application-passwords': {} },
};

/** Answers as told the first times, and for ever after as the last says. */
export function inTurn(...replies: [Reply, ...Reply[]]): Reply {
  let call = 0;
  return (response, request) => {
    const reply = replies[Math.min(call, replies.length - 1)] ?? replies[0];
    call += 1;
    reply(response, request);
  };
}

/** A site that answers like WordPress, except where `script` says otherwise (key: `METHOD route`, or `route`). */
export async function scriptedSite(
  script: Record<string, Reply> = {},
  tls: { key: string; cert: string } | null = null,
) {
  const calls: Call[] = [];
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

  const answer: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://situs');
      const route =
        url.searchParams.get('rest_route') ?? (url.pathname.replace(/^\/wp-json(?=\/)/, '') || '/');
      const method = request.method ?? 'GET';
      const body = Buffer.concat(chunks).toString('utf8');
      calls.push({ method, route, authorization: request.headers.authorization, body });
      const reply = script[`${method} ${route}`] ?? script[route] ?? script[url.pathname] ?? script['*'];
      (reply ?? usual(method, route, body))(response, request);
    });
  };
  const server = tls === null ? createServer(answer) : createTlsServer(tls, answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${address.port}`, calls, posts };
}

export function contextWith(changes: Partial<TargetContext> = {}): TargetContext {
  const memory = new Map<string, string>();
  return {
    targetId: 'situs',
    house: houseSchema.parse({}),
    dataFolder: '/nowhere',
    now: () => Date.parse('2026-11-24T00:00:00Z'),
    signal: new AbortController().signal,
    secret: 'abcd efgh',
    picture: async (id) =>
      id === mediaId
        ? {
            mediaId,
            mimeType: 'image/png',
            width: 1,
            height: 1,
            fileName: 'f.png',
            bytes: async () => new Uint8Array(8),
          }
        : null,
    liveArticles: () => [],
    addressOf: () => null,
    forbidsAi: () => false,
    oneAtATime: (_thing, work) => work(),
    record: () => {},
    progress: () => {},
    remoteIdOf: () => null,
    fronts: () => [],
    memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    ...changes,
  };
}

export function requestWith(changes: Partial<PublishRequest> = {}): PublishRequest {
  return {
    article: {
      articleId: 'a',
      revisionId: 1,
      fields: articleFieldsSchema.parse({ headline: 'Judul', section: 'dunia', tags: ['satu'] }),
      slug: 'judul',
      document: publishable(buildDocument([paragraph([text('Isi.')]), image(mediaId)])),
      firstPublishedAt: 0,
      updatedAt: 0,
    },
    marker: 'redaksi-1',
    existing: null,
    mayHaveArrived: false,
    recordsLostSince: null,
    earlierMarkers: [],
    publishAt: null,
    ...changes,
  };
}

export const configurationOf = (siteUrl: string) => ({ kind: 'wordpress' as const, siteUrl, user: 'editor' });

export async function failure(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => new Error('it went through'),
    (reason: unknown) => reason,
  );
  if (error instanceof PublishError) return error;
  throw error;
}

export async function publishTo(
  script: Record<string, Reply>,
  request = requestWith(),
): Promise<PublishError> {
  const { url } = await scriptedSite(script);
  return failure(target.publish(configurationOf(url), request, contextWith()));
}

/** Never answers. */
export const endless: Reply = () => {};
export const errorPage = html(
  '<html><head><style>p{}</style></head><body><h1>Terjadi galat</h1></body></html>',
);
