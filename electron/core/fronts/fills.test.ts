/** Every rule, every kind of slot and every field of one, from the desk to the page readers get. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Collection, FillRule } from '../../../shared/contract/front-content.ts';
import { image } from '../../../shared/document/build.ts';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import { indexFacts, resolveFront } from '../../../shared/domain/front/resolve.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import {
  addPicture,
  beranda,
  edit,
  headlinesOf,
  launch,
  publishNew,
  sitePage,
  slotOf,
  write,
} from './test-fronts.ts';

const soon = { timeout: 10_000, interval: 30 };

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

/** Has Beranda be these collections and nothing else, and launches it. */
async function arrange(...collections: Collection[]): Promise<void> {
  const { draft } = await beranda(desk);
  const removed = draft.collections.map(({ collectionId }) => ({
    kind: 'removeCollection' as const,
    collectionId,
  }));
  const put = collections.map((collection) => ({ kind: 'putCollection' as const, collection }));
  await edit(desk, { kind: 'several', edits: [...removed, ...put] });
  await launch(desk);
}

function ruled(rule: FillRule, fields: Partial<Collection> = {}): Collection {
  return newCollection({ collectionId: randomUUID(), title: 'K', fill: { by: 'rule', rule }, ...fields });
}

/** Headlines of the collection as the board shows them. */
async function onBoard(): Promise<string[]> {
  const { frontId, draft } = await beranda(desk);
  const facts = indexFacts(await desk.client.fronts.facts({ frontId }));
  const { collections } = resolveFront(draft, facts, Date.now());
  return collections.flatMap(({ items }) => items.map(({ headline }) => headline));
}

test('each rule finds the same stories for the board and for the site: the newest, of a section, with a tag, by an author', async () => {
  await publishNew(desk, 'Satu', { section: 'dunia', tags: ['KTT ASEAN'], byline: 'Siti Aminah' });
  await publishNew(desk, 'Dua', { section: 'nasional', tags: ['banjir'], byline: 'Budi Santoso' });
  await publishNew(desk, 'Tiga', { section: 'dunia', tags: ['Banjir', 'jakarta'], byline: 'Tim Siti' });
  for (const [rule, found] of [
    [{ kind: 'latest' }, ['Tiga', 'Dua', 'Satu']],
    [{ kind: 'section', section: 'dunia' }, ['Tiga', 'Satu']],
    [{ kind: 'section', section: 'olahraga' }, []],
    [{ kind: 'tag', tag: ' banjir ' }, ['Tiga', 'Dua']],
    [{ kind: 'tag', tag: 'ktt asean' }, ['Satu']],
    [{ kind: 'author', author: 'siti' }, ['Tiga', 'Satu']],
    [{ kind: 'author', author: 'Budi Santoso' }, ['Dua']],
  ] as const) {
    await arrange(ruled(rule));
    expect(await onBoard()).toEqual(found);
    const titled = found.length === 0 ? [] : ['K', ...found];
    await vi.waitFor(() => expect(headlinesOf(sitePage(desk))).toEqual(titled), soon);
  }
});

test('what stands above already is passed over by the next collection, unless it takes repeats', async () => {
  for (const headline of ['Satu', 'Dua', 'Tiga']) await publishNew(desk, headline);
  const first = ruled({ kind: 'latest' }, { cap: 1 });
  await arrange(first, ruled({ kind: 'latest' }), ruled({ kind: 'latest' }, { cap: 2, allowRepeats: true }));
  expect(await onBoard()).toEqual(['Tiga', 'Dua', 'Satu', 'Tiga', 'Dua']);
});

test('a slot’s own words, picture and size, a link and a fixed block are on the page as they were set', async () => {
  const mediaId = await addPicture(desk);
  const articleId = await publishNew(desk, 'Judul naskah', { dek: 'Dek naskah', kicker: 'NASKAH' }, [
    image(mediaId, { alt: 'Milik naskah' }),
  ]);
  const placedAt = new Date().toISOString();
  const link = { kind: 'link' as const, url: 'https://lain.example/a' };
  const block = { kind: 'block' as const, text: 'Paragraf satu.\n\nParagraf dua.' };
  await arrange(
    newCollection({
      collectionId: randomUUID(),
      title: 'K',
      layout: 'list',
      slots: [
        slotOf(articleId, {
          headline: 'Judul kartu',
          kicker: 'KARTU',
          summary: 'Ringkasan kartu',
          size: 'large',
          picture: { kind: 'media', mediaId, alt: 'Milik kartu' },
        }),
        newSlot({ slotId: randomUUID(), content: link, headline: 'Di tempat lain', placedAt }),
        newSlot({ slotId: randomUUID(), content: block, placedAt }),
      ],
    }),
  );
  await vi.waitFor(() => expect(sitePage(desk)).toContain('Judul kartu'), soon);
  const main = /<main[^]*?<\/main>/.exec(sitePage(desk))?.[0] ?? '';
  expect(main).toContain('KARTU');
  expect(main).toContain('Ringkasan kartu');
  expect(main).toContain('alt="Milik kartu"');
  expect(main).toContain('card-lead');
  for (const own of ['Judul naskah', 'Dek naskah', 'NASKAH', 'Milik naskah']) expect(main).not.toContain(own);
  expect(main).toContain('<a href="https://lain.example/a">Di tempat lain</a>');
  expect(main).toContain('<p>Paragraf satu.</p>');
  expect(main).toContain('<p>Paragraf dua.</p>');
});

test('the pool narrows by section and words, and has what waits for its time', async () => {
  await publishNew(desk, 'Banjir di Jakarta', { section: 'nasional' });
  await publishNew(desk, 'Banjir di Bangkok', { section: 'dunia' });
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  const articleId = await write(desk, 'Gempa besok');
  const at = new Date(Date.now() + 3_600_000).toISOString();
  await desk.client.publishing.schedule({ articleId, targetId, requestId: randomUUID(), at });
  const found = async (question: Parameters<typeof desk.client.fronts.pool>[0]) =>
    (await desk.client.fronts.pool(question)).rows.map(({ headline }) => headline);
  expect(await found({ query: 'banjir' })).toEqual(['Banjir di Bangkok', 'Banjir di Jakarta']);
  expect(await found({ query: 'banjir', section: 'nasional' })).toEqual(['Banjir di Jakarta']);
  expect(await found({ standing: 'scheduled' })).toEqual(['Gempa besok']);
  expect(await found({ standing: 'scheduled', section: 'nasional' })).toEqual([]);
  expect(await found({ standing: 'scheduled', query: 'gempa' })).toEqual(['Gempa besok']);
  expect(await found({ standing: 'ready' })).toEqual([]);
});
