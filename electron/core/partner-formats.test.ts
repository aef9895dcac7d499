/**
 * What goes out to partners: valid by the standards' schemas, read back by our own parsers as it was meant, and never with
 * a note or a suggestion in it. Here the serialisers of publishing meet the parsers of the wire.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { parseFeed } from 'feedsmith';
import { XmlBufferInputProvider, XmlDocument, xmlRegisterInputProvider, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { ArticleFields } from '../../shared/contract/articles.ts';
import { articleFieldsSchema } from '../../shared/contract/articles.ts';
import { houseSchema } from '../../shared/contract/settings.ts';
import type { PartnerFormat } from '../../shared/contract/target-configuration.ts';
import type { WireStory } from '../../shared/contract/wire-story.ts';
import { htmlToDocument } from '../../shared/conversion/html-to-document.ts';
import { arbitraryMarkedDocument } from '../../shared/document/arbitrary-marks.ts';
import { buildDocument, image, list, paragraph, text } from '../../shared/document/build.ts';
import { publishable } from '../../shared/document/publishable.ts';
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { documentText } from '../../shared/document/walk.ts';
import { emptyStory } from '../../shared/domain/empty-story.ts';
import type { FeedFrame } from './publishing/formats/feed-frame.ts';
import { PARTNER_FORMATS } from './publishing/formats/formats.ts';
import { itemHtml } from './publishing/formats/item-body.ts';
import {
  newsItemOf,
  withdrawalOf,
  type ItemPicture,
  type ItemVersion,
  type NewsItem,
} from './publishing/formats/news-item.ts';
import { withEditorialFields } from './wire/formats/editorial.ts';
import { parseWireBytes } from './wire/formats/parse.ts';

const SCHEMAS = join(import.meta.dirname, '../../tests/fixtures/iptc');
const NOW = Date.parse('2018-04-27T22:10:00+07:00');

function schema(name: string): string {
  return readFileSync(join(SCHEMAS, name), 'utf8');
}

function ninjsValidator(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Places may hold GeoJSON; we write no places.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} });
  return ajv.compile(JSON.parse(schema(name)) as object);
}

const validators = {
  'ninjs-3': ninjsValidator('ninjs-schema_3.0.json'),
  'ninjs-2': ninjsValidator('ninjs-schema_2.1.json'),
};

/** The IPTC's own XML Schema of news items, from a folder with it and what it includes. */
function newsItemSchema(folder: string): XsdValidator {
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.xsd'))
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(files)));
  const name = [...files.keys()].find((file) => /-spec-(?:All|NewsItem)-Power\.xsd$/.test(file));
  if (name === undefined) throw new Error(`${folder} has no NewsML-G2 schema of news items`);
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(files.get(name) ?? Buffer.of(), { url: name }));
}

const newsMlG2 = XsdValidator.fromDoc(XmlDocument.fromString(schema('newsml-g2-profile.xsd')));
/** The IPTC's own is not in the repository; whoever has it names the folder. */
const iptcFolder = process.env['NEWSML_G2_SCHEMAS'];
const newsMlG2OfIptc = iptcFolder === undefined ? null : newsItemSchema(iptcFolder);

