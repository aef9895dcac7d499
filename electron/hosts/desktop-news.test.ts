import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireListItem } from '../../shared/contract/wire.ts';
import { openTestCore, type TestCore } from '../core/testing.ts';
import { decideDeliveryNews, decideWireNews, tellDesktop } from './desktop-news.ts';

const story = {
  storyId: 12,
  sourceName: 'Antara',
  headline: 'Gempa mengguncang Maluku Tengah',
  urgency: 2,
  pubStatus: 'usable' as const,
  embargoed: null,
  read: false,
  articleIds: [],
};

/** Long enough for a busy machine; nothing waits that long where all is well. */
function eventually(condition: () => Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: 15_000, interval: 50 });
}

describe('which stories are told at once', () => {
  it('tells an urgent one with the way to it', () => {
    expect(decideWireNews([story], 'id')).toEqual([
      { title: 'Mendesak · Antara', body: story.headline, link: 'redaksi://kawat/12' },
    ]);
  });

  it.each<[string, Partial<WireListItem>]>([
    ['of ordinary urgency', { urgency: 5 }],
    ['without an urgency', { urgency: null }],
    ['that was read', { read: true }],
    ['that is withheld', { pubStatus: 'withheld' }],
    ['of unknown status', { pubStatus: 'unknown' }],
    ['under embargo', { embargoed: '2026-03-03T00:00:00.000Z' }],
    ['withdrawn that nobody used', { pubStatus: 'canceled' }],
  ])('leaves one alone %s', (_what, difference) => {
    expect(decideWireNews([{ ...story, ...difference }], 'id')).toEqual([]);
  });

  it('tells a withdrawal that reaches an article, whatever its urgency and read or not', () => {
    const withdrawn = {
      ...story,
      urgency: 5,
      read: true,
      pubStatus: 'canceled' as const,
      articleIds: ['00000000-0000-4000-8000-000000000002'],
    };
    expect(decideWireNews([withdrawn], 'en')).toEqual([
      { title: 'Withdrawn by its source; articles use it', body: story.headline, link: 'redaksi://kawat/12' },
    ]);
  });

  it('tells a burst as one', () => {
    const burst = Array.from({ length: 40 }, (_, index) => ({ ...story, storyId: index + 1 }));
    const news = decideWireNews(burst, 'id');
    expect(news).toHaveLength(1);
    expect(news[0]).toMatchObject({ title: '40 kiriman kawat perlu dilihat', link: 'redaksi://kawat' });
  });
});

it('tells of deliveries that stopped, and of no others', () => {
  const delivery = {
    headline: 'Presiden tiba di Singapura',
    targetName: 'Situs',
    state: 'failed' as const,
  };
  expect(decideDeliveryNews(delivery, 'id')).toEqual({
    title: 'Gagal terbit ke Situs',
    body: delivery.headline,
    link: 'redaksi://terbitan',
  });
  expect(decideDeliveryNews({ ...delivery, state: 'conflict' }, 'en')?.title).toBe(
    'Changed at Situs; not overwritten',
  );
  for (const state of ['queued', 'sending', 'live', 'retry', 'cancelled'] as const) {
    expect(decideDeliveryNews({ ...delivery, state }, 'id'), state).toBeNull();
  }
});

describe('what a running core tells the desktop', () => {
  let desk: TestCore;
  const ending = { current: new AbortController() };
  const told: unknown[] = [];

  beforeEach(async () => {
    desk = await openTestCore();
    ending.current = new AbortController();
    told.length = 0;
    void tellDesktop(desk.client, (message) => told.push(message), {
      signal: ending.current.signal,
      log: { info() {}, warn() {}, error() {} },
    });
    await vi.waitUntil(() => told.length >= 2, { timeout: 15_000 });
  });

  afterEach(async () => {
    ending.current.abort();
    await desk.close();
  });

  it('begins with the look, and tells it again when it changes', async () => {
    expect(told[0]).toEqual({ type: 'look', look: { language: 'id', theme: 'system' } });
    await eventually(async () => {
      await desk.client.settings.change({ interface: { language: 'en', theme: 'dark' } });
      expect(told).toContainEqual({ type: 'look', look: { language: 'en', theme: 'dark' } });
    });
  });

  it('tells that the wire is paused', async () => {
    await eventually(async () => {
      await desk.client.wire.sources.pauseAll({ paused: true });
      await desk.client.wire.sources.pauseAll({ paused: false });
      expect(told).toContainEqual({ type: 'intake', paused: true });
      expect(told).toContainEqual({ type: 'intake', paused: false });
    });
  });

  it('counts anew when a story comes in, and tells no news of an ordinary one', async () => {
    const badges = () => told.filter((message) => (message as { type: string }).type === 'badge').length;
    const before = badges();
    let number = 0;
    await eventually(async () => {
      number += 1;
      await desk.client.wire.importText({ text: `Kota, 2/3 (Kawat) – Berita biasa nomor ${number}.` });
      expect(badges()).toBeGreaterThan(before);
    });
    expect(told).not.toContainEqual(expect.objectContaining({ type: 'news' }));
  });
});
