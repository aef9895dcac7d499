import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { parseWireBytes } from './parse.ts';
import { expectHarmless, outcomeOf } from './test-deliveries.ts';

const FIXTURE = readFileSync(
  join(import.meta.dirname, '../../../../tests/fixtures/wire/newsml-1.xml'),
  'utf8',
);

function only(xml: string): WireStory {
  const { format, stories } = parseWireBytes(Buffer.from(xml));
  const [story] = stories;
  expect(format).toBe('newsml-1');
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  expectHarmless(stories);
  return story;
}

const IDENTIFIER =
  '<NewsIdentifier><ProviderId>k.id</ProviderId><DateId>20250514</DateId><NewsItemId>1</NewsItemId><RevisionId>1</RevisionId></NewsIdentifier>';

function item(management: string, components = ''): string {
  return `<NewsML Version="1.2"><NewsItem><Identification>${IDENTIFIER}</Identification><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines><HeadLine>Judul</HeadLine></NewsLines>${components}</NewsComponent></NewsItem></NewsML>`;
}

function content(data: string, type = '<Format FormalName="XHTML"/>'): string {
  return `<ContentItem>${type}<DataContent>${data}</DataContent></ContentItem>`;
}

describe('NewsML 1.2', () => {
  test('every field of an item', () => {
    expect(only(FIXTURE)).toMatchObject({
      uri: 'urn:newsml:kawat.contoh.id:20250514:pasar-001',
      version: '3',
      headline: 'Pasar induk kembali buka',
      slugline: 'EKO-PASAR',
      byline: 'Meja Ekonomi',
      dateline: { text: 'Surabaya, 14 Mei (Kawat)', city: 'Surabaya' },
      language: 'id',
      urgency: 3,
      pubStatus: 'usable',
      signals: ['Correction'],
      versionCreated: '2025-05-14T09:30:00+07:00',
      firstCreated: '2025-05-14T08:00:00+07:00',
      embargoed: '2025-05-14T12:00:00+07:00',
      edNote: 'Memperbaiki jumlah kios',
      abstract: 'Ribuan pedagang berjualan lagi',
      subjects: [
        { scheme: 'IptcSubjectCodes', code: '04000000', name: null },
        { scheme: 'SubjectCode', code: '04015000', name: null },
        { scheme: 'Genre', code: 'Current', name: null },
        { scheme: 'Location', code: null, name: 'Surabaya, Jawa Timur, IDN' },
      ],
      keywords: ['pasar', 'pedagang', 'kios'],
      rights: 'Hak cipta Kawat 2025\n© 2025 Kantor Berita Kawat\nMedia cetak dan daring',
      credit: 'Kawat/Biro Jatim',
      provider: 'Kawat Nusantara',
      problems: [],
    });
  });

  test.each(['1.0', '1.1', '1.2'])('version %s of the standard is read alike', (version) => {
    const xml = FIXTURE.replace(/(<NewsML\b[^>]*Version=")[^"]*/, `$1${version}`);
    expect(xml).toContain(`Version="${version}"`);
    expect(parseWireBytes(Buffer.from(xml))).toEqual(parseWireBytes(Buffer.from(FIXTURE)));
  });

  test('copy of all components, the fullest of equivalents, style sheets left out, nothing that acts', () => {
    const story = only(FIXTURE);
    expect(story.bodyText).toBe(
      'Pasar induk buka dengan 1.250 kios.\n\nKios baru\n\nPedagang menempati kios baru.\n\nKeterangan: kantor pasar.',
    );
    expect(JSON.stringify(story)).not.toContain('TRAP');
    expect(story.media).toEqual([
      {
        url: 'https://contoh.id/pasar.jpg',
        mediaId: null,
        type: 'picture',
        mimeType: 'image/jpeg',
        width: 1024,
        height: 768,
        caption: 'Pasar induk, Rabu pagi.',
        credit: null,
        alt: null,
      },
    ]);
  });

  test.each([
    [
      'XHTML',
      content('<html><head><title>x</title></head><body><p>Satu</p><p>Dua</p></body></html>'),
      'Satu\n\nDua',
    ],
    ['escaped markup', content('&lt;p&gt;Satu&lt;/p&gt;&lt;p&gt;Dua&lt;/p&gt;'), 'Satu\n\nDua'],
    [
      'NITF in CDATA',
      content('<![CDATA[<nitf><body><body.content><p>Satu</p><hl2>Dua</hl2></body.content></body></nitf>]]>'),
      'Satu\n\nDua',
    ],
    ['NITF without its root', content('<body.content><p>Satu</p></body.content>'), 'Satu'],
    ['plain text', content('a &lt;b&gt; c', '<MimeType FormalName="text/plain"/>'), 'a <b> c'],
    [
      'base64',
      `<ContentItem><MimeType FormalName="text/plain"/><Encoding Notation="Base64"><DataContent>${Buffer.from('Satu é').toString('base64')}</DataContent></Encoding></ContentItem>`,
      'Satu é',
    ],
    [
      'said twice',
      content('<p>Satu dua.</p>') + content('Satu dua.', '<MimeType FormalName="text/plain"/>'),
      'Satu dua.',
    ],
  ])('content as %s', (_, components, bodyText) => {
    expect(only(item('<Status FormalName="Usable"/>', components)).bodyText).toBe(bodyText);
  });
});

