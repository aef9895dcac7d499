import { expect, test } from 'vitest';
import { articleFieldsSchema, type ArticleFields } from '../../shared/contract/articles.ts';
import type { PublishingConflict } from '../../shared/contract/target-posts.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { chooseAll, merge, partsOf, undecided } from './conflict-parts.ts';

const version = (fields: Partial<ArticleFields>, ...words: string[]) => ({
  fields: articleFieldsSchema.parse({ headline: 'Judul', ...fields }),
  document: buildDocument(words.map((word) => paragraph([text(word)]))),
});

function conflictOf(
  sent: PublishingConflict['sent'],
  ours: PublishingConflict['ours'],
  theirs: PublishingConflict['theirs'],
): PublishingConflict {
  return {
    deliveryId: '',
    articleId: '',
    targetName: 'Situs',
    url: null,
    seen: 'stamp',
    changedAt: null,
    workingBase: 1,
    sent,
    ours,
    theirs,
    waiting: [],
  };
}

test('author, sticky and search engine texts are parts like the others, each chosen for itself', () => {
  const sent = version({ byline: 'Sari', sticky: false, seoTitle: 'A' });
  const ours = version({ byline: 'Sari', sticky: false, seoTitle: 'Kita', seoDescription: 'Baru' });
  const theirs = version({ byline: 'Budi', sticky: true, seoTitle: 'Mereka' });
  const conflict = conflictOf(sent, ours, theirs);
  const parts = partsOf(conflict);
  expect(parts.fields.map(({ field, kind }) => [field, kind])).toEqual([
    ['byline', 'theirs'],
    ['sticky', 'theirs'],
    ['seoTitle', 'both'],
    ['seoDescription', 'ours'],
  ]);
  expect(undecided(parts, new Map())).toBe(1);
  const { fields } = merge(
    conflict,
    parts,
    new Map([
      ['sticky', 'ours'],
      ['seoTitle', 'theirs'],
    ]),
  );
  expect(fields).toMatchObject({
    byline: 'Budi',
    sticky: false,
    seoTitle: 'Mereka',
    seoDescription: 'Baru',
  });
});

test('where nobody knows what was sent, whatever differs is for a person to decide', () => {
  const conflict = conflictOf(
    null,
    version({ dek: 'Kita' }, 'satu', 'dua'),
    version({ dek: '' }, 'satu', 'dua', 'tiga'),
  );
  const parts = partsOf(conflict);
  expect(parts.fields.map(({ kind, sent }) => [kind, sent])).toEqual([['both', null]]);
  expect(parts.copy.map(({ kind }) => kind)).toEqual(['same', 'both']);
  expect(undecided(parts, new Map())).toBe(2);
  expect(merge(conflict, parts, chooseAll(parts, 'ours')).isOurs).toBe(true);
  expect(merge(conflict, parts, chooseAll(parts, 'theirs')).document).toEqual(conflict.theirs.document);
});

test('which kind of space stands between words or behind the last is no difference', () => {
  const sent = version({}, 'Di tiga desa.\u00a0Bantuan tiba. ');
  const parts = partsOf(conflictOf(sent, sent, version({}, 'Di tiga desa. Bantuan tiba.')));
  expect(parts.copy.map(({ kind }) => kind)).toEqual(['same']);
});
