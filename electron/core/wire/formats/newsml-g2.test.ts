import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { parseWireBytes } from './parse.ts';
import { expectHarmless, outcomeOf } from './test-deliveries.ts';

const FIXTURE = readFileSync(
  join(import.meta.dirname, '../../../../tests/fixtures/wire/newsml-g2.xml'),
  'utf8',
);

function only(xml: string): WireStory {
  const { format, stories } = parseWireBytes(Buffer.from(xml));
  const [story] = stories;
  expect(format).toBe('newsml-g2');
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  expectHarmless(stories);
  return story;
}

function item(itemMeta: string, contentSet = '', attributes = 'guid="urn:x:1"'): string {
  return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ${attributes}><itemMeta>${itemMeta}</itemMeta><contentMeta><headline>Judul</headline></contentMeta><contentSet>${contentSet}</contentSet></newsItem>`;
}

describe('a news message', () => {
  test('its stories are read, what is no story is counted', () => {
    const { stories, setAside, problems } = parseWireBytes(Buffer.from(FIXTURE));
    expect(stories.map(({ uri }) => uri)).toEqual([
      'urn:newsml:kawat.contoh.id:20250514:beras',
      'urn:paket:1',
    ]);
    expect({ setAside, problems }).toEqual({
      setAside: [
        { what: 'conceptItem', count: 1 },
        { what: 'planningItem', count: 1 },
      ],
      problems: [],
    });
    expect(stories[1]).toMatchObject({
      headline: 'Paket pagi',
      pubStatus: 'canceled',
      provider: 'kawat.contoh.id',
      bodyText: 'Berita pertama\n\nRingkasan pertama.\n\nBerita kedua',
    });
  });

  test('every field of a news item', () => {
    expect(parseWireBytes(Buffer.from(FIXTURE)).stories[0]).toMatchObject({
      version: '7',
      url: 'https://contoh.id/beras',
      headline: 'Stok beras naik',
      slugline: 'EKO-BERAS',
      byline: 'Meja Ekonomi',
      dateline: { text: 'Bandung, Jawa Barat (Kawat)', city: 'Bandung' },
      language: 'id-ID',
      urgency: 2,
      pubStatus: 'usable',
      signals: ['sig:correction', 'http://cv.iptc.org/newscodes/signal/update'],
      versionCreated: '2025-05-14T09:45:00+07:00',
      firstCreated: '2025-05-13T08:00:00+07:00',
      embargoed: '2025-05-14T13:00:00+07:00',
      expires: '2025-06-20T00:00:00+00:00',
      edNote: 'Angka stok diperbaiki\nFoto menyusul',
      abstract: 'Stok beras naik menjelang panen.',
      subjects: [
        { scheme: 'kota', code: 'bdg', name: 'Bandung' },
        { scheme: 'medtop', code: '20000344', name: 'pangan' },
        { scheme: 'http://cv.iptc.org/newscodes/mediatopic/', code: '04000000', name: 'ekonomi' },
        { scheme: null, code: 'harga beras', name: null },
        { scheme: 'genre', code: 'Current', name: 'Berita' },
      ],
      keywords: ['beras', 'stok'],
      rights: 'Hak cipta Kawat 2025\nTidak untuk melatih kecerdasan buatan',
      credit: 'Kawat/Foto',
      provider: 'Kawat Nusantara',
      media: [
        { url: 'https://contoh.id/beras.jpg', type: 'picture', width: 1600, credit: 'Kawat/Foto' },
        { url: null, type: 'video' },
      ],
      problems: [],
    });
  });

  test('the fullest rendition is the copy, and nothing of it acts', () => {
    const [story] = parseWireBytes(Buffer.from(FIXTURE)).stories;
    expect(story?.body.root.children.map(({ type }) => type).slice(0, 4)).toEqual([
      ...['heading', 'paragraph', 'list', 'paragraph'],
    ]);
    expect(story?.bodyText).toMatch(
      /^Panen raya\n\nStok beras naik 12,5 persen di gudang\.[^]*Lampiran lain/,
    );
    expect(JSON.stringify(story)).not.toContain('TRAP');
    expectHarmless(story === undefined ? [] : [story]);
  });
});

describe('content', () => {
  const NITF =
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Lain</hl1></hedline><byline>Biro</byline></body.head><body.content><p>Satu</p><hl2>Dua</hl2></body.content></body></nitf>';

  test.each([
    ['NITF', `<inlineXML contenttype="application/nitf+xml">${NITF}</inlineXML>`, 'Satu\n\nDua'],
    ['NITF in CDATA', `<inlineXML><![CDATA[<?xml version="1.0"?>${NITF}]]></inlineXML>`, 'Satu\n\nDua'],
    ['XHTML in pieces', '<inlineXML><p>Satu</p><p>Dua</p></inlineXML>', 'Satu\n\nDua'],
    ['HTML', '<inlineData contenttype="text/html">&lt;p&gt;Satu&lt;/p&gt;Dua</inlineData>', 'Satu\n\nDua'],
    ['plain text', '<inlineData contenttype="text/plain">a &lt;b&gt; c</inlineData>', 'a <b> c'],
    [
      'text in base64',
      `<inlineData contenttype="text/plain" encoding="encd:b64">${Buffer.from('Satu é').toString('base64')}</inlineData>`,
      'Satu é',
    ],
    ['bytes', '<inlineData contenttype="image/png" encoding="encd:b64">iVBORw0KGgo=</inlineData>', ''],
  ])('%s', (_, contentSet, bodyText) => {
    expect(only(item('', contentSet))).toMatchObject({ headline: 'Judul', bodyText });
  });

  test('what the item does not say, its NITF may', () => {
    const withStatus = NITF.replace(
      '<body>',
      '<head><docdata management-status="canceled"><urgency ed-urg="4"/><date.release norm="soon"/></docdata></head><body>',
    );
    expect(
      only(item('<pubStatus qcode="stat:usable"/>', `<inlineXML>${withStatus}</inlineXML>`)),
    ).toMatchObject({
      headline: 'Judul',
      byline: 'Biro',
      urgency: 4,
      pubStatus: 'canceled',
      problems: ['embargo-unreadable'],
    });
  });

  test('a content set by itself keeps its words and is not usable', () => {
    const bare = `<contentSet><inlineXML>${NITF}</inlineXML></contentSet>`;
    expect(only(bare)).toMatchObject({
      headline: 'Lain',
      bodyText: 'Satu\n\nDua',
      pubStatus: 'unknown',
      problems: ['identity-made-up', 'status-unknown'],
    });
  });

  test('a picture has its description as copy', () => {
    const picture = item('<itemClass qcode="ninat:picture"/>').replace(
      '</contentMeta>',
      '<description>Pasar pagi.</description></contentMeta>',
    );
    expect(only(picture)).toMatchObject({ bodyText: 'Pasar pagi.', abstract: null });
  });
});

describe('the safe side', () => {
  test.each([
    ['', 'usable', []],
    ['<pubStatus qcode="stat:withheld"/>', 'withheld', []],
    ['<pubStatus qcode="stat:cancelled"/>', 'canceled', []],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>', 'canceled', []],
    ['<pubStatus qcode="stat:mungkin"/>', 'unknown', ['status-unknown']],
    ['<embargoed/>', 'usable', ['embargo-unreadable']],
    ['<embargoed>sampai besok</embargoed>', 'usable', ['embargo-unreadable']],
    ['<versionCreated>kapan-kapan</versionCreated>', 'usable', ['date-unreadable']],
  ])('%s', (itemMeta, pubStatus, problems) => {
    expect(only(item(itemMeta))).toMatchObject({ pubStatus, problems });
  });

  test('an item that broke off in its metadata is not usable, its embargo is none that can be read', () => {
    const cut = '<newsItem guid="urn:x:1"><itemMeta><title>Judul</title><embargoed>2025-05-1';
    expect(only(cut)).toMatchObject({
      pubStatus: 'unknown',
      embargoed: null,
      problems: ['embargo-unreadable', 'status-unknown', 'partial'],
    });
  });

  test.each([
    ['<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="k"/>', 'set-aside'],
    ['<planningItem guid="k"><itemMeta/></planningItem>', 'set-aside'],
    ['<knowledgeItem/>', 'set-aside'],
    ['<catalogItem/>', 'set-aside'],
    ['<newsMessage><itemSet/></newsMessage>', 'no-stories'],
    ['<newsMessage><itemSet><newsItem', 'not-well-formed'],
    ['<newsItem guid="x"></newsItem>', 'no-stories'],
    ['<newsItem xmlns="https://contoh.id/lain"><itemMeta/></newsItem>', 'not-recognised'],
  ])('%s is refused by type', (xml, code) => {
    expect(outcomeOf(Buffer.from(xml)).code).toBe(code);
  });
});

describe('bad input', () => {
  test('ten thousand elements deep', () => {
    const deep = `<inlineXML>${'<div>'.repeat(10_000)}Isi dalam.</inlineXML>`;
    expect(only(item('', deep)).bodyText).toBe('Isi dalam.');
    expect(outcomeOf(Buffer.from('<newsMessage>'.repeat(10_000))).code).toBe('not-well-formed');
    expect(outcomeOf(Buffer.from('<newsItem guid="x">'.repeat(10_000))).code).toBe('not-well-formed');
  });
});
