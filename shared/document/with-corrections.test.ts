import { expect, test } from 'vitest';
import type { CorrectionEntry, CorrectionMatter } from '../contract/corrections.ts';
import { articleFieldsSchema } from '../contract/articles.ts';
import { buildDocument, paragraph, relatedStory, text } from './build.ts';
import { publishable } from './publishable.ts';
import { documentToGhostBlocks } from './to-ghost-lexical.ts';
import { documentToWordPressBlocks } from './to-wordpress-blocks.ts';
import { correctionLabel, withCorrections, withoutCorrections } from './with-corrections.ts';

const story = '0f1b9c5e-3d62-4f0a-9d7e-5a6f4b3c2d1e';
const other = '1f1b9c5e-3d62-4f0a-9d7e-5a6f4b3c2d1e';

function entry(matter: CorrectionMatter): CorrectionEntry {
  return {
    correctionId: '2f1b9c5e-3d62-4f0a-9d7e-5a6f4b3c2d1e',
    articleId: story,
    revisionId: 1,
    at: '2026-11-26T07:00:00.000Z',
    personId: '3f1b9c5e-3d62-4f0a-9d7e-5a6f4b3c2d1e',
    text: 'Kata redaksi.',
    matter,
  };
}

const linked = (kind: 'reply' | 'reply-to', otherHeadline: string): CorrectionEntry =>
  entry({ kind, otherArticleId: other, otherHeadline });

const ownPost = entry({
  kind: 'correction',
  wrong: 'satu',
  right: 'dua',
  apology: false,
  placement: 'own',
  otherArticleId: other,
  otherHeadline: 'Ralat: Ekspor naik',
});

const copy = {
  fields: articleFieldsSchema.parse({}),
  document: publishable(buildDocument([paragraph([text('Salinan.')])])),
};

test.each([
  ['a reply', linked('reply', 'Kementerian menjawab'), 'Hak jawab: Kementerian menjawab'],
  ['what a reply is about', linked('reply-to', 'Ekspor naik'), 'Berita yang ditanggapi: Ekspor naik'],
  ['a reply whose headline says so', linked('reply', 'Hak jawab: Ekspor naik'), 'Hak jawab: Ekspor naik'],
  ['the post of a correction', ownPost, 'Ralat: Ekspor naik'],
])('a link to %s says what it is at WordPress and Ghost, and is read back as ours', (_, filed, told) => {
  const { document } = withCorrections(copy, [filed]);
  const relatedLabel = (one: { articleId: string; headline: string }) =>
    correctionLabel({ corrections: [filed], corrects: null }, one) ?? 'Baca juga:';
  const options = { relatedStory: () => 'https://situs.test/lain/', relatedLabel };
  const markup = documentToWordPressBlocks(document, options);
  expect(markup.replaceAll(/<[^>]*>/g, '')).toContain(told);
  expect(markup).not.toContain('Baca juga');

  const [card] = documentToGhostBlocks(document, options)
    .flatMap(({ nodes }) => nodes)
    .filter(({ type }) => type === 'bookmark');
  expect(card).toMatchObject({ metadata: { title: told } });

  const readBack = buildDocument([
    ...copy.document.root.children,
    relatedStory(told, { url: 'https://situs.test/lain/' }),
  ]);
  expect(withoutCorrections(readBack, [filed])).toEqual(copy.document);
});

test('the post of a correction says of the one story that it corrects it', () => {
  const post = { corrections: [], corrects: story };
  expect(correctionLabel(post, { articleId: story, headline: 'Ekspor naik' })).toBe('Berita yang diralat:');
  expect(correctionLabel(post, { articleId: other, headline: 'Impor turun' })).toBeNull();
});

test('the label is in the language asked for, and not said twice in another', () => {
  const answered = { corrections: [linked('reply', 'Jawaban')], corrects: null };
  expect(correctionLabel(answered, { articleId: other, headline: 'Jawaban' }, 'en')).toBe('Right of reply:');
  expect(correctionLabel(answered, { articleId: other, headline: 'Hak jawab: Menteri' }, 'en')).toBe('');
});

test('another story has no label of a correction', () => {
  const answered = { corrections: [linked('reply', 'Jawaban')], corrects: null };
  expect(correctionLabel(answered, { articleId: story, headline: 'Jawaban' })).toBeNull();
});
