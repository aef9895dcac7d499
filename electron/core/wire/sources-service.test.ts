import { once } from 'node:events';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sourceConfigurationSchema, type Source } from '../../../shared/contract/wire-sources.ts';
import { openTestCore, type TestCore } from '../testing.ts';

/** Long enough for a busy machine; nothing waits that long where all is well. */
function eventually<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitFor(condition, { timeout: 15_000, interval: 20 }) as Promise<Awaited<Result>>;
}

let desk: TestCore;
let server: Server;
let answer: RequestListener;
let address: string;

function feed(...headlines: string[]): string {
  const items = headlines.map(
    (headline, index) =>
      `<item><title>${headline}</title><link>https://kawat.example/${index}</link><description>Isi ${headline}.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Kawat</title>${items.join('')}</channel></rss>`;
}

beforeEach(async () => {
  desk = await openTestCore({ background: true });
  answer = (_request, response) => response.end(feed('Satu'));
  server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' && listening !== null ? listening.port : 0}/feed`;
});

afterEach(async () => {
  await desk.close();
  server.closeAllConnections();
  server.close();
});

function add(details: Record<string, unknown>): Promise<Source> {
  return desk.client.wire.sources.add(
    sourceConfigurationSchema.parse({
      name: 'Kantor',
      kind: 'feed',
      address,
      allowPrivateAddress: true,
      ...details,
    }),
  );
}

async function stateOf(id: string): Promise<Source['state']> {
  const source = (await desk.client.wire.sources.list()).find((candidate) => candidate.id === id);
  if (!source) throw new Error('no such source');
  return source.state;
}

async function settled(id: string): Promise<Source['state']> {
  return eventually(async () => {
    const state = await stateOf(id);
    expect(['ok', 'failing']).toContain(state.status);
    return state;
  });
}

/** Checks a source again and waits until that check is over. */
async function checkAgain(id: string): Promise<Source['state']> {
  const before = (await stateOf(id)).lastCheckedAt;
  desk.advance(1_000);
  await desk.client.wire.sources.checkNow({ id });
  return eventually(async () => {
    const state = await stateOf(id);
    expect(state.lastCheckedAt).not.toBe(before);
    expect(state.status).not.toBe('working');
    return state;
  });
}

async function headlines(): Promise<string[]> {
  return (await desk.client.wire.list({})).rows.map((row) => row.headline);
}

describe('the pause of all sources', () => {
  test('keeps what is due from being fetched, says so, and ends when told', async () => {
    const { id } = await add({});
    await settled(id);
    await desk.client.wire.sources.pauseAll({ paused: true });
    expect((await stateOf(id)).status).toBe('paused');
    expect((await desk.client.system.status()).intakePaused).toBe(true);

    answer = (_request, response) => response.end(feed('Satu', 'Dua'));
    desk.advance(301_000);
    await eventually(async () => {
      const { nextCheckAt } = await stateOf(id);
      expect(Date.parse(nextCheckAt ?? '')).toBeGreaterThan(Date.now() + 301_000);
    });
    expect(await headlines()).toEqual(['Satu']);

    await desk.client.wire.sources.pauseAll({ paused: false });
    await eventually(async () => expect(await headlines()).toContain('Dua'));
    expect((await stateOf(id)).status).not.toBe('paused');
  });

  test('does not hold up a check asked for by hand', async () => {
    const { id } = await add({});
    await settled(id);
    await desk.client.wire.sources.pauseAll({ paused: true });
    answer = (_request, response) => response.end(feed('Satu', 'Dua'));
    await desk.client.wire.sources.checkNow({ id });
    await eventually(async () => expect(await headlines()).toContain('Dua'));
  });
});

describe('a feed', () => {
  test('is polled on its own and fills the inbox', async () => {
    const { id } = await add({});
    expect((await settled(id)).error).toBeNull();
    expect(await headlines()).toEqual(['Satu']);
    const { nextCheckAt, lastCheckedAt } = await stateOf(id);
    expect(Date.parse(nextCheckAt ?? '') - Date.parse(lastCheckedAt ?? '')).toBe(300_000);
  });

  test('that answers 304 or sends the same again is not parsed again', async () => {
    const asked: (string | undefined)[] = [];
    answer = (request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(feed('Satu'));
    };
    const { id } = await add({});
    const first = await settled(id);
    const second = await checkAgain(id);
    expect(asked).toEqual([undefined, '"1"']);
    expect(second.lastDeliveryAt).toBe(first.lastDeliveryAt);

    answer = (_request, response) => response.end(feed('Satu'));
    const third = await checkAgain(id);
    expect(third.lastDeliveryAt).toBe(first.lastDeliveryAt);
  });

  test.each<[string, RequestListener, string]>([
    [
      'is a log-in page',
      (_request, response) => void response.end('<!doctype html><title>Masuk</title><p>Silakan masuk.</p>'),
      'not-recognised',
    ],
    [
      'is no text',
      (_request, response) => void response.end(Buffer.from('89504e470d0a1a0a0000ff00fe', 'hex')),
      'not-recognised',
    ],
    ['asks for a password', (_request, response) => void response.writeHead(401).end(), 'unauthorised'],
    ['has gone for good', (_request, response) => void response.writeHead(410).end(), 'gone'],
    [
      'redirects in a circle',
      (_request, response) => void response.writeHead(302, { location: '/feed' }).end(),
      'redirect-loop',
    ],
    ['breaks down', (_request, response) => void response.writeHead(500).end(), 'http-status'],
  ])('that %s has a state that says so, and is tried again later', async (_what, listener, code) => {
    answer = listener;
    const { id } = await add({});
    const state = await settled(id);
    expect(state).toMatchObject({ status: 'failing', error: { code } });
    expect(Date.parse(state.nextCheckAt ?? '')).toBeGreaterThan(Date.parse(state.lastCheckedAt ?? ''));
    expect(await headlines()).toEqual([]);
  });

  test('on an address inside the house is refused unless the source allows it', async () => {
    const { id } = await add({ allowPrivateAddress: false });
    expect(await settled(id)).toMatchObject({ status: 'failing', error: { code: 'private-address' } });
  });

  test('keeps its stories when it fails, and is well again after the next good answer', async () => {
    const { id } = await add({});
    await settled(id);
    answer = (_request, response) => void response.writeHead(503).end();
    expect(await checkAgain(id)).toMatchObject({ status: 'failing' });
    expect(await headlines()).toEqual(['Satu']);
    answer = (_request, response) => response.end(feed('Satu', 'Dua'));
    expect(await checkAgain(id)).toMatchObject({ status: 'ok', error: null, failingSince: null });
    expect(await headlines()).toContain('Dua');
  });

  test('that drops its items loses none of what was received', async () => {
    const { id } = await add({});
    await settled(id);
    answer = (_request, response) => response.end(feed());
    await checkAgain(id);
    expect(await headlines()).toEqual(['Satu']);
  });

  test('with an address that is none is refused at once', async () => {
    await expect(add({ address: 'antaranews' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'address' },
    });
  });
});

describe('a folder', () => {
  let drop: string;

  beforeEach(() => {
    drop = mkdtempSync(join(tmpdir(), 'redaksi-drop-'));
  });

  afterEach(() => rmSync(drop, { recursive: true, force: true }));

  function dropFile(name: string, content: string): void {
    writeFileSync(join(drop, name), content);
    const past = new Date(Date.now() - 60_000);
    utimesSync(join(drop, name), past, past);
  }

  test('gives its files once; one that is no wire copy is told and holds nothing up', async () => {
    dropFile('a.xml', feed('Satu'));
    dropFile('b.bin', '\u0000\u0001\u0002'.repeat(100));
    const { id } = await add({ kind: 'folder', address: drop });
    const state = await settled(id);
    expect(state.error?.detail).toContain('b.bin');
    expect(await headlines()).toEqual(['Satu']);
    dropFile('c.xml', feed('Satu', 'Dua'));
    expect((await checkAgain(id)).error).toBeNull();
    expect((await desk.client.wire.counts()).total).toBe(2);
  });

  test('that is not there says so', async () => {
    const { id } = await add({ kind: 'folder', address: join(drop, 'tidak-ada') });
    expect(await settled(id)).toMatchObject({ status: 'failing', error: { code: 'folder-missing' } });
  });
});

test('a paused source rests, a removed one leaves its stories', async () => {
  const source = await add({});
  await settled(source.id);
  const { id, state: _state, unread: _unread, ...configuration } = source;
  const paused = await desk.client.wire.sources.change({
    id,
    configuration: { ...configuration, paused: true },
  });
  expect(paused.state).toMatchObject({ status: 'paused', nextCheckAt: null });
  await desk.client.wire.sources.remove({ id });
  expect((await desk.client.wire.sources.list()).map((other) => other.id)).not.toContain(id);
  expect(await headlines()).toEqual(['Satu']);
});
