import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { beranda, collectionOf, edit, launch, publishNew, sitePage, slotOf } from './test-fronts.ts';

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

const soon = { timeout: 10_000, interval: 30 };

let desk: TestCore;
let server: Server;
/** By path. */
let answers: Record<string, Answer>;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
  answers = {};
  server = createServer((request, response) => {
    const { status, headers = {}, body = '' } = answers[request.url ?? ''] ?? { status: 404 };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  server.close();
  await desk.close();
});

function addressOf(path: string): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

/** Has figures come from an address of the house's own network, and fetches them. */
async function fetchFrom(path: string) {
  const url = addressOf(path);
  await desk.client.fronts.popularity.change({
    source: { kind: 'address', url, allowPrivateAddress: true },
    windowHours: 24,
  });
  return desk.client.fronts.popularity.refresh();
}

/** Headlines of what is read most, as readers find them beside a page. */
function popularOnPage(): string[] {
  const list = /<section[^>]*class="[^"]*popular[^]*?<\/section>/.exec(sitePage(desk))?.[0] ?? '';
  return [...list.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, headline]) => headline ?? '');
}

test('an address inside the house is refused in words unless the house allows it', async () => {
  answers['/populer.csv'] = { status: 200, body: 'url,views\n' };
  const url = addressOf('/populer.csv');
  // As it was stored before there was a choice.
  await desk.client.fronts.popularity.change({ source: { kind: 'address', url }, windowHours: 24 });
  expect(await desk.client.fronts.popularity.refresh()).toMatchObject({
    source: { allowPrivateAddress: false },
    error: { code: 'private-address' },
    popularity: { rows: [], fetchedAt: null },
  });
  expect(await fetchFrom('/populer.csv')).toMatchObject({ error: null, popularity: { rows: [] } });
});

test('figures as CSV order what is read most on the page; nonsense and unknown stories are passed over', async () => {
  const [satu, dua] = [await publishNew(desk, 'Satu'), await publishNew(desk, 'Dua')];
  await publishNew(desk, 'Tiga');
  answers['/populer.csv'] = {
    status: 200,
    headers: { 'content-type': 'text/csv' },
    body: [
      'Halaman;URL;Jumlah',
      'a;https://situs.example/dunia/2026/satu/?utm=x;18.204',
      'b;https://situs.example/dunia/2026/dua/;20.000',
      'c;https://situs.example/tidak-ada/;900',
      'd;https://situs.example/dunia/2026/tiga/;-4',
      'e;https://situs.example/dunia/2026/tiga/;9999999999999999',
    ].join('\r\n'),
  };
  const state = await fetchFrom('/populer.csv');
  expect(state).toMatchObject({
    error: null,
    passedOver: 3,
    popularity: {
      rows: [
        { articleId: dua, count: 20_000 },
        { articleId: satu, count: 18_204 },
      ],
    },
  });
  await vi.waitFor(() => expect(popularOnPage().slice(0, 2)).toEqual(['Dua', 'Satu']), soon);
});

test('figures as JSON are found through a redirect', async () => {
  const satu = await publishNew(desk, 'Satu');
  answers['/lama'] = { status: 302, headers: { location: '/baru.json' } };
  answers['/baru.json'] = {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data: { posts: [{ slug: 'satu', pageviews: '120' }] } }),
  };
  expect(await fetchFrom('/lama')).toMatchObject({
    error: null,
    popularity: { rows: [{ articleId: satu, count: 120 }] },
  });
});

test('what goes wrong is told, and the last good figures stay', async () => {
  const satu = await publishNew(desk, 'Satu');
  answers['/angka.json'] = { status: 200, body: JSON.stringify([{ slug: 'satu', count: 7 }]) };
  const good = await fetchFrom('/angka.json');
  answers['/angka.json'] = { status: 503 };
  expect(await desk.client.fronts.popularity.refresh()).toMatchObject({
    error: { code: 'http-status', detail: '503' },
    popularity: { rows: good.popularity.rows },
  });
  answers['/angka.json'] = { status: 200, body: '<!doctype html><title>Masuk</title>' };
  expect(await desk.client.fronts.popularity.refresh()).toMatchObject({
    error: { code: 'no-figures' },
    popularity: { rows: [{ articleId: satu }] },
  });
  answers['/angka.json'] = { status: 200, body: `[${' '.repeat(6 * 1024 * 1024)}]` };
  expect(await desk.client.fronts.popularity.refresh()).toMatchObject({ error: { code: 'too-large' } });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  expect(await desk.client.fronts.popularity.refresh()).toMatchObject({
    error: { code: 'unreachable' },
    popularity: { rows: [{ articleId: satu }] },
  });
});

test('without figures the order of the hand holds, then the newest: the box is never empty', async () => {
  await publishNew(desk, 'Satu');
  const dua = await publishNew(desk, 'Dua');
  await publishNew(desk, 'Tiga');
  await fetchFrom('/tidak-ada.json');
  const { collectionId } = collectionOf(await beranda(desk), 'TERPOPULER');
  await edit(desk, { kind: 'place', collectionId, after: null, slots: [slotOf(dua)] });
  await launch(desk);
  await vi.waitFor(() => expect(popularOnPage()).toEqual(['Dua', 'Tiga', 'Satu']), soon);
});

test('a target without figures is told as one', async () => {
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  await desk.client.fronts.popularity.change({
    source: { kind: 'wordpress-comments', targetId },
    windowHours: 24,
  });
  expect((await desk.client.fronts.popularity.refresh()).error?.code).toBe('not-this-kind-of-site');
});
