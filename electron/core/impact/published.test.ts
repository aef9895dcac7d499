/** What an entry means once readers have the article. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../testing.ts';
import { writeReady } from '../testing-impact.ts';
import { deliver } from '../testing-wire.ts';

let desk: TestCore;
/** How far the desk's clock is ahead, in milliseconds. */
let past: number;

beforeEach(async () => {
  past = 0;
  desk = await openTestCore({ background: true, clock: { now: () => Date.now() + past } });
  await nameFirstPerson(desk, 'Sari', 'SU02');
});

afterEach(() => desk.close());

/** A version of the story everything here is about; `at`: minutes into its life. */
function bring(victims: number, at: number, more: Record<string, unknown> = {}) {
  return deliver(desk, {
    uri: 'urn:antara:gempa',
    version: String(at),
    headline: 'Korban gempa bertambah',
    body_text: `Korban gempa menjadi ${victims} orang.`,
    versioncreated: new Date(Date.UTC(2026, 10, 26, 1, at)).toISOString(),
    ...more,
  });
}

async function write(): Promise<string> {
  const { storyId } = await bring(12, 0);
  return writeReady(desk, storyId);
}

async function published(): Promise<string> {
  const articleId = await write();
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({ articleId });
      expect(rows.map(({ state }) => state)).toEqual(['live']);
    },
    { timeout: 10_000, interval: 20 },
  );
  return articleId;
}

const open = async () => (await desk.client.impact.list({})).rows;

async function untilOpen(count: number) {
  await vi.waitFor(async () => expect(await open()).toHaveLength(count), { timeout: 5_000, interval: 20 });
  return open();
}

test('a story that is taken back closes its entries, with the reason, and its source opens none any more', async () => {
  const articleId = await published();
  await bring(12, 1, { pubstatus: 'canceled' });
  const [entry] = await untilOpen(1);
  expect(entry).toMatchObject({
    articleId,
    kinds: ['withdrawn'],
    liveTargets: [{ name: expect.any(String) }],
  });
  await desk.client.corrections.withdraw({
    articleId,
    requestId: randomUUID(),
    known: 0,
    ground: 'source',
    headline: 'Korban gempa bertambah',
  });
  await untilOpen(0);
  const { rows } = await desk.client.impact.list({ state: 'closed' });
  expect(rows).toMatchObject([{ articleId, state: 'applied', closed: { by: 'Sari' } }]);
  expect(rows[0]?.closed?.reason).toContain('sumber asalnya telah mencabut berita ini');

  const other = await write();
  await bring(21, 2);
  expect((await untilOpen(1)).map((each) => each.articleId)).toEqual([other]);
});

test('the entry lists every target and every slot of a front, those readers see and those of a draft, placed by hand or by a rule', async () => {
  const articleId = await published();
  const [front] = await desk.client.fronts.list();
  const frontId = front?.frontId ?? '';
  const { draft } = await desk.client.fronts.get({ frontId });
  const collections = draft.collections.slice(0, 2);
  const place = async (at: number): Promise<void> => {
    const collectionId = collections[at]?.collectionId ?? '';
    const content = { kind: 'article' as const, articleId };
    const slot = newSlot({ slotId: randomUUID(), content, placedAt: new Date().toISOString() });
    const edit = { kind: 'place' as const, collectionId, after: null, slots: [slot] };
    await desk.client.fronts.edit({ frontId, mutationId: randomUUID(), edit });
  };
  await place(0);
  await desk.client.fronts.launch({ frontId, collectionIds: null, requestId: randomUUID() });
  await place(1);
  // What a rule would put there once the draft is launched.
  const rule = { kind: 'section' as const, section: 'nasional' };
  const collection = newCollection({
    collectionId: randomUUID(),
    title: 'Kabar daerah',
    fill: { by: 'rule', rule },
    allowRepeats: true,
  });
  const edit = { kind: 'putCollection' as const, collection };
  await desk.client.fronts.edit({ frontId, mutationId: randomUUID(), edit });
  await bring(21, 1);
  const [entry] = await untilOpen(1);
  const { slots, liveTargets } = await desk.client.impact.get({ impactId: entry?.impactId ?? 0 });
  expect(liveTargets).toMatchObject([{ name: 'Situs folder', url: expect.stringContaining('korban-gempa') }]);
  const [first, second] = collections.map(({ title }) => title);
  const filled = draft.collections.find(
    ({ fill, allowRepeats }) => fill.by === 'rule' && allowRepeats,
  )?.title;
  const shown = slots.map(({ collection, live }) => [collection, live] as const);
  expect(slots.every((slot) => slot.frontId === frontId && slot.frontName === front?.name)).toBe(true);
  expect(shown).toContainEqual([first, true]);
  expect(shown).toContainEqual([second, false]);
  expect(shown).toContainEqual([filled, true]);
  expect(shown).toContainEqual(['Kabar daerah', false]);
});

test('an entry that stays open is told again', async () => {
  await published();
  await write();
  await bring(21, 1);
  await untilOpen(2);
  past = 2 * 3_600_000;
  desk = await desk.reopen();
  await vi.waitFor(
    async () => {
      const news = (await desk.client.notifications.list()).map((one) => one.news);
      // The draft waits a day before it is told again.
      const told = { kind: 'impact-waiting', headline: 'Korban gempa bertambah', articles: 1 };
      expect(news.filter(({ kind }) => kind === 'impact-waiting')).toMatchObject([told]);
    },
    { timeout: 5_000, interval: 20 },
  );
});
