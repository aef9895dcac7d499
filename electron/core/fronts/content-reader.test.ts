import { describe, expect, it } from 'vitest';
import { newCollection } from '../../../shared/domain/front/build.ts';
import { createContentReader } from './content-reader.ts';

const textOf = (title: string): string =>
  JSON.stringify({ collections: [newCollection({ collectionId: crypto.randomUUID(), title })] });

describe('createContentReader', () => {
  it('reads the same text once, and another one anew', () => {
    const read = createContentReader();
    const [headline, picks] = [textOf('Headline'), textOf('Pilihan Editor')];
    const first = read(headline);
    expect(first.collections.map(({ title }) => title)).toEqual(['Headline']);
    expect(read(headline)).toBe(first);
    expect(read(picks).collections[0]?.title).toBe('Pilihan Editor');
  });

  it('keeps what is asked for again and again, and lets go of what is not', () => {
    const read = createContentReader();
    const [kept, left] = [textOf('Headline'), textOf('Lama')];
    const [first, once] = [read(kept), read(left)];
    for (let other = 0; other < 50; other += 1) {
      read(textOf(`Koleksi ${other}`));
      read(kept);
    }
    expect(read(kept)).toBe(first);
    expect(read(left)).not.toBe(once);
    expect(read(left)).toEqual(once);
  });

  it('refuses what is no front', () => {
    expect(() => createContentReader()('{"collections":[{"title":1}]}')).toThrow(/collectionId/);
  });
});
