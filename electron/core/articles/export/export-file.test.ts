import { randomUUID } from 'node:crypto';
import { Transformer } from '@napi-rs/image';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  articleFieldsSchema,
  exportFormatSchema,
  type ExportFormat,
} from '../../../../shared/contract/articles.ts';
import {
  buildDocument,
  embed,
  factBox,
  heading,
  image,
  lineBreak,
  link,
  list,
  paragraph,
  pullQuote,
  quote,
  relatedStory,
  table,
  text,
} from '../../../../shared/document/build.ts';
import type { BlockNode, ListNode } from '../../../../shared/document/vocabulary.ts';
import { checkZip } from '../import/check-zip.ts';
import { openTestCore, type TestCore } from '../../testing.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.close());

const FIELDS = articleFieldsSchema.parse({
  headline: 'Presiden "Tiba" & Bertemu',
  dek: 'KTT ke-32 <ASEAN> dibuka',
  byline: 'Sari',
  dateline: 'SINGAPURA, SERUJI.CO.ID –',
  credit: '(Ant/SU02)',
  slug: 'presiden-tiba',
  section: 'politik',
  tags: ['asean', 'ktt, singapura'],
  kicker: 'KTT ASEAN',
  language: 'en',
  shortHeadline: 'Presiden: "Tiba"',
  socialTitle: '# Presiden tiba',
  seoTitle: 'Presiden tiba di KTT',
  seoDescription: 'KTT ke-32: agenda',
});

async function write(blocks: readonly BlockNode[]): Promise<string> {
  const { articleId, base } = await desk.client.articles.create({});
  const document = buildDocument(blocks);
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: FIELDS,
    document,
  });
  return articleId;
}

async function addPicture(format: 'png' | 'webp'): Promise<string> {
  const pixels = Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(90), 40, 30);
  const bytes = format === 'png' ? await pixels.png() : await pixels.webp(80);
  const name = `foto.${format}`;
  const { mediaId } = await desk.client.media.add({ file: new File([new Uint8Array(bytes)], name), name });
  return mediaId;
}

/** Takes the article out and in again. */
async function thereAndBack(articleId: string, format: ExportFormat) {
  const file = await desk.client.articles.exportFile({ articleId, format });
  expect(file.name).toBe(`presiden-tiba.${format}`);
  const { article, leftOut } = await desk.client.articles.importFile({ file, name: file.name });
  expect(leftOut).toEqual([]);
  return article;
}

const COPY = [
  paragraph([
    text('Presiden '),
    text('tiba', 1),
    text(' di '),
    text('Changi', 2),
    text(', kata '),
    link('https://antaranews.com/b?id=1&x=2', [text('Antara')]),
    text('.'),
    lineBreak(),
    text('Baris dua.'),
  ]),
  heading('h2', [text('Agenda')]),
  heading('h3', [text('Hari pertama')]),
  quote([text('Kami siap.')]),
  pullQuote([text('Kami selalu siap.')], 'Bupati Demak'),
];

/** Numbers and indents as they are stored: a list inside counts for nothing in the one around it. */
function withIndent(outer: ListNode): ListNode {
  let value = outer.start;
  const children = outer.children.map((item) => {
    const [inner] = item.children;
    if (inner?.type !== 'list') return { ...item, value: value++ };
    const indented = { ...inner, children: inner.children.map((each) => ({ ...each, indent: 1 })) };
    return { ...item, value, children: [indented] };
  });
  return { ...outer, children };
}

test('a Word file reads back as the article it was', async () => {
  const picture = await addPicture('png');
  const blocks = [
    ...COPY,
    withIndent(list('bullet', [[text('Satu')], [list('number', [[text('Dalam')]])], [text('Dua')]])),
    image(picture, { alt: 'Foto', caption: 'Tiba', width: 40, height: 30 }),
    table([
      [[text('Tim')], [text('Poin')]],
      [[text('A')], [text('3')]],
    ]),
  ];
  const article = await thereAndBack(await write(blocks), 'docx');
  const { kicker, headline, dek, byline } = FIELDS;
  expect(article.fields).toMatchObject({ kicker, headline, dek, byline });
  const [first, ...rest] = article.document.root.children;
  expect(first).toEqual({
    ...paragraph([text(`${FIELDS.dateline} Presiden `), ...(COPY[0]?.children.slice(1) ?? [])]),
  });
  expect(rest).toEqual([...blocks.slice(1), paragraph([text('(Ant/SU02)')])]);
});

test('a Markdown file reads back with all its fields and its picture', async () => {
  const picture = await addPicture('png');
  const blocks = [
    ...COPY,
    list('number', [[text('Satu')], [text('Dua')]], 3),
    image(picture, { alt: 'Foto', caption: 'Tiba', width: 40, height: 30 }),
    factBox('Angka', [paragraph([text('Inflasi 3,4 persen')])]),
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
  ];
  const { fields, document } = await thereAndBack(await write(blocks), 'md');
  expect({ ...fields, commentsOpen: true }).toEqual(FIELDS);
  expect(document.root.children).toEqual(blocks);
});

