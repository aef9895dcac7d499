/** The web host's gate: who is refused, asked with raw requests as an attacker would word them. */
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { clientOfHost, newFolder, signIn, startTestHost, type TestHost } from './transports.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let host: TestHost;
let origin: string;
let port: number;

beforeAll(async () => {
  folder = newFolder();
  host = await startTestHost({ folder });
  origin = new URL(host.url).origin;
  port = Number(new URL(host.url).port);
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Asking {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** A request with exactly these headers; `Host` is ours unless told otherwise. */
async function ask({ method = 'GET', path = '/', headers = {}, body }: Asking): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, method, path, headers });
  asked.end(body);
  const [answer] = await once(asked, 'response');
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return { status: answer.statusCode, headers: answer.headers, body: text };
}

function ticket(): string {
  return new URL(host.ticketUrl()).hash.slice('#ticket='.length);
}

/** The status with which a WebSocket is refused, or `open`. */
function tryWebSocket(headers: Record<string, string>, path = '/rpc'): Promise<number | 'open'> {
  const websocket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  return new Promise((resolve) => {
    websocket.on('open', () => {
      websocket.terminate();
      resolve('open');
    });
    websocket.on('unexpected-response', (_, answer) => resolve(answer.statusCode ?? 0));
    websocket.on('error', () => null);
  });
}

