import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CorrectionEntry, CorrectionPlacement } from '../../../shared/contract/corrections.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { openDeskDatabase } from '../database/open.ts';

let desk: TestCore;
let targetId: string;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
  targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
});

afterEach(() => desk.close());

async function write(headline: string, sentence: string): Promise<string> {
  const { articleId, base } = await desk.client.articles.create({});
  await save(articleId, base, headline, sentence);
  return articleId;
}

async function save(articleId: string, base: number, headline: string, sentence: string): Promise<void> {
  const { fields } = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline, section: 'nasional' },
    document: buildDocument([paragraph([text(sentence)])]),
  });
}

/** Waits until nothing is on its way any more. */
async function settled(articleId: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({ articleId });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ state }) => state === 'live')).toBe(true);
    },
    { timeout: 10_000, interval: 20 },
  );
}

async function publish(articleId: string): Promise<void> {
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await settled(articleId);
}

async function published(headline: string, sentence: string): Promise<string> {
  const articleId = await write(headline, sentence);
  await publish(articleId);
  return articleId;
}

async function mend(articleId: string, headline: string, sentence: string): Promise<void> {
  await save(articleId, (await desk.client.articles.get({ articleId })).base, headline, sentence);
}

async function correct(
  articleId: string,
  {
    requestId = randomUUID() as string,
    placement = 'bottom' as CorrectionPlacement,
    known = undefined as number | undefined,
  } = {},
): Promise<CorrectionEntry> {
  const { entries, workingBase } = await desk.client.corrections.of({ articleId });
  return desk.client.corrections.correct({
    articleId,
    requestId,
    known: known ?? entries.length,
    workingBase,
    wrong: 'Rp1 triliun',
    right: 'Rp1,16 triliun',
    apology: true,
    placement,
  });
}

async function withdraw(articleId: string): Promise<CorrectionEntry> {
  const { entries } = await desk.client.corrections.of({ articleId });
  return desk.client.corrections.withdraw({
    articleId,
    requestId: randomUUID(),
    known: entries.length,
    ground: 'child',
    headline: 'Kasus di Depok',
  });
}

const site = (): string => join(desk.dataFolder, 'site');

function pageOf(slug: string): string {
  const path = readdirSync(site(), { recursive: true, encoding: 'utf8' }).find((each) =>
    each.endsWith(join(slug, 'index.html')),
  );
  return path === undefined ? '' : readFileSync(join(site(), path), 'utf8');
}

function statedIn(page: string): Record<string, unknown> {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}') as Record<
    string,
    unknown
  >;
}

test('a correction goes out with the mended copy, carries its own time and leaves the story its own', async () => {
  const articleId = await published('Ekspor naik', 'Nilainya Rp1 triliun.');
  const before = statedIn(pageOf('ekspor-naik'));
  desk.advance(3 * 3_600_000);
  await mend(articleId, 'Ekspor naik', 'Nilainya Rp1,16 triliun.');
  const { changed, liveAt } = await desk.client.corrections.of({ articleId });
  expect(changed).toEqual([{ before: 'Nilainya Rp1 triliun.', after: 'Nilainya Rp1,16 triliun.' }]);
  expect(liveAt).toHaveLength(1);

  const entry = await correct(articleId);
  expect(entry.text).toContain('Sebelumnya tertulis: “Rp1 triliun”. Yang benar: “Rp1,16 triliun”.');
  expect(entry.text).toContain('memohon maaf');
  await settled(articleId);

  const page = pageOf('ekspor-naik');
  expect(page).toContain('Nilainya Rp1,16 triliun.');
  expect(page).toContain('Ralat');
  expect(page.indexOf('Sebelumnya tertulis')).toBeGreaterThan(page.indexOf('Nilainya Rp1,16 triliun.'));
  const stated = statedIn(page);
  expect(stated['datePublished']).toBe(before['datePublished']);
  expect(stated).toMatchObject({
    creativeWorkStatus: 'corrected',
    correction: [{ '@type': 'CorrectionComment', text: entry.text }],
  });
  const list = pageOf('ralat');
  expect(list).toContain(entry.text);
  expect(list).toContain('ekspor-naik/');
  expect(page).toMatch(/<a href="[^"]*\/ralat\/index\.html">Ralat<\/a>/);
  const feed = readFileSync(join(site(), 'feed.xml'), 'utf8');
  expect(feed).toContain('<atom:updated>');
  expect(feed).toContain('<category>Ralat</category>');

  // A later update without any correction still carries it.
  await mend(articleId, 'Ekspor naik', 'Nilainya Rp1,16 triliun, kata menteri.');
  await publish(articleId);
  expect(pageOf('ekspor-naik')).toContain('Sebelumnya tertulis');
});