test('a page reads back with its copy, and needs nothing beside it', async () => {
  const picture = await addPicture('webp');
  const long = paragraph([text('Pemerintah memastikan pasokan beras aman. '.repeat(8).trim())]);
  const articleId = await write([
    long,
    image(picture, { alt: 'Foto', caption: 'Tiba', width: 40, height: 30 }),
  ]);
  const file = await desk.client.articles.exportFile({ articleId, format: 'html' });
  const html = await file.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<title>Presiden &quot;Tiba&quot; &amp; Bertemu</title>');
  expect(html).not.toMatch(/src="(?!data:image\/webp;base64,)/);
  const { article } = await desk.client.articles.importFile({ file, name: file.name });
  expect(article.fields.headline).toBe(FIELDS.headline);
  expect(article.document.root.children).toEqual([
    paragraph([
      text(`${FIELDS.dateline} ` + (long.children[0]?.type === 'text' ? long.children[0].text : '')),
    ]),
    image(picture, { alt: 'Foto', caption: 'Tiba', width: 40, height: 30 }),
    paragraph([text('(Ant/SU02)')]),
  ]);
});

test('text has the words alone; a story of ours that is not out leads nowhere', async () => {
  const related = relatedStory('Naskah lain', { articleId: randomUUID() });
  const articleId = await write([paragraph([text('Presiden tiba.')]), related]);
  const file = await desk.client.articles.exportFile({ articleId, format: 'txt' });
  expect(await file.text()).toBe(
    'KTT ASEAN\nPresiden "Tiba" & Bertemu\nKTT ke-32 <ASEAN> dibuka\nSari\n\nSINGAPURA, SERUJI.CO.ID – Presiden tiba.\n\nBaca juga: Naskah lain\n(Ant/SU02)\n',
  );
  const page = await desk.client.articles.exportFile({ articleId, format: 'html' });
  expect(await page.text()).not.toContain('Naskah lain');
});

test('text has the numbers and bullets of lists, in boxes too', async () => {
  const inner = list('number', [[text('pleno')]]);
  const articleId = await write([
    paragraph([text('Harga naik'), text('[4]', 64), text('.')]),
    list('bullet', [[text('Sidang')], [inner], [text('Jamuan')]]),
    factBox('Kotak', [list('bullet', [[text('Satu')]])]),
    list('number', [[text('Data BPS.')], [text('Data Bulog,'), lineBreak(), text('per Maret.')]], 4),
  ]);
  const file = await desk.client.articles.exportFile({ articleId, format: 'txt' });
  expect(await file.text()).toContain(
    'Harga naik[4].\n\n• Sidang\n  1. pleno\n• Jamuan\n\nKotak\n• Satu\n\n4. Data BPS.\n5. Data Bulog,\nper Maret.\n',
  );
});

test('Word gets pictures it cannot show as ones it can', async () => {
  const articleId = await write([
    paragraph([text('Isi.')]),
    image(await addPicture('webp'), { alt: 'Foto' }),
  ]);
  const { document } = await thereAndBack(articleId, 'docx');
  const shown = document.root.children.find(({ type }) => type === 'image');
  expect(shown?.type === 'image' && (await desk.client.media.get({ mediaId: shown.mediaId }))).toMatchObject({
    mimeType: 'image/jpeg',
  });
});

test.each(exportFormatSchema.options)(
  '%s: suggestions that are open, and notes, stay in the house',
  async (format) => {
    const mark = { id: 'u1', personId: 'sari', at: '2018-04-27T15:10:00Z' };
    const { articleId, base } = await desk.client.articles.create({});
    await desk.client.articles.saveDraft({
      articleId,
      base,
      mutationId: randomUUID(),
      document: {
        ...buildDocument([
          paragraph([
            { ...text('TETAP awal '), $: { notes: ['catatan-RAHASIA'] } },
            { ...text('usulan RAHASIA '), $: { insertion: mark } },
            { ...text('TETAP akhir'), $: { deletion: { ...mark, personId: 'orang-RAHASIA' } } },
          ]),
        ]),
        notes: [
          {
            noteId: 'catatan-RAHASIA',
            quote: 'RAHASIA',
            messages: [{ messageId: 'm1', personId: 'sari', at: mark.at, text: 'Ini RAHASIA' }],
            resolved: null,
          },
        ],
      },
    });
    const file = await desk.client.articles.exportFile({ articleId, format });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const zip = format === 'docx' ? checkZip(bytes) : null;
    const parts = zip === null ? [bytes] : [...zip.names].map((name) => zip.read(name));
    const written = parts.map((part) => Buffer.from(part).toString('utf8')).join('\n');
    expect(written).toContain('TETAP awal');
    expect(written).toContain('TETAP akhir');
    expect(written).not.toContain('RAHASIA');
  },
);

test('an article that is not there is told', async () => {
  await expect(
    desk.client.articles.exportFile({ articleId: randomUUID(), format: 'docx' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
