import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { blockText } from '../../../../shared/document/walk.ts';
import { item, parse, rss } from './testing-feeds.ts';

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
