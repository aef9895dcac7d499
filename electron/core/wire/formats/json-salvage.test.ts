import fc from 'fast-check';
import { expect, test } from 'vitest';
import { salvageJson } from './json-salvage.ts';

test.each<[string, unknown]>([
  ['{"a":1,"b":"satu du', { a: 1, b: 'satu du' }],
  [String.raw`{"a":"satu\u00`, { a: 'satu' }],
  [String.raw`{"a":"satu\\`, { a: 'satu\\' }],
  [String.raw`{"a":"satu\\\u00`, { a: 'satu\\' }],
  ['{"a":[1,2', { a: [1, 2] }],
  ['{"a":1,"b', { a: 1 }],
  ['{"a":1,"b":', { a: 1 }],
  ['{"a":1,"b":tru', { a: 1 }],
  ['{"a":1,', { a: 1 }],
  ['{"a":1,"b":{"c":', { a: 1, b: {} }],
  ['[{"a":1},{"b":{"c":"d', [{ a: 1 }, { b: { c: 'd' } }]],
])('of %s what arrived is kept', (source, value) => {
  expect(salvageJson(source)?.value).toEqual(value);
});

test.each(['', 'x', '{"a":1}}', '[}', '{"a":1} x'])('%j is no JSON', (source) => {
  expect(salvageJson(source)).toBeNull();
});

test('a whole text is read as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(salvageJson(text)).toEqual({ value: JSON.parse(text) as unknown, openAtEnd: 0 });
    }),
  );
});

test('a list of words cut anywhere gives the words before the cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.nat(), (words, at) => {
      const text = JSON.stringify(words);
      const cut = 1 + (at % (text.length - 1));
      const found = salvageJson(text.slice(0, cut))?.value as string[];
      expect(found.length).toBeLessThanOrEqual(words.length);
      for (const [index, word] of found.entries()) {
        if (index < found.length - 1) expect(word).toBe(words[index]);
        else expect(words[index]?.startsWith(word.toWellFormed().replace(/\ufffd$/, ''))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
