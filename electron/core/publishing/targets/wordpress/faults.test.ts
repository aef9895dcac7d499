import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { articleFieldsSchema } from '../../../../../shared/contract/articles.ts';
import type { Verification } from '../../../../../shared/contract/publishing.ts';
import { houseSchema } from '../../../../../shared/contract/settings.ts';
import { buildDocument, image, paragraph, text } from '../../../../../shared/document/build.ts';
import { PublishError, type PublishRequest, type TargetContext } from '../../target.ts';
import { createWordPressTarget } from './target.ts';

const target = createWordPressTarget({ callMs: 400, uploadMs: 400 });
const mediaId = 'b'.repeat(64);
const capabilities = { publish_posts: true, upload_files: true, manage_categories: true };

type Reply = (response: ServerResponse, request: IncomingMessage) => void;
interface Call {
  method: string;
  route: string;
  authorization: string | undefined;
  body: string;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
const html =
  (body: string, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  };
const refusal = (status: number, code: string, data = {}): Reply =>
  json({ code, message: `Pesan ${code}`, data: { status, ...data } }, status);

const index = {
  name: 'Situs',
  url: '',
  namespaces: ['wp/v2'],
  authentication: { 'application-passwords': {} },
};

/** A site that answers like WordPress, except where `script` says otherwise (key: `METHOD route`, or `route`). */
async function scriptedSite(script: Record<string, Reply> = {}) {
  const calls: Call[] = [];
  const posts = new Map<number, Record<string, unknown>>();

  function post(id: number): Reply {
    const stored = posts.get(id);
    if (!stored) return refusal(404, 'rest_post_invalid_id');
    const raw = (value: unknown) => ({ raw: String(value) });
    return json({
      ...stored,
      id,
      link: `/?p=${id}`,
      modified_gmt: '2026-01-01T00:00:00',
      title: raw(stored['title']),
      content: raw(stored['content']),
      excerpt: raw(stored['excerpt']),
    });
  }

  function usual(method: string, route: string, body: string): Reply {
    const id = Number(/^\/wp\/v2\/posts\/(\d+)$/.exec(route)?.[1] ?? 0);
    if (method === 'POST' && route.startsWith('/wp/v2/posts')) {
      const number = id || posts.size + 1;
      posts.set(number, { ...posts.get(number), ...(JSON.parse(body) as object) });
      return post(number);
    }
    if (id > 0) return post(id);
    if (route === '/') return json(index);
    if (route === '/wp/v2/users/me') return json({ id: 3, name: 'Editor', roles: ['editor'], capabilities });
    if (method === 'POST' && route === '/wp/v2/media')
      return json({ id: 9, source_url: 'http://situs/f.png' }, 201);
    if (method === 'POST') return json({ id: 5, name: 'Dunia', slug: 'dunia' }, 201);
    return json([]);
  }

  const server = createServer((request, response) => {
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
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { url: `http://127.0.0.1:${address.port}`, calls, posts };
}

function contextWith(changes: Partial<TargetContext> = {}): TargetContext {
  const memory = new Map<string, string>();
  return {
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
    record: () => {},
    popular: () => [],
    memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
    ...changes,
  };
}

function requestWith(changes: Partial<PublishRequest> = {}): PublishRequest {
  return {
    article: {
      articleId: 'a',
      revisionId: 1,
      fields: articleFieldsSchema.parse({ headline: 'Judul', section: 'dunia', tags: ['satu'] }),
      slug: 'judul',
      document: buildDocument([paragraph([text('Isi.')]), image(mediaId)]),
      firstPublishedAt: 0,
      updatedAt: 0,
    },
    marker: 'redaksi-1',
    existing: null,
    mayHaveArrived: false,
    earlierMarkers: [],
    publishAt: null,
    ...changes,
  };
}

const configurationOf = (siteUrl: string) => ({ kind: 'wordpress' as const, siteUrl, user: 'editor' });

async function failure(promise: Promise<unknown>): Promise<PublishError> {
  const error = await promise.then(
    () => new Error('it went through'),
    (reason: unknown) => reason,
  );
  if (error instanceof PublishError) return error;
  throw error;
}

async function publishTo(script: Record<string, Reply>, request = requestWith()): Promise<PublishError> {
  const { url } = await scriptedSite(script);
  return failure(target.publish(configurationOf(url), request, contextWith()));
}

const endless: Reply = () => {};
const serverPage = html('<html><head><style>p{}</style></head><body><h1>Terjadi galat</h1></body></html>');
const posts = 'POST /wp/v2/posts';
const media = 'POST /wp/v2/media';
const me = '/wp/v2/users/me';

describe('a delivery that does not go through is told typed', () => {
  test.each<[string, Record<string, Reply>, Partial<PublishError>]>([
    ['slow', { [posts]: endless }, { code: 'timed-out', retryable: true, retryAfterMs: 60_000 }],
    [
      'a page instead of JSON, as 200',
      { [posts]: serverPage },
      { code: 'unexpected-answer', retryable: true },
    ],
    ['JSON that is no post', { [posts]: json({ ok: true }) }, { code: 'unexpected-answer', retryable: true }],
    ['nothing at all as 200', { [posts]: html('') }, { code: 'unexpected-answer', retryable: true }],
    ['413', { [posts]: html('Too large', 413) }, { code: 'too-large', retryable: false }],
    [
      '429 with seconds',
      { [posts]: html('', 429, { 'retry-after': '120' }) },
      { code: 'rate-limited', retryable: true, retryAfterMs: 120_000 },
    ],
    [
      '429 with a date',
      { [posts]: html('', 429, { 'retry-after': 'Tue, 24 Nov 2026 00:05:00 GMT' }) },
      { code: 'rate-limited', retryable: true, retryAfterMs: 300_000 },
    ],
    [
      '500 as a page',
      { [posts]: html('oops', 500) },
      { code: 'server-error', retryable: true, retryAfterMs: null },
    ],
    [
      '503 with Retry-After',
      { [posts]: html('', 503, { 'retry-after': '30' }) },
      { code: 'server-error', retryable: true, retryAfterMs: 30_000 },
    ],
    [
      'a redirect to a log-in',
      { [posts]: html('', 302, { location: '/wp-login.php?redirect_to=x' }) },
      { code: 'rest-blocked', retryable: false },
    ],
    [
      'a redirect elsewhere',
      { [me]: html('', 301, { location: 'https://lain.test/wp-json/' }) },
      { code: 'not-this-kind-of-site', retryable: false },
    ],
    ['a redirect in a circle', { [me]: html('', 301, { location: '?' }) }, { code: 'unexpected-answer' }],
    ['a firewall', { [posts]: html('Blocked by WAF', 403) }, { code: 'rest-blocked', retryable: false }],
    [
      'wrong password',
      { [me]: refusal(401, 'rest_not_logged_in') },
      { code: 'wrong-password', retryable: false },
    ],
    ['wrong password said at once', { [me]: refusal(401, 'incorrect_password') }, { code: 'wrong-password' }],
    [
      'application passwords switched off',
      { [me]: refusal(401, 'application_passwords_disabled') },
      { code: 'basic-auth-blocked' },
    ],
    ['Basic auth swallowed', { [me]: html('Unauthorized', 401) }, { code: 'basic-auth-blocked' }],
    [
      'rights missing',
      { [me]: json({ id: 3, name: 'C', roles: ['contributor'], capabilities: {} }) },
      { code: 'rights-missing', retryable: false },
    ],
    [
      'rights missing at the post',
      { [posts]: refusal(403, 'rest_cannot_publish') },
      { code: 'rights-missing' },
    ],
    [
      'a refused field',
      { [posts]: refusal(400, 'rest_invalid_param') },
      { code: 'rejected', retryable: false },
    ],
    [
      'a refused kind of picture',
      { [media]: refusal(500, 'rest_upload_unknown_error') },
      { code: 'media-rejected' },
    ],
    ['a picture too large', { [media]: refusal(400, 'rest_upload_file_too_big') }, { code: 'too-large' }],
    ['a picture not allowed', { [media]: refusal(403, 'rest_cannot_create') }, { code: 'rights-missing' }],
  ])('%s', async (_name, script, expected) => {
    expect(await publishTo(script)).toMatchObject(expected);
  });

  test('down: nobody listens, or the connection is cut', async () => {
    const server = createTcpServer((socket) => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
    const cut = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
    server.close();
    await once(server, 'close');
    const down = await failure(target.publish(configurationOf(url), requestWith(), contextWith()));
    expect([cut, down]).toMatchObject([
      { code: 'unreachable', retryable: true },
      { code: 'unreachable', retryable: true },
    ]);
  });

  test('a name nobody knows', async () => {
    const error = await failure(
      target.publish(configurationOf('https://tidak-ada.invalid'), requestWith(), contextWith()),
    );
    expect(error).toMatchObject({ code: 'name-not-found', retryable: true });
  });

  test('TLS that is none', async () => {
    const { url } = await scriptedSite();
    const error = await failure(
      target.publish(configurationOf(url.replace('http:', 'https:')), requestWith(), contextWith()),
    );
    expect(error).toMatchObject({ code: 'certificate', retryable: false });
  });

  test('a post deleted or in the trash', async () => {
    const existing = { remoteId: '77', url: 'http://situs/77', modifiedStamp: null };
    expect(await publishTo({}, requestWith({ existing }))).toMatchObject({ code: 'post-missing' });
    const { url, posts: stored } = await scriptedSite();
    stored.set(77, { status: 'trash', title: '', content: '', excerpt: '' });
    const error = await failure(
      target.publish(configurationOf(url), requestWith({ existing }), contextWith()),
    );
    expect(error).toMatchObject({ code: 'post-missing', retryable: false });
    await expect(target.unpublish(configurationOf(url), existing, contextWith())).resolves.toBeUndefined();
  });

  test('a picture the desk does not have; no password stored', async () => {
    const { url, calls } = await scriptedSite();
    const missing = contextWith({ picture: async () => null });
    expect(await failure(target.publish(configurationOf(url), requestWith(), missing))).toMatchObject({
      code: 'picture-missing',
    });
    const secretless = contextWith({ secret: null });
    expect(await failure(target.publish(configurationOf(url), requestWith(), secretless))).toMatchObject({
      code: 'secret-missing',
    });
    expect(
      calls.filter(({ method, route }) => method === 'POST' && route.startsWith('/wp/v2/posts')),
    ).toEqual([]);
  });

  test('what the site said is in the detail, without its markup', async () => {
    expect((await publishTo({ [posts]: serverPage })).message).toContain('Terjadi galat');
    expect((await publishTo({ [posts]: refusal(400, 'rest_invalid_param') })).message).toBe(
      'HTTP 400 · rest_invalid_param: Pesan rest_invalid_param',
    );
  });

  test('stopping ends the call and is no failure of the delivery', async () => {
    const { url } = await scriptedSite({ [posts]: endless });
    const controller = new AbortController();
    const context = contextWith({ signal: controller.signal });
    const publishing = target.publish(configurationOf(url), requestWith(), context);
    setTimeout(() => controller.abort(new Error('stopping')), 50);
    await expect(publishing).rejects.toThrow('stopping');
  });
});

describe('what sites do that still work', () => {
  test('PHP notices before the JSON are read past', async () => {
    const noisy: Reply = (response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        `<br />\n<b>Warning</b>: Undefined [x] in {y}\n${JSON.stringify({ id: 3, name: 'E', roles: [], capabilities })}`,
      );
    };
    const { url } = await scriptedSite({ [me]: noisy });
    const { post } = await target.publish(configurationOf(url), requestWith(), contextWith());
    expect(post.remoteId).toBe('1');
  });

  test('plain permalinks: the REST interface under ?rest_route=', async () => {
    const { url, calls } = await scriptedSite({ '/wp-json/': html('Not found', 404) });
    const { post } = await target.publish(configurationOf(url), requestWith(), contextWith());
    expect(post.remoteId).toBe('1');
    expect(calls.some(({ method, route }) => method === 'POST' && route === '/wp/v2/posts/1')).toBe(true);
  });

  test('WordPress in a folder below, named by the Link header of the page', async () => {
    const linked: Reply = (response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        link: '</blog/wp-json/>; rel="https://api.w.org/"',
      });
      response.end('<html></html>');
    };
    const { url } = await scriptedSite({
      '/wp-json/': html('', 404),
      '/': linked,
      '/blog/wp-json/': json(index),
    });
    const { checks } = await target.verify(configurationOf(url), contextWith());
    expect(checks[0]).toEqual({ code: 'site', ok: true, detail: `Situs · ${url}/blog/wp-json/` });
  });

  test('a REST interface shut to strangers opens with the password, which goes out only then', async () => {
    const shut: Reply = (response, { headers }) =>
      (headers.authorization ? json(index) : refusal(401, 'rest_login_required'))(
        response,
        {} as IncomingMessage,
      );
    const { url, calls } = await scriptedSite({ '/wp-json/': shut, '/': shut });
    const { ok } = await target.verify(configurationOf(url), contextWith());
    expect(ok).toBe(true);
    expect(calls[0]?.authorization).toBeUndefined();
  });

  test('a new post is a draft first, public second; the marker is looked for only where one may be there', async () => {
    const { url, calls, posts: stored } = await scriptedSite();
    await target.publish(configurationOf(url), requestWith(), contextWith());
    const written = calls.filter(
      ({ method, route }) => method === 'POST' && route.startsWith('/wp/v2/posts'),
    );
    expect(written.map(({ body }) => (JSON.parse(body) as { status: string }).status)).toEqual([
      'draft',
      'publish',
    ]);
    expect(calls.some(({ method, route }) => method === 'GET' && route === '/wp/v2/posts')).toBe(false);
    expect(stored.get(1)).toMatchObject({ title: 'Judul', featured_media: 9, categories: [5] });
  });
});

describe('verifying tells in lines what is wrong', () => {
  async function lines(
    script: Record<string, Reply>,
    changes: Partial<TargetContext> = {},
  ): Promise<Verification> {
    const { url } = await scriptedSite(script);
    return target.verify(configurationOf(url), contextWith(changes));
  }

  test.each<[string, Record<string, Reply>, string]>([
    ['no WordPress', { '*': html('<h1>Toko</h1>') }, 'not-this-kind-of-site'],
    ['nothing there', { '*': html('', 404) }, 'not-this-kind-of-site'],
    ['a wall of log-in', { '*': html('', 302, { location: '/login?next=/' }) }, 'rest-blocked'],
    ['a firewall', { '*': html('', 403) }, 'rest-blocked'],
    ['the REST interface switched off', { '*': refusal(403, 'rest_disabled') }, 'rest-blocked'],
    ['maintenance', { '*': html('', 503) }, 'server-error'],
    ['slow', { '*': endless }, 'timed-out'],
    ['200 as anonymous', { [me]: refusal(401, 'rest_not_logged_in') }, 'wrong-password'],
  ])('%s', async (_name, script, code) => {
    const { ok, checks } = await lines(script);
    expect(ok).toBe(false);
    expect(checks.at(-1)).toMatchObject({ code, ok: false });
  });

  test('a server clock that is far off, and application passwords that are not offered, warn', async () => {
    const plain = json({ ...index, authentication: [] }, 200, { date: 'Tue, 24 Nov 2026 01:00:00 GMT' });
    const { ok, checks } = await lines({ '/': plain, '/wp-json/': plain });
    expect(ok).toBe(true);
    expect(checks.filter((check) => !check.ok).map(({ code, detail }) => [code, detail])).toEqual([
      ['application-passwords', expect.stringContaining('/wp-json/')],
      ['clock', '3600'],
    ]);
  });

  test.each(['', 'http://', 'ftp://situs.test', 'http:// kosong'])(
    'an address that is none: “%s”',
    async (typed) => {
      const { ok, checks } = await target.verify(configurationOf(typed), contextWith());
      expect(ok).toBe(false);
      expect(checks[0]?.code).toBe('not-this-kind-of-site');
    },
  );
});
