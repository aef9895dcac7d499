import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inSlices, SourceText } from './source-text.ts';

const SOURCE = 'Presiden tiba di Changi & disambut.';

const place = fc.nat({ max: SOURCE.length });

test('whatever is taken out of the source and put between, in order, is all there, once', () => {
  const part = fc.oneof(
    fc
      .tuple(place, place)
      .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) })),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(part)), (lots) => {
      const words = new SourceText(SOURCE);
      for (const parts of lots) {
        for (const one of parts) {
          if (typeof one === 'string') words.add(one);
          else words.range(one.start, one.end);
        }
        const meant = parts.map((one) => (typeof one === 'string' ? one : SOURCE.slice(one.start, one.end)));
        expect(words.take()).toBe(meant.join(''));
      }
    }),
  );
});

test('parts that follow one another, and tens of thousands of them', () => {
  const source = '&x;'.repeat(10_000);
  const words = new SourceText(source);
  for (let at = 0; at < source.length; at += 3) {
    words.range(at, at + 1);
    words.range(at + 1, at + 3);
  }
  expect(words.take()).toBe(source);
  for (let at = 0; at < source.length; at += 3) {
    words.range(at + 1, at + 2);
    words.add('&');
  }
  expect(words.take()).toBe('x&'.repeat(10_000));
  expect(words.take()).toBe('');
});

test('a long text is changed whole', () => {
  const text = 'a&b'.repeat(50_000);
  expect(inSlices(text, (slice) => slice.replaceAll('&', '&amp;'))).toBe('a&amp;b'.repeat(50_000));
});
