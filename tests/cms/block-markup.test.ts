/** Our block markup, read by the current block editor of WordPress: the very code that opens a post. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocument, horizontalRule, image, paragraph, text } from '../../shared/document/build.ts';
import { documentToWordPressBlocks } from '../../shared/document/to-wordpress-blocks.ts';
import { readBlocks, type ReadBlocks } from './gutenberg/block-editor.ts';
import { pictureId, story } from './story.ts';

const options = {
  dateline: 'SINGAPURA, SERUJI.CO.ID – ',
  credit: '(Ant/SU02)',
  marker: 'redaksi-1',
  image: () => ({ id: 9, url: 'https://situs.test/f.png' }),
};

const written: Record<string, string> = {
  story: documentToWordPressBlocks(story(), options),
  rule: documentToWordPressBlocks(buildDocument([paragraph([text('Satu.')]), horizontalRule()]), {}),
  picture: documentToWordPressBlocks(buildDocument([image(pictureId, { alt: 'A "B" & <C>' })]), options),
};

const broken: Record<string, string> = {
  invalid:
    '<!-- wp:pullquote -->\n<figure class="wp-block-pullquote"><p>Lepas</p></figure>\n<!-- /wp:pullquote -->',
  unknown: '<!-- wp:acme/slider {"id":1} /-->',
};

/** The editor writes an entity for an opening bracket back as the sign itself. */
const asSaved = (markup: string) => markup.replaceAll('&#091;', '[');

describe('the block editor', () => {
  let read: Record<string, ReadBlocks>;
  beforeAll(async () => {
    read = await readBlocks({ ...written, ...broken });
  });

  test.each(Object.keys(written))('opens %s as valid blocks and would save it as we wrote it', (name) => {
    expect(read[name]?.problems).toEqual([]);
    expect(read[name]?.saved).toBe(asSaved(written[name] ?? ''));
  });

  test('would complain of markup that is not as it should be', () => {
    expect(read['invalid']?.problems).toHaveLength(1);
    expect(read['unknown']?.problems).toEqual(['core/missing: unknown']);
  });
});
