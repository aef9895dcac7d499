import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WritingRole } from '../../../shared/contract/articles.ts';
import { createWritingWindows, type WritingWindows } from './writing-window.ts';

const articleId = 'naskah';
let windows: WritingWindows;

beforeEach(() => {
  vi.useFakeTimers();
  windows = createWritingWindows();
});
afterEach(() => vi.useRealTimers());

/** A window that holds on; `roles` are what it was told, `crash` is its connection breaking. */
function open(windowId: string, writes = true) {
  const connection = new AbortController();
  const roles: WritingRole[] = [];
  const ended = (async () => {
    for await (const { role } of windows.hold({ articleId, windowId, writes }, connection.signal)) {
      roles.push(role);
    }
  })();
  return {
    roles,
    async crash() {
      connection.abort();
      await ended;
      await settled();
    },
  };
}

/** Lets every call that was woken go on. */
const settled = () => vi.advanceTimersByTimeAsync(0);

describe('who writes an article', () => {
  test('the first window; the second is told and reads', async () => {
    const [first, second] = [open('satu'), open('dua')];
    await settled();
    expect([first.roles, second.roles]).toEqual([['writer'], ['reader']]);
  });

  test('the second takes over once the first has stored its words', async () => {
    const [first, second] = [open('satu'), open('dua')];
    await settled();
    const taken = windows.takeOver(articleId, 'dua');
    await settled();
    expect([first.roles, second.roles]).toEqual([['writer', 'asked'], ['reader']]);
    windows.handOver(articleId, 'satu');
    await taken;
    await settled();
    expect([first.roles, second.roles]).toEqual([
      ['writer', 'asked', 'reader'],
      ['reader', 'writer'],
    ]);
  });

  test('a writer that hangs is not waited for', async () => {
    const [first, second] = [open('satu'), open('dua')];
    await settled();
    const taken = windows.takeOver(articleId, 'dua');
    await vi.advanceTimersByTimeAsync(5_000);
    await taken;
    await settled();
    expect([first.roles.at(-1), second.roles.at(-1)]).toEqual(['reader', 'writer']);
  });

  test('a crashed writer leaves the article free; a reader writes when it says so, not by itself', async () => {
    const [first, second] = [open('satu'), open('dua')];
    await settled();
    await first.crash();
    expect(second.roles).toEqual(['reader', 'free']);
    await windows.takeOver(articleId, 'dua');
    await settled();
    expect(second.roles.at(-1)).toBe('writer');
  });

  test('a writer that crashes while it is asked hands over all the same', async () => {
    const [first, second] = [open('satu'), open('dua')];
    await settled();
    const taken = windows.takeOver(articleId, 'dua');
    await settled();
    await first.crash();
    await taken;
    await settled();
    expect(second.roles.at(-1)).toBe('writer');
  });

  test('a window that comes back as a reader leaves a free article to the writer that comes after it', async () => {
    const reader = open('dua', false);
    await settled();
    expect(reader.roles).toEqual(['free']);
    const writer = open('satu');
    await settled();
    expect([reader.roles, writer.roles]).toEqual([['free', 'reader'], ['writer']]);
  });

  test('a writer that comes back before its old connection is known to be broken goes on writing', async () => {
    const before = open('satu');
    await settled();
    const after = open('satu');
    await settled();
    await before.crash();
    expect(after.roles).toEqual(['writer']);
    const second = open('dua');
    await settled();
    expect(second.roles).toEqual(['reader']);
  });
});
