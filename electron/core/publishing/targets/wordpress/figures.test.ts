import { expect, test } from 'vitest';
import { html, json, type Reply } from '../../site-http/scripted-server.ts';
import { failure } from '../../testing-target.ts';
import { configurationOf, contextWith, refusal, scriptedSite, target } from './scripted-site.ts';

const since = Date.parse('2026-04-27T00:00:00Z');

async function figuresOf(script: Record<string, Reply>, route: string | null) {
  const site = await scriptedSite(script);
  const figures = () => target.figures?.(configurationOf(site.url), { route, since }, contextWith());
  return { site, figures };
}

test('a statistics plugin’s route is asked with what its address holds, and its rows are read', async () => {
  const rows = [
    { post_id: 12, title: 'Satu', pageviews: '1.204' },
    { post_id: 9, title: 'Dua', pageviews: 80 },
    { post_id: 4, title: 'Tiga', pageviews: -3 },
  ];
  const { site, figures } = await figuresOf(
    { 'GET /statistik/v1/populer': json(rows) },
    'statistik/v1/populer?range=day&limit=20',
  );
  expect(await figures()).toEqual({
    figures: [
      { names: ['12'], count: 1204 },
      { names: ['9'], count: 80 },
    ],
    passedOver: 1,
  });
  expect(site.calls.map(({ route }) => route).at(-1)).toContain('statistik/v1/populer');
});

test('a route that holds no figures is told apart from one that is not there', async () => {
  const none = await figuresOf(
    { 'GET /statistik/v1/populer': json({ pesan: 'kosong' }) },
    'statistik/v1/populer',
  );
  expect(await none.figures()).toBeNull();
  const gone = await figuresOf(
    { 'GET /statistik/v1/populer': refusal(404, 'rest_no_route') },
    'statistik/v1/populer',
  );
  await failure(Promise.resolve(gone.figures()));
  const page = await figuresOf(
    { 'GET /statistik/v1/populer': html('<h1>Masuk</h1>') },
    'statistik/v1/populer',
  );
  await failure(Promise.resolve(page.figures()));
});

test('comments are counted page by page from the beginning of the window', async () => {
  let pages = 0;
  const comments: Reply = (response, request) => {
    pages += 1;
    const size = pages === 1 ? 100 : 20;
    json(Array.from({ length: size }, (_none, index) => ({ id: index, post: index % 3 === 0 ? 7 : 8 })))(
      response,
      request,
    );
  };
  const { figures } = await figuresOf({ 'GET /wp/v2/comments': comments }, null);
  expect((await figures())?.figures).toEqual([
    { names: ['7'], count: 34 + 7 },
    { names: ['8'], count: 66 + 13 },
  ]);
});
