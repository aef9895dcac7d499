import { publishable } from '../../../../shared/document/publishable.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WireStory } from '../../../../shared/contract/wire-story.ts';
import { documentToHtml } from '../../../../shared/document/to-html.ts';
import { parseWireBytes, type ParsedDelivery, type WireParseOptions } from './parse.ts';
import { XSS_VECTORS } from './testing-xss-vectors.ts';
import { expectHarmless, readWhatever } from './testing-hostile.ts';
import { onlyStory } from './testing-stories.ts';

const FIXTURES = join(import.meta.dirname, '../../../../tests/fixtures/wire');
const NOW = Date.parse('2026-04-27T10:00:00+07:00');

function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8');
}

function parse(value: unknown, options: WireParseOptions = {}): ParsedDelivery {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const delivery = parseWireBytes(Buffer.from(text), { now: NOW, ...options });
  expect(delivery.format).toBe('ninjs');
  for (const story of delivery.stories) expectHarmless(story);
  return delivery;
}

const only = (value: unknown, options: WireParseOptions = {}): WireStory => onlyStory(parse(value, options));

const item = { uri: 'urn:contoh:1', versioncreated: '2026-04-27T09:30:00+07:00', headline: 'Judul' };

describe.each(['ninjs-1.json', 'ninjs-2.json', 'ninjs-3.json'])('every field of %s', (name) => {
  const story = only(fixture(name));

  test('identity, version and times', () => {
    expect(story).toMatchObject({
      uri: 'urn:contoh:kawat:20260427-001',
      version: '3',
      versionCreated: '2026-04-27T09:30:00+07:00',
      firstCreated: '2026-04-27T08:00:00+07:00',
      expires: '2026-05-27T12:00:00+07:00',
      language: 'id-ID',
      problems: [],
    });
  });

  test('status, embargo, urgency and signals', () => {
    expect(story).toMatchObject({
      pubStatus: 'usable',
      embargoed: '2026-04-27T12:00:00+07:00',
      urgency: 2,
      signals: ['sig:correction'],
    });
    expect(story.edNote).toMatch(/^Angka pada alinea kedua diperbaiki/);
  });

  test('headline, byline, place and the copy in its best form', () => {
    expect(story).toMatchObject({
      headline: 'Harga beras turun di tiga provinsi',
      slugline: 'beras-harga',
      byline: 'Meja Ekonomi',
      dateline: { text: 'Karawang, Jawa Barat', city: 'Karawang' },
      abstract: 'Pasokan panen raya menekan harga beras.',
      provider: 'Kantor Berita Contoh',
    });
    expect(documentToHtml(publishable(story.body))).toContain('<strong>tiga provinsi</strong>');
    expect(story.bodyText).toBe(
      'Harga beras medium turun di tiga provinsi.\n\nKementerian mencatat Rp12.500 per kilogram.',
    );
  });

  test('subjects with their schemes', () => {
    expect(story.subjects).toContainEqual({
      scheme: 'http://cv.iptc.org/newscodes/mediatopic/',
      code: '20000344',
      name: 'ekonomi',
    });
    expect(story.subjects).toContainEqual({ scheme: 'place', code: null, name: 'Karawang' });
    expect(story.subjects).toContainEqual(
      expect.objectContaining({ code: 'mentan', name: 'Menteri Pertanian' }),
    );
    expect(story.subjects).toContainEqual({
      scheme: 'organisation',
      code: null,
      name: 'Kementerian Pertanian',
    });
  });

  test('rights, and the picture in its largest rendition', () => {
    expect(story.rights).toContain('Hak cipta 2026 Kantor Berita Contoh');
    expect(story.rights).toContain('Hanya untuk pelanggan');
    expect(story.media).toEqual([
      expect.objectContaining({
        url: 'https://contoh.id/1-besar.jpg',
        type: 'picture',
        mimeType: 'image/jpeg',
        width: 1200,
        height: 800,
        caption: 'Petugas memeriksa beras di gudang.',
        credit: 'Meja Foto',
      }),
    ]);
  });
});

