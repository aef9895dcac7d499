import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wireFilterSchema, type WireListItem } from '../../../../shared/contract/wire.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../../testing.ts';

const BODY = [
  'Kebakaran menghanguskan 86 kios di Pasar Inpres Manonda, Kota Palu, Jumat dini hari.',
  'Api diduga berasal dari hubungan pendek arus listrik di kios pakaian dan cepat membesar karena angin kencang.',
  'Kepala dinas pemadam kebakaran mengatakan tidak ada korban jiwa. Kerugian sementara ditaksir Rp4,3 miliar.',
];

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
  await nameFirstPerson(desk, 'Sari', 'SU02');
});
afterEach(() => desk.close());

/** One story as a feed of that agency would bring it; tells its id. */
async function arrive(
  agency: string,
  change: { title?: string; body?: readonly string[] } = {},
): Promise<number> {
  const body = (change.body ?? BODY).map((paragraph) => `&lt;p&gt;${paragraph}&lt;/p&gt;`).join('');
  const feed = `<rss version="2.0"><channel><title>${agency}</title><item><title>${change.title ?? 'Pasar terbakar'}</title>
    <link>https://${agency}.example/${change.title ?? 'pasar'}</link><pubDate>Fri, 20 Feb 2026 06:10:00 +0800</pubDate>
    <description>${body}</description></item></channel></rss>`;
  const name = `${agency}.xml`;
  const { storyIds } = await desk.client.wire.importFile({ file: new File([feed], name), name });
  return storyIds[0] ?? 0;
}

const list = (filter: Parameters<typeof wireFilterSchema.parse>[0] = {}, limit = 100) =>
  desk.client.wire.list({ filter: wireFilterSchema.parse(filter), limit });

/** The stories of each row: its own first. */
const shape = (rows: readonly WireListItem[]) =>
  rows.map(({ storyId, duplicates }) => [storyId, ...duplicates.map((story) => story.storyId)]);

async function foldsDuplicates(foldDuplicates: boolean): Promise<void> {
  const settings = await desk.client.settings.get();
  await desk.client.settings.change({ interface: { ...settings.interface, foldDuplicates } });
}

describe('the inbox', () => {
  test('shows one entry for the copies of one story, the earliest, with the others beside it', async () => {
    const [one, two] = [await arrive('satu'), await arrive('dua', { title: 'Kios ludes' })];
    const other = await arrive('tiga', {
      title: 'Lain',
      body: ['Banjir merendam 40 rumah di Demak sejak Senin pagi.'],
    });
    const { rows, more } = await list();
    expect(shape(rows)).toEqual([[other], [one, two]]);
    expect(more).toBe(false);
    expect(rows[1]?.duplicates[0]?.headline).toBe('Kios ludes');
  });

  test('shows each by itself where folding is off', async () => {
    const [one, two] = [await arrive('satu'), await arrive('dua')];
    await foldsDuplicates(false);
    expect(shape((await list()).rows)).toEqual([[two], [one]]);
    await foldsDuplicates(true);
    expect(shape((await list()).rows)).toEqual([[one, two]]);
  });

  test('counts entries: unread, and what came since', async () => {
    const one = await arrive('satu');
    const [first] = (await list()).rows;
    await arrive('dua');
    expect((await desk.client.wire.counts()).unread).toBe(1);
    const than = first?.newestVersionId ?? 0;
    expect((await desk.client.wire.countNewer({ filter: wireFilterSchema.parse({}), than })).count).toBe(0);
    await desk.client.wire.markRead({ storyIds: [one], read: true });
    expect((await desk.client.wire.counts()).unread).toBe(0);
    await foldsDuplicates(false);
    expect((await desk.client.wire.counts()).unread).toBe(0);
  });

  test('does not show a duplicate of what was read or set aside as news', async () => {
    const one = await arrive('satu');
    await desk.client.wire.marks.spike({ storyIds: [one], spiked: true });
    await arrive('dua');
    expect((await list()).rows).toEqual([]);
    expect((await list({ unreadOnly: true })).rows).toEqual([]);
    expect(shape((await list({ view: 'spiked' })).rows)).toEqual([[one, 2]]);
  });

  test('pages through entries as through stories', async () => {
    const heads: number[] = [];
    for (let number = 10; number < 16; number += 1) {
      const body = BODY.map((paragraph) => paragraph.replace('86', String(number)));
      heads.push(await arrive('satu', { title: `t${number}`, body }));
      await arrive('dua', { title: `t${number}`, body });
    }
    const found: number[] = [];
    for (let before: number | null = null; ;) {
      const page: { rows: WireListItem[]; more: boolean } = await desk.client.wire.list({ before, limit: 2 });
      found.push(...page.rows.map(({ storyId }) => storyId));
      before = page.rows.at(-1)?.newestVersionId ?? null;
      if (!page.more) break;
    }
    expect(found).toEqual(heads.toReversed());
  });
});

