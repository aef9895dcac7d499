import { publishable } from '../../../../shared/document/publishable.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { documentToHtml } from '../../../../shared/document/to-html.ts';
import { parseWireBytes, type WireParseOptions } from './parse.ts';
import { XSS_VECTORS } from './testing-xss-vectors.ts';
import { expectHarmless, readWhatever } from './testing-hostile.ts';

const EXPORT = readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/wire/export.wxr.xml'));

function parse(text: string | Uint8Array, options: WireParseOptions = {}): WireStory[] {
  const { format, stories } = parseWireBytes(Buffer.from(text), options);
  expect(format).toBe('wxr');
  for (const story of stories) expectHarmless(story);
  return stories;
}

function exported(items: string, version = '1.2'): string {
  const name = `http://wordpress.org/export/${version}`;
  return (
    `<?xml version="1.0"?><rss version="2.0" xmlns:wp="${name}/" xmlns:excerpt="${name}/excerpt/" ` +
    `xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Warta</title>` +
    `<link>https://warta.contoh.id</link><wp:wxr_version>${version}</wp:wxr_version>${items}</channel></rss>`
  );
}

function post(fields: string): string {
  return `<item><title>Judul</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>${fields}</item>`;
}

function only(text: string): WireStory {
  const stories = parse(text);
  const [story] = stories;
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  return story;
}

describe('an export', () => {
  const [published, draft, planned, ...more] = parse(EXPORT);

  test('gives its posts; pages, attachments and menus are set aside', () => {
    expect(more).toEqual([]);
    expect([published, draft, planned].map((story) => story?.headline)).toEqual([
      'Harga beras turun & stabil',
      'Pasar induk sepi',
      'Jadwal operasi pasar',
    ]);
  });

  test('every field of a published post', () => {
    expect(published).toMatchObject({
      uri: 'https://warta.contoh.id/?p=101',
      url: 'https://warta.contoh.id/2026/04/27/harga-beras/',
      byline: 'Meja Ekonomi',
      language: 'id-ID',
      pubStatus: 'usable',
      embargoed: null,
      firstCreated: '2026-04-27T02:30:00+00:00',
      versionCreated: '2026-04-27T03:00:00+00:00',
      version: '2026-04-27T03:00:00+00:00',
      abstract: 'Pasokan panen raya menekan harga.',
      provider: 'Warta Contoh',
      keywords: ['harga beras'],
      subjects: [
        { scheme: 'category', code: 'ekonomi', name: 'Ekonomi' },
        { scheme: 'post_tag', code: 'harga-beras', name: 'harga beras' },
      ],
      problems: [],
    });
    expect(published?.dateline?.city).toBe('Karawang');
  });

  test('block markup becomes copy without its comments; readers’ comments stay out', () => {
    const html = documentToHtml(publishable(published?.body ?? expect.fail('no story')));
    expect(html).toContain('<strong>tiga provinsi</strong>');
    expect(html).toContain('<h2>Pasokan</h2>');
    expect(published?.bodyText).toContain('Gudang Bulog penuh');
    expect(JSON.stringify(published)).not.toMatch(/wp:|Komentar pembaca/);
  });

  test('pictures: the post’s own first, then those uploaded to it', () => {
    expect(published?.media).toEqual([
      expect.objectContaining({ url: 'https://warta.contoh.id/unggah/sampul.png', type: 'picture' }),
      expect.objectContaining({
        url: 'https://warta.contoh.id/unggah/gudang.jpg',
        width: 1200,
        height: 800,
        caption: 'Gudang beras di Karawang.',
        alt: 'Karung beras bertumpuk',
      }),
    ]);
  });

  test('the classic editor’s paragraphs, line ends, captions and galleries', () => {
    expect(draft?.bodyText).toBe(
      'Alinea pertama draf.\nBaris kedua.\n\nKutipan pejabat.\n\nAlinea kedua draf.\n\n' +
        'Pasar induk, Senin.\n\nAlinea penutup.',
    );
    expect(draft?.media).toEqual([
      expect.objectContaining({ url: 'https://warta.contoh.id/unggah/sampul.png' }),
      expect.objectContaining({
        url: 'https://warta.contoh.id/unggah/pasar.jpg',
        caption: 'Pasar induk, Senin.',
      }),
    ]);
  });

  test('a draft is withheld and dated by the site’s own time', () => {
    expect(draft).toMatchObject({
      pubStatus: 'withheld',
      firstCreated: '2026-04-27T11:00:00+07:00',
      byline: 'magang',
      problems: [],
    });
  });

  test('a planned post is withheld and under embargo until its time', () => {
    expect(planned).toMatchObject({ pubStatus: 'withheld', embargoed: '2026-05-01T01:00:00+00:00' });
  });
});