test('what only one version has', () => {
  const first = only(fixture('ninjs-1.json'));
  expect(first.edNote).toBe('Angka pada alinea kedua diperbaiki\nMenunggu jumpa pers kementerian');
  expect(first.keywords).toEqual(['beras', 'panen']);
  expect(first.subjects).toContainEqual({ scheme: 'genre', code: 'Current', name: 'Berita' });
  expect(first.subjects).toContainEqual({ scheme: 'event', code: null, name: 'Panen raya' });
  expect(first.subjects).toContainEqual({ scheme: 'object', code: null, name: 'Gudang Bulog' });
  expect(only(fixture('ninjs-2.json')).rights).toContain('https://contoh.id/hak');
  const third = only(fixture('ninjs-3.json'));
  expect(third.media[0]?.alt).toBe('Karung beras di gudang');
  expect(third.subjects).toContainEqual({ scheme: 'genre', code: 'Current', name: 'Berita' });
});

describe('status and embargo on the safe side', () => {
  test.each<[unknown, WireStory['pubStatus']]>([
    ['usable', 'usable'],
    ['Usable', 'usable'],
    ['stat:usable', 'usable'],
    ['withheld', 'withheld'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['ready', 'unknown'],
    [7, 'unknown'],
    [['usable'], 'unknown'],
    [{ name: 'usable' }, 'unknown'],
    [true, 'unknown'],
  ])('pubstatus %j is %s', (pubstatus, expected) => {
    const story = only({ ...item, pubstatus });
    expect(story.pubStatus).toBe(expected);
    expect(story.problems.includes('status-unknown')).toBe(expected === 'unknown');
  });

  test('no status is usable, as the schemas say', () => {
    expect(only(item)).toMatchObject({ pubStatus: 'usable', problems: [] });
  });

  test('a withdrawal needs no more than a name', () => {
    expect(only({ uri: 'urn:contoh:1', pubstatus: 'canceled' })).toMatchObject({
      uri: 'urn:contoh:1',
      pubStatus: 'canceled',
    });
  });

  test.each(['Senin depan', '0000-00-00', {}, [], true, false])(
    'the embargo %j cannot be read',
    (embargoed) => {
      expect(only({ ...item, embargoed })).toMatchObject({
        embargoed: null,
        problems: ['embargo-unreadable'],
      });
    },
  );

  test('ninjs 3.0 calls it embargoedUntil', () => {
    expect(only({ ...item, embargoedUntil: '2026-04-28T12:00:00+07:00' })).toMatchObject({
      embargoed: '2026-04-28T12:00:00+07:00',
      problems: [],
    });
    expect(only({ ...item, embargoedUntil: 'Next Monday' }).problems).toEqual(['embargo-unreadable']);
  });

  test.each([null, ''])('the embargo %j is none', (embargoed) => {
    expect(only({ ...item, embargoed })).toMatchObject({ embargoed: null, problems: [] });
  });

  test('a date that cannot be read is told', () => {
    expect(only({ ...item, versioncreated: 'kemarin' })).toMatchObject({
      versionCreated: null,
      problems: ['date-unreadable'],
    });
  });
});

describe('which copy is the story', () => {
  test('the fullest, whatever its form', () => {
    const text = 'Satu dua tiga empat lima enam tujuh delapan.\n\nSembilan sepuluh sebelas.';
    expect(only({ ...item, body_xhtml: '<p>Satu dua.</p>', body_text: text }).bodyText).toBe(text);
  });

  test('NITF goes through the same converter, without its head', () => {
    const nitf =
      '<nitf><head><title>Bukan isi</title></head><body><body.head><hedline><hl1>Judul</hl1></hedline></body.head>' +
      '<body.content><p>Alinea satu.</p><p>Alinea dua.</p></body.content></body></nitf>';
    expect(only({ ...item, body_nitf: nitf }).bodyText).toBe('Alinea satu.\n\nAlinea dua.');
  });

  test('bodies as an object, or as words', () => {
    expect(only({ ...item, bodies: { main: { value: 'Isi satu.' } } }).bodyText).toBe('Isi satu.');
    expect(only({ ...item, bodies: ['Isi dua.'] }).bodyText).toBe('Isi dua.');
    expect(only({ ...item, body: '<p>Isi tiga.</p>' }).bodyText).toBe('Isi tiga.');
  });

  test('of a package its text; of a brief its description', () => {
    const packaged = only({
      ...item,
      type: 'composite',
      associations: [{ type: 'text', bodies: [{ contentType: 'text/html', value: '<p>Isi paket.</p>' }] }],
    });
    expect(packaged.bodyText).toBe('Isi paket.');
    expect(only({ ...item, descriptions: [{ value: 'Ringkas.' }] })).toMatchObject({
      bodyText: 'Ringkas.',
      abstract: null,
    });
  });

  test('a picture by itself is a story with its media', () => {
    const story = only({
      ...item,
      type: 'picture',
      description_text: 'Petugas di gudang.',
      renditions: { asli: { href: 'https://contoh.id/a.jpg', width: 10, height: 10 } },
    });
    expect(story).toMatchObject({ bodyText: 'Petugas di gudang.', media: [{ type: 'picture', width: 10 }] });
  });
});

describe('pictures that must not be shown', () => {
  const picture = { type: 'picture', renditions: { a: { href: 'https://contoh.id/a.jpg' } } };
  test.each([
    { pubstatus: 'canceled' },
    { pubstatus: 'withheld' },
    { pubstatus: 'entah' },
    { embargoed: '2026-04-27T12:00:00+07:00' },
    { embargoed: 'nanti' },
  ])('%j', (state) => {
    expect(only({ ...item, associations: { a: { ...picture, ...state } } }).media).toEqual([]);
  });

  test('one whose embargo is over is shown', () => {
    const free = { ...picture, embargoed: '2026-04-27T08:00:00+07:00' };
    expect(only({ ...item, associations: { a: free } }).media).toHaveLength(1);
  });
});

describe('deliveries', () => {
  const second = { ...item, uri: 'urn:contoh:2' };
  test.each<[string, unknown]>([
    ['a list', [item, second]],
    ['an envelope', { items: [item, second] }],
    ['an envelope in an envelope', { data: { items: [{ item }, { item: second }] } }],
  ])('%s gives its items in order', (_, value) => {
    expect(parse(value).stories.map(({ uri }) => uri)).toEqual(['urn:contoh:1', 'urn:contoh:2']);
  });

  test('events and planning items are set aside', () => {
    const event = { uri: 'urn:contoh:e', type: 'event', versionCreated: '2026-04-27T09:30:00+07:00' };
    expect(() => parse(event)).toThrow(expect.objectContaining({ code: 'set-aside' }));
    expect(() => parse([{ ...item, type: undefined, planningDetails: {} }])).toThrow(
      expect.objectContaining({ code: 'set-aside' }),
    );
    expect(parse([event, item]).stories.map(({ uri }) => uri)).toEqual(['urn:contoh:1']);
  });

  test('without a name the identity is made up', () => {
    const { uri, problems } = only({
      versioncreated: item.versioncreated,
      headline: 'Judul',
      body_text: 'Isi',
    });
    expect(uri).toMatch(/^urn:sha256:/);
    expect(problems).toEqual(['identity-made-up']);
  });

  test('a JSON Feed stays one, whatever its extensions hold', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'A',
      items: [{ id: '1', _asal: item }],
    };
    expect(parseWireBytes(Buffer.from(JSON.stringify(feed))).format).toBe('json-feed');
  });
});

