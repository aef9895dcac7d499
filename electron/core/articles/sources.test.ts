import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentText } from '../../../shared/document/walk.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../testing.ts';
import { deliver } from '../testing-wire.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
  await nameFirstPerson(desk, 'Sari', 'SU02');
});

afterEach(() => desk.close());

const antara = (words = 'Harga cabai turun menjadi Rp40.000 per kilogram.', version = '1') =>
  deliver(desk, {
    uri: 'urn:antara:cabai',
    version,
    provider: 'Antara',
    headline: 'Harga cabai turun',
    body_text: words,
  });
const reuters = () =>
  deliver(desk, {
    uri: 'urn:reuters:cabai',
    provider: 'Reuters',
    headline: 'Pasokan cabai pulih',
    body_text: 'Pasokan dari Jember pulih sejak Kamis.',
  });
const afp = () =>
  deliver(desk, {
    uri: 'urn:afp:cuaca',
    provider: 'AFP',
    headline: 'Cuaca membaik',
    body_text: 'Cuaca di Jawa Timur membaik pekan ini.',
  });

describe('stories', () => {
  test('an article of three agencies names all three in its sources and in its credit line', async () => {
    const first = await antara();
    const { articleId } = await desk.client.articles.writeFromWire({ storyId: first.storyId });
    await desk.client.articles.appendStory({ articleId, ...(await reuters()) });
    const { article } = await desk.client.articles.appendStory({ articleId, ...(await afp()) });
    expect(article.sources.map(({ creditName }) => creditName)).toEqual(['Ant', 'Rtr', 'AFP']);
    expect(article.fields.credit).toBe('(Ant/Rtr/AFP/SU02)');
    expect(documentText(article.document)).toContain('Pasokan dari Jember pulih sejak Kamis.');
  });

  test('a credit line somebody wrote by hand stays as it is', async () => {
    const first = await antara();
    const made = await desk.client.articles.writeFromWire({ storyId: first.storyId });
    const { articleId, base } = made;
    await desk.client.articles.saveDraft({
      articleId,
      base,
      mutationId: randomUUID(),
      fields: { ...made.fields, credit: '(Antara dan tim)' },
    });
    const { article } = await desk.client.articles.appendStory({ articleId, ...(await reuters()) });
    expect(article.fields.credit).toBe('(Antara dan tim)');
    expect(article.sources).toHaveLength(2);
  });

  test('a merged story can be taken back: the article as it was is a revision', async () => {
    const { articleId, document } = await desk.client.articles.writeFromWire({
      storyId: (await antara()).storyId,
    });
    const other = await reuters();
    const { article, revisionId } = await desk.client.articles.appendStory({ articleId, ...other });
    const back = await desk.client.articles.restoreRevision({ articleId, revisionId, base: article.base });
    await desk.client.articles.sources.removeStory({ articleId, storyId: other.storyId });
    expect(documentText(back.document)).toBe(documentText(document));
    expect((await desk.client.articles.get({ articleId })).sources).toHaveLength(1);
  });

  test('copy that was pasted makes the story a source; the words and their number stay', async () => {
    const { articleId, base } = await desk.client.articles.create({});
    const story = await antara();
    const { sources } = await desk.client.articles.sources.addStory({ articleId, ...story });
    expect(sources).toMatchObject([{ ...story, creditName: 'Ant', outdated: false }]);
    expect((await desk.client.articles.get({ articleId })).base).toBe(base);
  });

  test('copy taken again from a newer version: what changed between both is still told', async () => {
    const first = await antara();
    const { articleId } = await desk.client.articles.writeFromWire({ storyId: first.storyId });
    const again = await antara('Harga cabai turun menjadi Rp30.000 per kilogram.', '2');
    const second = { storyId: first.storyId, versionId: again.versionId };
    expect(again.storyId).toBe(first.storyId);
    const { sources } = await desk.client.articles.sources.addStory({ articleId, ...second });
    expect(sources).toMatchObject([{ versionId: again.versionId, outdated: true }]);
  });

  test('a removed source is put back by adding it again', async () => {
    const story = await antara();
    const { articleId } = await desk.client.articles.writeFromWire({ storyId: story.storyId });
    const without = await desk.client.articles.sources.removeStory({ articleId, storyId: story.storyId });
    expect(without.sources).toEqual([]);
    const again = await desk.client.articles.sources.addStory({ articleId, ...story });
    expect(again.sources).toMatchObject([story]);
  });

  test('one among three that is taken off is put back in its place, with what was decided about it', async () => {
    const { articleId } = await desk.client.articles.writeFromWire({ storyId: (await antara()).storyId });
    const second = await reuters();
    await desk.client.articles.appendStory({ articleId, ...second });
    const { article } = await desk.client.articles.appendStory({ articleId, ...(await afp()) });
    const { storyId } = second;
    const without = await desk.client.articles.sources.removeStory({ articleId, storyId });
    expect(without.sources.map(({ creditName }) => creditName)).toEqual(['Ant', 'AFP']);
    const again = await desk.client.articles.sources.restoreStory({ articleId, storyId });
    expect(again.sources).toEqual(article.sources);
    const trail = await desk.client.articles.activity({ articleId });
    expect(trail.map(({ entry }) => entry.kind)).toEqual([
      'source-added',
      'source-removed',
      'source-added',
      'source-added',
      'created',
    ]);
    await expect(desk.client.articles.sources.restoreStory({ articleId, storyId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('a story taken as a source alone leaves the copy as it is; what was its source before is told', async () => {
    const made = await desk.client.articles.writeFromWire({ storyId: (await antara()).storyId });
    const { articleId } = made;
    const other = await reuters();
    const { article, versionBefore } = await desk.client.articles.appendStory({
      articleId,
      ...other,
      as: 'source',
    });
    expect(documentText(article.document)).toBe(documentText(made.document));
    expect(article.fields.credit).toBe('(Ant/Rtr/SU02)');
    expect(versionBefore).toBeNull();
    const again = await desk.client.articles.appendStory({ articleId, ...other });
    expect(again.versionBefore).toBe(other.versionId);
  });

  test('what is not there is told', async () => {
    const { articleId } = await desk.client.articles.create({});
    await expect(
      desk.client.articles.sources.addStory({ articleId, storyId: 99, versionId: 99 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const story = await antara();
    await expect(
      desk.client.articles.sources.addStory({ articleId: randomUUID(), ...story }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { kind: 'article' } });
  });
});

describe('files', () => {
  function file(words: string, name: string) {
    return { file: new File([words], name), name, creditName: 'BPS' };
  }

  test('a file is kept as text with its hash and outlasts a restart', async () => {
    const { articleId } = await desk.client.articles.create({});
    const html = '<html><body><h1>Inflasi</h1><p>Inflasi November 2,1 persen.</p></body></html>';
    const { references } = await desk.client.articles.sources.addDocument({
      articleId,
      ...file(html, 'inflasi.html'),
    });
    expect(references).toMatchObject([{ kind: 'document', name: 'inflasi.html', creditName: 'BPS' }]);
    desk = await desk.reopen();
    const referenceId = references[0]?.referenceId ?? '';
    const kept = await desk.client.articles.sources.reference({ articleId, referenceId });
    expect(documentText(kept.document)).toBe('Inflasi November 2,1 persen.');
    expect(kept.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('one taken off the sources can be put back', async () => {
    const { articleId } = await desk.client.articles.create({});
    const added = await desk.client.articles.sources.addDocument({ articleId, ...file('Kata.', 'a.txt') });
    const referenceId = added.references[0]?.referenceId ?? '';
    const set = (removed: boolean) =>
      desk.client.articles.sources.setReferenceRemoved({ articleId, referenceId, removed });
    expect((await set(true)).references).toEqual([]);
    expect((await set(false)).references).toEqual(added.references);
  });

  test('what cannot be read is refused by name, and nothing is added', async () => {
    const { articleId } = await desk.client.articles.create({});
    await expect(
      desk.client.articles.sources.addDocument({ articleId, ...file('%PDF-1.7', 'laporan.pdf') }),
    ).rejects.toMatchObject({ code: 'UNREADABLE', data: { code: 'pdf' } });
    expect((await desk.client.articles.meta({ articleId })).references).toEqual([]);
  });
});

describe('pages of the web', () => {
  let site: Server;
  let address: string;
  const PAGE = `<!doctype html><html><head><title>Inflasi November | BPS</title></head><body><nav>Beranda</nav>
    <article><h1>Inflasi November 2,1 persen</h1><p>Inflasi November 2026 tercatat 2,1 persen, kata kepala badan statistik.</p>
    <p>Bulan sebelumnya 2,4 persen.</p></article></body></html>`;

  beforeEach(async () => {
    site = createServer((request, response) => {
      if (request.url === '/lama') return response.writeHead(301, { location: '/baru' }).end();
      if (request.url !== '/baru') return response.writeHead(404).end();
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    });
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    site.close();
    await once(site, 'close');
  });

  test('a page is fetched, named by its headline, and kept as text with where it was found', async () => {
    const { articleId } = await desk.client.articles.create({});
    const { references } = await desk.client.articles.sources.addWeb({
      articleId,
      url: `${address}/lama`,
      ownNetwork: true,
      creditName: 'BPS',
    });
    expect(references).toMatchObject([
      { kind: 'web', name: 'Inflasi November 2,1 persen', address: `${address}/baru`, creditName: 'BPS' },
    ]);
    const referenceId = references[0]?.referenceId ?? '';
    const { document } = await desk.client.articles.sources.reference({ articleId, referenceId });
    expect(documentText(document)).toContain('tercatat 2,1 persen, kata kepala badan statistik.');
    expect(documentText(document)).not.toContain('Beranda');
  });

  test('a page that is not there is told, and nothing is added', async () => {
    const { articleId } = await desk.client.articles.create({});
    await expect(
      desk.client.articles.sources.addWeb({ articleId, url: `${address}/hilang`, ownNetwork: true }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'url', reason: 'http-refused' } });
    expect((await desk.client.articles.meta({ articleId })).references).toEqual([]);
  });

  test('addresses inside the house are refused', async () => {
    const { articleId } = await desk.client.articles.create({});
    await expect(
      desk.client.articles.sources.addWeb({ articleId, url: 'http://127.0.0.1:9/rahasia' }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { field: 'url', reason: 'private-address' } });
  });
});
