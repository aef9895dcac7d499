/**
 * Every format bears bad input: a sound delivery of each is broken off at any byte, has bytes changed, pieces put in and
 * taken out, and is lied about in its charset; what comes of it is harmless stories or a typed error.
 * `BAD_INPUT_CASES=100000 npm run test:bad-input` runs that many of each.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { FORMAT_NAMES } from './parse.ts';
import { expectHarmless, outcomeOf } from './test-deliveries.ts';
import { XSS_VECTORS } from './testing-xss-vectors.ts';

const LEAST_CASES = 2_000;
const CASES = Math.max(LEAST_CASES, Number(process.env['BAD_INPUT_CASES'] ?? 0));
/** A case takes a millisecond or two; on a busy machine ten times as long. */
const LONGEST_MS = CASES * 60;

function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../../../tests/fixtures/wire', name));
}

const BODY = '&lt;p&gt;Jakarta (ANTARA) - Isi &lt;a href="https://x.id/"&gt;tautan&lt;/a&gt;.&lt;/p&gt;';

const SOUND: Record<string, Buffer[]> = {
  mail: [
    Buffer.from(
      [
        'From: "Kantor Berita" <kawat@kantor.example>',
        'Subject: =?utf-8?Q?Gempa_guncang_Lombok?=',
        'Date: Thu, 18 Oct 2018 15:12:33 +0700',
        'Message-ID: <1@kantor.example>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary=b1',
        '',
        '--b1',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Mataram (ANTARA) =E2=80=93 Gempa mengguncang.',
        '--b1',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>Mataram (ANTARA) – Gempa <a href="https://x.id">mengguncang</a>.</p>',
        '--b1--',
      ].join('\r\n'),
    ),
  ],
  ninjs: [fixture('ninjs-1.json'), fixture('ninjs-2.json'), fixture('ninjs-3.json')],
  wxr: [fixture('export.wxr.xml')],
  rss: [
    Buffer.from(
      `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Kawat</title>
      <item><title>Judul</title><link>https://x.id/1</link><guid>https://x.id/1</guid><pubDate>Tue, 24 Nov 2026 09:00:00 +0700</pubDate>
      <description>${BODY}</description><media:content url="https://x.id/1.jpg" medium="image"/></item></channel></rss>`,
    ),
  ],
  rdf: [
    Buffer.from(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://x.id/"><title>Kawat</title></channel><item rdf:about="https://x.id/1"><title>Judul</title>
      <link>https://x.id/1</link><dc:date>2026-11-24T09:00:00+07:00</dc:date><description>${BODY}</description></item></rdf:RDF>`,
    ),
  ],
  atom: [
    Buffer.from(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Kawat</title><entry><id>urn:kawat:1</id><title>Judul</title>
      <link href="https://x.id/1"/><updated>2026-11-24T09:00:00+07:00</updated><content type="html">${BODY}</content></entry></feed>`,
    ),
  ],
  'json-feed': [
    Buffer.from(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Kawat',
        items: [
          {
            id: 'https://x.id/1',
            url: 'https://x.id/1',
            title: 'Judul',
            content_html: '<p>Isi <a href="https://x.id">tautan</a>.</p>',
            date_published: '2026-11-24T09:00:00+07:00',
          },
        ],
      }),
    ),
  ],
  'newsml-g2': [fixture('newsml-g2.xml')],
  'newsml-1': [fixture('newsml-1.xml')],
  nitf: [fixture('nitf.xml')],
  'anpa-1312': [
    Buffer.from(
      '\x16\x16\x01a0123\x1fabx-idn\r\nr i\x11\x13 bc-Indonesia-Quake     10-18 0412\r\n\x02^BC-AS--Indonesia-Quake,0412<\r\n' +
        '^Strong quake shakes Lombok<\r\n^By the Mataram Bureau=\r\n   MATARAM, Indonesia (ANTARA) _ A strong earthquake.\r\n' +
        '\x03ap-ny-10-18-18 2210GMT\r\n\x04',
      'latin1',
    ),
  ],
  'iptc-7901': [
    Buffer.from(
      '\x01ANT0123 3 POL 0210 nasional 12\r\n\x02Indonesia-gempa\r\nGempa guncang\r\nLombok Utara =\r\nOleh Biro Mataram =\r\n' +
        '   Mataram, 18/10 (Antara) - Gempa mengguncang.\r\n181512Z OKT 18\r\n\x03\r\n\x04',
      'latin1',
    ),
    Buffer.from(
      'ZCZC ANT0124 2 POL 0003\r\nEMBARGO: 18/10 pukul 20.00 WIB\r\n   Mataram - Isi.\r\nNNNN',
      'latin1',
    ),
  ],
  html: [
    Buffer.from(
      '<!DOCTYPE html><html lang="id"><head><title>Judul</title><meta property="og:title" content="Judul"></head><body><article>' +
        `<h1>Judul</h1><p>Jakarta (ANTARA) - ${'Presiden tiba. '.repeat(12)}</p><img src="https://x.id/1.jpg" alt="Foto"></article></body></html>`,
    ),
  ],
  text: [
    Buffer.from(
      'Presiden bertemu PM\n\nJumat, 27 April 2018 22:10 WIB\n\nSingapura (ANTARA News) - Presiden bertemu.\n\nPewarta: Reporter Satu',
    ),
  ],
};

const CHARSETS = ['utf-8', 'iso-8859-1', 'utf-16', 'gbk', 'us-ascii', 'shift_jis', 'x-nonsense'];

/** What breaks parsers: their own marks where they do not belong, what asks to be repeated, what acts. */
const PIECES: readonly Buffer[] = [
  ...['\0', '\x01', '\x02', '\x03', '\x04', '\x1f', '\xff\xfe', '\xef\xbb\xbf', '&#x0;', '&#xd800;', '&lol;'],
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '<!DOCTYPE x [<!ENTITY a "&a;&a;">]>',
    '<',
    '>',
    '"',
    '{',
    '[[[[',
    '"items":[',
  ],
  ...['\r\n\r\n', '\n--b1\n', 'Content-Transfer-Encoding: base64\n', 'ZCZC ', 'NNNN', '^', ' '.repeat(2_000)],
  ...['<div>'.repeat(400), '9'.repeat(400), '99-99-9999 99:99', 'EMBARGO: besok barangkali\n', 'KILL'],
  ...XSS_VECTORS,
].map((piece) => Buffer.from(piece, 'latin1'));

interface Damage {
  /** All places are shares of the length, from 0 to 1. */
  brokenOffAt: number;
  changed: [number, number][];
  putIn: [number, Buffer][];
  cutOut: [number, number] | null;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const damage: fc.Arbitrary<Damage> = fc.record({
  brokenOffAt: fc.oneof(fc.constant(1), place),
  changed: fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 6 }),
  putIn: fc.array(fc.tuple(place, fc.constantFrom(...PIECES)), { maxLength: 3 }),
  cutOut: fc.option(fc.tuple(place, place)),
});

function damaged(sound: Buffer, { brokenOffAt, changed, putIn, cutOut }: Damage): Buffer {
  let bytes = Buffer.from(sound);
  for (const [at, byte] of changed) bytes[Math.min(bytes.length - 1, Math.floor(at * bytes.length))] = byte;
  for (const [at, piece] of putIn) {
    const index = Math.floor(at * bytes.length);
    bytes = Buffer.concat([bytes.subarray(0, index), piece, bytes.subarray(index)]);
  }
  if (cutOut !== null) {
    const [from, to] = cutOut.map((at) => Math.floor(at * bytes.length)).toSorted((a, b) => a - b);
    bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  }
  return bytes.subarray(0, Math.ceil(brokenOffAt * bytes.length));
}

/** Cases that were run, and how many of them still gave stories, by format. */
const counted = new Map<string, { cases: number; withStories: number }>();

describe('broken anywhere, it is harmless stories or a typed error', () => {
  const names = FORMAT_NAMES.filter((name) => name !== 'auto');

  test.each(names)(
    '%s',
    (format) => {
      const sound = SOUND[format] ?? [];
      expect(sound.map((bytes) => outcomeOf(bytes, { format }).stories.length)).not.toContain(0);
      const count = { cases: 0, withStories: 0 };
      counted.set(format, count);
      const lie = fc.option(fc.constantFrom(...CHARSETS));
      fc.assert(
        fc.property(fc.constantFrom(...sound), damage, fc.boolean(), lie, (whole, broken, named, charset) => {
          const { stories } = outcomeOf(damaged(whole, broken), {
            ...(named ? { format } : {}),
            ...(charset === null ? {} : { contentType: `text/xml; charset=${charset}` }),
          });
          expectHarmless(stories);
          count.cases += 1;
          if (stories.length > 0) count.withStories += 1;
        }),
        { numRuns: CASES },
      );
      expect(count.cases).toBeGreaterThanOrEqual(LEAST_CASES);
      // Damage that leaves nothing to read would test the refusal alone.
      expect(count.withStories).toBeGreaterThan(count.cases / 10);
    },
    LONGEST_MS,
  );

  afterAll(() => {
    const lines = [...counted].map(
      ([format, { cases, withStories }]) =>
        `${format.padEnd(12)} ${cases} cases, ${withStories} with stories`,
    );
    process.stdout.write(`Bad input\n${lines.join('\n')}\n`);
  });
});

/** Each line would be moved once for every line before it, were the lines shifted off one by one; the time limit fails it. */
describe('a head of very many lines is read in a moment', () => {
  const many = 400_000;
  const anpa = (text: string): string =>
    `\x16\x16\x01a0123\x1fabx-idn\r\nr i\x11\x13 bc-Uji     10-18 0412\r\n\x02${text}\r\n\x03\x04`;
  const iptc = (text: string): string => `\x01ANT0123 3 POL 0210\r\n\x02${text}\r\n\x03\x04`;

  test.each([
    ['anpa-1312: keyword lines', anpa(`${'^BC-Uji\n'.repeat(many)}   Kalimat terakhir.`)],
    ['anpa-1312: empty lines', anpa(`${'\n'.repeat(many)}   Kalimat terakhir.`)],
    ['iptc-7901: empty lines', iptc(`${'\n'.repeat(many)}   Kalimat terakhir.`)],
    ['iptc-7901: notes to editors', iptc(`${'(Catatan redaksi: uji)\n\n'.repeat(many)}   Kalimat terakhir.`)],
    ['text: empty lines', `Judul\n${'\n'.repeat(many)}Kalimat terakhir.`],
  ])('%s', (_what, delivery) => {
    const { stories } = outcomeOf(Buffer.from(delivery, 'latin1'));
    expect(stories).toHaveLength(1);
    expect(stories[0]?.bodyText).toContain('Kalimat terakhir.');
  });
});
