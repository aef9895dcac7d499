import { describe, expect, it } from 'vitest';
import { addSection } from './add-section.ts';

describe('addSection', () => {
  it('makes the address from the name', () => {
    expect(addSection([], ' Gaya Hidup ')).toEqual([{ slug: 'gaya-hidup', name: 'Gaya Hidup' }]);
  });

  it('never gives an address twice, and has one for every name', () => {
    const sections = ['Opini', 'Opini!', 'Opini', '国际', '…'].reduce(
      (list, name) => addSection(list, name),
      [] as { slug: string; name: string }[],
    );
    expect(new Set(sections.map(({ slug }) => slug)).size).toBe(5);
    expect(sections.every(({ slug }) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
  });
});