describe('what is usable', () => {
  test.each<[string, WireStory['pubStatus'], WireStory['problems']]>([
    ['<wp:status>publish</wp:status>', 'usable', []],
    ['<wp:status>draft</wp:status>', 'withheld', []],
    ['<wp:status>pending</wp:status>', 'withheld', []],
    ['<wp:status>private</wp:status>', 'withheld', []],
    ['<wp:status>trash</wp:status>', 'withheld', []],
    ['<wp:status>auto-draft</wp:status>', 'withheld', []],
    ['<wp:status>future</wp:status>', 'withheld', ['embargo-unreadable']],
    ['<wp:status>perlu-cek</wp:status>', 'unknown', ['status-unknown']],
    ['', 'unknown', ['status-unknown']],
    ['<wp:status>publish</wp:status><wp:post_password>rahasia</wp:post_password>', 'withheld', []],
  ])('%s', (fields, pubStatus, problems) => {
    expect(only(exported(post(fields)))).toMatchObject({ pubStatus, problems });
  });
});

describe('identity', () => {
  test('is the guid, as in the site’s feeds', () => {
    const guid = '<guid isPermaLink="false">https://warta.contoh.id/?p=7</guid>';
    const feed = `<rss><channel><item><title>Judul</title><link>https://warta.contoh.id/judul/</link>${guid}</item></channel></rss>`;
    expect(only(exported(post(guid))).uri).toBe(parseWireBytes(Buffer.from(feed)).stories[0]?.uri);
  });

  test('without a guid it is what WordPress makes of the post’s number', () => {
    expect(only(exported(post('')))).toMatchObject({ uri: 'https://warta.contoh.id/?p=7' });
  });
});

describe('the versions of the format', () => {
  test.each(['1.0', '1.1', '1.2'])('WXR %s', (version) => {
    const fields =
      '<wp:status>publish</wp:status><category>Ekonomi</category>' +
      '<category domain="category" nicename="ekonomi">Ekonomi</category>' +
      '<content:encoded>Isi &lt;b&gt;tebal&lt;/b&gt; yang panjang.</content:encoded><excerpt:encoded>Ringkas.</excerpt:encoded>';
    expect(only(exported(post(fields), version))).toMatchObject({
      bodyText: 'Isi tebal yang panjang.',
      abstract: 'Ringkas.',
      pubStatus: 'usable',
      subjects: [{ scheme: 'category', code: 'ekonomi', name: 'Ekonomi' }],
    });
  });

  test('the namespace need not be declared', () => {
    const bare = exported(post('<wp:status>draft</wp:status>')).replace(/ xmlns:(?:wp|excerpt)="[^"]*"/g, '');
    expect(only(bare).pubStatus).toBe('withheld');
  });

  test('an ordinary feed stays one', () => {
    const feed = '<rss><channel><item><title>A</title></item></channel></rss>';
    expect(parseWireBytes(Buffer.from(feed)).format).toBe('rss');
  });

  test('an export without posts is set aside', () => {
    const page = '<item><title>A</title><wp:post_type>page</wp:post_type></item>';
    expect(() => parse(exported(page))).toThrow(expect.objectContaining({ code: 'set-aside' }));
    expect(parse(exported(''))).toEqual([]);
  });
});

