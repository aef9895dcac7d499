/** Our block markup, read by the current block editor of WordPress: the very code that opens a post. */
import { publishable } from '../../shared/document/publishable.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { collectionMarkup } from '../../electron/core/publishing/targets/wordpress/front-markup.ts';
import { arbitraryDocument } from '../../shared/document/arbitrary-document.ts';
import { buildDocument } from '../../shared/document/build.ts';
import { documentToWordPressBlocks } from '../../shared/document/to-wordpress-blocks.ts';
import { readBlocks, type ReadBlocks } from './gutenberg/block-editor.ts';
import { everyNode, fields, story } from './story.ts';

const options = {
  dateline: fields.dateline,
  credit: fields.credit,
  marker: 'redaksi-1',
  image: () => ({ id: 9, url: 'https://situs.test/f.png?a=1&b=2' }),
  relatedStory: () => 'https://situs.test/?p=7&preview=1',
  relatedLabel: () => 'Baca juga:',
  origin: 'situs',
};

/** A story as a front shows it, in whatever size, with its picture and everything around it. */
const placed = (size: 'large' | 'standard' | 'small') => ({
  item: {
    slotId: null,
    place: 1,
    content: { kind: 'article' as const, articleId: 'a' },
    headline: 'Harga “cabai” & [beras] turun',
    kicker: 'Ekonomi',
    summary: 'Ringkasan.',
    picture: { mediaId: 'b', alt: 'Pasar "induk"' },
    size,
  },
  address: 'https://situs.test/?p=7&preview=1',
  picture: { id: 9, url: 'https://situs.test/f.png?a=1&b=2' },
});
const collection = {
  collectionId: 'c',
  title: 'Headline',
  layout: 'lead4' as const,
  ranked: false,
  items: [],
  hidden: [],
};

const written: Record<string, string> = {
  'a collection of a front': collectionMarkup(collection, [placed('large'), placed('standard')]),
  'a ranked collection': collectionMarkup({ ...collection, ranked: true }, [placed('small')]),
  'an empty collection': collectionMarkup(collection, []),
  'a whole story': documentToWordPressBlocks(publishable(story()), options),
  ...Object.fromEntries(
    Object.entries(everyNode).map(([type, node]) => [
      type,
      documentToWordPressBlocks(publishable(buildDocument([node])), options),
    ]),
  ),
};

const anything: Record<string, string> = Object.fromEntries(
  fc
    .sample(arbitraryDocument, { numRuns: 200, seed: 1 })
    // What comes verbatim from elsewhere is not ours to answer for.
    .map(({ root }) => buildDocument(root.children.filter(({ type }) => type !== 'foreign')))
    .map((document, index) => [
      `anything ${index}`,
      documentToWordPressBlocks(publishable(document), options),
    ]),
);

const broken: Record<string, string> = {
  invalid:
    '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><p>Lepas</p></figure>\n<!-- /wp:pullquote -->',
  unknown: '<!-- wp:acme/slider {"id":1} /-->',
};

/** The editor writes an entity for an opening bracket back as the sign itself, and a paragraph's class twice. */
function asSaved(markup: string): string {
  return markup
    .replaceAll('&#091;', '[')
    .replace(
      /<p class="([^"]*)"/g,
      (_, names: string) => `<p class="${[...new Set(names.split(' '))].join(' ')}"`,
    );
}

describe('the block editor', () => {
  let read: Record<string, ReadBlocks>;
  beforeAll(async () => {
    read = await readBlocks({ ...written, ...anything, ...broken });
  });

  test.each(Object.keys(written))('opens %s as valid blocks and would save it as we wrote it', (name) => {
    expect(read[name]?.problems).toEqual([]);
    expect(asSaved(read[name]?.saved ?? '')).toBe(asSaved(written[name] ?? ''));
  });

  test('opens whatever a document can hold', () => {
    const troubles = Object.keys(anything).flatMap((name) =>
      (read[name]?.problems ?? ['not read']).map((problem) => ({ problem, markup: anything[name] })),
    );
    expect(troubles).toEqual([]);
  });

  test('would complain of markup that is not as it should be', () => {
    expect(read['invalid']?.problems).toHaveLength(1);
    expect(read['unknown']?.problems).toEqual(['core/missing: unknown']);
  });
});
