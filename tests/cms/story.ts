/** The story of the CMS tests, and what a target is given to work with. */
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { publishable } from '../../shared/document/publishable.ts';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type {
  PublishableArticle,
  PublishRequest,
  TargetContext,
} from '../../electron/core/publishing/target.ts';
import { testContext, testPicture, testRequest } from '../../electron/core/publishing/testing-target.ts';
import { articleFieldsSchema } from '../../shared/contract/articles.ts';
import {
  buildDocument,
  embed,
  factBox,
  foreign,
  gallery,
  heading,
  horizontalRule,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  picture,
  pullQuote,
  quote,
  readMore,
  relatedStory,
  sourceNote,
  table,
  text,
} from '../../shared/document/build.ts';
import { TEXT_FORMAT, type BlockNode } from '../../shared/document/vocabulary.ts';

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function pngChunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A picture of one colour as PNG (W3C PNG, 8 bits RGB). */
export function png(
  width: number,
  height: number,
  colour: [number, number, number],
): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: width }, () => Buffer.from(colour))),
  ]);
  const pixels = Buffer.concat(Array.from({ length: height }, () => row));
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(pixels)),
      pngChunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export const pictureBytes = png(320, 180, [20, 80, 120]);
export const pictureId = createHash('sha256').update(pictureBytes).digest('hex');

export const fields = articleFieldsSchema.parse({
  headline: 'Presiden Jokowi: "Indonesia & ASEAN" Harus <Kompak>',
  dek: 'Presiden mengajak ASEAN menjaga perdamaian & stabilitas.',
  section: 'dunia',
  tags: ['KTT ASEAN', 'Joko Widodo', 'Kawasan & Dunia'],
  byline: 'Desca Lidya',
  dateline: 'SINGAPURA, SERUJI.CO.ID – ',
  credit: '(Ant/SU02)',
  slug: 'presiden-jokowi-indonesia-asean-harus-kompak',
  commentsOpen: true,
});

/** `quoted` is a sentence to look for; the picture stands in the middle. */
export function story(quoted = 'Perdamaian bukan hadiah, melainkan hasil kerja.') {
  return buildDocument([
    pullQuote([text(quoted)], 'Presiden Joko Widodo'),
    paragraph([
      text('Presiden '),
      text('Joko Widodo', TEXT_FORMAT.bold),
      text(' menghadiri '),
      text('working dinner', TEXT_FORMAT.italic),
      text(
        ' di Hotel Shangri-La, Jumat (27/4) malam. "Saya optimistis," katanya tentang Rp1,16 triliun [bukan kode].',
      ),
    ]),
    image(pictureId, {
      alt: 'Para pemimpin ASEAN',
      caption: 'Para pemimpin ASEAN di Singapura.',
      credit: '(ANTARA FOTO)',
      width: 320,
      height: 180,
    }),
    heading('h2', [text('Kawasan yang damai')]),
    list('bullet', [
      [text('Kerja sama'), list('number', [[text('ekonomi')], [text('maritim')]])],
      [text('Dialog')],
    ]),
    paragraph([text('Lihat '), link('https://asean.org/?a=1&b=2', [text('laman ASEAN')]), text('.')]),
  ]);
}

const cell = (words: string) => [text(words)];

/** Each kind of block there is, with something in it. */
export const everyNode: Readonly<Record<BlockNode['type'], BlockNode>> = {
  paragraph: paragraph([
    text('Lihat '),
    link('https://asean.org/?a=1&b=2', [text('laman', TEXT_FORMAT.bold)], { title: 'Judul "tautan"' }),
    text(' H'),
    text('2', TEXT_FORMAT.subscript),
    text('O, m'),
    text('2', TEXT_FORMAT.superscript),
    text(', '),
    text('kode', TEXT_FORMAT.code),
    text(' dan '),
    text('dicoret', TEXT_FORMAT.strikethrough),
    lineBreak(),
    text('<b>bukan tanda</b> [bukan kode] & seterusnya', TEXT_FORMAT.underline | TEXT_FORMAT.italic),
  ]),
  heading: heading('h3', [text('Anak judul')]),
  quote: quote([text('Kutipan biasa.')]),
  pullquote: pullQuote([text('Kutipan yang diangkat.')], 'Presiden'),
  list: list('number', [[text('satu'), list('bullet', [[text('anak')]])], [text('dua')]], 3),
  image: image(pictureId, { alt: 'A "B" & <C>', caption: 'Keterangan.', credit: '(ANTARA FOTO)' }),
  horizontalrule: horizontalRule(),
  gallery: gallery(
    [picture(pictureId, { alt: 'satu', caption: 'Satu.' }), picture(pictureId, { credit: '(ANTARA)' })],
    'Dua gambar & satu keterangan',
  ),
  embed: embed(
    { provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' },
    'Film & lagu',
    'Keterangan film',
  ),
  relatedstory: relatedStory('Harga cabai "turun"', { url: 'https://situs.test/cabai/?a=1&b=2' }),
  sourcenote: sourceNote([text('Sumber: BPS, diolah.')]),
  readmore: readMore(),
  factbox: factBox('Fakta & angka', [paragraph([text('Isi kotak.')]), list('bullet', [[text('butir')]])]),
  table: table(
    [
      [cell('Kota'), cell('Harga')],
      [cell('Jakarta'), cell('Rp1,16 juta & naik')],
    ],
    { headerRow: true, headerColumn: true, caption: 'Harga & kota', shares: [60, 40] },
  ),
  foreign: foreign(
    'wordpress-blocks',
    '<!-- wp:verse -->\n<pre class="wp-block-verse">Bait\ndua</pre>\n<!-- /wp:verse -->',
    'situs',
  ),
};

export function article({
  document = story(),
  ...changes
}: Partial<Omit<PublishableArticle, 'document'>> & {
  document?: ArticleDocument;
} = {}): PublishableArticle {
  return {
    articleId: '5f0c4a6e-6f0e-4a3c-9b1e-0d0a1b2c3d4e',
    revisionId: 1,
    fields,
    slug: fields.slug,
    document: publishable(document),
    firstPublishedAt: Date.now(),
    updatedAt: Date.now(),
    corrections: [],
    corrects: null,
    ...changes,
  };
}

export function request(marker: string, changes: Partial<PublishRequest> = {}): PublishRequest {
  return testRequest(article(), { marker, ...changes });
}

/** A context with a memory of its own and a clock that goes. */
export function context(secret: string | null, changes: Partial<TargetContext> = {}): TargetContext {
  return testContext({
    now: () => Date.now(),
    secret,
    picture: async (mediaId) =>
      mediaId === pictureId
        ? testPicture({
            mediaId,
            width: 320,
            height: 180,
            fileName: 'Foto Presiden “Jokowi” di Singapura.png',
            bytes: async () => pictureBytes,
          })
        : null,
    ...changes,
  });
}
