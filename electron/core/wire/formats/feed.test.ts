import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { wireStorySchema, type WireStory } from '../../../../shared/contract/wire-story.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { WireParseError } from './parse-error.ts';
import { parseWireBytes, type ParsedDelivery } from './parse.ts';

const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"';

function rss(items: string, channel = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${NAMESPACES}><channel><title>Kabar</title><link>https://www.contoh.id</link>${channel}${items}</channel></rss>`;
}

function parse(text: string, url = 'https://www.contoh.id/rss/terkini.xml'): ParsedDelivery {
  const delivery = parseWireBytes(Buffer.from(text), { url, defaultOffsetMinutes: 420 });
  for (const story of delivery.stories) expect(wireStorySchema.parse(story)).toEqual(story);
  return delivery;
}

function only(text: string): WireStory {
  const { stories } = parse(text);
  const [story] = stories;
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  return story;
}

function item(fields: string, channel = ''): WireStory {
  return only(rss(`<item>${fields}</item>`, channel));
}

function blocks(story: WireStory): string[] {
  return story.body.root.children.map((block) => `${block.type}: ${blockText(block)}`);
}

describe('an item of Antara', () => {
  const story = item(
    `<title>Presiden bertemu PM Singapura &amp;quot;empat mata&amp;quot;</title>
     <link>https://www.antaranews.com/berita/705123/presiden-bertemu-pm?utm_source=antaranews&amp;utm_medium=rss</link>
     <pubDate>Fri, 27 Apr 2018 22:10:00 +0700</pubDate>
     <description><![CDATA[<img src="https://img.antaranews.com/705123.jpg" align="left" border="0">Singapura (ANTARA) - Presiden Joko Widodo bertemu PM Lee.&#13;&nbsp;&nbsp; Keduanya membahas dagang.]]></description>
     <guid isPermaLink="true">https://www.antaranews.com/berita/705123/presiden-bertemu-pm</guid>
     <dc:creator>Bayu Prasetyo</dc:creator><category>Politik</category><category>ASEAN</category>`,
    '<language>id</language><copyright>ANTARA 2018</copyright>',
  );

  test('identity is the link without its query, as in every channel', () => {
    expect(story).toMatchObject({
      uri: 'https://www.antaranews.com/berita/705123/presiden-bertemu-pm',
      url: 'https://www.antaranews.com/berita/705123/presiden-bertemu-pm?utm_source=antaranews&utm_medium=rss',
    });
  });

  test('every field', () => {
    expect(story).toMatchObject({
      headline: 'Presiden bertemu PM Singapura "empat mata"',
      byline: 'Bayu Prasetyo',
      dateline: { text: 'Singapura (ANTARA)', city: 'Singapura' },
      language: 'id',
      urgency: null,
      pubStatus: 'usable',
      version: '2018-04-27T22:10:00+07:00',
      versionCreated: '2018-04-27T22:10:00+07:00',
      firstCreated: '2018-04-27T22:10:00+07:00',
      rights: 'ANTARA 2018',
      keywords: ['Politik', 'ASEAN'],
      abstract: null,
      problems: ['summary-only'],
    });
    expect(story.media).toMatchObject([{ url: 'https://img.antaranews.com/705123.jpg', type: 'picture' }]);
  });

  test('the copy, cleaned, its dateline its first words', () => {
    expect(story.bodyText).toBe(
      'Singapura (ANTARA) - Presiden Joko Widodo bertemu PM Lee. Keduanya membahas dagang.',
    );
    expect(blocks(story)[0]).toBe('image: ');
  });
});

