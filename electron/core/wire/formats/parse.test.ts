import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  wireStorySchema,
  type ParseErrorCode,
  type WireStory,
} from '../../../../shared/contract/wire-story.ts';
import { WireParseError } from './parse-error.ts';
import { FORMAT_NAMES, parseWireBytes, type WireParseOptions } from './parse.ts';

function parse(text: string, options: WireParseOptions = {}): { format: string; story: WireStory } {
  const { format, stories } = parseWireBytes(Buffer.from(text), options);
  const [story] = stories;
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  expect(wireStorySchema.parse(story)).toEqual(story);
  return { format, story };
}

function refusalOf(bytes: Uint8Array, options: WireParseOptions = {}): ParseErrorCode | null {
  try {
    parseWireBytes(bytes, options);
    return null;
  } catch (error) {
    if (error instanceof WireParseError) return error.code;
    throw error;
  }
}

describe('a pasted story', () => {
  const PASTE = `Presiden bertemu PM Singapura

Jumat, 27 April 2018 22:10 WIB

Singapura (ANTARA News) - Presiden Joko Widodo bertemu Perdana Menteri Lee Hsien Loong, Jumat (27/4).

“Kami membahas dagang,” kata Presiden.

Pewarta: Bayu Prasetyo
Editor: Ade P. Marboen
Copyright © ANTARA 2018`;

  test('headline, time, dateline, copy, footer', () => {
    expect(parse(PASTE, { sourceLanguage: 'id' })).toMatchObject({
      format: 'text',
      story: {
        headline: 'Presiden bertemu PM Singapura',
        versionCreated: '2018-04-27T22:10:00+07:00',
        dateline: { text: 'Singapura (ANTARA News)', city: 'Singapura' },
        byline: 'Bayu Prasetyo',
        rights: 'Copyright © ANTARA 2018',
        language: 'id',
        bodyText:
          'Singapura (ANTARA News) - Presiden Joko Widodo bertemu Perdana Menteri Lee Hsien Loong, Jumat (27/4).\n\n“Kami membahas dagang,” kata Presiden.',
        problems: ['identity-made-up'],
      },
    });
  });

  test('one paragraph a line, as browsers copy', () => {
    const long = 'kata '.repeat(40).trim();
    const { story } = parse(
      `Judul\nJakarta (ANTARA) - Presiden ${long}.\nAlinea kedua ${long}.\nPewarta: Budi\nEditor: Ani`,
    );
    expect(story.bodyText.split('\n\n')).toEqual([
      `Jakarta (ANTARA) - Presiden ${long}.`,
      `Alinea kedua ${long}.`,
    ]);
    expect(story).toMatchObject({ headline: 'Judul', byline: 'Budi', credit: 'Editor: Ani' });
  });

  test('with its address it is the very story of the feed', () => {
    const { story } = parse(
      `Judul\n\nIsi berita.\n\nSumber: https://www.antaranews.com/berita/1/judul?utm_source=x`,
    );
    expect(story).toMatchObject({
      uri: 'https://www.antaranews.com/berita/1/judul',
      problems: [],
      bodyText: 'Isi berita.',
    });
  });

  test('out of a mail', () => {
    const { story } = parse(
      'From: ANTARA <redaksi@antara.id>\nTo: Meja\nSubject: Presiden tiba\nDate: Fri, 27 Apr 2018 22:10:00 +0700\n\nJakarta (ANTARA) - Isi.',
    );
    expect(story).toMatchObject({
      headline: 'Presiden tiba',
      provider: 'ANTARA',
      versionCreated: '2018-04-27T22:10:00+07:00',
      bodyText: 'Jakarta (ANTARA) - Isi.',
    });
  });

  test('copy without a headline keeps its first line', () => {
    expect(parse('Jakarta (ANTARA) - Presiden tiba.\n\nIa disambut.').story).toMatchObject({
      headline: null,
      bodyText: 'Jakarta (ANTARA) - Presiden tiba.\n\nIa disambut.',
    });
    expect(parse('Satu kalimat saja.').story).toMatchObject({
      headline: null,
      bodyText: 'Satu kalimat saja.',
    });
  });

  test('wide and old encodings', () => {
    expect(parseWireBytes(Buffer.from('\ufeffJudul\n\nIsi – berita', 'utf16le')).stories[0]).toMatchObject({
      headline: 'Judul',
      bodyText: 'Isi – berita',
    });
    const old = parseWireBytes(Buffer.from('Judul\n\nCafé', 'latin1'));
    expect(old).toMatchObject({
      problems: ['encoding-guessed'],
      stories: [{ bodyText: 'Café', problems: ['identity-made-up', 'encoding-guessed'] }],
    });
  });
});

