import { expect, it } from 'vitest';
import { mayEndShortcut } from './markdown-extension.ts';

function typed(key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}): boolean {
  return mayEndShortcut({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
}

it.each([' ', '*', '_', '~', '`', ')', 'Enter', 'Process', 'Unidentified', 'Dead'])(
  'looks for a shortcut at %j',
  (key) => {
    expect(typed(key)).toBe(true);
  },
);

it.each(['a', 'Z', '1', 'é', 'ß', '字'])('looks for none at %j', (key) => {
  expect(typed(key)).toBe(false);
});

it('takes a letter typed with AltGr for a sign', () => {
  expect(typed('q', { ctrlKey: true, altKey: true })).toBe(true);
});
