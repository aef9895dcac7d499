import { expect, test } from 'vitest';
import { articleFieldsSchema } from '../../../../shared/contract/articles.ts';
import { paragraph, quote, text } from '../../../../shared/document/build.ts';
import type { BlockNode } from '../../../../shared/document/vocabulary.ts';
import { createLineReader, portions } from './checked-lines.ts';

const fields = articleFieldsSchema.parse({});
const quotation = paragraph([text('“Kami rugi tiga kali,” katanya.')]);
const plain = paragraph([text('Harga turun lagi.')]);

function readerOf(blocks: () => BlockNode[]) {
  const read = createLineReader({
    blocks: () => blocks().map((json, at) => ({ key: String(at), json })),
  });
  return () => read(fields);
}

test('a quotation that leaves open who speaks is held against its sources anew when the paragraph before changes', () => {
  const lead = (name: string) => paragraph([text(`${name} meminta bantuan.`)]);
  let first = lead('Ketua kelompok tani');
  const read = readerOf(() => [first, quotation, plain]);
  const known = new Set(read().map((line) => line.text));
  expect(read().at(2)?.around?.before).toBe('Ketua kelompok tani meminta bantuan.');
  expect([...portions(read(), (one) => known.has(one))]).toEqual([]);

  first = lead('Bupati');
  const again = [...portions(read(), (one) => known.has(one))].flat();
  expect(again.map(({ before }) => before)).toEqual([undefined, 'Bupati meminta bantuan.']);
});

test('a block quote is told the paragraph below where that signs it, and held anew when somebody else does', () => {
  let below = plain;
  const read = readerOf(() => [quote([text('Kami rugi tiga kali.')]), below]);
  const signatures = () => [...portions(read(), () => false)].flat().map(({ signature }) => signature);
  expect(signatures()).toEqual(['', undefined]);
  const known = new Set(read().map(({ text: words }) => words));
  below = paragraph([text('— Bupati')]);
  expect([...portions(read(), (one) => known.has(one))].flat()).toHaveLength(2);
  expect(signatures()).toEqual(['— Bupati', undefined]);
});