describe('a page', () => {
  const PAGE = `<!DOCTYPE html><html lang="id"><head><title>Judul - Kabar</title><meta property="og:title" content="Judul &amp; isi">
    <meta property="og:image" content="/1.jpg"><meta property="og:site_name" content="Kabar"><meta name="author" content="Ani">
    <meta property="article:published_time" content="2018-04-27T22:10:00+07:00"><meta name="keywords" content="a, b">
    <link rel="canonical" href="https://x.id/berita/1/judul"></head><body><nav>Beranda Politik</nav><main><article><h1>Judul</h1>
    <p>Jakarta (ANTARA) - Presiden tiba. ${'Kata '.repeat(60)}</p><aside>Iklan</aside><p>Ia disambut.</p></article></main>
    <footer>Tentang kami</footer><script>alert(1)</script></body></html>`;

  test('one story, its article only', () => {
    const { format, story } = parse(PAGE);
    expect(format).toBe('html');
    expect(story).toMatchObject({
      uri: 'https://x.id/berita/1/judul',
      headline: 'Judul',
      byline: 'Ani',
      language: 'id',
      provider: 'Kabar',
      keywords: ['a', 'b'],
      versionCreated: '2018-04-27T22:10:00+07:00',
      dateline: { city: 'Jakarta' },
      media: [{ url: 'https://x.id/1.jpg', type: 'picture' }],
    });
    expect(story.bodyText).toMatch(/^Jakarta \(ANTARA\) - Presiden tiba\.[^]*Ia disambut\.$/);
    expect(story.bodyText).not.toMatch(/Iklan|Beranda|Tentang|alert/);
  });

  test('a piece of HTML', () => {
    expect(parse('<p>Satu</p><p>Dua</p>')).toMatchObject({
      format: 'html',
      story: { bodyText: 'Satu\n\nDua', headline: null },
    });
  });
});

describe('recognising by content, never by name', () => {
  const RSS = '<rss><channel><item><title>A</title></item></channel></rss>';

  test('names and labels may lie', () => {
    expect(parse(RSS, { fileName: 'a.json', contentType: 'text/html' }).format).toBe('rss');
    expect(
      parse('{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1"}]}', {
        fileName: 'a.xml',
      }).format,
    ).toBe('json-feed');
  });

  test('a format may be asked for', () => {
    expect(parse('Judul\n\nIsi', { format: 'text' }).format).toBe('text');
    expect(parse(RSS, { format: 'text' }).story.bodyText).toContain('<rss>');
    expect(refusalOf(Buffer.from('x'), { format: 'iptc' })).toBe('not-recognised');
    expect(FORMAT_NAMES[0]).toBe('auto');
    expect(FORMAT_NAMES.slice(-2)).toEqual(['html', 'text']);
  });

  test.each<[string, string | Uint8Array, ParseErrorCode]>([
    ['nothing', '', 'empty'],
    ['white space', ' \n\ufeff ', 'empty'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'not-recognised',
    ],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'not-recognised'],
    ['zeroes', new Uint8Array(5000), 'empty'],
    ['noise', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), 'not-recognised'],
    ['XML of another kind', '<?xml version="1.0"?><opml><body/></opml>', 'not-recognised'],
    ['JSON of another kind', '{"a": 1}', 'not-recognised'],
    ['a JSON list', '[1, 2]', 'not-recognised'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1", "ti', 'not-well-formed'],
    ['signs without a word', '--- *** ---', 'not-recognised'],
    ['a page without words', '<html><body><script>x()</script></body></html>', 'no-stories'],
  ])('%s is refused by type', (_, bytes, code) => {
    expect(refusalOf(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)).toBe(code);
  });

  test('more than 50 MB is refused unread', () => {
    expect(refusalOf(new Uint8Array(50 * 1024 * 1024 + 1))).toBe('too-large');
  });
});

describe('whatever comes', () => {
  test('bytes give valid stories or a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...FORMAT_NAMES), (bytes, format) => {
        refusalOf(bytes, { format });
      }),
    );
  });

  test('text gives valid stories or a typed error', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<rss>',
        '<item>',
        '<title>',
        '</item>',
        '<feed>',
        '<entry>',
        '<![CDATA[',
        ']]>',
        '<p>',
        '{"items":[',
        '"id":',
        '}',
        '\n\n',
        'Subject: ',
        'https://x.id/',
        '<?xml ',
        '&amp;',
        '<!--',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const bytes = Buffer.from(pieces.join(''));
        const stories = refusalOf(bytes) === null ? parseWireBytes(bytes).stories : [];
        expect(stories.map((story) => wireStorySchema.parse(story))).toEqual(stories);
      }),
      { numRuns: 500 },
    );
  });
});
