import { expect, it } from 'vitest';
import { articleFieldsSchema } from '../../../../shared/contract/articles.ts';
import { keepableTexts, textsOfField } from './found-fields.ts';

it('searches each tag by itself, and a slug only where somebody typed it', () => {
  const fields = articleFieldsSchema.parse({ headline: 'Bupati', tags: ['bupati', 'gudang'] });
  expect(textsOfField('tags', fields)).toEqual(['bupati', 'gudang']);
  expect(textsOfField('slug', fields)).toEqual(['']);
  expect(textsOfField('headline', fields)).toEqual(['Bupati']);
});

it('keeps a slug a slug, and each tag once', () => {
  expect(keepableTexts('slug', ['Wali Kota!-tinjau'])).toEqual(['wali-kota-tinjau']);
  expect(keepableTexts('tags', [' gudang ', '', 'Gudang', 'api'])).toEqual(['gudang', 'api']);
  expect(keepableTexts('tags', ['x'.repeat(300)])).toEqual(['x'.repeat(200)]);
  expect(keepableTexts('headline', [' Api '])).toEqual([' Api ']);
});
