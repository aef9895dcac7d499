import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestCore, type TestCore } from '../core/testing.ts';
import { tellDesktop } from './desktop-news.ts';

/** Long enough for a busy machine; nothing waits that long where all is well. */
function eventually(condition: () => Promise<void>): Promise<void> {
  return vi.waitFor(condition, { timeout: 15_000, interval: 50 });
}

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
    expect(told[0]).toEqual({ type: 'look', look: { language: 'id', theme: 'system', keepInTray: true } });
    await eventually(async () => {
      await desk.client.settings.change({ interface: { language: 'en', theme: 'dark' } });
      expect(told).toContainEqual({
        type: 'look',
        look: { language: 'en', theme: 'dark', keepInTray: true },
      });
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

  it('tells as a notification of the system what the core notes, in the language of the interface', async () => {
    await desk.client.settings.change({ interface: { language: 'en' } });
    let number = 0;
    await eventually(async () => {
      number += 1;
      const item = {
        uri: `urn:kawat:${number}`,
        version: '1',
        pubstatus: 'usable',
        urgency: 1,
        headline: `Gempa ${number}`,
        body_text: 'Gempa mengguncang Maluku Tengah.',
      };
      const file = new File([JSON.stringify(item)], `${number}.json`);
      await desk.client.wire.importFile({ file, name: file.name });
      expect(told).toContainEqual({
        type: 'news',
        news: expect.objectContaining({
          title: expect.stringMatching(/^Urgent · |wire stories to look at$/),
        }),
      });
    });
    expect(await desk.client.notifications.list()).not.toEqual([]);
  });
});
