import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { only, parse } from './testing-feeds.ts';

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