describe('the address', () => {
  test.each(['/', '/session', '/rpc', '/media/x', '/nothing'])(
    'a rebound Host is refused before %s is looked at',
    async (path) => {
      const { status, body } = await ask({ path, headers: { host: `evil.example:${port}` } });
      expect(status).toBe(421);
      expect(body).not.toContain('Redaksi');
    },
  );

  test.each([
    `localhost:PORT`,
    `127.0.0.1`,
    `127.0.0.1:PORT.evil.example`,
    `[::1]:PORT`,
    `0.0.0.0:PORT`,
    `127.0.0.1:1`,
  ])('Host %s is not ours', async (name) => {
    const answer = await ask({ headers: { host: name.replace('PORT', String(port)) } });
    expect(answer.status).toBe(421);
  });

  test('a request without Host, and one for another host in its very first line, get nothing', async () => {
    async function raw(lines: string[]): Promise<string> {
      const socket = connect(port, '127.0.0.1');
      socket.end(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`);
      let said = '';
      for await (const chunk of socket.setEncoding('utf8')) said += chunk;
      return said;
    }
    expect(await raw(['GET / HTTP/1.1'])).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw([`GET http://evil.example/ HTTP/1.1`, 'Host: evil.example'])).toMatch(/^HTTP\/1\.1 421/);
  });

  test('only this machine is listened to', async () => {
    const socket = connect(port, '::1');
    const [error] = await once(socket, 'error');
    expect(error.code).toMatch(/ECONNREFUSED|EADDRNOTAVAIL|EAFNOSUPPORT|ENETUNREACH/);
  });
});

describe('the session', () => {
  function exchange(headers: OutgoingHttpHeaders, body: string | Buffer): Promise<Answer> {
    return ask({ method: 'POST', path: '/session', headers, body });
  }

  test('the ticket gives a cookie that scripts and other sites do not see', async () => {
    const answer = await exchange({ origin }, ticket());
    expect(answer.status).toBe(204);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(new RegExp(`^redaksi-${port}=[\\w-]{43};`));
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(ticket()).toMatch(/^[\w-]{43}$/);
  });

  test('a replayed ticket is refused', async () => {
    const once = ticket();
    expect((await exchange({ origin }, once)).status).toBe(204);
    const again = await exchange({ origin }, once);
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test.each(['', 'x', 'A'.repeat(43), '{"ticket":null}'])('a wrong ticket (%j) is refused', async (wrong) => {
    const answer = await exchange({ origin }, wrong);
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test.each([
    ['foreign', { origin: 'https://evil.example' }],
    ['missing', {}],
    ['null', { origin: 'null' }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['of the same port by another name', { origin: 'http://localhost:PORT' }],
    ['https instead of http', { origin: 'https://127.0.0.1:PORT' }],
  ])('a good ticket with an Origin that is %s is refused and stays good', async (_, headers) => {
    const good = ticket();
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]),
    );
    expect((await exchange(sent, good)).status).toBe(403);
    expect((await exchange({ origin }, good)).status).toBe(204);
  });

  test('a body too large for a ticket is refused unread', async () => {
    expect((await exchange({ origin }, Buffer.alloc(2_000, 'A'))).status).toBe(413);
  });

  test('a page may ask whether it has a session', async () => {
    expect((await ask({ path: '/session' })).status).toBe(401);
    const cookie = await signIn(host);
    expect((await ask({ path: '/session', headers: { cookie } })).status).toBe(204);
  });

  test('the cookie of a desk on another port is none here', async () => {
    const cookie = await signIn(host);
    const other = cookie.replace(`redaksi-${port}=`, `redaksi-${port + 1}=`);
    expect((await ask({ path: '/session', headers: { cookie: other } })).status).toBe(401);
    const both = `redaksi-${port}=wrong; ${cookie}`;
    expect((await ask({ path: '/session', headers: { cookie: both } })).status).toBe(204);
  });
});

describe('calls', () => {
  test('a WebSocket with cookie and Origin is let in', async () => {
    expect(await tryWebSocket({ origin, cookie: await signIn(host) })).toBe('open');
  });

  test('a WebSocket without cookie, or with a wrong one, is refused', async () => {
    expect(await tryWebSocket({ origin })).toBe(401);
    expect(await tryWebSocket({ origin, cookie: `redaksi-${port}=${'A'.repeat(43)}` })).toBe(401);
  });

  test.each([
    ['another localhost port', { origin: 'http://127.0.0.1:3000' }],
    ['another site', { origin: 'https://evil.example' }],
    ['nowhere', {}],
    ['a sandboxed frame', { origin: 'null' }],
  ])('a WebSocket with our cookie from %s is refused', async (_, headers) => {
    expect(await tryWebSocket({ ...headers, cookie: await signIn(host) })).toBe(403);
  });

  test('a WebSocket with our cookie and Origin to a rebound Host is refused', async () => {
    const cookie = await signIn(host);
    expect(await tryWebSocket({ origin, cookie, host: 'evil.example' })).toBe(421);
  });

  test('a WebSocket anywhere else than /rpc is refused', async () => {
    expect(await tryWebSocket({ origin, cookie: await signIn(host) }, '/other')).toBe(404);
  });

  test('calls over plain HTTP are refused, session or not', async () => {
    const cookie = await signIn(host);
    for (const method of ['GET', 'POST']) {
      const answer = await ask({ method, path: '/rpc', headers: { origin, cookie } });
      expect(answer.status).toBe(426);
    }
    const deeper = await ask({ method: 'POST', path: '/rpc/settings/get', headers: { origin, cookie } });
    expect(deeper.status).toBe(405);
  });

  test('a message beyond the limit ends its connection, and the host goes on', async () => {
    const cookie = await signIn(host);
    const websocket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { origin, cookie } });
    await once(websocket, 'open');
    websocket.on('error', () => null);
    websocket.send(Buffer.alloc(65 * 1024 * 1024));
    const [code] = await once(websocket, 'close');
    expect([1006, 1009]).toContain(code);
    const { client } = clientOfHost(host.url, () => cookie);
    expect((await client.system.status()).dataFolder).toBe(host.dataFolder);
  });

  test('a message that is no call ends nothing', async () => {
    // The RPC library reports each of them on standard error.
    vi.spyOn(console, 'error').mockImplementation(() => null);
    const cookie = await signIn(host);
    const websocket = new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { origin, cookie } });
    await once(websocket, 'open');
    for (const nonsense of ['', '{', 'null', '[]', '{"i":"1","p":{"u":"/nowhere"}}'])
      websocket.send(nonsense);
    websocket.send(Buffer.from([0xff, 0x00, 0x80]));
    websocket.ping();
    await once(websocket, 'pong');
    websocket.terminate();
    vi.restoreAllMocks();
    expect((await ask({})).status).toBe(200);
  });
});