describe('whatever comes', () => {
  test('cut at any byte the posts that came are kept, the one it broke off in is not usable', () => {
    expect(readWhatever(EXPORT.subarray(0, EXPORT.lastIndexOf('<item>')))).toHaveLength(3);
    const end = EXPORT.lastIndexOf('</channel>');
    for (let length = 0; length < end; length += 3) {
      const stories = readWhatever(EXPORT.subarray(0, length));
      if (typeof stories === 'string') continue;
      for (const { problems, pubStatus } of stories) {
        if (problems.includes('partial')) expect(pubStatus).not.toBe('usable');
      }
    }
  });

  test('bytes changed at random', () => {
    const part = Buffer.from(
      exported(post('<wp:status>publish</wp:status><content:encoded><![CDATA[A\n\nB]]></content:encoded>')),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(part.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(part.length),
        (changes, length) => {
          const bytes = Buffer.from(part);
          for (const [at, byte] of changes) bytes[at] = byte;
          readWhatever(bytes.subarray(0, length));
          readWhatever(bytes, { format: 'wxr' });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('pieces in any order', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          '<item>',
          '</item>',
          '<wp:post_type>post</wp:post_type>',
          '<wp:status>',
          'publish',
          '</wp:status>',
        ],
        ...[
          '<content:encoded>',
          '<![CDATA[',
          ']]>',
          '[caption ',
          ']',
          '[/caption]',
          '<pre>',
          '</pre>',
          '\n\n',
          '<img src=x>',
        ],
        ...[
          '<wp:postmeta>',
          '<wp:meta_key>_thumbnail_id</wp:meta_key>',
          '<wp:post_id>',
          '<wp:post_parent>',
          '0000-00-00',
        ],
        ...['<wp:post_date_gmt>', '<category domain="post_tag">', '<guid>', '<!-- wp:paragraph -->'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
        readWhatever(Buffer.from(exported(pieces.join(''))));
      }),
      { numRuns: 2000 },
    );
  });

  test('nesting and openings without end', () => {
    const deep = post(
      `<wp:status>publish</wp:status><content:encoded>${'<div>'.repeat(20_000)}Isi</content:encoded>`,
    );
    expect(only(exported(deep)).bodyText).toBe('Isi');
    for (const opening of ['[caption ', '[caption]', '[gallery ids="1,', '<pre>', '\n', '<item>']) {
      const content = `Isi ${opening.repeat(20_000)}`;
      const text = exported(
        post(`<wp:status>publish</wp:status><content:encoded><![CDATA[${content}]]></content:encoded>`),
      );
      expect(only(text).bodyText).toContain('Isi');
    }
    expect(readWhatever(Buffer.from(exported('<item>'.repeat(20_000))))).toEqual([]);
  });

  test.each(XSS_VECTORS)('%s does no harm in any field', (vector) => {
    const data = `<![CDATA[${vector.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    const text = exported(
      `<item><title>${data}</title><link>${data}</link><guid>${data}</guid><dc:creator>${data}</dc:creator>` +
        `<category domain="post_tag" nicename="x">${data}</category><wp:post_type>post</wp:post_type>` +
        `<wp:status>publish</wp:status><wp:post_id>1</wp:post_id><excerpt:encoded>${data}</excerpt:encoded>` +
        `<content:encoded><![CDATA[<p>Pembuka.</p>]]>${data}<![CDATA[[caption]]]>${data}<![CDATA[ Kata[/caption]<p>Penutup.</p>]]></content:encoded></item>` +
        `<item><wp:post_type>attachment</wp:post_type><wp:post_parent>1</wp:post_parent><wp:attachment_url>${data}</wp:attachment_url><excerpt:encoded>${data}</excerpt:encoded></item>`,
    );
    const story = only(text);
    expect(story.bodyText).toContain('Pembuka.');
    expect(documentToHtml(publishable(story.body))).not.toMatch(
      /<(?:script|iframe|object|svg|style)\b|<[^>]+\son\w+\s*=|(?:href|src)="\s*(?:javascript|data):/i,
    );
  });
});