/** Throws, with words, where it is not valid. */
function validate(format: PartnerFormat, written: string): void {
  if (format === 'ninjs-3' || format === 'ninjs-2') {
    const isValid = validators[format](JSON.parse(written));
    expect(validators[format].errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  } else if (format === 'json-feed') {
    expect(parseFeed(written).format).toBe('json');
  } else {
    const document = XmlDocument.fromString(written);
    try {
      if (format === 'newsml-g2') {
        newsMlG2.validate(document);
        newsMlG2OfIptc?.validate(document);
      } else expect(parseFeed(written).format).toBe(format);
    } finally {
      document.dispose();
    }
  }
}

const house = houseSchema.parse({ name: 'Seruji', siteUrl: 'https://seruji.example' });
const terms = {
  language: 'id',
  copyrightNotice: '© 2018 Seruji',
  usageTerms: 'Hanya untuk pelanggan.',
};
const mediaId = 'ab'.repeat(32);
const pictures = new Map<string, ItemPicture>([
  [mediaId, { href: 'https://seruji.example/media/1.jpg', mimeType: 'image/jpeg', width: 1200, height: 800 }],
]);
const frame: FeedFrame = {
  title: 'Seruji',
  uri: 'urn:uuid:6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  siteUrl: 'https://seruji.example',
  language: 'id',
  copyrightNotice: '© 2018 Seruji',
  updated: '2018-04-27T22:10:00+07:00',
};

const first: ItemVersion = {
  uri: 'urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e',
  version: 1,
  firstCreated: NOW,
  versionCreated: NOW,
};

function itemOf(
  document: ArticleDocument,
  fields: Partial<ArticleFields>,
  version: Partial<ItemVersion> = {},
  embargoedUntil: number | null = null,
): NewsItem {
  return newsItemOf(
    { fields: articleFieldsSchema.parse(fields), slug: 'judul', document: publishable(document) },
    { ...first, ...version },
    { house, terms, noteToldBefore: null, embargoedUntil, forbidsAi: false, pictures },
  );
}

function write(format: PartnerFormat, item: NewsItem): string {
  const written = PARTNER_FORMATS[format];
  return written.holds === 'item' ? written.write(item) : written.write([item], frame);
}

function readBack(format: PartnerFormat, written: string): WireStory {
  const delivery = parseWireBytes(Buffer.from(written), { now: NOW });
  expect(delivery.format).toBe(format.startsWith('ninjs') ? 'ninjs' : format);
  const [story, ...others] = delivery.stories;
  if (story === undefined) throw new Error('no story came back');
  expect(others).toEqual([]);
  return story;
}

const FORMATS = Object.keys(PARTNER_FORMATS) as PartnerFormat[];
const ITEM_FORMATS: PartnerFormat[] = ['ninjs-3', 'ninjs-2', 'newsml-g2'];

const story = buildDocument([
  paragraph([text('Presiden tiba di Singapura pada Jumat malam & disambut “hangat”.')]),
  image(mediaId, { caption: 'Presiden turun dari pesawat.', credit: 'Antara/Sari', alt: 'Tangga pesawat' }),
  list('bullet', [[text('Investasi < Rp1,16 triliun')], [text('Wisata')]]),
  paragraph([text('Ia bertolak pulang Sabtu pagi.')]),
]);
const fields = {
  headline: 'Presiden Tiba di Singapura',
  dek: 'Kunjungan dua hari.',
  section: 'ekonomi',
  tags: ['presiden', 'Singapura'],
  byline: 'Sari Utami',
  dateline: 'SINGAPURA, SERUJI.CO.ID – ',
  credit: '(Ant/SU02)',
};

describe.each(FORMATS)('%s', (format) => {
  test('a story comes back with everything a desk needs', () => {
    const written = write(format, itemOf(story, fields));
    validate(format, written);
    const back = readBack(format, written);
    expect(back).toMatchObject({
      uri: first.uri,
      pubStatus: 'usable',
      headline: 'Presiden Tiba di Singapura',
      byline: 'Sari Utami',
      abstract: 'Kunjungan dua hari.',
      credit: '(Ant/SU02)',
      language: 'id',
      embargoed: null,
      problems: [],
    });
    expect(back.dateline?.city?.toUpperCase()).toBe('SINGAPURA');
    expect(back.firstCreated && Date.parse(back.firstCreated)).toBe(NOW);
    expect(back.versionCreated && Date.parse(back.versionCreated)).toBe(NOW);
    expect(back.bodyText).toContain(
      'SINGAPURA, SERUJI.CO.ID – Presiden tiba di Singapura pada Jumat malam & disambut “hangat”.',
    );
    expect(back.bodyText).toContain('Investasi < Rp1,16 triliun');
    expect(back.bodyText).not.toContain('(Ant/SU02)');
    expect(back.media).toMatchObject([{ url: 'https://seruji.example/media/1.jpg', type: 'picture' }]);
    expect(back.media[0]?.caption).toContain('Presiden turun dari pesawat.');
    expect([...back.keywords, ...back.subjects.map(({ name }) => name)]).toEqual(
      expect.arrayContaining(['presiden', 'Singapura', 'Ekonomi']),
    );
  });

  test('whatever the article: valid, and the copy comes back as it went out', () => {
    const words = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} .,“”–-]{0,60}$/u);
    fc.assert(
      fc.property(
        arbitraryMarkedDocument,
        fc.record({
          headline: words,
          dek: fc.oneof(fc.constant(''), words),
          byline: fc.oneof(fc.constant(''), words),
          tags: fc.uniqueArray(words, { maxLength: 4, selector: (tag) => tag.toLowerCase().trim() }),
          section: fc.constantFrom('', 'ekonomi', 'dunia', 'tak-dikenal'),
        }),
        fc.integer({ min: 1, max: 40 }),
        (document, some, version) => {
          const opening = paragraph([
            text(`Berita hari ini lengkap dengan keterangan. ${'Kata '.repeat(20)}`),
          ]);
          const copy = {
            ...document,
            root: { ...document.root, children: [opening, ...document.root.children] },
          };
          const item = itemOf(copy, some, { version });
          const written = write(format, item);
          validate(format, written);
          const back = readBack(format, written);
          const body = htmlToDocument(itemHtml(item));
          const meant = withEditorialFields({ ...emptyStory(first.uri), body, bodyText: documentText(body) });
          expect(back.bodyText).toBe(meant.bodyText);
          expect(back.body).toEqual(meant.body);
          expect(back.headline).toBe(some.headline.replace(/\s+/g, ' ').trim());
          expect(back.uri).toBe(first.uri);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('odd characters in any field leave it valid', () => {
    const odd = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.record({ headline: odd, dek: odd, byline: odd, dateline: odd, credit: odd, tags: fc.array(odd) }),
        (some) => {
          const tags = some.tags.filter((tag) => tag !== '');
          validate(format, write(format, itemOf(story, { ...some, tags })));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('suggestions that are open and notes never get out', () => {
    const mark = { id: 'u1', personId: 'orang-RAHASIA', at: '2018-04-27T15:10:00Z' };
    const marked: ArticleDocument = {
      ...buildDocument([
        paragraph([
          { ...text('TETAP awal '), $: { notes: ['catatan-RAHASIA'] } },
          { ...text('usulan RAHASIA '), $: { insertion: mark } },
          { ...text('TETAP sampai diputuskan'), $: { deletion: mark } },
        ]),
        { ...paragraph([text('blok RAHASIA')]), $: { insertion: mark } },
      ]),
      notes: [
        {
          noteId: 'catatan-RAHASIA',
          quote: 'RAHASIA',
          messages: [{ messageId: 'm1', personId: 'sari', at: mark.at, text: 'Ini RAHASIA' }],
          resolved: null,
        },
      ],
    };
    const written = write(format, itemOf(marked, { headline: 'Judul' }));
    expect(written).toContain('TETAP awal TETAP sampai diputuskan');
    expect(written).not.toContain('RAHASIA');
  });
});

describe('versions, corrections and withdrawals', () => {
  const corrected = buildDocument([
    ...story.root.children,
    paragraph([text('Ralat (28/4): angka investasi semula tertulis Rp1,61 triliun.')]),
  ]);

  test.each(ITEM_FORMATS)('%s: a correction is the next version and says what was mended', (format) => {
    const written = write(format, itemOf(corrected, fields, { version: 2, versionCreated: NOW + 60_000 }));
    validate(format, written);
    const back = readBack(format, written);
    expect(back).toMatchObject({ uri: first.uri, version: '2', pubStatus: 'usable' });
    expect(back.edNote).toBe('Ralat (28/4): angka investasi semula tertulis Rp1,61 triliun.');
    expect(Date.parse(back.versionCreated ?? '')).toBe(NOW + 60_000);
    expect(Date.parse(back.firstCreated ?? '')).toBe(NOW);
    if (format === 'newsml-g2') expect(back.signals).toEqual(['sig:correction']);
  });

  test('NewsML-G2: a version that corrects nothing is an update, a first one has no signal', () => {
    const signals = (version: number): string[] =>
      readBack('newsml-g2', write('newsml-g2', itemOf(story, fields, { version }))).signals;
    expect(signals(1)).toEqual([]);
    expect(signals(2)).toEqual(['sig:update']);
  });

  test.each([...ITEM_FORMATS, 'atom' as const])(
    '%s: a withdrawal is told with its reason, without copy',
    (format) => {
      const item = withdrawalOf(
        { headline: 'Presiden Tiba di Singapura', edNote: 'Ditarik: mohon tidak dimuat.' },
        { ...first, version: 3, versionCreated: NOW + 120_000 },
        { house, terms },
      );
      const written = write(format, item);
      validate(format, written);
      const back = readBack(format, written);
      expect(back).toMatchObject({
        uri: first.uri,
        pubStatus: 'canceled',
        edNote: 'Ditarik: mohon tidak dimuat.',
        problems: [],
      });
      expect(Date.parse(back.versionCreated ?? '')).toBe(NOW + 120_000);
      expect(written).not.toContain('Singapura pada Jumat malam');
    },
  );

  test.each(ITEM_FORMATS)('%s: an embargo comes back to the second', (format) => {
    const written = write(format, itemOf(story, fields, {}, NOW + 3_600_000));
    validate(format, written);
    expect(Date.parse(readBack(format, written).embargoed ?? '')).toBe(NOW + 3_600_000);
  });

  test.each(['rss', 'atom', 'json-feed'] as const)(
    '%s: what is taken back or under embargo is not among what may be shown',
    (format) => {
      const withdrawal = withdrawalOf({ headline: 'Ditarik', edNote: 'Ditarik.' }, first, { house, terms });
      const feed = PARTNER_FORMATS[format];
      if (feed.holds !== 'feed') throw new Error('a feed');
      const written = feed.write([itemOf(story, fields, {}, NOW + 3_600_000), withdrawal], frame);
      validate(format, written);
      expect(written).not.toContain('Singapura');
    },
  );
});

test('the subjects of a section the IPTC has a topic for', () => {
  const back = readBack('newsml-g2', write('newsml-g2', itemOf(story, fields)));
  expect(back.subjects).toContainEqual({
    scheme: 'http://cv.iptc.org/newscodes/mediatopic/',
    code: '04000000',
    name: 'economy, business and finance',
  });
});

test('the schemas refuse what they should', () => {
  const written = write('ninjs-3', itemOf(story, fields));
  expect(validators['ninjs-3'](JSON.parse(written.replace('"usable"', '"cancelled"')))).toBe(false);
  expect(validators['ninjs-2'](JSON.parse(written))).toBe(false);
  const swapped = write('newsml-g2', itemOf(story, fields)).replace('stat:usable', 'stat:ready');
  expect(() => newsMlG2.validate(XmlDocument.fromString(swapped))).toThrow('stat:ready');
});
