import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildDocument } from '../../../../shared/document/build.ts';
import { documentText } from '../../../../shared/document/walk.ts';
import { makeGhostPlain } from './make-plain.ts';

const nothing = () => null;

test.each([
  [
    'a callout',
    { type: 'callout', calloutText: '<p>Penting <b>sekali</b></p>' },
    'Penting sekali',
    ['block'],
  ],
  ['a toggle', { type: 'toggle', heading: 'Tanya', content: '<p>Jawab</p>' }, 'Tanya\n\nJawab', ['block']],
  [
    'a button',
    { type: 'button', buttonText: 'Daftar', buttonUrl: 'https://koran.test/' },
    'Daftar',
    ['block'],
  ],
  ['HTML', { type: 'html', html: '<p style="color:red">Merah</p>' }, 'Merah', ['look']],
  ['Markdown', { type: 'markdown', markdown: 'Satu\n\nDua' }, 'Satu\n\nDua', ['block']],
  ['a table', { type: 'table', children: [{ type: 'text', text: 'sel' }] }, 'sel', ['block']],
])('%s becomes the nearest of our own blocks, and what is lost is said', (_what, node, words, lost) => {
  const plain = makeGhostPlain(JSON.stringify({ version: 1, ...node }), nothing);
  expect(documentText(buildDocument(plain.nodes))).toBe(words);
  expect(plain.lost).toEqual(lost);
});

test('what is no node at all loses its words, and nothing throws', () => {
  expect(makeGhostPlain('{', nothing)).toEqual({ nodes: [], lost: ['words'] });
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('html', 'toggle', 'file', 'embed', 'lain'), (value, type) => {
      const node = typeof value === 'object' && value !== null ? { ...value, type } : { type, html: value };
      expect(Array.isArray(makeGhostPlain(JSON.stringify(node), nothing).nodes)).toBe(true);
    }),
  );
});
