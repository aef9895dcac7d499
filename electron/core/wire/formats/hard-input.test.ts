/** Every format bears what is far too large, nested far too deep, or grows without end when it is read. */
import { afterAll, describe, expect, test } from 'vitest';
import { createParsePool } from '../parse-pool.ts';
import { LARGEST_DELIVERY_BYTES } from './limits.ts';
import { FORMAT_NAMES } from './parse.ts';
import { WireParseError } from './parse-error.ts';
import { expectHarmless, outcomeOf } from './test-deliveries.ts';
import { MARKUP_DELIVERIES, TEXT_DELIVERIES } from './testing-formats.ts';

const DELIVERIES = { ...MARKUP_DELIVERIES, ...TEXT_DELIVERIES };
const SENTENCE = 'Presiden bertemu perdana menteri di istana, kata juru bicara. ';

test('every format is here', () => {
  expect(Object.keys(DELIVERIES).toSorted()).toEqual(
    FORMAT_NAMES.filter((name) => name !== 'auto').toSorted(),
  );
});

/** All of them with `npm run test:bad-input`: each takes seconds. */
const LARGE =
  process.env['BAD_INPUT_CASES'] === undefined
    ? ['rss', 'newsml-g2', 'ninjs', 'mail', 'iptc-7901']
    : Object.keys(DELIVERIES);

describe('an item of fifty megabytes is read, or refused by type, and the next is read', () => {
  const pool = createParsePool();
  afterAll(() => pool.close());

  test.each(LARGE)(
    '%s',
    async (format) => {
      const delivery = DELIVERIES[format] ?? String;
      // One more for the sign JSON puts before the end of a line.
      const lines = Math.floor((LARGEST_DELIVERY_BYTES - 2_000) / (SENTENCE.length + 2));
      const bytes = Buffer.from(delivery(`${SENTENCE}\n`.repeat(lines)), 'latin1');
      const read = await pool.parse(bytes, { format }).catch((error: unknown) => error);
      if (read instanceof WireParseError) expect(['out-of-memory', 'timed-out']).toContain(read.code);
      else expect(read).toMatchObject({ stories: [{ headline: 'Presiden bertemu perdana menteri' }] });
      const next = await pool.parse(Buffer.from(delivery(`<p>${SENTENCE}</p>`)), { format });
      expect(next.stories).toHaveLength(1);
    },
    120_000,
  );
});

describe('what falls into more pieces than can be held is refused before it is split', () => {
  const fill = (piece: string): string =>
    piece.repeat(Math.floor((LARGEST_DELIVERY_BYTES - 2_000) / piece.length));

  const cases: { format: string; piece: string; delivery: (pieces: string) => string }[] = [
    {
      format: 'ninjs',
      piece: '{},',
      delivery: (pieces) => `{"uri":"urn:kawat:1","associations":[${pieces}{}]}`,
    },
    { format: 'ninjs', piece: '[', delivery: (pieces) => pieces },
    { format: 'json-feed', piece: '[0],', delivery: (pieces) => `{"items":[${pieces}{}]}` },
    ...Object.entries(TEXT_DELIVERIES).map(([format, delivery]) => ({ format, piece: 'a\n\n', delivery })),
  ];

  test.each(cases)('$format of $piece', ({ format, piece, delivery }) => {
    const bytes = Buffer.from(delivery(fill(piece)), 'latin1');
    expect(outcomeOf(bytes, { format })).toEqual({ stories: [], code: 'out-of-memory' });
  });
});

describe('markup ten thousand elements deep keeps its words', () => {
  test.each(Object.entries(MARKUP_DELIVERIES))('%s', (format, delivery) => {
    for (const [open, close] of [
      ['<div>', '</div>'],
      ['<blockquote><ul><li>', '</li></ul></blockquote>'],
      ['<b>', ''],
    ] as const) {
      const deep = `${open.repeat(10_000)}${SENTENCE}${close.repeat(10_000)}`;
      const { stories } = outcomeOf(Buffer.from(delivery(deep)), { format });
      expectHarmless(stories);
      expect(stories.map(({ bodyText }) => bodyText).join()).toContain('kata juru bicara');
    }
  });
});

const XML = ['rss', 'rdf', 'atom', 'wxr', 'newsml-g2', 'newsml-1', 'nitf'];

describe('entities that nobody defined take the memory of their letters, however many they are', () => {
  // Kept as a chain of pieces they take twenty times as much, and the engine ends the whole program.
  const pool = createParsePool({ memoryLimitMb: 64 });
  afterAll(() => pool.close());

  test.each(XML)('%s', async (format) => {
    const unknown = '&x;'.repeat(700_000);
    const read = await pool.parse(Buffer.from(MARKUP_DELIVERIES[format]?.(unknown) ?? ''), { format });
    expect(read.stories).toHaveLength(1);
    expect(read.stories[0]?.bodyText.length).toBeGreaterThanOrEqual(unknown.length);
  });
});

describe('entities that name one another without end are not followed', () => {
  const levels = Array.from({ length: 9 }, (_none, level) => {
    const inner = level === 0 ? 'lol' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  });
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [${levels.join('')}<!ENTITY own SYSTEM "file:///etc/passwd">]>`;

  test.each(XML)('%s', (format) => {
    const delivery = MARKUP_DELIVERIES[format]?.(`<p>${SENTENCE}</p>`, bomb) ?? '';
    const { stories } = outcomeOf(Buffer.from(delivery.replaceAll('Presiden', '&l8; &own; Presiden')), {
      format,
    });
    expectHarmless(stories);
    expect(stories).toHaveLength(1);
    const told = JSON.stringify(stories);
    expect(told).toContain('Presiden');
    expect(told).not.toMatch(/lollol|root:/);
    expect(told.length).toBeLessThan(10_000);
  });
});
