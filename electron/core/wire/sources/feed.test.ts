import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedOf, openSourceDesk, type SourceDesk } from '../testing-sources.ts';
import { retryAfterMs } from './http.ts';

let open: SourceDesk;
beforeEach(async () => {
  open = await openSourceDesk();
});
afterEach(() => open.close());

describe('signing in', () => {
  test.each([
    [{ signIn: 'basic', user: 'budi', secret: 'r@hasia' }, 'authorization', `Basic ${btoa('budi:r@hasia')}`],
    [{ signIn: 'bearer', secret: 'tok3n' }, 'authorization', 'Bearer tok3n'],
    [{ signIn: 'header', keyHeader: 'X-Api-Key', secret: 'kunci' }, 'x-api-key', 'kunci'],
  ])('%j', async (details, header, value) => {
    let sent: unknown;
    open.answer = (request, response) => {
      sent = request.headers[header];
      response.end(feedOf(['Satu']));
    };
    const source = await open.add(details);
    expect((await open.settled(source.id)).error).toBeNull();
    expect(sent).toBe(value);
    expect(source.hasSecret).toBe(true);
    expect(JSON.stringify(source)).not.toContain(details.secret);
  });

  test('a password written into the address goes to the vault', async () => {
    let sent: string | undefined;
    open.answer = (request, response) => {
      sent = request.headers.authorization;
      response.end(feedOf(['Satu']));
    };
    const source = await open.add({ address: open.address.replace('//', '//budi:r%40hasia@') });
    await open.settled(source.id);
    expect(source).toMatchObject({
      address: open.address,
      signIn: 'basic',
      user: 'budi',
      hasSecret: true,
    });
    expect(sent).toBe(`Basic ${btoa('budi:r@hasia')}`);
  });

  test('without its password says so, and a password is not told to another server', async () => {
    const { id } = await open.add({ signIn: 'bearer' });
    expect((await open.settled(id)).error?.code).toBe('secret-missing');

    const source = await open.add({ signIn: 'bearer', secret: 'tok3n' });
    const { id: _id, state: _state, unread: _unread, hasSecret: _hasSecret, ...configuration } = source;
    const elsewhere = configuration.address.replace('127.0.0.1', 'localhost');
    const moved = await open.desk.client.wire.sources.change({
      id: source.id,
      configuration: { ...configuration, address: elsewhere },
    });
    expect(moved.hasSecret).toBe(false);
  });

  test('headers of the house are sent', async () => {
    let sent: unknown;
    open.answer = (request, response) => {
      sent = request.headers['x-langganan'];
      response.end(feedOf(['Satu']));
    };
    const { id } = await open.add({ headers: [{ name: 'X-Langganan', value: '42' }] });
    await open.settled(id);
    expect(sent).toBe('42');
  });
});

describe('further pages', () => {
  function paged(
    pages: Record<string, readonly string[]>,
    links: Record<string, string>,
    asked: string[],
  ): void {
    open.answer = (request, response) => {
      const path = request.url ?? '';
      asked.push(path);
      const next = links[path];
      const head = next === undefined ? '' : `<atom:link rel="next" href="${next}"/>`;
      const from = Object.keys(pages).indexOf(path) * 10;
      response.end(feedOf(pages[path] ?? [], { from, head }));
    };
  }

  test('are read while they bring news, up to as many as the house wants', async () => {
    const asked: string[] = [];
    const pages = { '/feed': ['Satu'], '/2': ['Dua'], '/3': ['Tiga'], '/4': ['Empat'] };
    paged(pages, { '/feed': '/2', '/2': '/3', '/3': '/4', '/4': '/feed' }, asked);
    const { id } = await open.add({ pages: 3 });
    await open.settled(id);
    expect((await open.headlines()).sort()).toEqual(['Dua', 'Satu', 'Tiga']);
    expect(asked).toEqual(['/feed', '/2', '/3']);

    asked.length = 0;
    paged({ '/feed': ['Baru', 'Satu'], '/2': ['Dua'] }, { '/feed': '/2', '/2': '/3' }, asked);
    await open.checkAgain(id);
    expect(asked).toEqual(['/feed', '/2']);
  });

  test('a page that could not be had is asked for again', async () => {
    const asked: string[] = [];
    paged({ '/feed': ['Satu'], '/2': ['Dua'] }, { '/feed': '/2' }, asked);
    const answer = open.answer;
    open.answer = (request, response) => {
      if (request.url === '/2') response.writeHead(500).end();
      else answer(request, response);
    };
    const { id } = await open.add({ pages: 5 });
    expect((await open.settled(id)).error?.code).toBe('http-status');
    expect(await open.headlines()).toEqual(['Satu']);
    open.answer = answer;
    expect((await open.checkAgain(id)).error).toBeNull();
    expect((await open.headlines()).sort()).toEqual(['Dua', 'Satu']);
  });

  test('of another server are left alone', async () => {
    const asked: string[] = [];
    paged({ '/feed': ['Satu'] }, { '/feed': 'http://lain.example/2' }, asked);
    const { id } = await open.add({ pages: 5 });
    expect((await open.settled(id)).error).toBeNull();
    expect(asked).toEqual(['/feed']);
  });
});

test('a server that asks for patience is left alone for as long', async () => {
  open.answer = (_request, response) => void response.writeHead(429, { 'retry-after': '7200' }).end();
  const { id } = await open.add();
  const { nextCheckAt, lastCheckedAt } = await open.settled(id);
  expect(Date.parse(nextCheckAt!) - Date.parse(lastCheckedAt!)).toBeGreaterThanOrEqual(7_200_000);
  expect(retryAfterMs('Fri, 27 Apr 2018 15:11:00 GMT', Date.UTC(2018, 3, 27, 15, 10))).toBe(60_000);
  expect(retryAfterMs('segera', 0)).toBeNull();
});

test('two feeds of one server are asked one after the other', async () => {
  let open_ = 0;
  let most = 0;
  open.answer = (_request, response) => {
    open_ += 1;
    most = Math.max(most, open_);
    setTimeout(() => {
      open_ -= 1;
      response.end(feedOf(['Satu']));
    }, 60);
  };
  const sources = await Promise.all([open.add(), open.add({ name: 'B' }), open.add({ name: 'C' })]);
  for (const { id } of sources) expect((await open.settled(id)).error).toBeNull();
  expect(most).toBe(1);
});