test('a second correction stands beside the first; above the copy where the house wants it there', async () => {
  const articleId = await published('Ekspor naik', 'Nilainya Rp1,16 triliun.');
  await correct(articleId);
  await correct(articleId, { placement: 'top' });
  await settled(articleId);
  const page = pageOf('ekspor-naik');
  expect(page.match(/Sebelumnya tertulis/g)).toHaveLength(4); // Twice in the copy, twice in the JSON-LD.
  const body = page.slice(page.indexOf('<div class="story-body">'));
  expect(body.indexOf('Sebelumnya tertulis')).toBeLessThan(body.indexOf('Nilainya'));
});

test('a post of its own and the story it corrects lead to each other', async () => {
  const articleId = await published('Ekspor naik', 'Nilainya Rp1,16 triliun.');
  const { matter } = await correct(articleId, { placement: 'own' });
  const own = matter.kind === 'correction' ? (matter.otherArticleId ?? '') : '';
  await settled(own);
  await settled(articleId);
  expect(pageOf('ralat-ekspor-naik')).toMatch(/href="[^"]*\/ekspor-naik\/index\.html"/);
  expect(pageOf('ekspor-naik')).toMatch(/href="[^"]*\/ralat-ekspor-naik\/index\.html"/);
  expect(pageOf('ekspor-naik')).not.toContain('Baca juga');
  expect(pageOf('ralat-ekspor-naik')).toContain('Berita yang diralat:');
  expect(pageOf('ralat-ekspor-naik')).not.toContain('Baca juga');
});

test('what may not be: no words, a story that is nowhere, a stale copy, two windows, the same click twice', async () => {
  const draft = await write('Belum terbit', 'Isi.');
  await expect(correct(draft)).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'not-live' } });
  const articleId = await published('Ekspor naik', 'Nilainya Rp1 triliun.');
  const { workingBase } = await desk.client.corrections.of({ articleId });
  const filing = { articleId, requestId: randomUUID(), known: 0, wrong: '', apology: false };
  const sent = { ...filing, workingBase, placement: 'bottom' as const };
  await expect(desk.client.corrections.correct({ ...sent, right: '  ' })).rejects.toThrow(/valid/i);
  await expect(
    desk.client.corrections.correct({ ...sent, right: 'x', workingBase: workingBase - 1 }),
  ).rejects.toMatchObject({ code: 'DRAFT_CONFLICT' });

  const first = await desk.client.corrections.correct({ ...sent, right: 'benar' });
  expect(await desk.client.corrections.correct({ ...sent, right: 'benar' })).toEqual(first);
  await expect(correct(articleId, { known: 0 })).rejects.toMatchObject({
    data: { reason: 'corrected-meanwhile' },
  });
  expect((await desk.client.corrections.of({ articleId })).entries).toHaveLength(1);
});

test('a withdrawn story is announced with its ground, leaves lists and feeds, and is final', async () => {
  const articleId = await published('Anak pejabat X ditangkap', 'Nama anak itu X.');
  await published('Berita lain', 'Isi lain.');
  const entry = await withdraw(articleId);
  await settled(articleId);
  const page = pageOf('anak-pejabat-x-ditangkap');
  expect(page).toContain('Dicabut: Kasus di Depok');
  expect(page).toContain('menyangkut masa depan anak');
  expect(page).not.toContain('Nama anak itu X.');
  expect(page).not.toContain('Anak pejabat X');
  expect(statedIn(page)).toMatchObject({ creativeWorkStatus: 'withdrawn' });
  expect(pageOf('ralat')).toContain(entry.text);
  for (const file of ['feed.xml', 'index.html', 'sitemap.xml', join('nasional', 'index.html')]) {
    expect(readFileSync(join(site(), file), 'utf8')).not.toContain('anak-pejabat');
  }
  expect(existsSync(join(site(), 'feed.xml'))).toBe(true);

  expect(await desk.client.corrections.marks()).toEqual({ [articleId]: 'withdrawn' });
  await expect(correct(articleId)).rejects.toMatchObject({ data: { reason: 'withdrawn' } });
  await expect(
    desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'NOT_PUBLISHABLE', data: { reasons: [{ code: 'withdrawn-by-house' }] } });
});

