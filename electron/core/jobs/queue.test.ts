import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openDeskDatabase, openWireDatabase, type Database } from '../database/open.ts';
import { createJobQueue, type JobQueue, type JobResult } from './queue.ts';

/** Long enough for a busy machine; nothing waits that long where all is well. */
function eventually<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitFor(condition, { timeout: 15_000, interval: 20 }) as Promise<Awaited<Result>>;
}

let folder: string;
let database: Database;
let now: number;
let queue: JobQueue;

const log = { info() {}, warn() {}, error() {} };

function openQueue(): JobQueue {
  return createJobQueue({ database, clock: { now: () => now }, log });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-jobs-'));
  openWireDatabase(folder).close();
  database = openDeskDatabase(folder);
  now = 1_000_000;
  queue = openQueue();
});

afterEach(async () => {
  await queue.stop();
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

function register(
  run: (payload: { word: string }, attempts: number) => Promise<JobResult>,
  on = queue,
): void {
  on.register({
    kind: 'say',
    payload: z.object({ word: z.string() }),
    concurrency: 2,
    run: (payload, { attempts }) => run(payload, attempts),
  });
}

function rowCount(): number {
  return database.prepare<[], number>('SELECT count(*) FROM job').pluck().get() ?? -1;
}

describe('the job queue', () => {
  test('runs what is due, and a job that is done is gone', async () => {
    const said: string[] = [];
    register(async ({ word }) => {
      said.push(word);
      return { done: true };
    });
    queue.enqueue('say', 'a', { word: 'pagi' });
    queue.enqueue('say', 'b', { word: 'nanti' }, now + 60_000);
    queue.start();
    await eventually(() => expect(rowCount()).toBe(1));
    expect(said).toEqual(['pagi']);
  });

  test('a job runs when its time has come, not at the next look of every second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const said: string[] = [];
      register(async ({ word }) => {
        said.push(word);
        return { done: true };
      });
      queue.start();
      queue.enqueue('say', 'a', { word: 'sebentar lagi' }, now + 300);
      await vi.advanceTimersByTimeAsync(299);
      now += 299;
      expect(said).toEqual([]);
      now += 1;
      await vi.advanceTimersByTimeAsync(1);
      expect(said).toEqual(['sebentar lagi']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a job rolled back with its row never runs', async () => {
    const said: string[] = [];
    register(async ({ word }) => {
      said.push(word);
      return { done: true };
    });
    expect(() =>
      database.transaction(() => {
        queue.enqueue('say', 'a', { word: 'tidak' });
        throw new Error('rolled back');
      })(),
    ).toThrow('rolled back');
    queue.enqueue('say', 'b', { word: 'ya' });
    queue.start();
    await eventually(() => expect(rowCount()).toBe(0));
    expect(said).toEqual(['ya']);
  });

  test('a job that was running when the process died runs again at the next start', async () => {
    register(() => new Promise<JobResult>(() => {}));
    queue.enqueue('say', 'a', { word: 'terputus' });
    queue.start();
    await eventually(() =>
      expect(database.prepare('SELECT leased_until FROM job').pluck().get()).not.toBeNull(),
    );
    const afterCrash = openQueue();
    const said: string[] = [];
    register(async ({ word }) => {
      said.push(word);
      return { done: true };
    }, afterCrash);
    afterCrash.start();
    await eventually(() => expect(said).toEqual(['terputus']));
    await afterCrash.stop();
    queue = openQueue();
  });

  test('a failure is kept with its reason and tried again later, however often', async () => {
    let tries = 0;
    register(async () => {
      tries += 1;
      if (tries < 3) throw new Error('belum bisa');
      return { done: true };
    });
    queue.enqueue('say', 'a', { word: 'ulang' });
    queue.start();
    await eventually(() =>
      expect(database.prepare('SELECT last_error FROM job').pluck().get()).toBe('belum bisa'),
    );
    expect(tries).toBe(1);
    expect(queue.dueAt('say', 'a')).toBe(now + 2_000);
    now += 2_000;
    queue.wake();
    await eventually(() => expect(tries).toBe(2));
    await eventually(() => expect(queue.dueAt('say', 'a')).toBe(now + 4_000));
    now += 4_000;
    queue.wake();
    await eventually(() => expect(rowCount()).toBe(0));
  });

  test('asking again while it runs makes it run once more', async () => {
    let release: () => void = () => {};
    let runs = 0;
    register(async () => {
      runs += 1;
      if (runs === 1) await new Promise<void>((resolve) => (release = resolve));
      return { done: true };
    });
    queue.enqueue('say', 'a', { word: 'satu' });
    queue.start();
    await eventually(() => expect(runs).toBe(1));
    now += 10;
    queue.enqueue('say', 'a', { word: 'dua' });
    release();
    await eventually(() => expect(rowCount()).toBe(0));
    expect(runs).toBe(2);
  });

  test('stored data that no longer fits is never run, and stays to be seen', async () => {
    register(async () => ({ done: true }));
    queue.enqueue('say', 'a', { other: 1 });
    queue.start();
    await eventually(() =>
      expect(database.prepare('SELECT last_error FROM job').pluck().get()).toMatch(/word/),
    );
    expect(rowCount()).toBe(1);
  });

  test('gives each lane its slots, and holds a lane that has none', async () => {
    const slots = new Map([
      ['slow', 1],
      ['held', 0],
    ]);
    const begun: string[] = [];
    const release = new Map<string, () => void>();
    queue.register({
      kind: 'say',
      payload: z.object({ word: z.string() }),
      concurrency: 4,
      slotsOf: (lane) => slots.get(lane) ?? 4,
      async run({ word }) {
        begun.push(word);
        await new Promise<void>((resolve) => release.set(word, resolve));
        return { done: true };
      },
    });
    for (const [lane, word] of [
      ['held', 'h'],
      ['slow', 's1'],
      ['slow', 's2'],
      ['other', 'o1'],
      ['other', 'o2'],
    ] as const) {
      queue.enqueue('say', word, { word }, now, lane);
    }
    queue.start();
    await eventually(() => expect(begun.toSorted()).toEqual(['o1', 'o2', 's1']));
    release.get('s1')?.();
    await eventually(() => expect(begun).toContain('s2'));
    expect(begun).not.toContain('h');
    slots.set('held', 1);
    queue.wake();
    await eventually(() => expect(begun).toContain('h'));
    for (const end of release.values()) end();
    await eventually(() => expect(rowCount()).toBe(0));
  });
});

test('a lane that is cleared ends what is under way in it and begins nothing more; others go on', async () => {
  const ended: string[] = [];
  const begun: string[] = [];
  queue.register({
    kind: 'say',
    payload: z.object({ word: z.string() }),
    concurrency: 2,
    slotsOf: () => 1,
    async run({ word }, { signal }) {
      begun.push(word);
      if (word !== 'lain') await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended.push(word);
      return { runAgainAt: now };
    },
  });
  queue.enqueue('say', 'a', { word: 'panjang' }, now, 'pergi');
  queue.enqueue('say', 'b', { word: 'menunggu' }, now, 'pergi');
  queue.start();
  await eventually(() => expect(begun).toEqual(['panjang']));
  await queue.clearLane('pergi');
  expect(ended).toEqual(['panjang']);
  expect(rowCount()).toBe(0);
  queue.enqueue('say', 'c', { word: 'lain' }, now, 'tinggal');
  await eventually(() => expect(ended).toContain('lain'));
  expect(begun).not.toContain('menunggu');
});

describe('a clock that jumps', () => {
  const hour = 3_600_000;

  /** Runs every hour; `ran` tells when. */
  function registerHourly(ran: number[], on = queue): void {
    on.register({
      kind: 'hourly',
      payload: z.object({}),
      concurrency: 1,
      longestPauseMs: hour,
      async run() {
        ran.push(now);
        return { runAgainAt: now + hour };
      },
    });
  }

  test('set back while the program runs: pauses go on as long as they were meant to be', async () => {
    now = 100 * hour;
    const ran: number[] = [];
    registerHourly(ran);
    queue.enqueue('hourly', 'a', {});
    queue.start();
    await eventually(() => expect(ran).toHaveLength(1));
    now -= hour / 2;
    // What was to come in an hour still does, half an hour earlier by the clock.
    await eventually(() => expect(queue.dueAt('hourly', 'a')).toBeLessThanOrEqual(100.5 * hour));
    expect(ran).toHaveLength(1);
    now += hour;
    queue.wake();
    await eventually(() => expect(ran).toHaveLength(2));
  });

  test('set back by years while the program was closed: nothing waits until the clock has caught up', async () => {
    now = 50_000 * hour;
    queue.enqueue('hourly', 'a', {}, now + hour);
    now = 100 * hour;
    const ran: number[] = [];
    const later = openQueue();
    registerHourly(ran, later);
    later.start();
    await eventually(() => expect(ran).toEqual([100 * hour]));
    await later.stop();
    expect(later.dueAt('hourly', 'a')).toBe(101 * hour);
  });

  test('set forward while a job runs: its lease is kept, and it runs once', async () => {
    const finish: (() => void)[] = [];
    const said: string[] = [];
    register(async ({ word }) => {
      said.push(word);
      await new Promise<void>((resolve) => finish.push(resolve));
      return { done: true };
    });
    queue.enqueue('say', 'a', { word: 'satu' });
    queue.start();
    await eventually(() => expect(said).toEqual(['satu']));
    now += 1_000 * hour;
    queue.enqueue('say', 'b', { word: 'dua' });
    await eventually(() => expect(said).toEqual(['satu', 'dua']));
    for (const one of finish) one();
    await eventually(() => expect([queue.dueAt('say', 'a'), queue.dueAt('say', 'b')]).toEqual([null, null]));
    expect(said).toEqual(['satu', 'dua']);
  });

  test('set back while a job runs: being asked for again meanwhile is not forgotten', async () => {
    let finish = (): void => {};
    const said: string[] = [];
    register(async ({ word }) => {
      said.push(word);
      await new Promise<void>((resolve) => (finish = resolve));
      return { done: true };
    });
    queue.enqueue('say', 'a', { word: 'satu' });
    queue.start();
    await eventually(() => expect(said).toEqual(['satu']));
    now -= 5_000;
    queue.enqueue('say', 'a', { word: 'dua' });
    finish();
    await eventually(() => expect(said).toEqual(['satu', 'dua']));
    finish();
  });
});
