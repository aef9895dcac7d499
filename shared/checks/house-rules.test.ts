import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleSourceSchema, type RuleSource } from '../contract/house-rules.ts';
import { adjustmentOf, adjustRule } from './house-rules.ts';

const words = fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.string({ maxLength: 4 }));
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }));
const examples = fc.array(fc.record({ bad: fc.string(), good: fc.string() }), { maxLength: 3 });

/** Two rules of the same way to find things, the second with one advice for both languages. */
const pair: fc.Arbitrary<[RuleSource, RuleSource]> = fc
  .tuple(
    fc.oneof(
      fc.tuple(words, words).map((both) => both.map((list) => ({ words: list }))),
      fc.tuple(names, names).map((both) => both.map((list) => ({ names: list }))),
      fc
        .array(
          fc.record({ pattern: fc.string({ minLength: 1 }), replacement: fc.string({ minLength: 1 }) }),
          { minLength: 2, maxLength: 2 },
        )
        .map(([one, other]) => [one, { pattern: other?.pattern }]),
    ),
    examples,
    examples,
    fc.string({ minLength: 1 }),
  )
  .map(([ways, before, after, advice]) => [
    ruleSourceSchema.parse({ id: 'a', advice: { id: 'Satu', en: 'One' }, examples: before, ...ways[0] }),
    ruleSourceSchema.parse({ id: 'a', advice: { id: advice, en: advice }, examples: after, ...ways[1] }),
  ]);

/** Lists have no order that matters. */
function unordered({ names: list, ...rule }: RuleSource) {
  return { ...rule, names: list?.toSorted() };
}

test('what the house changed makes its rule of the shipped one, whatever it is', () => {
  fc.assert(
    fc.property(pair, ([shipped, changed]) => {
      expect(unordered(adjustRule(shipped, adjustmentOf(shipped, changed)))).toEqual(unordered(changed));
    }),
  );
});

test('nothing changed is nothing kept; the rest of a changed rule follows the one that ships', () => {
  const shipped = ruleSourceSchema.parse({
    id: 'kata-baku',
    advice: { id: 'Baku.', en: 'Standard.' },
    words: { resiko: 'risiko', survei: 'survai' },
    examples: [{ bad: 'resiko', good: 'risiko' }],
  });
  expect(adjustmentOf(shipped, structuredClone(shipped))).toEqual({});
  const changes = adjustmentOf(shipped, { ...shipped, words: { resiko: 'risiko', netizen: 'warganet' } });
  expect(changes).toEqual({ words: { survei: null, netizen: 'warganet' } });
  const later = {
    ...shipped,
    advice: { id: 'Tulis yang baku.', en: 'Use the standard.' },
    words: { resiko: 'risiko', survei: 'survai', ijin: 'izin' },
  };
  expect(adjustRule(later, changes)).toEqual({
    ...later,
    words: { resiko: 'risiko', ijin: 'izin', netizen: 'warganet' },
  });
});