describe('a search', () => {
  test('shows a duplicate by itself where its head has not the words', async () => {
    const one = await arrive('satu', { body: BODY.slice(0, 2) });
    const two = await arrive('dua');
    expect(shape((await list({ query: 'kerugian' })).rows)).toEqual([[two, one]]);
    expect(shape((await list({ query: 'kebakaran' })).rows)).toEqual([[one, two]]);
    const count = (query: string) =>
      desk.client.wire.countNewer({ filter: wireFilterSchema.parse({ query }), than: 0 });
    expect([(await count('kerugian')).count, (await count('kebakaran')).count]).toEqual([1, 1]);
  });

  test('fills its pages although heads take the place of what is folded', async () => {
    const one = await arrive('satu');
    await arrive('dua');
    await arrive('tiga');
    expect(shape((await list({ query: 'kebakaran' }, 1)).rows)).toEqual([[one, 2, 3]]);
  });
});

describe('what is done with an entry', () => {
  test('is done with all its stories', async () => {
    const [one, two] = [await arrive('satu'), await arrive('dua')];
    await desk.client.wire.marks.flag({ storyIds: [one], flagged: true });
    await desk.client.wire.marks.spike({ storyIds: [one], spiked: true });
    await foldsDuplicates(false);
    expect((await list({ view: 'spiked' })).rows.map(({ storyId }) => storyId)).toEqual([two, one]);
    expect((await desk.client.wire.get({ storyId: two })).marks.flagged).not.toBeNull();
  });

  test('taking one of its stories takes the entry, and nobody else takes another of them', async () => {
    const [one, two] = [await arrive('satu'), await arrive('dua')];
    await desk.client.wire.marks.claim({ storyId: two, takeOver: false });
    expect((await list()).rows[0]?.marks.claimed?.code).toBe('SU02');
    const budi = await desk.client.people.add({ name: 'Budi', code: 'BD01', role: 'editor' });
    await desk.client.people.sitDown({ personId: budi.personId });
    await expect(desk.client.wire.marks.claim({ storyId: one, takeOver: false })).rejects.toMatchObject({
      code: 'STORY_TAKEN',
    });
    await desk.client.wire.marks.release({ storyId: one });
    expect((await list()).rows[0]?.marks.claimed).toBeNull();
  });
});

describe('by hand', () => {
  test('a story is parted from its entry, and nothing that arrives later puts it back', async () => {
    const [one, two] = [await arrive('satu'), await arrive('dua')];
    await desk.client.wire.duplicates.separate({ storyIds: [two] });
    expect(shape((await list()).rows)).toEqual([[two], [one]]);
    const three = await arrive('tiga');
    expect(shape((await list()).rows)).toEqual([[two], [one, three]]);
    desk = await desk.reopen();
    expect(shape((await list()).rows)).toEqual([[two], [one, three]]);
  });

  test('where the head is parted the earliest of the others is theirs', async () => {
    const [one, two, three] = [await arrive('satu'), await arrive('dua'), await arrive('tiga')];
    await desk.client.wire.duplicates.separate({ storyIds: [one] });
    expect(shape((await list()).rows)).toEqual([[two, three], [one]]);
  });

  test('entries are put together, with what later stands under either, and parted again', async () => {
    const [one, two] = [await arrive('satu'), await arrive('dua')];
    const body = BODY.map((paragraph) => paragraph.replace('86', '90'));
    const other = await arrive('tiga', { body });
    const joined = await desk.client.wire.duplicates.join({ storyIds: [other, one] });
    expect(joined).toEqual({ headId: one, joined: [other] });
    const later = await arrive('empat', { body });
    expect(shape((await list()).rows)).toEqual([[one, two, other, later]]);
    expect((await desk.client.wire.get({ storyId: later })).entry.map(({ storyId }) => storyId)).toEqual([
      one,
      two,
      other,
      later,
    ]);
    await desk.client.wire.duplicates.separate({ storyIds: joined.joined });
    expect(shape((await list()).rows)).toEqual([
      [other, later],
      [one, two],
    ]);
  });

  test('nothing is folded into a story that is not there', async () => {
    const one = await arrive('satu');
    await expect(desk.client.wire.duplicates.join({ storyIds: [one, 99] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(shape((await list()).rows)).toEqual([[one]]);
  });
});
