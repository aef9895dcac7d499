import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TEST_NOW } from './arbitrary-front.ts';
import { FRONT_FEED_VERSION, frontFeed } from './front-feed.ts';
import { resolveFront } from './resolve.ts';
import { at, testCollection, testFacts, testSlot, testStory } from './test-stories.ts';

interface Feed {
  [field: string]: unknown;
  collections: { [field: string]: unknown; items: Record<string, unknown>[] }[];
}

const mediaId = 'a'.repeat(64);

/** A story, a link, a fixed block, and a place that is kept free. */
function feed(): Feed {
  const slots = [
    testSlot(1, { headline: 'Judul sendiri', kicker: 'KTT', size: 'large' }),
    testSlot(2, { endsAt: at(-1), locked: true }),
    testSlot(3, { content: { kind: 'link', url: 'https://lain.example/a' }, headline: 'Di tempat lain' }),
    testSlot(4, { content: { kind: 'block', text: 'Satu.\n\nDua.' } }),
  ];
  const picture = { mediaId, alt: 'Presiden', width: 1600, height: 900 };
  const facts = testFacts([testStory(1, { picture }), testStory(2)]);
  const content = { collections: [testCollection(1, { layout: 'lead4', cap: 5, slots }), testCollection(2)] };
  const resolved = resolveFront(content, facts, TEST_NOW);
  return frontFeed(
    { frontId: 'f', kind: 'home', section: '', name: 'Beranda', resolved },
    () => ({ url: 'https://seruji.example/a/', section: 'nasional', byline: 'Siti', publishedAt: at(-1) }),
    () => ({ url: 'https://seruji.example/a.jpg', width: 1600, height: 900 }),
  ) as Feed;
}

test('a feed holds stories, links and blocks as readers see them, in their places', () => {
  expect(feed()).toMatchObject({ version: FRONT_FEED_VERSION, kind: 'home', section: '', name: 'Beranda' });
  const [headline, empty] = feed().collections;
  expect(headline?.items).toMatchObject([
    {
      place: 1,
      kind: 'article',
      headline: 'Judul sendiri',
      kicker: 'KTT',
      size: 'large',
      url: 'https://seruji.example/a/',
      picture: { url: 'https://seruji.example/a.jpg', width: 1600, height: 900, alt: 'Presiden' },
      publishedAt: at(-1),
    },
    { place: 3, kind: 'link', url: 'https://lain.example/a', headline: 'Di tempat lain', publishedAt: null },
    { place: 4, kind: 'block', url: null, text: 'Satu.\n\nDua.' },
  ]);
  expect(empty?.items).toEqual([]);
});

test('every field of it is documented, and nothing else is', () => {
  const documented = readFileSync(join(import.meta.dirname, '../../../docs/fronts.md'), 'utf8');
  const example = /```json\n([^]*?)```/.exec(documented)?.[1] ?? '';
  const words = documented.slice(documented.indexOf('## The feed'));
  const { collections, ...front } = feed();
  const items = collections.flatMap((collection) => collection.items);
  const used = new Set([front, ...collections, ...items].flatMap((part) => Object.keys(part)));
  for (const field of [...used, 'collections']) {
    expect(example.includes(`"${field}"`) || words.includes(`\`${field}\``), field).toBe(true);
  }
  const named = [...example.matchAll(/"(\w+)":/g)].flatMap(([, name]) => name ?? []);
  const known = new Set([...used, 'collections', 'alt', 'width', 'height']);
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
