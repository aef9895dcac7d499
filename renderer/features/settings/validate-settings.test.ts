import { describe, expect, it } from 'vitest';
import { settingsSchema, type House } from '../../../shared/contract/settings.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { findProblems, findSectionProblems, withoutProblems } from './validate-settings.ts';

const saved = settingsSchema.parse({});

function told(house: Partial<House>): Record<string, string> {
  const problems = findProblems({ ...saved, house: { ...saved.house, ...house } });
  return Object.fromEntries(
    Object.entries(problems).map(([field, { key, parameters }]) => [field, translate('id', key, parameters)]),
  );
}

describe('findProblems', () => {
  it('finds nothing wrong with the defaults', () => {
    expect(findProblems(saved)).toEqual({});
  });

  it('says what is wrong with a pattern, naming the placeholder as typed', () => {
    expect(told({ datelinePattern: '{KOTA} – ' })).toEqual({ datelinePattern: '{KOTA} tidak dikenal.' });
    expect(told({ datelinePattern: '{OUTLET} – ' })).toEqual({ datelinePattern: 'Harus ada {CITY}.' });
    expect(told({ creditPattern: '({sources}' })).toEqual({});
    expect(told({ creditPattern: '[{sources}' })).toEqual({
      creditPattern: 'Ada kurung yang tidak berpasangan.',
    });
  });

  it('takes web addresses only for the site, and paths too for comments', () => {
    expect(Object.keys(told({ siteUrl: 'seruji.co.id' }))).toEqual(['siteUrl']);
    expect(told({ siteUrl: 'https://seruji.co.id' })).toEqual({});
    const comments = { ...saved.house.comments, endpoint: '/komentar' };
    expect(told({ comments })).toEqual({});
    expect(Object.keys(told({ comments: { ...comments, endpoint: 'javascript:alert(1)' } }))).toEqual([
      'endpoint',
    ]);
    expect(Object.keys(told({ comments: { ...comments, endpoint: '//lain.id' } }))).toEqual(['endpoint']);
  });
});

describe('findSectionProblems', () => {
  it('marks the empty name and the second of two equal ones', () => {
    const problems = findSectionProblems([
      { slug: 'politik', name: 'Politik' },
      { slug: 'a', name: ' ' },
      { slug: 'b', name: 'politik ' },
    ]);
    expect(problems.map((one) => one?.key ?? null)).toEqual([
      null,
      'settings.required',
      'settings.sections.same',
    ]);
  });
});

describe('withoutProblems', () => {
  it('holds back what is wrong and nothing else', () => {
    const shown = {
      ...saved,
      house: {
        ...saved.house,
        name: 'Seruji',
        siteUrl: 'seruji',
        comments: { ...saved.house.comments, endpoint: 'x y', nameRequired: 'Nama, ya' },
      },
    };
    const kept = withoutProblems(shown, saved).house;
    expect(kept.name).toBe('Seruji');
    expect(kept.siteUrl).toBe('');
    expect(kept.comments).toMatchObject({ endpoint: '', nameRequired: 'Nama, ya' });
  });
});

describe('templates of corrections', () => {
  it('have to tell when, and what is right or why; one that does not is kept from being saved', () => {
    const corrections = {
      ...saved.corrections,
      correctionText: 'Yang benar: {benar}',
      withdrawalText: '{waktu}',
    };
    const shown = { ...saved, corrections };
    const words = Object.entries(findProblems(shown)).map(([field, { key, parameters }]) => [
      field,
      translate('id', key, parameters),
    ]);
    expect(Object.fromEntries(words)).toEqual({
      correctionText: 'Harus ada {waktu}.',
      withdrawalText: 'Harus ada {alasan}.',
    });
    expect(withoutProblems(shown, saved).corrections).toEqual(saved.corrections);
    const fine = { ...saved, corrections: { ...saved.corrections, correctionText: '{waktu}: {benar}' } };
    expect(withoutProblems(fine, saved).corrections.correctionText).toBe('{waktu}: {benar}');
  });
});
