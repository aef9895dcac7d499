import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportProgress } from '../../../shared/contract/wire.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { watchImport } from './watch-import.ts';

const NOTHING = { added: 0, updated: 0, unchanged: 0, storyIds: [], withdrawn: [], met: 0 };
const never = new AbortController().signal;

async function all(told: AsyncIterable<ImportProgress>): Promise<ImportProgress[]> {
  const list: ImportProgress[] = [];
  for await (const one of told) list.push(one);
  return list;
}

describe('an import that is watched', () => {
  test('tells how far it is while it lasts, and what came of it', async () => {
    const told: ImportProgress[] = [];
    let finish = (): void => {};
    const working = new Promise<void>((resolve) => (finish = resolve));
    const run = watchImport(async ({ onProgress }) => {
      onProgress({ done: 100, of: 300 });
      await working;
      return { ...NOTHING, added: 300 };
    }, never);
    for await (const one of run) {
      told.push(one);
      finish();
    }
    expect(told).toEqual([
      { kind: 'progress', done: 100, of: 300 },
      { kind: 'done', ...NOTHING, added: 300, cancelled: false },
    ]);
  });

  test('is stopped where its listener leaves', async () => {
    let stopped = false;
    const run = watchImport(
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            stopped = true;
            resolve(NOTHING);
          });
        }),
      never,
    );
    for await (const one of run) {
      expect(one).toEqual({ kind: 'progress', done: 0, of: 0 });
      break;
    }
    expect(stopped).toBe(true);
  });

  test('passes on why it failed', async () => {
    await expect(all(watchImport(() => Promise.reject(new Error('no room')), never))).rejects.toThrow(
      'no room',
    );
  });
});

describe('through the core', () => {
  let desk: TestCore;
  beforeEach(async () => {
    desk = await openTestCore();
  });
  afterEach(() => desk.close());

  function delivery(items: number): File {
    const stories = Array.from(
      { length: items },
      (_none, index) => `<item><title>Berita ${index}</title><link>https://kawat.example/${index}</link>
        <description>Isi berita nomor ${index} dari ${items}.</description></item>`,
    );
    return new File(
      [`<rss version="2.0"><channel><title>K</title>${stories.join('')}</channel></rss>`],
      'k.xml',
    );
  }

  test('a file is brought in as by importFile', async () => {
    const told = await all(await desk.client.wire.importWatched({ file: delivery(250), name: 'k.xml' }));
    expect(told.at(-1)).toMatchObject({ kind: 'done', added: 250, unchanged: 0, cancelled: false });
    expect((await desk.client.wire.counts()).total).toBe(250);
  });

  test('what was stored before it was stopped stays, and the next import works', async () => {
    const stop = new AbortController();
    const file = delivery(20_000);
    const run = await desk.client.wire.importWatched({ file, name: 'k.xml' }, { signal: stop.signal });
    for await (const one of run) {
      if (one.kind !== 'progress' || one.done === 0) continue;
      stop.abort();
      break;
    }
    const again = await all(await desk.client.wire.importWatched({ file: delivery(3), name: 'k.xml' }));
    expect(again.at(-1)).toMatchObject({ kind: 'done' });
    const { total } = await desk.client.wire.counts();
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(20_000);
  });

  test('a file nobody can read is refused by name', async () => {
    const file = new File([new Uint8Array([0, 1, 2, 3])], 'x.bin');
    await expect(all(await desk.client.wire.importWatched({ file, name: 'x.bin' }))).rejects.toMatchObject({
      code: 'UNREADABLE',
    });
  });
});
