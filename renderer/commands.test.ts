import { describe, expect, it } from 'vitest';
import { keyCaps, matchesKeys } from './commands.ts';

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
) {
  return { key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held } as KeyboardEvent;
}

describe('matchesKeys', () => {
  it('takes Command for Ctrl on a Mac', () => {
    expect(matchesKeys(press('k', { metaKey: true }), 'Mod+k', true)).toBe(true);
    expect(matchesKeys(press('k', { ctrlKey: true }), 'Mod+k', true)).toBe(false);
  });

  it.each([
    ['a letter', press('w'), 'w', true],
    ['the letter with Caps Lock', press('W'), 'w', true],
    ['the letter with Shift is another thing', press('W', { shiftKey: true }), 'w', false],
    ['the letter with Ctrl is another thing', press('w', { ctrlKey: true }), 'w', false],
    ['Ctrl and a letter', press('k', { ctrlKey: true }), 'Mod+k', true],
    ['the letter alone', press('k'), 'Mod+k', false],
    ['Ctrl and a digit', press('1', { ctrlKey: true }), 'Mod+1', true],
    ['AltGr types a sign', press('1', { ctrlKey: true, altKey: true }), 'Mod+1', false],
    ['a sign that needs Shift on this board', press('?', { shiftKey: true }), '?', true],
    ['a sign that needs none on that board', press('?'), '?', true],
    ['three keys', press('n', { ctrlKey: true, altKey: true }), 'Mod+Alt+n', true],
    ['Ctrl and a comma', press(',', { ctrlKey: true }), 'Mod+,', true],
  ])('%s', (_name, event, keys, expected) => {
    expect(matchesKeys(event, keys, false)).toBe(expected);
  });
});

describe('keyCaps', () => {
  it('prints keys as they stand on the board', () => {
    expect(keyCaps('Mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('ArrowDown', false)).toEqual(['↓']);
    expect(keyCaps('?', false)).toEqual(['?']);
  });
});
