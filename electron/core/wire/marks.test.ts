import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireFilter } from '../../../shared/contract/wire.ts';
import { openTestCore, nameFirstPerson, type TestCore } from '../testing.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
  await nameFirstPerson(desk, 'Sari', 'SU02');
});
afterEach(() => desk.close());

async function story(headline: string): Promise<number> {
  const { storyIds } = await desk.client.wire.importText({ text: `${headline}\n\nIsi berita itu di sini.` });
  return storyIds[0] ?? 0;
}

async function headlines(filter: Partial<WireFilter> = {}): Promise<string[]> {
  return (await desk.client.wire.list({ filter })).rows.map(({ headline }) => headline);
}

async function somebodyElse(name: string, code: string): Promise<void> {
  const { personId } = await desk.client.people.add({ name, code, role: 'copy-desk' });
  await desk.client.people.sitDown({ personId });
}

describe('taking a story', () => {
  test('is seen by everybody, refused to the next, and taken over on purpose', async () => {
    const storyId = await story('Harga cabai turun');
    const marks = await desk.client.wire.marks.claim({ storyId });
    expect(marks.claimed).toMatchObject({ name: 'Sari', code: 'SU02' });
    await somebodyElse('Budi', 'BD01');
    await expect(desk.client.wire.marks.claim({ storyId })).rejects.toMatchObject({
      code: 'STORY_TAKEN',
      data: { name: 'Sari', code: 'SU02' },
    });
    const taken = await desk.client.wire.marks.claim({ storyId, takeOver: true });
    expect(taken.claimed).toMatchObject({ code: 'BD01' });
    expect((await desk.client.wire.get({ storyId })).marks.claimed).toMatchObject({ code: 'BD01' });
    expect(await headlines({ view: 'mine' })).toEqual(['Harga cabai turun']);
    expect((await desk.client.wire.marks.release({ storyId })).claimed).toBeNull();
    expect(await headlines({ view: 'claimed' })).toEqual([]);
  });

  test('comes with writing from it, unless somebody has it', async () => {
    const storyId = await story('Harga cabai turun');
    await desk.client.articles.writeFromWire({ storyId });
    await somebodyElse('Budi', 'BD01');
    await desk.client.articles.writeFromWire({ storyId });
    expect((await desk.client.wire.get({ storyId })).marks.claimed).toMatchObject({ code: 'SU02' });
  });
});

test('what is spiked leaves every list, is found among the spiked, and comes back', async () => {
  const [one, other] = [await story('Harga cabai turun'), await story('Gempa di Lombok')];
  await desk.client.wire.marks.spike({ storyIds: [one, other], spiked: true });
  expect(await headlines()).toEqual([]);
  expect(await headlines({ query: 'cabai' })).toEqual([]);
  expect(await headlines({ view: 'spiked' })).toEqual(['Gempa di Lombok', 'Harga cabai turun']);
  await desk.client.wire.marks.spike({ storyIds: [one], spiked: false });
  expect(await headlines()).toEqual(['Harga cabai turun']);
});

test('flags and notes are kept with who made them, and a note is taken away by emptying it', async () => {
  const storyId = await story('Harga cabai turun');
  await desk.client.wire.marks.flag({ storyIds: [storyId], flagged: true });
  const marks = await desk.client.wire.marks.note({ storyId, text: '  Tunggu foto. ' });
  expect(marks.note).toMatchObject({ text: 'Tunggu foto.', code: 'SU02' });
  desk = await desk.reopen();
  expect(await headlines({ view: 'flagged' })).toEqual(['Harga cabai turun']);
  expect((await desk.client.wire.marks.note({ storyId, text: '' })).note).toBeNull();
});

test('a story that is not there is refused', async () => {
  await expect(desk.client.wire.marks.claim({ storyId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('conditions in the search', () => {
  test('source, urgency, time and what was done with it', async () => {
    const [cabai, gempa] = [await story('Harga cabai turun'), await story('Gempa di Lombok')];
    await desk.client.wire.marks.claim({ storyId: cabai });
    const [{ sourceName } = { sourceName: '' }] = (await desk.client.wire.list({})).rows;
    expect(await headlines({ query: `sumber:"${sourceName.slice(0, 4)}" cabai` })).toEqual([
      'Harga cabai turun',
    ]);
    expect(await headlines({ query: `-sumber:"${sourceName}"` })).toEqual([]);
    expect(await headlines({ query: 'sumber:tak-ada' })).toEqual([]);
    expect(await headlines({ query: 'adalah:diambil' })).toEqual(['Harga cabai turun']);
    expect(await headlines({ query: '-adalah:diambil' })).toEqual(['Gempa di Lombok']);
    expect(await headlines({ query: 'urgensi:1-3' })).toEqual([]);
    expect(await headlines({ query: 'sejak:1jam' })).toHaveLength(2);
    expect(await headlines({ query: 'sampai:kemarin' })).toEqual([]);
    expect(await headlines({ query: 'adalah:belum-dibaca' })).toEqual(['Gempa di Lombok']);
    await desk.client.articles.writeFromWire({ storyId: gempa });
    expect(await headlines({ query: 'adalah:dipakai lombok' })).toEqual(['Gempa di Lombok']);
    expect(await headlines({ query: 'adalah:ditarik' })).toEqual([]);
    expect(await headlines({ query: 'adalah:embargo' })).toEqual([]);
  });
});
