import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes } from './parse.ts';
import { only, parse, rss } from './testing-feeds.ts';

describe('broken feeds', () => {
  const sound =
    '<item><title>A</title><link>https://x.id/1/a</link><description>Isi pertama</description></item>';

  test.each<[string, string, string[]]>([
    [
      'bare ampersands',
      rss('<item><title>Fish & Chips &amp; more</title><link>https://x.id/?a=1&b=2</link></item>'),
      ['Fish & Chips & more'],
    ],
    [
      'prefixes nobody declared',
      '<rss version="2.0"><channel><item><title>A</title><dc:creator>B</dc:creator><itunes:subtitle>x</itunes:subtitle></item></channel></rss>',
      ['A'],
    ],
    ['no channel', `<rss version="2.0">${sound}</rss>`, ['A']],
    [
      'items nobody closed',
      '<rss><channel><item><title>A</title><item><title>B</title></channel></rss>',
      ['A', 'B'],
    ],
    ['warnings of the server before it', `<br />\n<b>Warning</b>: x in <b>y</b>\n${rss(sound)}`, ['A']],
    ['white space and junk before the declaration', `\n\n  ${rss(sound)}`, ['A']],
    [
      'a namespace of its own making',
      '<rss xmlns="http://contoh.id/rss.dtd"><channel><item><title>A</title></item></channel></rss>',
      ['A'],
    ],
    [
      'the Channel Definition Format',
      '<CHANNEL HREF="https://x.id/"><ITEM HREF="https://x.id/1/a"><TITLE>A</TITLE><ABSTRACT>Isi</ABSTRACT></ITEM></CHANNEL>',
      ['A'],
    ],
    ['names in capitals', '<RSS><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>', ['A']],
    [
      'a document type with entities',
      `<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>${rss('<item><title>A&c;</title></item>')}`,
      ['A&c;'],
    ],
    ['a comment before it', `<!-- x > y -->${rss(sound)}`, ['A']],
    ['no items', rss(''), []],
  ])('%s', (_, text, headlines) => {
    expect(parse(text).stories.map(({ headline }) => headline)).toEqual(headlines);
  });

  test('cut off inside CDATA: what arrived, marked', () => {
    const text = rss(
      `${sound}<item><title>B</title><link>https://x.id/1/b</link><description><![CDATA[<p>Satu</p><p>Du`,
    );
    const cut = text.slice(0, text.lastIndexOf('Du') + 2);
    expect(parse(cut)).toMatchObject({
      problems: ['partial'],
      stories: [
        { headline: 'A', problems: ['summary-only'] },
        { headline: 'B', bodyText: 'Satu\n\nDu', problems: ['partial'] },
      ],
    });
  });

  test('cut off before the first item: a typed error', () => {
    expect(() => parse('<rss><channel><title>x</title>')).toThrow(
      expect.objectContaining({ code: 'not-well-formed' }),
    );
  });

  const whole = rss(
    `${sound}<item><title>Kedua</title><link>https://x.id/1/b</link><guid isPermaLink="false">b</guid><pubDate>Fri, 27 Apr 2018 22:10:00 +0700</pubDate><description><![CDATA[<p>Satu <b>dua</b></p>]]></description><enclosure url="https://x.id/1.jpg" type="image/jpeg"/></item>`,
  );

  /** Stories, or the code of the typed error; any other error fails the test. */
  function outcomeOf(bytes: Uint8Array): { stories: WireStory[]; code: string | null } {
    try {
      return { stories: parseWireBytes(bytes).stories, code: null };
    } catch (error) {
      if (error instanceof WireParseError) return { stories: [], code: error.code };
      throw error;
    }
  }

  test('cut at any byte: what was whole before the cut is there', () => {
    const bytes = Buffer.from(whole);
    const [first] = parse(whole).stories;
    const firstIsWhole = whole.indexOf('</item>') + '</item>'.length;
    for (let length = 0; length < bytes.length; length += 1) {
      const { stories, code } = outcomeOf(bytes.subarray(0, length));
      expect(stories.map((story) => wireStorySchema.parse(story))).toEqual(stories);
      expect([null, 'empty', 'not-well-formed', 'not-recognised']).toContain(code);
      expect(length < firstIsWhole || code === null).toBe(true);
      expect(length < firstIsWhole ? first : stories[0]).toEqual(first);
    }
  });

  test('bytes changed anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const { stories } = outcomeOf(bytes);
        expect(stories.map((story) => wireStorySchema.parse(story))).toEqual(stories);
      }),
      { numRuns: 300 },
    );
  });
});

describe('against feedsmith', () => {
  const words = fc.stringMatching(/^[A-Za-z][A-Za-z &<>"']{0,20}[A-Za-z]$/);
  const escape = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

  test('the same items, titles and links of sound feeds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: words, path: fc.stringMatching(/^[a-z]{1,8}$/) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (items) => {
          const text = rss(
            items
              .map(
                ({ title, path }) =>
                  `<item><title>${escape(escape(title))}</title><link>https://x.id/${path}</link></item>`,
              )
              .join(''),
          );
          const theirs = parseFeed(text).feed as { items?: { link?: string }[] };
          const ours = parse(text).stories;
          expect(ours.map(({ url }) => url)).toEqual(theirs.items?.map(({ link }) => link));
          expect(ours.map(({ headline }) => headline)).toEqual(
            items.map(({ title }) => title.replace(/\s+/g, ' ')),
          );
        },
      ),
    );
  });
});

test('no parser of XML with entities expands them', () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${rss('<item><title>A</title><description>&b;&b;</description></item>')}`;
  expect(only(bomb).bodyText).toBe('&b;&b;');
});
