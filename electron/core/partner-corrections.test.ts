/** What the house says of its stories as partners get it: the item of the mended story says that it corrects, that of a withdrawn one cancels. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-mitra-'));
  desk = await openTestCore({ background: true });
});

afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function addPartner(format: 'ninjs-2' | 'rss', to: string): Promise<string> {
  const { id } = await desk.client.publishing.targets.add({
    name: `Mitra ${format}`,
    configuration: {
      kind: 'partner',
      format,
      delivery: { way: 'folder', folder: to },
      language: 'id',
      copyrightNotice: '',
      usageTerms: '',
      picturesAddress: '',
    },
  });
  return id;
}

async function write(headline: string, words: string, articleId?: string): Promise<string> {
  const { client } = desk;
  const article = articleId ? await client.articles.get({ articleId }) : await client.articles.create({});
  await client.articles.saveDraft({
    articleId: article.articleId,
    base: article.base,
    mutationId: randomUUID(),
    fields: { ...article.fields, headline, section: 'ekonomi' },
    document: buildDocument([paragraph([text(words)])]),
  });
  return article.articleId;
}

/** Waits until so many deliveries are out. */
async function sent(count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'live'));
    },
    { timeout: 10_000, interval: 20 },
  );
}

async function publish(articleId: string, targetId: string, count: number): Promise<void> {
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await sent(count);
}

/** The items in the order they were sent, once there are so many. */
async function itemsAfter(count: number): Promise<Record<string, unknown>[]> {
  await sent(count);
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>)
    .toSorted((one, other) => Number(one['version']) - Number(other['version']));
}

test('ninjs: a Ralat corrects the item and tells how, a Cabut berita cancels it with its ground', async () => {
  const targetId = await addPartner('ninjs-2', folder);
  const articleId = await write('Ekspor naik', 'Nilainya Rp1 triliun.');
  await publish(articleId, targetId, 1);
  const [first] = await itemsAfter(1);

  await write('Ekspor naik', 'Nilainya Rp1,16 triliun.', articleId);
  const { workingBase } = await desk.client.corrections.of({ articleId });
  const filing = { articleId, requestId: randomUUID(), known: 0 };
  const correction = await desk.client.corrections.correct({
    ...filing,
    workingBase,
    wrong: 'Rp1 triliun',
    right: 'Rp1,16 triliun',
    apology: true,
    placement: 'bottom',
  });
  const [, mended] = await itemsAfter(2);
  expect(mended).toMatchObject({ uri: first?.['uri'], pubstatus: 'usable' });
  expect(mended?.['ednote']).toContain(correction.text);
  const body = JSON.stringify(mended);
  expect(body).toContain('Nilainya Rp1,16 triliun.');
  expect(body).not.toContain('Nilainya Rp1 triliun.');

  const withdrawal = await desk.client.corrections.withdraw({
    ...filing,
    requestId: randomUUID(),
    known: 1,
    ground: 'press-council',
    headline: 'Ekspor naik',
  });
  const [, , withdrawn] = await itemsAfter(3);
  expect(withdrawn).toMatchObject({ uri: first?.['uri'], pubstatus: 'canceled' });
  expect(withdrawn?.['ednote']).toContain(withdrawal.text);
  expect(JSON.stringify(withdrawn)).not.toContain('Nilainya');
});

test('a reply: both items tell of it; a feed marks what was corrected and what was answered', async () => {
  const { client } = desk;
  const items = await addPartner('ninjs-2', folder);
  const feeds = mkdtempSync(join(tmpdir(), 'redaksi-mitra-'));
  const feed = await addPartner('rss', feeds);
  try {
    const articleId = await write('Ekspor naik', 'Nilainya Rp1,16 triliun.');
    const replyArticleId = await write('Tanggapan kementerian', 'Kami menanggapi.');
    await publish(articleId, items, 1);
    await publish(replyArticleId, items, 2);
    await publish(articleId, feed, 3);
    await client.corrections.linkReply({ articleId, replyArticleId, requestId: randomUUID(), known: 0 });
    const told = (await itemsAfter(6)).filter(({ version }) => Number(version) === 2);
    expect(told.map(({ ednote }) => ednote).toSorted()).toEqual([
      expect.stringContaining('Berita ini sudah ditanggapi dalam hak jawab.'),
      expect.stringContaining('Tulisan ini adalah hak jawab atas berita berikut.'),
    ]);
    const read = (): string =>
      readdirSync(feeds)
        .map((name) => readFileSync(join(feeds, name), 'utf8'))
        .join('');
    expect(read()).toContain('<category>Hak jawab</category>');
    expect(read()).not.toContain('<category>Ralat</category>');

    const { workingBase } = await client.corrections.of({ articleId });
    const said = { wrong: '', right: 'Rp1,16 triliun', apology: false, placement: 'bottom' as const };
    await client.corrections.correct({ articleId, requestId: randomUUID(), known: 1, workingBase, ...said });
    await sent(8);
    expect(read()).toContain('<category>Ralat</category>');
  } finally {
    rmSync(feeds, { recursive: true, force: true });
  }
});
