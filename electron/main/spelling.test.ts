import { afterEach, describe, expect, it } from 'vitest';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { session } from '../../tests/electron-fake/session.ts';
import type { Language } from '../../shared/i18n/translate.ts';
import { applySpelling, decideSpelling } from './spelling.ts';

afterEach(resetElectron);

function applied(platform: NodeJS.Platform, configured: string, chosen: readonly Language[] = ['id', 'en']) {
  const given = session.defaultSession as typeof session.defaultSession & Electron.Session;
  applySpelling(given, decideSpelling(platform, configured, chosen));
  return session.defaultSession.spelling;
}

describe('spell checking', () => {
  it('is the work of the system on a Mac', () => {
    expect(applied('darwin', '')).toEqual({ enabled: true, languages: [], address: null, words: [] });
  });

  it.each(['', 'http://kamus.example/', 'file:///etc/', 'nonsense'])(
    'elsewhere contacts nobody without an address of the newsroom (%j)',
    (configured) => {
      expect(applied('linux', configured)).toMatchObject({ enabled: false, address: null });
      expect(applied('win32', configured)).toMatchObject({ enabled: false, address: null });
    },
  );

  it('takes Indonesian and English dictionaries from that address', () => {
    expect(applied('linux', 'https://kamus.example/hunspell')).toMatchObject({
      enabled: true,
      languages: ['id', 'en-GB', 'en-US'],
      address: 'https://kamus.example/hunspell/',
    });
  });

  it('checks by the languages that were chosen, or by none', () => {
    const address = 'https://kamus.example/';
    expect(applied('linux', address, ['en']).languages).toEqual(['en-GB', 'en-US']);
    expect(applied('win32', address, []).languages).toEqual([]);
  });
});
