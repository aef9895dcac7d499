/** For tests: a site that answers like Ghost's Admin API, except where its script says otherwise. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { articleFieldsSchema } from '../../../../../shared/contract/articles.ts';
import { houseSchema } from '../../../../../shared/contract/settings.ts';
import { buildDocument, image, paragraph, text } from '../../../../../shared/document/build.ts';
import { publishable } from '../../../../../shared/document/publishable.ts';
import { PublishError, type PublishRequest, type TargetContext } from '../../target.ts';
import { createGhostTarget } from './target.ts';

/** Waits less long than the desk does. */
export const target = createGhostTarget({ callMs: 1_000, uploadMs: 1_000 });
export const mediaId = 'b'.repeat(64);
export const key = `${'a'.repeat(24)}:${'c'.repeat(64)}`;
export const now = Date.parse('2026-11-24T00:00:00Z');

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

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
export const refusal = (status: number, error: Record<string, unknown>): Reply =>
  json({ errors: [{ message: 'Pesan', context: null, ...error }] }, status);

/** Never answers. */
export const endless: Reply = () => {};

/** Answers as told the first times, and for ever after as the last says. */
export function inTurn(...replies: [Reply, ...Reply[]]): Reply {
  let call = 0;
  return (response, request) => {
    const reply = replies[Math.min(call, replies.length - 1)] ?? replies[0];
    call += 1;
    reply(response, request);
  };
}

export interface Call {
  method: string;
  route: string;
  body: string;
  authorization: string | undefined;
}

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
  const calls: Call[] = [];
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

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://koran.test');
      const route = pathname.replace(/^\/ghost\/api\/admin\//, '');
      const method = request.method ?? 'GET';
      const body = Buffer.concat(chunks).toString('utf8');
      calls.push({ method, route, body, authorization: request.headers.authorization });
      const reply = script[`${method} ${route}`] ?? script[route] ?? script['*'];
      (reply ?? usual(method, route, body))(response, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${address.port}`, calls, posts };
}

export function contextWith(changes: Partial<TargetContext> = {}): TargetContext {
  const memory = new Map<string, string>();
  return {
    targetId: 'situs',
    house: houseSchema.parse({}),
    dataFolder: '/nowhere',
    now: () => now,
    signal: new AbortController().signal,
    secret: key,
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
    memory: { get: (name) => memory.get(name) ?? null, set: (name, value) => void memory.set(name, value) },
    ...changes,
  };
}

export function requestWith(changes: Partial<PublishRequest> = {}, withPicture = false): PublishRequest {
  return {
    article: {
      articleId: 'a',
      revisionId: 1,
      fields: articleFieldsSchema.parse({ headline: 'Judul' }),
      slug: 'judul',
      document: publishable(
        buildDocument([paragraph([text('Isi.')]), ...(withPicture ? [image(mediaId)] : [])]),
      ),
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

export const configurationOf = (siteUrl: string) => ({ kind: 'ghost' as const, siteUrl });

export async function failure(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => new Error('it went through'),
    (reason: unknown) => reason,
  );
  if (error instanceof PublishError) return error;
  throw error;
}
