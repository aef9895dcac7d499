import { expect, it } from 'vitest';
import { heading, image, paragraph, text } from '../../../../shared/document/build.ts';
import { outlineOf } from './outline.ts';

it('has headings by their level, blocks below them, and no empty paragraphs', () => {
  const blocks = [
    paragraph([text('Pembuka.')]),
    heading('h2', [text('Kronologi')]),
    paragraph([]),
    image('a'.repeat(64)),
    heading('h3', [text('Saksi')]),
    paragraph([text('x'.repeat(200))]),
  ].map((json, at) => ({ key: String(at), json }));
  const outline = outlineOf(blocks).map(({ key, depth, type }) => [key, depth, type]);
  expect(outline).toEqual([
    ['0', 0, 'paragraph'],
    ['1', 0, 'heading'],
    ['3', 1, 'image'],
    ['4', 1, 'heading'],
    ['5', 2, 'paragraph'],
  ]);
  expect(outlineOf(blocks).at(-1)?.text).toHaveLength(90);
});