describe('identity', () => {
  const link = '<link>https://www.contoh.id/berita/1/judul?x=1</link>';

  test.each([
    [
      'a guid that is no address',
      `${link}<guid isPermaLink="false">https://www.contoh.id/?p=7</guid>`,
      'https://www.contoh.id/?p=7',
    ],
    ['a guid that only forgot to say so', `${link}<guid>7</guid>`, '7'],
    [
      'a guid that is the address',
      `${link}<guid>https://www.contoh.id/berita/1/judul</guid>`,
      'https://www.contoh.id/berita/1/judul',
    ],
    [
      'the guid is all there is',
      '<guid>https://www.contoh.id/berita/1/judul?utm_source=x</guid>',
      'https://www.contoh.id/berita/1/judul',
    ],
    [
      'the link behind a counting service',
      '<link>https://feeds.x.id/~r/1</link><feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://www.contoh.id/a/1</feedburner:origLink>',
      'https://www.contoh.id/a/1',
    ],
    ['a relative link', '<link>/berita/1/judul</link>', 'https://www.contoh.id/berita/1/judul'],
  ])('%s', (_, fields, uri) => {
    expect(item(`<title>Judul</title>${fields}`).uri).toBe(uri);
  });

  test('nothing to go by: derived from the words, flagged, the same tomorrow', () => {
    const story = item('<title>Judul</title><description>Isi</description>');
    expect(story.problems).toEqual(['identity-made-up']);
    expect(item('<title>Judul</title><description>Isi baru</description>').uri).toBe(story.uri);
    expect(item('<title>Judul lain</title><description>Isi</description>').uri).not.toBe(story.uri);
  });

  test('different stories under one link do not swallow each other', () => {
    const home = '<link>https://www.contoh.id/</link>';
    const uris = (items: string): string[] => parse(rss(items)).stories.map(({ uri }) => uri);
    expect(
      new Set(uris(`<item><title>A</title>${home}</item><item><title>B</title>${home}</item>`)).size,
    ).toBe(2);
    expect(
      uris(
        '<item><title>A</title><link>https://x.id/baca?id=1</link></item><item><title>B</title><link>https://x.id/baca?id=2</link></item>',
      ),
    ).toEqual(['https://x.id/baca?id=1', 'https://x.id/baca?id=2']);
    expect(
      new Set(uris(`<item><title>A</title>${link}</item><item><title>A</title>${link}</item>`)).size,
    ).toBe(1);
  });
});

describe('which copy is the body', () => {
  const long = '<p>Paragraf pertama yang panjang.</p><p>Paragraf kedua yang panjang.</p>';

  test('the full text before the summary, the summary as abstract', () => {
    const story = item(
      `<description>Ringkasan.</description><content:encoded><![CDATA[${long}]]></content:encoded>`,
    );
    expect(story).toMatchObject({
      abstract: 'Ringkasan.',
      bodyText: 'Paragraf pertama yang panjang.\n\nParagraf kedua yang panjang.',
    });
  });

  test('the fuller one where the full text is not', () => {
    const story = item(
      `<description><![CDATA[${long}]]></description><content:encoded>Singkat.</content:encoded>`,
    );
    expect(story).toMatchObject({ abstract: 'Singkat.', bodyText: expect.stringContaining('kedua') });
  });

  test.each([
    [
      'summary',
      '<description>Ringkas</description><summary>Ringkasan yang lebih panjang</summary>',
      'Ringkasan yang lebih panjang',
    ],
    [
      'naked markup',
      '<description><p>Satu</p>Dua<br>tiga &amp; <![CDATA[<b>empat</b>]]></description>',
      'Satu\n\nDua\ntiga & empat',
    ],
    ['escaped once', '<description>&lt;p&gt;Satu &amp;amp; dua&lt;/p&gt;</description>', 'Satu & dua'],
    [
      'escaped twice',
      '<description>&amp;lt;p&amp;gt;Satu&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Dua&amp;lt;/p&amp;gt;</description>',
      'Satu\n\nDua',
    ],
    ['escaped in CDATA', '<description><![CDATA[&lt;p&gt;Satu&lt;/p&gt;Dua]]></description>', 'Satu\n\nDua'],
    ['plain text with empty lines', '<description>Satu\n\nDua &lt; tiga</description>', 'Satu\n\nDua < tiga'],
    [
      'xhtml body',
      '<body xmlns="http://www.w3.org/1999/xhtml"><p>Satu</p><script src="x"/><p>Dua</p></body>',
      'Satu\n\nDua',
    ],
    [
      'entities nobody declared',
      '<description>Satu&nbsp;dua &eacute; &tidakada;</description>',
      'Satu dua é &tidakada;',
    ],
    [
      'media description',
      '<media:group><media:description>Uraian</media:description></media:group>',
      'Uraian',
    ],
  ])('%s', (_, fields, bodyText) => {
    expect(item(fields).bodyText).toBe(bodyText);
  });

  test('relative addresses are resolved against the story', () => {
    const story = item(
      '<link>https://www.contoh.id/berita/1/judul</link><description>&lt;a href="foto"&gt;a&lt;/a&gt;</description>',
    );
    expect(JSON.stringify(story.body)).toContain('"url":"https://www.contoh.id/berita/1/foto"');
  });
});