describe('the safe side', () => {
  const change = (future: string, when: string): string =>
    `<StatusWillChange><FutureStatus FormalName="${future}"/><DateAndTime>${when}</DateAndTime></StatusWillChange>`;

  test.each([
    ['Usable', '', 'usable', null, []],
    ['Canceled', '', 'canceled', null, []],
    ['Withheld', change('Usable', '20250514T120000Z'), 'withheld', null, []],
    ['Embargoed', change('Usable', '20250514T120000Z'), 'usable', '2025-05-14T12:00:00+00:00', []],
    ['Embargoed', change('Usable', 'Next Monday'), 'withheld', null, ['embargo-unreadable']],
    ['Embargoed', change('Canceled', '20250514T120000Z'), 'withheld', null, ['embargo-unreadable']],
    ['Embargoed', '', 'withheld', null, ['embargo-unreadable']],
    ['Mungkin', '', 'unknown', null, ['status-unknown']],
  ])('status %s %s', (status, more, pubStatus, embargoed, problems) => {
    const story = only(item(`<Status FormalName="${status}"/>${more}`));
    expect(story).toMatchObject({ pubStatus, embargoed, problems });
  });

  test('usable until a time is an expiry', () => {
    const management = `<Status FormalName="Usable"/>${change('Withheld', '20250601T000000Z')}`;
    expect(only(item(management))).toMatchObject({ expires: '2025-06-01T00:00:00+00:00', embargoed: null });
  });

  test('without the status the standard demands it is not usable', () => {
    expect(only(item(''))).toMatchObject({ pubStatus: 'unknown', problems: ['status-unknown'] });
  });

  test('an item without its envelope, a public identifier alone', () => {
    const bare =
      '<NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:newsml:k.id:20250514:9:4U</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Judul</HeadLine></NewsLines></NewsComponent></NewsItem>';
    expect(only(bare)).toMatchObject({ uri: 'urn:newsml:k.id:20250514:9', headline: 'Judul' });
  });

  test.each([
    ['<NewsML><NewsItem><Identification/><TopicSet/></NewsItem></NewsML>', 'set-aside'],
    ['<NewsML><TopicSet/></NewsML>', 'set-aside'],
    ['<NewsML><NewsEnvelope/></NewsML>', 'no-stories'],
    ['<NewsML><NewsItem><Identification>', 'not-well-formed'],
  ])('%s is refused by type', (xml, code) => {
    expect(outcomeOf(Buffer.from(xml)).code).toBe(code);
  });
});

describe('bad input', () => {
  test('ten thousand components deep', () => {
    const deep = '<NewsComponent><Role FormalName="Main"/>'.repeat(10_000);
    expect(only(item('', `${deep}${content('<p>Isi dalam.</p>')}`)).bodyText).toBe('Isi dalam.');
    expect(outcomeOf(Buffer.from('<NewsML>'.repeat(10_000))).code).toBe('not-well-formed');
  });
});