describe('JSON that broke off', () => {
  test('of one item what came is kept, marked, and never usable', () => {
    const text = JSON.stringify({
      ...item,
      pubstatus: 'usable',
      body_text: 'Alinea satu.',
      embargoed: '2026-05-01',
    });
    const { stories, problems } = parse(text.slice(0, text.indexOf('satu') + 2));
    expect(problems).toEqual(['partial']);
    expect(stories).toMatchObject([
      {
        uri: 'urn:contoh:1',
        bodyText: 'Alinea sa',
        pubStatus: 'unknown',
        problems: ['partial', 'status-unknown'],
      },
    ]);
  });

  test('of several the whole ones stay as they are', () => {
    const text = JSON.stringify([item, { ...item, uri: 'urn:contoh:2', body_text: 'Isi "dikutip" panjang' }]);
    const { stories } = parse(text.slice(0, text.indexOf('dikutip') - 1));
    expect(stories).toMatchObject([
      { uri: 'urn:contoh:1', problems: [], pubStatus: 'usable' },
      { uri: 'urn:contoh:2', bodyText: 'Isi', pubStatus: 'unknown' },
    ]);
  });

  test.each(['ninjs-1.json', 'ninjs-2.json', 'ninjs-3.json'])(
    '%s cut at any byte gives marked stories or a typed error',
    (name) => {
      const bytes = readFileSync(join(FIXTURES, name));
      const end = bytes.lastIndexOf('}');
      for (let length = 0; length < end; length += 1) {
        const stories = readWhatever(bytes.subarray(0, length), { now: NOW });
        if (typeof stories === 'string') continue;
        for (const story of stories) {
          expect(story.problems).toContain('partial');
          expect(story.pubStatus).not.toBe('usable');
        }
      }
    },
  );
});

