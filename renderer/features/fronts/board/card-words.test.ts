import { describe, expect, test } from 'vitest';
import { at, testCollection } from '../../../../shared/domain/front/test-stories.ts';
import { TEST_NOW } from '../../../../shared/domain/front/arbitrary-front.ts';
import type { FrontWarning } from '../../../../shared/domain/front/warnings.ts';
import { translate, type Language } from '../../../../shared/i18n/translate.ts';
import { collectionWords, figuresWords, warningAdvice, warningWords, type Words } from './card-words.ts';

function wordsIn(language: Language): Words {
  return {
    language,
    offsetMinutes: 420,
    translate: (key, parameters) => translate(language, key, parameters),
  };
}

const id = wordsIn('id');

/** Every warning there is, with what it carries. */
const details: Readonly<Record<FrontWarning['code'], string | null>> = {
  'story-gone': null,
  trashed: null,
  withdrawn: 'Kutipan tidak pernah diucapkan',
  embargoed: at(2),
  scheduled: at(3),
  ended: at(-1),
  'not-public': null,
  repeated: null,
  'over-cap': null,
  corrected: null,
  'source-corrected': null,
  'older-than-day': null,
  'headline-too-long': '4',
  'headline-missing': null,
  'picture-missing': null,
  'picture-twice': 'Berita lain',
  'same-story': 'Berita lain',
  'end-before-start': null,
};
const warnings = Object.entries(details).map(
  ([code, detail]) => ({ collectionId: 'k', slotId: 's', articleId: 'a', code, detail }) as FrontWarning,
);

describe('a warning', () => {
  test.each(['id', 'en'] as const)('says in words (%s) what is amiss and what to do about it', (language) => {
    const words = wordsIn(language);
    const said = warnings.map((warning) => warningWords(warning, words, TEST_NOW));
    expect(new Set(said).size).toBe(warnings.length);
    for (const [index, warning] of warnings.entries()) {
      expect(said[index]).not.toMatch(/[{}]|fronts\./);
      expect(warningAdvice(warning, words.translate)).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('tells times in the house’s zone, its number of signs, the other story, the reason', () => {
    const said = new Map(warnings.map((warning) => [warning.code, warningWords(warning, id, TEST_NOW)]));
    expect(said.get('embargoed')).toBe('embargo sampai 11.00 WIB');
    expect(said.get('scheduled')).toBe('tampil begitu terbit, 12.00 WIB');
    expect(said.get('headline-too-long')).toBe('judul 4 karakter terlalu panjang');
    expect(said.get('same-story')).toContain('“Berita lain”');
    expect(said.get('withdrawn')).toContain('Kutipan tidak pernah diucapkan');
  });
});

describe('what a collection is like', () => {
  test('is said with its size, its filling and its rule', () => {
    const section = (slug: string): string => slug.toUpperCase();
    const rule = { kind: 'section', section: 'dunia' } as const;
    const words = collectionWords(
      testCollection(1, { layout: 'lead4', cap: 5, fill: { by: 'hand-then-rule', rule } }),
      id,
      section,
    );
    expect(words).toContain('1 utama + 4');
    expect(words).toContain('DUNIA');
    expect(collectionWords(testCollection(1, { cap: 6 }), id, section)).toMatch(/6 · tangan$/);
  });

  test('TERPOPULER says the window and the age of its figures, and that old ones order nothing', () => {
    const figures = (hours: number) => ({
      rows: [{ articleId: 'a', count: 1 }],
      fetchedAt: at(hours),
      windowHours: 24,
    });
    expect(figuresWords({ rows: [], fetchedAt: null, windowHours: 24 }, id, TEST_NOW)).toContain(
      'belum ada angka',
    );
    const fresh = figuresWords(figures(-2), id, TEST_NOW);
    expect(fresh).toContain('24 jam');
    expect(fresh).toContain('2 j lalu');
    const old = figuresWords(figures(-25), id, TEST_NOW);
    expect(old).not.toBe(figuresWords(figures(-23), id, TEST_NOW));
    expect(old).toMatch(/lama|basi|urut/);
  });
});