describe('details', () => {
  test('media objects, each address once, with caption and credit', () => {
    const story = item(
      `<media:content url="https://x.id/1.jpg" type="image/jpeg" width="800" height="600"><media:description>Presiden tiba</media:description><media:credit>ANTARA/Budi</media:credit></media:content>
       <media:thumbnail url="https://x.id/1-kecil.jpg"/><enclosure url="https://x.id/1.jpg" type="image/jpeg" length="1"/>
       <enclosure url="https://x.id/2.mp4" type="video/mp4"/><description>&lt;img src="https://x.id/1.jpg" alt="Foto"&gt;Isi</description>`,
    );
    expect(story.media).toEqual([
      {
        url: 'https://x.id/1.jpg',
        mediaId: null,
        type: 'picture',
        mimeType: 'image/jpeg',
        width: 800,
        height: 600,
        caption: 'Presiden tiba',
        credit: 'ANTARA/Budi',
        alt: 'Foto',
      },
      expect.objectContaining({ url: 'https://x.id/2.mp4', type: 'video' }),
    ]);
  });

  test('a thumbnail where there is nothing better', () => {
    expect(item('<media:thumbnail url="https://x.id/k.jpg"/>').media).toMatchObject([
      { url: 'https://x.id/k.jpg', type: 'picture' },
    ]);
  });

  test.each([
    ['<author>budi@x.id (Budi Santoso)</author>', 'Budi Santoso'],
    ['<dc:creator>Ani</dc:creator><dc:creator>Budi</dc:creator><author>x@x.id</author>', 'Ani, Budi'],
    ['<atom:author><atom:name>Citra</atom:name></atom:author>', 'Citra'],
  ])('byline of %s', (fields, byline) => {
    expect(item(fields).byline).toBe(byline);
  });

  test.each([
    ['<pubDate>Jumat, 27 Apr 2018 22:10:00 WIB</pubDate>', '2018-04-27T22:10:00+07:00'],
    ['<pubDate>Seg, 24 Set 2018 19:42:40 -0300</pubDate>', '2018-09-24T19:42:40-03:00'],
    ['<pubDate>2018-04-27 22:10:00</pubDate>', '2018-04-27T22:10:00+07:00'],
    ['<dc:date>2018-04-27T15:10:00Z</dc:date>', '2018-04-27T15:10:00+00:00'],
    [
      '<pubDate>Fri, 27 Apr 2018 22:10:00 +0700</pubDate><atom:updated>2018-04-28T01:00:00+07:00</atom:updated>',
      '2018-04-28T01:00:00+07:00',
    ],
  ])('time of %s', (fields, versionCreated) => {
    expect(item(`<title>A</title><link>https://x.id/a</link>${fields}`)).toMatchObject({
      versionCreated,
      version: versionCreated,
      problems: [],
    });
  });

  test('a time nobody can read is flagged, not guessed', () => {
    expect(item('<title>A</title><link>https://x.id/a</link><pubDate>kemarin malam</pubDate>')).toMatchObject(
      { versionCreated: null, version: null, problems: ['date-unreadable'] },
    );
  });

  test('categories with a scheme are subjects', () => {
    expect(
      item('<category domain="https://x.id/s">Politik</category><dc:subject>Pemilu</dc:subject>'),
    ).toMatchObject({
      subjects: [
        { scheme: 'https://x.id/s', code: null, name: 'Politik' },
        { scheme: null, code: null, name: 'Pemilu' },
      ],
      keywords: ['Politik', 'Pemilu'],
    });
  });

  test('an embargo (PRISM), and one nobody can read', () => {
    const embargo = (words: string): WireStory =>
      item(
        `<title>Survei</title><guid>1</guid><p:embargoDate xmlns:p="http://prismstandard.org/namespaces/basic/2.0/">${words}</p:embargoDate>`,
      );
    expect(embargo('2026-11-18T20:00:00+07:00')).toMatchObject({
      embargoed: '2026-11-18T20:00:00+07:00',
      problems: [],
    });
    expect(embargo('sampai diumumkan')).toMatchObject({
      embargoed: null,
      problems: ['embargo-unreadable'],
    });
  });

  test('a category of the scheme urgency is the urgency, and no subject', () => {
    const story = item(
      `<title>Gempa</title><guid>1</guid><category domain="urgency">2</category><category>Bencana</category>`,
    );
    expect(story).toMatchObject({ urgency: 2, keywords: ['Bencana'] });
    expect(story.subjects).toHaveLength(1);
  });

  test('source and publisher', () => {
    expect(item('<source url="https://x.id">ANTARA</source>').provider).toBe('ANTARA');
    expect(item('<title>A</title>', '<dc:publisher>Kabar</dc:publisher>').provider).toBe('Kabar');
  });
});

