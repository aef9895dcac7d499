import { describe, expect, it } from 'vitest';
import { translate } from '../i18n/translate.ts';
import { listedCommands } from './commands.ts';

/** Screens whose commands are never offered at the same time may share keys. */
function screenOf(id: string): string {
  const [area = ''] = id.split('.');
  return area;
}

describe('the list of commands', () => {
  it('has words in both languages for each', () => {
    for (const [id, { title }] of Object.entries(listedCommands)) {
      expect(translate('id', title), id).not.toBe(title);
      expect(translate('en', title), id).not.toBe(title);
    }
  });

  it('gives no key to two commands of one screen', () => {
    const taken = new Map<string, string>();
    for (const [id, { keys }] of Object.entries(listedCommands)) {
      for (const key of keys) {
        const place = `${screenOf(id)} ${key}`;
        expect(taken.get(place), `${id} and ${taken.get(place)} both have ${key}`).toBeUndefined();
        taken.set(place, id);
      }
    }
  });

  it('keeps the keys that are there on every screen for these commands alone', () => {
    const everywhere = Object.entries(listedCommands).filter(([id]) =>
      /^(go|help)\.|^article\.new$/.test(id),
    );
    for (const [id, { keys }] of everywhere) {
      for (const [other, theirs] of Object.entries(listedCommands)) {
        if (other === id) continue;
        expect(theirs.keys, `${other} against ${id}`).not.toEqual(expect.arrayContaining([...keys]));
      }
    }
  });
});
