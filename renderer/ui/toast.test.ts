import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  clearKeptMessages,
  currentMessages,
  dismissToast,
  markKeptMessagesRead,
  runAction,
  showToast,
} from './toast.ts';

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  clearKeptMessages();
});

test('a message that went by is kept, unread, newest first', () => {
  showToast('Tersimpan.');
  showToast('Diska penuh.', { tone: 'problem' });
  vi.runAllTimers();
  expect(currentMessages()).toMatchObject({
    shown: [],
    kept: [
      { text: 'Diska penuh.', tone: 'problem', read: false },
      { text: 'Tersimpan.', read: false },
    ],
  });
  markKeptMessagesRead();
  expect(currentMessages().kept.map(({ read }) => read)).toEqual([true, true]);
  clearKeptMessages();
  expect(currentMessages().kept).toEqual([]);
});

test('one that somebody closed is read', () => {
  const id = showToast('Tersimpan.');
  dismissToast(id);
  expect(currentMessages()).toMatchObject({ shown: [], kept: [{ read: true }] });
});

test('an action is done once, even when the message is gone from the screen', () => {
  const undo = vi.fn<() => void>();
  const id = showToast('Dibuang.', { action: { label: 'Urungkan', run: undo } });
  vi.runAllTimers();
  runAction(id);
  runAction(id);
  expect(undo).toHaveBeenCalledTimes(1);
  expect(currentMessages().kept).toMatchObject([{ action: null, read: true }]);
});

test('one that the core keeps is shown, can be acted on, and is not kept twice', () => {
  const open = vi.fn<() => void>();
  const id = showToast('Gagal terbit.', {
    tone: 'problem',
    action: { label: 'Buka', run: open },
    kept: false,
  });
  expect(currentMessages()).toMatchObject({ shown: [{ text: 'Gagal terbit.' }], kept: [] });
  runAction(id);
  expect(open).toHaveBeenCalledTimes(1);
  expect(currentMessages().shown).toEqual([]);
});

test('no more than three stand at the edge', () => {
  for (const text of ['1', '2', '3', '4']) showToast(text);
  expect(currentMessages().shown.map(({ text }) => text)).toEqual(['2', '3', '4']);
});