describe('RSS 1.0 and its kin', () => {
  test('items beside the channel', () => {
    const story = only(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://x.id/"><title>X</title><link>https://x.id/</link><dc:language>pt-br</dc:language><items><rdf:Seq><rdf:li resource="https://x.id/1/a"/></rdf:Seq></items></channel>
        <item rdf:about="https://x.id/1/a"><title>A</title><link>https://x.id/1/a</link><description>Isi</description><dc:date>2018-04-27T15:10Z</dc:date></item></rdf:RDF>`,
    );
    expect(story).toMatchObject({
      uri: 'https://x.id/1/a',
      headline: 'A',
      bodyText: 'Isi',
      language: 'pt-BR',
      versionCreated: '2018-04-27T15:10:00+00:00',
    });
  });

  test('RDF that is no feed is not taken for one', () => {
    expect(() =>
      parse('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>'),
    ).toThrow(expect.objectContaining({ code: 'not-recognised' }));
  });
});

describe('Atom', () => {
  function entry(fields: string, feed = ''): WireStory {
    return only(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id" xml:base="https://x.id/blog/">${feed}<entry>${fields}</entry></feed>`,
    );
  }

  test('the whole entry', () => {
    const story = entry(
      `<id>tag:x.id,2018:1</id><title type="html">Judul &amp;lt;em&amp;gt; &lt;b&gt;tebal&lt;/b&gt;</title>
       <link rel="self" href="self"/><link rel="alternate" type="text/html" href="1/judul"/><link rel="enclosure" type="audio/mpeg" href="1.mp3"/>
       <published>2018-04-27T15:10:00Z</published><updated>2018-04-28T15:10:00Z</updated><category term="p" scheme="https://x.id/s" label="Politik"/>
       <summary>Ringkas</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Satu</p><br/><p>Dua <a href="2">tautan</a></p></div></content>`,
      '<author><name>Redaksi</name></author><rights>Hak cipta</rights>',
    );
    expect(story).toMatchObject({
      uri: 'tag:x.id,2018:1',
      url: 'https://x.id/blog/1/judul',
      headline: 'Judul <em> tebal',
      byline: 'Redaksi',
      rights: 'Hak cipta',
      language: 'id',
      abstract: 'Ringkas',
      bodyText: 'Satu\n\nDua tautan',
      firstCreated: '2018-04-27T15:10:00+00:00',
      versionCreated: '2018-04-28T15:10:00+00:00',
      subjects: [{ scheme: 'https://x.id/s', code: 'p', name: 'Politik' }],
      media: [{ url: 'https://x.id/blog/1.mp3', type: 'audio' }],
    });
    expect(JSON.stringify(story.body)).toContain('https://x.id/blog/2');
  });

  test.each([
    ['html', '<content type="html">&lt;p&gt;Satu&lt;/p&gt;Dua</content>', 'Satu\n\nDua'],
    ['text', '<content type="text">Satu &lt;b&gt; dua</content>', 'Satu <b> dua'],
    [
      'prefixed xhtml',
      '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>Satu</h:p><h:p>Dua</h:p></h:div></content>',
      'Satu\n\nDua',
    ],
    [
      'a picture in base64 is no copy',
      '<content type="image/png">aGFsbw==</content><summary>Ringkas</summary>',
      'Ringkas',
    ],
  ])('content of type %s', (_, fields, bodyText) => {
    expect(entry(`<id>a</id>${fields}`).bodyText).toBe(bodyText);
  });

  test('Atom 0.3', () => {
    const story = only(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>tag:x,1</id><title>A</title><issued>2004-04-19T07:45:00Z</issued><modified>2004-04-20T07:45:00Z</modified>
       <content type="text/html" mode="escaped">&lt;p&gt;Satu&lt;/p&gt;</content><content type="text/plain" mode="base64">U2F0dSBkdWEgdGlnYQ==</content></entry></feed>`,
    );
    expect(story).toMatchObject({
      versionCreated: '2004-04-20T07:45:00+00:00',
      firstCreated: '2004-04-19T07:45:00+00:00',
      bodyText: 'Satu dua tiga',
    });
  });

  test('a feed without its namespace, an entry alone', () => {
    expect(
      only('<feed><title>X</title><entry><id>a</id><title>A</title><content>Isi</content></entry></feed>'),
    ).toMatchObject({ uri: 'a', headline: 'A', bodyText: 'Isi' });
    expect(only('<entry xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>A</title></entry>').uri).toBe(
      'a',
    );
  });

  test('a deleted entry withdraws its story', () => {
    const story = only(
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><at:deleted-entry ref="tag:x,1" when="2018-04-27T15:10:00Z"/></feed>',
    );
    expect(story).toMatchObject({
      uri: 'tag:x,1',
      pubStatus: 'canceled',
      versionCreated: '2018-04-27T15:10:00+00:00',
    });
  });
});

describe('JSON Feed', () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'X',
    home_page_url: 'https://x.id/',
    language: 'id',
    authors: [{ name: 'Redaksi' }],
    items: [
      {
        id: 1,
        url: '/1',
        title: 'A &amp; B',
        content_html: '<p>Satu</p><p>Dua</p>',
        content_text: 'Satu',
        summary: 'Ringkas',
        image: '1.jpg',
        tags: ['p', 7, null],
        date_published: '2018-04-27T22:10:00+07:00',
        date_modified: 'x',
        attachments: [{ url: 'https://x.id/1.mp3', mime_type: 'audio/mpeg' }, null],
      },
      'bukan item',
      { id: 'b', content_text: 'Tiga\n\nEmpat', author: { name: 'Ani' } },
    ],
  };

  test('its items', () => {
    const { stories, format } = parse(JSON.stringify(feed));
    expect(format).toBe('json-feed');
    expect(stories).toMatchObject([
      {
        uri: '1',
        url: 'https://x.id/1',
        headline: 'A & B',
        byline: 'Redaksi',
        bodyText: 'Satu\n\nDua',
        abstract: 'Ringkas',
        language: 'id',
        keywords: ['p', '7'],
        versionCreated: '2018-04-27T22:10:00+07:00',
        problems: ['date-unreadable'],
        media: [
          { url: 'https://x.id/1.jpg', type: 'picture' },
          { url: 'https://x.id/1.mp3', type: 'audio' },
        ],
      },
      { uri: 'b', byline: 'Ani', bodyText: 'Tiga\n\nEmpat' },
    ]);
  });

  test('of one that breaks off the whole items are read', () => {
    const text = JSON.stringify(feed);
    const delivery = parse(text.slice(0, text.indexOf('Tiga') + 2));
    expect(delivery).toMatchObject({ problems: ['partial'], stories: [{ uri: '1' }] });
  });
});

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