describe('whatever comes', () => {
  const wrong = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>('', '0000-00-00', '<p>', '</p><!--', -1, 1e300, 'a:b', '\ud800', ...XSS_VECTORS),
  );
  const names = [
    ...new Set(
      ['ninjs-1.json', 'ninjs-2.json', 'ninjs-3.json'].flatMap((name) =>
        [...fixture(name).matchAll(/"(\w+)":/g)].map((match) => match[1] ?? ''),
      ),
    ),
  ];

  test('properties of any type give a harmless story or a typed error', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), wrong, { maxKeys: 8 }), (changes) => {
        const stories = readWhatever(Buffer.from(JSON.stringify({ ...item, ...changes })), {
          format: 'ninjs',
        });
        if (typeof stories === 'string') expect(['set-aside', 'not-recognised']).toContain(stories);
        else expect(stories.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  test('bytes changed at random', () => {
    const whole = readFileSync(join(FIXTURES, 'ninjs-3.json'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          readWhatever(bytes.subarray(0, length));
          readWhatever(bytes, { format: 'ninjs' });
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['[', 'not-recognised'],
    ['{"items":[', 'not-recognised'],
    ['{"bodies":[{"value":', 'not-recognised'],
    ['{"uri":"a","headline":"b","associations":{"a":', 'one story'],
    ['{"uri":"a","headline":"b","bodies":[', 'one story'],
  ])('%s without end', (opening, outcome) => {
    const stories = readWhatever(Buffer.from(opening.repeat(50_000)), { format: 'ninjs' });
    if (typeof stories === 'string') expect(stories).toBe(outcome);
    else
      expect(stories).toMatchObject([{ uri: 'a', headline: 'b', problems: ['partial', 'status-unknown'] }]);
  });

  test('markup nested without end', () => {
    const deepMarkup = { ...item, body_xhtml: '<div>'.repeat(20_000) + 'Isi' };
    expect(only(deepMarkup).bodyText).toBe('Isi');
  });

  test.each(XSS_VECTORS)('%s does no harm in any field', (vector) => {
    const everywhere = Object.fromEntries(names.map((name) => [name, vector]));
    for (const body of ['body_xhtml', 'body_html', 'body_text', 'body_nitf', 'body']) {
      const story = only({
        ...everywhere,
        ...item,
        [body]: `<p>Pembuka.</p>${vector}<p>Penutup.</p>`,
        bodies: undefined,
        type: 'text',
        associations: [
          { type: 'picture', descriptions: [{ value: vector }], renditions: [{ href: vector }] },
        ],
      });
      expect(story.bodyText).toContain('Pembuka.');
      expect(documentToHtml(publishable(story.body))).not.toMatch(
        /<script|<iframe|<object|<svg|<style|\son\w+\s*=|javascript:(?![^<]*<\/p>)/i,
      );
    }
  });
});
