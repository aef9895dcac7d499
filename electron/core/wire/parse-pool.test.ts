import { afterEach, describe, expect, test } from 'vitest';
import { createParsePool, type ParsePool, type ParsePoolOptions } from './parse-pool.ts';

const FEED = Buffer.from(
  '<rss><channel><item><title>Judul</title><guid isPermaLink="false">a:1</guid><description>Jakarta (ANTARA) - Presiden tiba.</description></item></channel></rss>',
);
/** Takes much memory to hold. */
const HEAVY = Buffer.from(
  `<rss><channel>${'<item><title>x</title><description>y</description></item>'.repeat(400_000)}</channel></rss>`,
);

const pools: ParsePool[] = [];
function poolOf(options: ParsePoolOptions = {}): ParsePool {
  const pool = createParsePool(options);
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

describe('parse pool', () => {
  test('stories with their hash and word count, deliveries in their order', async () => {
    const pool = poolOf();
    const [first, second] = await Promise.all([
      pool.parse(FEED),
      pool.parse(Buffer.from('Judul\n\nSatu dua')),
    ]);
    expect(first).toMatchObject({
      format: 'rss',
      problems: [],
      stories: [{ uri: 'a:1', wordCount: 4 }],
    });
    expect(JSON.parse(first?.stories[0]?.content ?? '')).toMatchObject({
      uri: 'a:1',
      dateline: { city: 'Jakarta' },
    });
    expect(first?.stories[0]?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toMatchObject({ format: 'text', stories: [{ wordCount: 2 }] });
    // The caller's bytes are still there.
    expect(FEED.length).toBeGreaterThan(100);
  });

  test('typed errors come through', async () => {
    const pool = poolOf();
    await expect(pool.parse(new Uint8Array())).rejects.toMatchObject({
      name: 'WireParseError',
      code: 'empty',
    });
    await expect(pool.parse(Buffer.from('<opml/>'))).rejects.toMatchObject({ code: 'not-recognised' });
  });

  test('too large: refused without a worker', async () => {
    await expect(poolOf({ largestBytes: 10 }).parse(FEED)).rejects.toMatchObject({ code: 'too-large' });
  });

  test('too slow: stopped, and the same pool reads on', async () => {
    const pool = poolOf({ timeLimitMs: 2_500, memoryLimitMb: 8_192 });
    const endless = Buffer.from(`<p>${'<b><a href="https://x.id/">'.repeat(1_500_000)}`);
    const [slow, quick] = await Promise.allSettled([pool.parse(endless), pool.parse(FEED)]);
    expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'timed-out' } });
    expect(quick).toMatchObject({ status: 'fulfilled', value: { format: 'rss' } });
  });

  test('too much memory: stopped, and the same pool reads on', async () => {
    const pool = poolOf({ memoryLimitMb: 24 });
    const [heavy, light] = await Promise.allSettled([pool.parse(HEAVY), pool.parse(FEED)]);
    expect(heavy).toMatchObject({ status: 'rejected', reason: { code: 'out-of-memory' } });
    expect(light).toMatchObject({ status: 'fulfilled', value: { format: 'rss' } });
  });

  test('closing refuses what waits', async () => {
    const pool = poolOf();
    const waiting = [pool.parse(HEAVY), pool.parse(FEED)];
    const settled = Promise.allSettled(waiting);
    await pool.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.parse(FEED)).rejects.toMatchObject({ name: 'WireParseError' });
  });
});
