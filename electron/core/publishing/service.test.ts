/** The outbox with the built-in target, in a whole core: what is on disk after a click on publish. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { settingsSchema } from '../../../shared/contract/settings.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { newSlot } from '../../../shared/domain/front/build.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;
let targetId: string;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
  targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
});
afterEach(async () => {
  await desk.close();
});

async function write(headline: string): Promise<string> {
  const { articleId, base, fields } = await desk.client.articles.create();
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: {
      ...fields,
      headline,
      section: 'dunia',
      dateline: 'SINGAPURA, SERUJI.CO.ID – ',
      credit: '(Ant/SU02)',
    },
    document: buildDocument([paragraph([text(`Isi dari ${headline}.`)])]),
  });
  return articleId;
}

function arrived({ deliveryId }: Delivery): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      const delivery = rows.find((row) => row.deliveryId === deliveryId);
      expect(delivery).toMatchObject({ state: 'live', error: null });
      if (!delivery) throw new Error('the delivery is gone');
      return delivery;
    },
    { timeout: 10_000, interval: 20 },
  );
}

async function publish(articleId: string): Promise<Delivery> {
  return arrived(await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() }));
}

function pageOf({ url }: Delivery): string {
  return fileURLToPath(url ?? '');
}

function frontPage(): string {
  return readFileSync(join(desk.dataFolder, 'site', 'index.html'), 'utf8');
}

test('a click publishes to the folder, an update keeps the address, taking back removes the page', async () => {
  const articleId = await write('Berita pertama');
  const live = await publish(articleId);
  const page = readFileSync(pageOf(live), 'utf8');
  expect(page).toContain('SINGAPURA, SERUJI.CO.ID –');
  expect(page).toContain('Isi dari Berita pertama.');
  expect(page).toContain('(Ant/SU02)');
  expect(frontPage()).toContain('Berita pertama');
  expect((await desk.client.articles.get({ articleId })).state).toBe('published');

  const { base, fields } = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline: 'Judul yang diralat' },
  });
  const updated = await publish(articleId);
  expect(updated).toMatchObject({ action: 'update', url: live.url, differences: [] });
  expect(readFileSync(pageOf(live), 'utf8')).toContain('Judul yang diralat');

  await arrived(await desk.client.publishing.unpublish({ articleId, targetId, requestId: randomUUID() }));
  expect(existsSync(pageOf(live))).toBe(false);
  expect(frontPage()).not.toContain('Judul yang diralat');
  expect((await publish(articleId)).url).toBe(live.url);
});

test('several at once all stand on the front page', async () => {
  const headlines = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'].map((word) => `Berita nomor ${word}`);
  const articleIds = await Promise.all(headlines.map(write));
  await Promise.all(articleIds.map(publish));
  const page = frontPage();
  expect(headlines.filter((headline) => !page.includes(headline))).toEqual([]);
});

test('a launched order of TERPOPULER and a new house name reach the pages without a delivery of a story', async () => {
  const first = await write('Berita yang paling dicari');
  await publish(first);
  await publish(await write('Berita biasa'));
  const settings = settingsSchema.parse({});
  await desk.client.settings.change({ house: { ...settings.house, name: 'Harian Seruji' } });
  await vi.waitFor(() => expect(frontPage()).toContain('Harian Seruji'), { timeout: 10_000, interval: 50 });

  const popularHeadlines = () =>
    [
      ...(/<section class="popular">[^]*?<\/section>/.exec(frontPage())?.[0] ?? '').matchAll(
        /<a [^>]*>([^<]*)</g,
      ),
    ].map(([, headline]) => headline);
  expect(popularHeadlines()).toHaveLength(2);
  const home = await desk.client.fronts.get({ frontId: (await desk.client.fronts.list())[0]?.frontId ?? '' });
  const { frontId } = home;
  const popular = home.draft.collections.find(({ title }) => title === 'TERPOPULER');
  const { collectionId = '', stamp = '' } = popular ?? {};
  const slot = newSlot({
    slotId: randomUUID(),
    content: { kind: 'article', articleId: first },
    placedAt: new Date().toISOString(),
  });
  await desk.client.fronts.edit({
    frontId,
    mutationId: randomUUID(),
    edit: {
      kind: 'several',
      edits: [
        { kind: 'place', collectionId, after: null, slots: [slot] },
        { kind: 'changeCollection', collectionId, stamp, change: { cap: 1 } },
      ],
    },
  });
  await desk.client.fronts.launch({ frontId, collectionIds: [collectionId], requestId: randomUUID() });
  await vi.waitFor(() => expect(popularHeadlines()).toEqual(['Berita yang paling dicari']), {
    timeout: 10_000,
    interval: 50,
  });
});

test('the preview is the page of the working copy, with its style; nothing in it may run', async () => {
  const articleId = await write('Belum terbit');
  const preview = await desk.core.serve(`/preview/${articleId}`);
  expect(preview?.mimeType).toBe('text/html; charset=utf-8');
  expect(preview?.headers['content-security-policy']).toContain("default-src 'none'");
  const html =
    preview && 'bytes' in preview.content ? Buffer.from(preview.content.bytes).toString('utf8') : '';
  expect(html).toContain('Isi dari Belum terbit.');
  expect(html).not.toContain('<script src');
  const style = /href="(\/preview\/[^"]+\.css)"/.exec(html)?.[1] ?? '';
  expect(await desk.core.serve(style)).toMatchObject({ mimeType: expect.stringContaining('text/css') });
  expect(await desk.core.serve(`/preview/${randomUUID()}`)).toBeNull();
  expect(await desk.core.serve('/preview/nothing.css')).toBeNull();
});
