import { describe, expect, test } from 'vitest';
import { isStopWord, stemEnglish, stemIndonesian } from './word-stems.ts';

describe('stems in Indonesian', () => {
  test.each([
    ['ditambah', 'menambah', 'ditambahkan', 'penambahan'],
    ['dipakai', 'memakai', 'pemakaian'],
    ['disiapkan', 'menyiapkan', 'siapkan'],
    ['dilarang', 'melarang', 'larangan', 'pelarangan'],
    ['diguncang', 'guncangan', 'guncangnya'],
    ['dibuka', 'membuka', 'bukalah', 'pembukaan'],
  ])('are one for the forms of one word: %s …', (...forms) => {
    expect(new Set(forms.map(stemIndonesian)).size).toBe(1);
  });

  test('leave words apart that differ', () => {
    const words = [
      'gempa',
      'banjir',
      'longsor',
      'kebakaran',
      'kekeringan',
      'pemilu',
      'pelabuhan',
      'pendidikan',
    ];
    expect(new Set(words.map(stemIndonesian)).size).toBe(words.length);
  });

  test('leave short words as they are', () => {
    expect(['diri', 'kan', 'beli', 'di'].map(stemIndonesian)).toEqual(['diri', 'kan', 'beli', 'di']);
  });
});

test('stems in English are one for plurals and regular verbs', () => {
  expect(new Set(['rescue', 'rescues', 'rescued', 'rescuing'].map(stemEnglish)).size).toBe(1);
  expect(stemEnglish('ports')).toBe(stemEnglish('port'));
});

test('words that carry nothing are told from those that do', () => {
  expect(['yang', 'dan', 'the', 'kata'].every(isStopWord)).toBe(true);
  expect(['gempa', 'tidak', 'batal', 'naik'].some(isStopWord)).toBe(false);
});
