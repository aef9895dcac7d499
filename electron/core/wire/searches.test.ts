import { expect, test } from 'vitest';
import { openTestCore } from '../testing.ts';

test('searches are kept in order over a restart, changed, and removed', async () => {
  let desk = await openTestCore();
  try {
    const told: string[] = [];
    const first = await desk.client.wire.searches.save({ name: 'Gempa', query: 'gempa urgensi:1-3' });
    await desk.client.wire.searches.save({ name: 'Kurs', query: 'rupiah' });
    await desk.client.wire.searches.save({ ...first, name: 'Gempa bumi' });
    desk = await desk.reopen();
    told.push(...(await desk.client.wire.searches.list()).map(({ name, query }) => `${name}: ${query}`));
    expect(told).toEqual(['Gempa bumi: gempa urgensi:1-3', 'Kurs: rupiah']);
    await desk.client.wire.searches.remove({ searchId: first.searchId });
    expect(await desk.client.wire.searches.list()).toMatchObject([{ name: 'Kurs' }]);
    await expect(desk.client.wire.searches.remove({ searchId: first.searchId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  } finally {
    await desk.close();
  }
});

test('no more than fifty are kept', async () => {
  const desk = await openTestCore();
  try {
    for (let number = 1; number <= 50; number += 1)
      await desk.client.wire.searches.save({ name: `Uji ${number}`, query: 'gempa' });
    await expect(desk.client.wire.searches.save({ name: 'Lagi', query: 'gempa' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { reason: 'too-many' },
    });
  } finally {
    await desk.close();
  }
});
