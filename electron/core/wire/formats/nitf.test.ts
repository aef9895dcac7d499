import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { parseWireBytes } from './parse.ts';
import { expectHarmless, outcomeOf } from './test-deliveries.ts';

const FIXTURE = readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/wire/nitf.xml'), 'utf8');

function only(xml: string): WireStory {
  const { format, stories } = parseWireBytes(Buffer.from(xml));
  const [story] = stories;
  expect(format).toBe('nitf');
  if (story === undefined || stories.length > 1) throw new Error(`${stories.length} stories, one expected`);
  expectHarmless(stories);
  return story;
}

function nitf(docdata: string, body = '<p>Isi.</p>'): string {
  return `<nitf><head>${docdata}</head><body><body.head><hedline><hl1>Judul</hl1></hedline></body.head><body.content>${body}</body.content></body></nitf>`;
}

describe('NITF 3.6', () => {
  test('every field of head and body.head', () => {
    expect(only(FIXTURE)).toMatchObject({
      uri: 'urn:nitf:KAWAT:kawat-102',
      version: '2',
      headline: 'Jembatan Petuk dibuka & dipakai',
      slugline: 'jembatan-kupang',
      byline: 'Oleh Meja Daerah Biro Kupang',
      dateline: { text: 'Kupang, NTT 14 Mei', city: 'Kupang' },
      language: 'id',
      urgency: 3,
      pubStatus: 'usable',
      signals: ['sig:correction', 'update'],
      versionCreated: '2025-05-14T09:15:00+08:00',
      embargoed: '2025-05-14T12:00:00+08:00',
      expires: '2025-06-01T00:00:00+00:00',
      edNote: 'Menambah keterangan dinas\nMemperbaiki panjang jembatan\nFoto menyusul.',
      abstract: 'Antrean angkutan berkurang\nJembatan dibuka untuk umum.',
      keywords: ['jembatan', 'NTT'],
      rights:
        '© 2025 Kantor Berita Kawat\nKantor Berita Kawat, Indonesia, Tidak untuk arsip\nHanya untuk pelanggan\nHak cipta dilindungi.',
      provider: 'Kawat Nusantara',
      problems: [],
    });
    expect(only(FIXTURE).subjects).toEqual([
      { scheme: 'IPTC', code: '04000000', name: 'Ekonomi' },
      { scheme: 'IPTC', code: '04015001', name: 'Jalan raya' },
      { scheme: 'kawat', code: 'EKO', name: 'Ekonomi' },
      { scheme: 'bursa', code: 'PUJN', name: 'Dinas Pekerjaan Umum' },
      { scheme: 'location', code: null, name: 'Kupang' },
      { scheme: 'evloc', code: 'ID', name: 'Kupang, Nusa Tenggara Timur' },
      { scheme: 'doc-scope', code: null, name: 'nasional' },
    ]);
  });

  test('the copy keeps its shape and all its words, and nothing that acts', () => {
    const { body, bodyText, media } = only(FIXTURE);
    expect(body.root.children.map(({ type }) => type)).toEqual([
      ...['paragraph', 'heading', 'paragraph', 'list', 'list', 'quote', 'quote', 'table', 'image'],
      ...['paragraph', 'paragraph', 'paragraph'],
    ]);
    for (const words of [
      'jembatan sepanjang 1/2 kilometer',
      'laman dinas',
      'Lajur sepeda',
      'Kepala dinas',
      '1.200',
      'Jembatan Petuk, Rabu.',
      'Rekaman pembukaan',
      'Selesai.',
      'Redaksi daerah, (0380) 555',
    ])
      expect(bodyText).toContain(words);
    expect(JSON.stringify(body)).not.toContain('TRAP');
    expect(media).toEqual([
      {
        url: 'https://contoh.id/jembatan.jpg',
        mediaId: null,
        type: 'picture',
        mimeType: 'image/jpeg',
        width: 1200,
        height: 800,
        caption: 'Jembatan Petuk, Rabu.',
        credit: 'Foto Kawat',
        alt: 'Jembatan dari udara',
      },
      expect.objectContaining({ url: null, type: 'video', caption: 'Rekaman pembukaan' }),
    ]);
  });

  test.each([
    ['usable', '', 'usable', []],
    ['Cancelled', '', 'canceled', []],
    ['withheld', '', 'withheld', []],
    ['mungkin', '', 'unknown', ['status-unknown']],
    ['embargoed', '<date.release norm="20250514T120000Z"/>', 'usable', []],
    ['embargoed', '', 'withheld', ['embargo-unreadable']],
    ['usable', '<date.release norm="besok pagi"/>', 'usable', ['embargo-unreadable']],
    ['usable', '<date.issue norm="kemarin"/>', 'usable', ['date-unreadable']],
  ])('status %s with %s', (status, more, pubStatus, problems) => {
    const docdata = `<docdata management-status="${status}"><doc-id id-string="1"/>${more}</docdata>`;
    expect(only(nitf(docdata))).toMatchObject({ pubStatus, problems });
  });

  test('a document that cancels another one gives that one a version', () => {
    const xml = nitf(
      '<docdata management-status="usable" management-doc-idref="a-1" management-idref-status="canceled"><doc-id regsrc="K" id-string="a-2"/></docdata>',
    );
    expect(outcomeOf(Buffer.from(xml)).stories).toMatchObject([
      { uri: 'urn:nitf:K:a-2', pubStatus: 'usable' },
      { uri: 'urn:nitf:K:a-1', pubStatus: 'canceled' },
    ]);
  });

  test('no identity is made up twice differently, no namespace is needed', () => {
    const one = only(nitf('<docdata/>'));
    expect(one.problems).toEqual(['identity-made-up']);
    expect(only(nitf('<docdata><urgency ed-urg="1"/></docdata>')).uri).toBe(one.uri);
    const namespaced = nitf('').replace('<nitf>', '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/">');
    expect(only(namespaced.replace('</nitf>', '</n:nitf>'))).toMatchObject({
      headline: 'Judul',
      bodyText: 'Isi.',
    });
  });

  test('where it broke off before the status it is not usable, and marked', () => {
    const cut = '<nitf><head><title>Judul</title><docdata><urgency ed-urg="2"/>';
    expect(only(cut)).toMatchObject({ pubStatus: 'unknown', problems: expect.arrayContaining(['partial']) });
    expect(outcomeOf(Buffer.from('<nitf><head>')).code).toBe('not-well-formed');
    expect(outcomeOf(Buffer.from('<nitf><body/></nitf>')).code).toBe('no-stories');
  });
});

describe('bad input', () => {
  test('ten thousand blocks deep', () => {
    const deep = '<block>'.repeat(10_000);
    expect(only(nitf('', `${deep}<p>Isi dalam.</p>`)).bodyText).toBe('Isi dalam.');
    expect(outcomeOf(Buffer.from('<nitf>'.repeat(10_000))).code).toBe('not-well-formed');
  });
});