describe('files', () => {
  test('the page comes with its security headers', async () => {
    const { status, headers, body } = await ask({});
    expect(status).toBe(200);
    expect(body).toContain('<title>Redaksi</title>');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain("script-src 'self' '");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
    const asset = await ask({ path: '/assets/index-1a2b3c.js' });
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
  });

  test.each([
    '/../data/desk.db',
    '/assets/../../data/desk.db',
    '/%2e%2e/data/desk.db',
    '/..%2fdata%2fdesk.db',
    '/..%5cdata%5cdesk.db',
    '/assets/%00',
    '//data/desk.db',
    '/media/../../desk.db',
    '/media/..%2f..%2fdesk.db',
    '/preview/..%2f..%2fdesk.db',
    '/%',
  ])('%s leads nowhere, with a session too', async (path) => {
    const cookie = await signIn(host);
    expect((await ask({ path })).status).not.toBe(200);
    expect([400, 404]).toContain((await ask({ path, headers: { cookie } })).status);
  });

  test('a picture needs the session and no other site asking for it', async () => {
    const cookie = await signIn(host);
    const { client } = clientOfHost(host.url, () => cookie);
    const { mediaId } = await client.media.add({ file: new File([PIXEL], 'a.png'), name: 'a.png' });
    const path = `/media/${mediaId}`;

    expect((await ask({ path })).status).toBe(401);
    expect((await ask({ path, headers: { cookie: `redaksi-${port}=x` } })).status).toBe(401);
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask({ path, headers: { cookie, 'sec-fetch-site': site } })).status).toBe(403);
    }
    const { status, headers } = await ask({ path, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect((await ask({ path: `/media/${'0'.repeat(64)}`, headers: { cookie } })).status).toBe(404);
  });

  test('a preview needs the session', async () => {
    const cookie = await signIn(host);
    const { client } = clientOfHost(host.url, () => cookie);
    const { articleId } = await client.articles.create({});
    expect((await ask({ path: `/preview/${articleId}` })).status).toBe(401);
    expect((await ask({ path: `/preview/${articleId}`, headers: { cookie } })).status).not.toBe(401);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s is refused where nothing is posted',
    async (method) => {
      expect((await ask({ method })).status).toBe(403);
      const answer = await ask({ method, headers: { origin } });
      expect(answer.status).toBe(405);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});

describe('the end of a host', () => {
  test('a page left open by a host that was killed is let in by the next one; after a clean end it is not', async () => {
    const own = newFolder();
    const first = await startTestHost({ folder: own });
    const cookie = await signIn(first);
    const kept = join(first.dataFolder, 'web-sessions.json');
    expect(statSync(kept).mode & 0o077).toBe(0);
    expect(readFileSync(kept, 'utf8')).not.toContain(cookie.split('=')[1]);
    const atTheKill = readFileSync(kept);
    await first.close();

    // What a kill leaves behind: the file as it was.
    mkdirSync(first.dataFolder, { recursive: true });
    writeFileSync(kept, atTheKill);
    const samePort = Number(new URL(first.url).port);
    const second = await startTestHost({ folder: own, port: samePort });
    const { client } = clientOfHost(second.url, () => cookie);
    expect((await client.system.status()).dataFolder).toBe(second.dataFolder);
    await second.close();

    const third = await startTestHost({ folder: own, port: samePort });
    const late = clientOfHost(third.url, () => cookie);
    await expect(late.client.system.status()).rejects.toMatchObject({ code: 'CORE_DISCONNECTED' });
    await third.close();
    rmSync(own, { recursive: true, force: true });
  });

  test('calls under way when the host ends fail as disconnected, later ones go to the next host', async () => {
    const own = newFolder();
    const first = await startTestHost({ folder: own });
    let cookie = await signIn(first);
    const { client } = clientOfHost(first.url, () => cookie);
    const { articleId } = await client.articles.create({});
    const events = await client.system.events();
    const waiting = events.next().then(
      () => 'heard something',
      () => 'broke off',
    );
    await first.close();
    expect(await waiting).toBe('broke off');
    await expect(client.settings.get()).rejects.toMatchObject({ code: 'CORE_DISCONNECTED' });

    const second = await startTestHost({ folder: own, port: Number(new URL(first.url).port) });
    cookie = await signIn(second);
    expect((await client.articles.get({ articleId })).articleId).toBe(articleId);
    await second.close();
    rmSync(own, { recursive: true, force: true });
  });

  test('a second desk on the same data folder is refused, and the first goes on', async () => {
    await expect(startTestHost({ folder })).rejects.toMatchObject({
      name: 'DataFolderError',
      code: 'in-use',
    });
    expect((await ask({})).status).toBe(200);
  });

  test('where the port is taken nothing is left open', async () => {
    const own = newFolder();
    await expect(startTestHost({ folder: own, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const free = await startTestHost({ folder: own });
    await free.close();
    rmSync(own, { recursive: true, force: true });
  });
});
