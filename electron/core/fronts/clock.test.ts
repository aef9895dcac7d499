/** What a front does by the clock, on machines whose clock or zone is not as it should be. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { beranda, launch, place, publishNew, sitePage, slotOf } from './test-fronts.ts';

const HOUR_MS = 3_600_000;
const soon = { timeout: 10_000, interval: 30 };

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

/** The row of Pilihan Editor as readers see it; empty where the page shows none. */
const picks = (): string => /collection-strip[^]*?<\/section>/.exec(sitePage(desk))?.[0] ?? '';

/** The wall clock of a zone so many hours from UTC, as ISO 8601 has it. */
function written(epochMs: number, hours: number): string {
  const wall = new Date(epochMs + hours * HOUR_MS).toISOString().slice(0, -1);
  return `${wall}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

async function schedule(at: string) {
  const { frontId } = await beranda(desk);
  return desk.client.fronts.scheduleLaunch({ frontId, collectionIds: null, at, requestId: randomUUID() });
}

test('a launch at a time to come goes out at that instant, in whatever zone it was written, and once, however the clock jumps', async () => {
  await place(desk, 'Pilihan Editor', slotOf(await publishNew(desk, 'Terjadwal')));
  const time = Date.now() + 2 * HOUR_MS;
  const scheduled = await schedule(written(time, -5));
  expect(Date.parse(scheduled.at)).toBe(time);
  const state = async () => (await beranda(desk)).lastLaunch?.number;

  // Set back by a day: it waits, and is there to be seen.
  desk.advance(-24 * HOUR_MS);
  expect((await beranda(desk)).scheduled).toMatchObject([
    { launchId: scheduled.launchId, state: 'scheduled' },
  ]);
  expect(await state()).toBe(1);
  // Set forward by three: its time has passed, and it goes out.
  desk.advance(72 * HOUR_MS);
  await vi.waitFor(() => expect(picks()).toContain('Terjadwal'), soon);
  expect(await state()).toBe(2);
  // Set back to before its time: it was launched, and is not launched again.
  desk.advance(-48 * HOUR_MS);
  await vi.waitFor(async () => expect((await beranda(desk)).scheduled).toEqual([]), soon);
  desk.advance(3 * HOUR_MS);
  expect(await state()).toBe(2);
  expect(picks()).toContain('Terjadwal');
});

test('a launch whose time comes while nothing runs goes out with the next start', async () => {
  await place(desk, 'Pilihan Editor', slotOf(await publishNew(desk, 'Terjadwal')));
  const time = Date.now() + HOUR_MS;
  await schedule(new Date(time).toISOString());
  await desk.core.stop();
  const clock = { now: () => Date.now() + 3 * HOUR_MS };
  desk = await openTestCore({ background: true, clock }, desk.dataFolder);
  await vi.waitFor(() => expect(picks()).toContain('Terjadwal'), soon);
  const { lastLaunch } = await beranda(desk);
  expect(lastLaunch).toMatchObject({ number: 2, state: 'launched' });
  // When it went out, not when it should have.
  expect(Date.parse(lastLaunch?.at ?? '')).toBeGreaterThan(time);
});

test('what ended by a clock that was wrong is back on the page once the clock is set right', async () => {
  const endsAt = new Date(Date.now() + HOUR_MS).toISOString();
  await place(desk, 'Pilihan Editor', slotOf(await publishNew(desk, 'Sampai siang'), { endsAt }));
  await launch(desk);
  await vi.waitFor(() => expect(picks()).toContain('Sampai siang'), soon);
  desk.advance(24 * HOUR_MS);
  await vi.waitFor(() => expect(picks()).not.toContain('Sampai siang'), soon);
  desk.advance(-24 * HOUR_MS);
  await vi.waitFor(() => expect(picks()).toContain('Sampai siang'), soon);
});

test('which launch stood at a moment is told by their order, also where the clock was set back between them', async () => {
  const { frontId } = await beranda(desk);
  await publishNew(desk, 'Satu');
  const early = await launch(desk);
  desk.advance(-2 * HOUR_MS);
  const late = await launch(desk);
  expect(late.number).toBe(early.number + 1);
  expect(Date.parse(late.at)).toBeLessThan(Date.parse(early.at));
  expect(await desk.client.fronts.launchAt({ frontId, at: early.at })).toEqual(late);
  const { rows } = await desk.client.fronts.launches({ frontId });
  expect(rows.slice(0, 2).map(({ launchId }) => launchId)).toEqual([late.launchId, early.launchId]);
});
