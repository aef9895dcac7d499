import { expect, test } from 'vitest';
import { articleFieldsSchema } from '../contract/articles.ts';
import { REQUIRABLE, storyTypeSchema } from '../contract/story-types.ts';
import { writingSettingsSchema } from '../contract/writing-settings.ts';
import { gallery, heading, image, paragraph, text } from '../document/build.ts';
import { blocksThere, missingParts, storyTypeOf } from './story-types.ts';

const everything = storyTypeSchema.parse({ id: 'semua', name: 'Semua', required: REQUIRABLE });

test('an empty article lacks everything its type requires, and nothing where it has no type', () => {
  const fields = articleFieldsSchema.parse({});
  expect(missingParts(everything, fields, new Set())).toEqual([...REQUIRABLE]);
  expect(missingParts(null, fields, new Set())).toEqual([]);
});

test('a part is there once it says something', () => {
  const fields = articleFieldsSchema.parse({ dek: '  ', tags: ['banjir'], section: 'nasional' });
  const missing = missingParts(everything, fields, new Set(['image']));
  expect(missing).toContain('dek');
  expect(missing).not.toContain('tags');
  expect(missing).not.toContain('section');
  expect(missing).not.toContain('image');
});

test('blocks that are only begun, or only suggested, are not there', () => {
  const insertion = { id: '1', personId: 'sari', at: '2026-01-01T00:00:00.000Z' };
  const begun = [
    heading('h2', []),
    gallery([]),
    image(''),
    { ...heading('h2', [text('Usulan')]), $: { insertion } },
    paragraph([text('Isi')]),
  ];
  expect([...blocksThere(begun)]).toEqual([]);
  expect([...blocksThere([heading('h2', [text('Subjudul')])])]).toEqual(['heading']);
});

test('the types a house begins with are sound, and a type that is gone requires nothing', () => {
  const { storyTypes } = writingSettingsSchema.parse({});
  expect(new Set(storyTypes.map(({ id }) => id)).size).toBe(storyTypes.length);
  expect(storyTypeOf({ storyType: 'kilat' }, storyTypes)?.name).toBe('Kilat');
  expect(storyTypeOf({ storyType: 'sudah-dihapus' }, storyTypes)).toBeNull();
});
