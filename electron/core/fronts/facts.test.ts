import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { image } from '../../../shared/document/build.ts';
import type { Slot } from '../../../shared/contract/front-content.ts';
import { boardOf } from '../../../shared/domain/front/board.ts';
import { newCollection } from '../../../shared/domain/front/build.ts';
import { indexFacts } from '../../../shared/domain/front/resolve.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import {
  addPicture,
  beranda,
  collectionOf,
  edit,
  launch,
  place,
  publish,
  publishNew,
  slotOf,
  write,
} from './test-fronts.ts';

const FIRE = `Kebakaran menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.
Api diduga berasal dari hubungan pendek arus listrik di kios pakaian dan cepat membesar karena angin kencang.
Kepala dinas pemadam kebakaran mengatakan tidak ada korban jiwa. Kerugian sementara ditaksir Rp4,3 miliar.`;

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

/** What an agency sends, as a version of its only story. */
async function send(agency: string, fields: object): Promise<number> {
  const story = {
    uri: `urn:${agency}:1`,
    type: 'text',
    provider: agency,
    versioncreated: '2026-02-20T07:00:00+07:00',
    pubstatus: 'usable',
    ...fields,
  };
  const file = new File([JSON.stringify(story)], `${agency}.json`);
  const { storyIds } = await desk.client.wire.importFile({ file, name: file.name });
  return storyIds[0] ?? 0;
}

/** An article written from a story that an agency sent. */
async function writeFrom(
  agency: string,
  headline: string,
  body: string,
  fields: object = {},
): Promise<string> {
  const storyId = await send(agency, { headline, body_text: body, ...fields });
  return (await desk.client.articles.writeFromWire({ storyId })).articleId;
}

/** Puts slots into a list of their own at the head of Beranda, which is filled by hand. */
async function list(...slots: Slot[]): Promise<void> {
  const collection = newCollection({ collectionId: randomUUID(), title: 'Uji', slots });
  await edit(desk, { kind: 'putCollection', collection, after: null });
}

/** What the cards placed on Beranda by hand warn of, in their order, with the core's facts. */
async function warned(now = Date.now()): Promise<string[]> {
  const { frontId, draft } = await beranda(desk);
  const facts = indexFacts(await desk.client.fronts.facts({ frontId }));
  return boardOf(draft, facts, now).collections.flatMap(({ cards }) =>
    cards.flatMap(({ slot, warnings }) => (slot === null ? [] : warnings.map(({ code }) => code))),
  );
}

test('articles from two agencies’ copies of one story are known to tell the same', async () => {
  const articles = [
    await writeFrom('antara', 'Pasar Manonda terbakar', FIRE),
    await writeFrom('kantor-b', '86 kios terbakar di Palu', FIRE),
    await writeFrom('kantor-c', 'Rupiah menguat', 'Rupiah ditutup menguat tipis di pasar spot Jakarta.'),
  ];
  await list(...articles.map((articleId) => slotOf(articleId)));
  const { frontId } = await beranda(desk);
  const { stories } = await desk.client.fronts.facts({ frontId });
  const [one, other, third] = articles.map(
    (articleId) => stories.find((story) => story.articleId === articleId)?.sourceClusters,
  );
  expect(one).toHaveLength(1);
  expect(other).toEqual(one);
  expect(third).not.toEqual(one);
  await Promise.all(articles.map((articleId) => publish(desk, articleId)));
  expect(await warned()).toEqual(['same-story']);
});

test('what an agency does to a story is told at the card: corrected, then withdrawn with its reason', async () => {
  const articleId = await writeFrom('antara', 'Pasar Manonda terbakar', FIRE);
  await publish(desk, articleId);
  await list(slotOf(articleId));
  expect(await warned()).toEqual([]);
  const next = {
    headline: 'Pasar Manonda terbakar',
    versioncreated: '2026-02-20T08:00:00+07:00',
    version: '2',
  };
  await send('antara', { ...next, body_text: FIRE.replace('86 kios', '68 kios') });
  expect(await warned()).toEqual(['source-corrected']);
  await send('antara', {
    ...next,
    version: '3',
    versioncreated: '2026-02-20T09:00:00+07:00',
    pubstatus: 'canceled',
    body_text: FIRE,
  });
  expect(await warned()).toEqual(['withdrawn']);
});

test('an embargo of the source, a time of its own and a story that is not out yet are told', async () => {
  const embargoed = await writeFrom('antara', 'Anggaran 2100', 'Anggaran diumumkan besok.', {
    embargoed: '2099-01-05T09:00:00+07:00',
  });
  const scheduled = await write(desk, 'Besok pagi');
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  await desk.client.publishing.schedule({
    articleId: scheduled,
    targetId,
    requestId: randomUUID(),
    at: '2099-01-05T09:00:00+07:00',
  });
  await list(...[embargoed, scheduled, await write(desk, 'Draf')].map((id) => slotOf(id)));
  expect(await warned()).toEqual(['embargoed', 'scheduled', 'not-public']);
});

test('what the house corrects is told until somebody has looked; what it takes back leaves the page with a notice', async () => {
  const articleId = await publishNew(desk, 'Kerugian Rp1 triliun');
  const slot = slotOf(articleId);
  await list(slot);
  await launch(desk);
  const { workingBase } = await desk.client.corrections.of({ articleId });
  const request = { articleId, workingBase, requestId: randomUUID(), known: 0 };
  await desk.client.corrections.correct({
    ...request,
    wrong: 'Rp1 triliun',
    right: 'Rp1,16 triliun',
    apology: true,
    placement: 'bottom',
  });
  expect(await warned()).toEqual(['corrected']);
  const change = { checkedAt: new Date().toISOString() };
  await edit(desk, { kind: 'changeSlot', slotId: slot.slotId, stamp: '', change });
  expect(await warned()).toEqual([]);
  // Readers see nothing of it: there is nothing to launch.
  expect((await beranda(desk)).changed).toBe(0);

  await desk.client.corrections.withdraw({
    articleId,
    requestId: randomUUID(),
    known: 1,
    ground: 'child',
    headline: 'Berita dicabut',
  });
  expect(await warned()).toContain('withdrawn');
  const { frontId } = await beranda(desk);
  const { stories } = await desk.client.fronts.facts({ frontId });
  expect(stories).toMatchObject([{ articleId, withdrawalReason: translate('id', 'site.withdrawal.child') }]);
  await vi.waitFor(
    async () =>
      expect((await beranda(desk)).notices).toMatchObject([
        { articleId, collectionTitle: 'Uji', why: 'withdrawn' },
      ]),
    { timeout: 10_000, interval: 30 },
  );
});

test('words, pictures and age are those of the story readers see', async () => {
  const mediaId = await addPicture(desk);
  const picture = [image(mediaId)];
  const articles = [
    await publishNew(desk, 'Pertama', {}, picture),
    await publishNew(desk, 'Kedua', {}, picture),
    await publishNew(desk, 'Tanpa gambar, '.repeat(8)),
  ];
  await place(desk, 'Pilihan Editor', ...articles.map((articleId) => slotOf(articleId)));
  const { layout } = collectionOf(await beranda(desk), 'Pilihan Editor');
  expect(layout).toBe('strip');
  expect(await warned()).toEqual(['picture-twice', 'headline-too-long', 'picture-missing']);
  const nextDay = Date.now() + 25 * 3_600_000;
  expect((await warned(nextDay)).filter((code) => code === 'older-than-day')).toHaveLength(3);
});
