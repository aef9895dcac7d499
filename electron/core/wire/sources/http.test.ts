import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createSocketServer, type AddressInfo, type Server as SocketServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchFeed, type FetchFeedOptions, type FeedAnswer } from './http.ts';

const open: { close(): void; closeAllConnections?(): void }[] = [];

async function listening(server: SocketServer & { closeAllConnections?(): void }): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(createServer(listener))}`;
}

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

function fetch(url: string, options: Partial<FetchFeedOptions> = {}): Promise<FeedAnswer> {
  return fetchFeed({
    url,
    etag: null,
    lastModified: null,
    allowPrivateAddress: true,
    timeoutMs: 5_000,
    ...options,
  });
}

async function bodyOf(
  url: string,
  options: Partial<FetchFeedOptions> = {},
): Promise<FeedAnswer & { kind: 'body' }> {
  const answer = await fetch(url, options);
  if (answer.kind !== 'body') throw new Error('unchanged');
  return answer;
}

describe('a feed that answers', () => {
  test('body, type, validators, hash', async () => {
    const url = await serve((_, response) => {
      response
        .writeHead(200, {
          'content-type': 'text/xml; charset=utf-8',
          etag: '"a"',
          'last-modified': 'Fri, 27 Apr 2018 15:10:00 GMT',
        })
        .end('<rss/>');
    });
    expect(await bodyOf(`${url}/rss.xml`)).toEqual({
      kind: 'body',
      bytes: Buffer.from('<rss/>'),
      contentType: 'text/xml; charset=utf-8',
      finalUrl: `${url}/rss.xml`,
      etag: '"a"',
      lastModified: 'Fri, 27 Apr 2018 15:10:00 GMT',
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('nothing new: the conditions are sent, no body is read', async () => {
    const url = await serve((request, response) => {
      const known =
        request.headers['if-none-match'] === '"a"' && request.headers['if-modified-since'] === 'x';
      response.writeHead(known ? 304 : 200).end();
    });
    expect(await fetch(url, { etag: '"a"', lastModified: 'x' })).toEqual({ kind: 'unchanged' });
    expect(await fetch(url)).toMatchObject({ kind: 'body' });
  });

  test.each([
    ['gzip', gzipSync('<rss/>')],
    ['br', brotliCompressSync('<rss/>')],
    ['identity', Buffer.from('<rss/>')],
  ])('sent as %s', async (encoding, bytes) => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bytes),
    );
    expect(Buffer.from((await bodyOf(url)).bytes).toString()).toBe('<rss/>');
  });

  test('user and password of the address are sent, and not kept', async () => {
    const url = await serve((request, response) => response.end(request.headers.authorization));
    const answer = await bodyOf(url.replace('//', '//budi:r%40hasia@'));
    expect(Buffer.from(answer.bytes).toString()).toBe(
      `Basic ${Buffer.from('budi:r@hasia').toString('base64')}`,
    );
    expect(answer.finalUrl).toBe(`${url}/`);
  });
});

describe('redirects', () => {
  test('followed, relative ones too', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: 'b?c=1' }).end('moved');
      else response.end(request.url);
    });
    const answer = await bodyOf(`${url}/a`);
    expect(Buffer.from(answer.bytes).toString()).toBe('/b?c=1');
    expect(answer.finalUrl).toBe(`${url}/b?c=1`);
  });

  test('secrets stay with their host', async () => {
    const other = await serve((request, response) => response.end(JSON.stringify(request.headers)));
    const url = await serve((_, response) => response.writeHead(302, { location: `${other}/` }).end());
    const { bytes } = await bodyOf(url.replace('//', '//budi:rahasia@'), {
      extraHeaders: { 'x-key': 'rahasia' },
      etag: '"a"',
    });
    const seen = Buffer.from(bytes).toString();
    expect(seen).not.toMatch(/authorization|x-key|rahasia/i);
    expect(seen).toContain('if-none-match');
  });

  test.each([
    ['a circle', (path: string) => (path === '/a' ? '/b' : '/a')],
    ['itself', (path: string) => path],
    ['no end', (path: string) => `${path}a`],
  ])('%s', async (_, next) => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked += 1;
      response.writeHead(302, { location: next(request.url ?? '') }).end();
    });
    await expect(fetch(`${url}/a`)).rejects.toMatchObject({ name: 'SourceError', code: 'redirect-loop' });
    expect(asked).toBeLessThanOrEqual(6);
  });

  test.each(['file:///etc/passwd', 'ftp://x.id/', 'javascript:alert(1)'])('to %s', async (location) => {
    const url = await serve((_, response) => response.writeHead(302, { location }).end());
    await expect(fetch(url)).rejects.toMatchObject({ code: 'bad-address' });
  });
});

describe('refusals', () => {
  test.each([
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'http-status'],
    [410, 'gone'],
    [429, 'http-status'],
    [500, 'http-status'],
    [302, 'http-status'],
  ])('status %i', async (status, code) => {
    const url = await serve((_, response) => response.writeHead(status, { 'retry-after': '60' }).end('x'));
    await expect(fetch(url)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(`${status} ${url}/ (Retry-After: 60)`),
    });
  });

  test.each(['', 'contoh', 'ftp://x.id/', 'file:///etc/passwd', 'http://', 'data:,x'])(
    'the address %j',
    async (url) => {
      await expect(fetch(url)).rejects.toMatchObject({ code: 'bad-address' });
    },
  );

  test('nobody listens', async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('not HTTP at all', async () => {
    const port = await listening(createSocketServer((socket) => socket.end('SSH-2.0-x\r\n')));
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('a name that does not exist', async () => {
    const answer = fetch('http://tidak-ada.invalid/');
    await expect(answer).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:name-not-found|unreachable)$/),
    });
  });

  test('TLS nobody can trust', async () => {
    const port = await listening(createSecureServer({ ALPNProtocols: ['http/1.1'] }));
    await expect(fetch(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'certificate' });
  });

  test('broken off by the server', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<rss>');
      response.socket?.destroySoon();
    });
    await expect(fetch(url)).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('stopped by the caller', async () => {
    const controller = new AbortController();
    const url = await serve(() => controller.abort());
    await expect(fetch(url, { signal: controller.signal })).rejects.toMatchObject({ name: 'SourceError' });
  });
});

describe('too much, too slow', () => {
  test('a body larger than it says', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200);
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) continue;
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    await expect(fetch(url, { maxBytes: 100_000 })).rejects.toMatchObject({ code: 'too-large' });
  });

  test('a body that says so', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-length': '1000000' }).flushHeaders(),
    );
    await expect(fetch(url, { maxBytes: 100_000 })).rejects.toMatchObject({ code: 'too-large' });
  });

  test('a small body that unpacks without end', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(bomb.length).toBeLessThan(100_000);
    await expect(fetch(url, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-large' });
  });

  test('no answer', async () => {
    const url = await serve(() => undefined);
    await expect(fetch(url, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'timed-out-network' });
  });

  test('a body that drips', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    await expect(fetch(url, { timeoutMs: 300 })).rejects.toMatchObject({ code: 'timed-out-network' });
  });
});

describe('addresses inside the house', () => {
  const hidden = (port: string): string[] => [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://0.0.0.0:${port}/`,
    `http://127.1:${port}/`,
    `http://１２７.0.0.1:${port}/`,
  ];

  test('never reached, however they are written', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.end('rahasia');
    });
    for (const address of hidden(new URL(url).port)) {
      await expect(fetch(address, { allowPrivateAddress: false }), address).rejects.toMatchObject({
        code: 'private-address',
      });
    }
    expect(asked).toBe(0);
  });

  test('and reached where the source allows it', async () => {
    const url = await serve((_, response) => response.end('ok'));
    await expect(fetch(url.replace('127.0.0.1', 'localhost'))).resolves.toMatchObject({ kind: 'body' });
  });
});
