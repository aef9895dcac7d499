import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { dialog } from '../../tests/electron-fake/surroundings.ts';
import { startUpdates, updateFeedOf } from './updates.ts';

const updater = Object.assign(new EventEmitter(), {
  feed: null as unknown,
  checks: 0,
  answer: (async () => null) as () => Promise<{ isUpdateAvailable: boolean } | null>,
  setFeedURL(feed: unknown) {
    updater.feed = feed;
  },
  checkForUpdates() {
    updater.checks += 1;
    return updater.answer();
  },
});

vi.mock('electron-updater', () => ({ default: { autoUpdater: updater } }));

beforeEach(() => {
  vi.useFakeTimers();
  updater.checks = 0;
});

afterEach(() => {
  vi.useRealTimers();
  updater.removeAllListeners();
  resetElectron();
});

describe('updates', () => {
  it.each(['', 'nonsense', 'http://pembaruan.example/', 'file:///tmp/'])(
    'are asked for nowhere without a safe address (%j)',
    (configured) => expect(updateFeedOf(configured)).toBeNull(),
  );

  it('are asked for at the address that was set, and there only, now and every six hours', async () => {
    const feed = updateFeedOf('https://pembaruan.example/redaksi');
    await startUpdates(feed ?? '', { language: () => 'id', onReady: () => {} });
    expect(updater.feed).toEqual({ provider: 'generic', url: 'https://pembaruan.example/redaksi' });
    expect(updater.checks).toBe(1);
    await vi.advanceTimersByTimeAsync(6 * 3_600_000);
    expect(updater.checks).toBe(2);
  });

  it('tell that one is here, and what came of looking by hand', async () => {
    const ready: string[] = [];
    const look = await startUpdates('https://pembaruan.example/', {
      language: () => 'id',
      onReady: (version) => ready.push(version),
    });
    updater.emit('update-downloaded', { version: '1.2.0' });
    expect(ready).toEqual(['1.2.0']);

    look();
    await vi.waitFor(() => expect(dialog.said).toMatchObject([{ message: 'Redaksi sudah yang terbaru.' }]));
    updater.answer = async () => {
      updater.emit('error', new Error('ENOTFOUND'));
      throw new Error('ENOTFOUND');
    };
    look();
    await vi.waitFor(() => expect(dialog.said[1]?.message).toMatch(/tidak dapat diperiksa/));
    updater.answer = async () => ({ isUpdateAvailable: true });
    look();
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog.said).toHaveLength(2);
  });
});
