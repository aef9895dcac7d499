import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from './read-figures.ts';

describe('figures of what is read most', () => {
  test.each([
    [
      'a list of a plugin',
      '[{"post_id": 7, "pageviews": "18.204", "url": "https://a.id/x/"}]',
      [['7', 'https://a.id/x/'], 18204],
    ],
    ['a list inside an answer', '{"data": {"posts": [{"slug": "banjir", "views": 12}]}}', [['banjir'], 12]],
    ['an object by address', '{"https://a.id/x/": 3}', [['https://a.id/x/'], 3]],
    ['CSV with a heading', 'Page path;Views\n/x/;1.500\n', [['/x/'], 1500]],
    ['CSV without one', '"https://a.id/x, y",42\n', [['https://a.id/x, y'], 42]],
    ['a byte order mark before it', '\uFEFF[{"id": "7", "count": 1}]', [['7'], 1]],
  ])('%s', (_name, text, [names, count]) => {
    expect(readFigures(text)?.figures[0]).toEqual({ names, count });
  });

  test('nonsense is passed over and counted', () => {
    const rows = [
      { id: 1, views: -5 },
      { id: 2, views: 1e300 },
      { id: 3, views: 'banyak' },
      { views: 3 },
      'teks',
      { id: 4, views: 2 },
    ];
    expect(readFigures(JSON.stringify(rows))).toEqual({
      figures: [{ names: ['4'], count: 2 }],
      passedOver: 5,
    });
  });

  test('what holds no figures at all is told from an empty list', () => {
    expect(readFigures('<html><body>404</body></html>')).toBeNull();
    expect(readFigures('{"error": "no"}')).toBeNull();
    expect(readFigures('{broken')).toBeNull();
    expect(readFigures('')).toBeNull();
    expect(readFigures('[]')).toEqual({ figures: [], passedOver: 0 });
  });

  test('no text breaks it, and what it reads counts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const { names, count } of readFigures(text)?.figures ?? []) {
          expect(names.length).toBeGreaterThan(0);
          expect(count).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