test('a correction in a post of its own goes with the story it repeats', async () => {
  const articleId = await published('Anak pejabat X ditangkap', 'Nama anak itu X.');
  const { matter } = await correct(articleId, { placement: 'own' });
  const own = matter.kind === 'correction' ? (matter.otherArticleId ?? '') : '';
  await settled(own);
  await settled(articleId);
  expect(pageOf('ralat-anak-pejabat-x-ditangkap')).toContain('Rp1,16 triliun');
  await withdraw(articleId);
  await settled(articleId);
  await settled(own);
  expect(pageOf('ralat-anak-pejabat-x-ditangkap')).toBe('');
  expect(readFileSync(join(site(), 'feed.xml'), 'utf8')).not.toContain('Anak pejabat X');
  expect(pageOf('ralat')).not.toContain('Anak pejabat X');
});

test('a reply and its story are linked both ways', async () => {
  const articleId = await published('Ekspor naik', 'Nilainya Rp1 triliun.');
  const reply = await write('Tanggapan kementerian', 'Kami menanggapi.');
  const filing = { articleId, requestId: randomUUID(), known: 0 };
  await expect(desk.client.corrections.linkReply({ ...filing, replyArticleId: reply })).rejects.toMatchObject(
    {
      data: { reason: 'reply-not-live' },
    },
  );
  await publish(reply);
  await desk.client.corrections.linkReply({ ...filing, replyArticleId: reply });
  await settled(articleId);
  await settled(reply);
  expect(pageOf('ekspor-naik')).toMatch(
    />Hak jawab:<\/span> <a href="[^"]*\/tanggapan-kementerian\/index\.html"/,
  );
  expect(pageOf('tanggapan-kementerian')).toMatch(
    />Berita yang ditanggapi:<\/span> <a href="[^"]*\/ekspor-naik\/index\.html"/,
  );
  expect(statedIn(pageOf('ekspor-naik'))).toMatchObject({
    citation: [{ '@type': 'NewsArticle', headline: 'Tanggapan kementerian' }],
  });
  expect(statedIn(pageOf('tanggapan-kementerian'))).toMatchObject({
    citation: [{ headline: 'Ekspor naik' }],
  });
  const feed = readFileSync(join(site(), 'feed.xml'), 'utf8');
  expect(feed.match(/<category>Hak jawab<\/category>/g)).toHaveLength(2);
  const list = pageOf('ralat');
  expect(list).toMatch(/<h2><a href="[^"]*\/ekspor-naik\/index\.html">/);
  expect(list).toMatch(/<p><a href="[^"]*\/tanggapan-kementerian\/index\.html">/);
  expect(await desk.client.corrections.marks()).toEqual({ [articleId]: 'answered', [reply]: 'reply' });
});

test('the outbox tells which of its deliveries carry a Ralat, a Hak jawab or the withdrawal', async () => {
  const articleId = await published('Ekspor naik', 'Nilainya Rp1 triliun.');
  const reply = await published('Tanggapan kementerian', 'Kami menanggapi.');
  await correct(articleId);
  await settled(articleId);
  await desk.client.corrections.linkReply({
    articleId,
    requestId: randomUUID(),
    known: 1,
    replyArticleId: reply,
  });
  await settled(articleId);
  await settled(reply);
  await withdraw(articleId);
  await settled(articleId);
  const carriedBy = async (id: string) =>
    (await desk.client.publishing.deliveries({ articleId: id })).rows.map(({ carries }) => carries);
  expect(await carriedBy(articleId)).toEqual([['withdrawal'], ['correction', 'reply'], ['correction'], []]);
  expect((await carriedBy(reply)).at(0)).toEqual(['reply-to']);
  expect((await carriedBy(reply)).at(-1)).toEqual([]);

  await desk.client.publishing.unpublish({ articleId: reply, targetId, requestId: randomUUID() });
  expect((await carriedBy(reply)).at(0)).toEqual([]);
});

test('what was filed is never changed or deleted', async () => {
  const articleId = await published('Ekspor naik', 'Nilainya Rp1 triliun.');
  await correct(articleId);
  await settled(articleId);
  const database = openDeskDatabase(desk.dataFolder);
  try {
    expect(() => database.exec(`UPDATE correction SET text = ''`)).toThrow(/never changed/);
    expect(() => database.exec('DELETE FROM correction')).toThrow(/never deleted/);
  } finally {
    database.close();
  }
});
