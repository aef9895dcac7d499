import { Transformer } from '@napi-rs/image';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { manuscriptErrorCodeSchema } from '../../../../shared/contract/articles.ts';
import { documentImages, documentText } from '../../../../shared/document/walk.ts';
import { isMessageKey, translate } from '../../../../shared/i18n/translate.ts';
import { openTestCore, type TestCore } from '../../testing.ts';
import { docxOf, pictureParagraph, run, styled, zipOf } from './testing-docx.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.close());

function importFile(content: BlobPart, name: string) {
  return desk.client.articles.importFile({ file: new File([content], name), name });
}

async function articleCount(): Promise<number> {
  return Object.values(await desk.client.articles.counts()).reduce((sum, count) => sum + count, 0);
}

const STORY = styled('Judul', run('Presiden Tiba')) + styled('', run('Presiden tiba di Singapura.'));

test('a Word file becomes a draft that is saved and found, its picture stored', async () => {
  const png = await Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(90), 40, 30).png();
  const { article, leftOut } = await importFile(docxOf(STORY + pictureParagraph, { picture: png }), 'a.docx');
  expect(leftOut).toEqual([]);
  const stored = await desk.client.articles.get({ articleId: article.articleId });
  expect(stored.state).toBe('draft');
  expect(stored.fields).toMatchObject({ headline: 'Presiden Tiba', slug: 'presiden-tiba' });
  const [picture] = documentImages(stored.document);
  expect(picture).toMatchObject({ width: 40, height: 30, alt: 'Presiden turun dari pesawat' });
  expect(await desk.client.media.get({ mediaId: picture?.mediaId ?? '' })).toMatchObject({
    mimeType: 'image/png',
  });
  const { rows } = await desk.client.articles.list({ filter: { query: 'Singapura' } });
  expect(rows.map(({ articleId }) => articleId)).toEqual([article.articleId]);
});

test('pictures that are none, carry script or claim 300 megapixels are left out and told; the copy is there', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString(
    'base64',
  );
  const claim = Buffer.alloc(64);
  claim.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  claim.writeUInt32BE(30_000, 16);
  claim.writeUInt32BE(10_000, 20);
  const { article, leftOut } = await importFile(
    [
      '# Judul',
      'Isi naskah.',
      `![a](data:image/svg+xml;base64,${svg})`,
      `![b](data:image/png;base64,${claim.toString('base64')})`,
      '![c](foto/tidak-ada.jpg)',
    ].join('\n\n'),
    'a.md',
  );
  expect(documentText(article.document)).toBe('Isi naskah.');
  expect(documentImages(article.document)).toEqual([]);
  expect(leftOut).toEqual([{ kind: 'pictures', count: 3 }]);
});

test('a picture of the web that cannot be fetched keeps its address, and addresses inside the house are not asked', async () => {
  const { article, leftOut } = await importFile('# J\n\nIsi.\n\n![a](http://127.0.0.1:9/a.png)', 'a.md');
  expect(documentImages(article.document)).toMatchObject([
    { mediaId: '', sourceUrl: 'http://127.0.0.1:9/a.png' },
  ]);
  expect(leftOut).toEqual([{ kind: 'pictures', count: 1 }]);
});

test.each([
  ['broken', docxOf(STORY).subarray(0, 200), 'a.docx'],
  ['zip-bomb', docxOf(STORY, { more: [{ name: 'x.xml', content: 'x'.repeat(99), declares: 9 }] }), 'a.docx'],
  ['too-large', new Uint8Array(50 * 1024 * 1024 + 1), 'a.txt'],
])('%s: a typed refusal, and no article', async (code, bytes, name) => {
  await expect(importFile(bytes, name)).rejects.toMatchObject({ code: 'UNREADABLE', data: { code } });
  expect(await articleCount()).toBe(0);
});

const MEGABYTE = 1024 * 1024;

/** What is small to send and large to read; nothing of it may be begun. */
const HEAVY: [what: string, code: string, make: () => BlobPart, name: string][] = [
  [
    'a document of 300 MB inside 300 KB',
    'zip-bomb',
    () => zipOf([{ name: 'word/document.xml', content: Buffer.alloc(300 * MEGABYTE) }]),
    'a.docx',
  ],
  [
    'a document of 300 MB that says it is small',
    'zip-bomb',
    () => zipOf([{ name: 'word/document.xml', content: Buffer.alloc(300 * MEGABYTE), declares: 4_000 }]),
    'a.docx',
  ],
  ['paragraphs of Word', 'out-of-memory', () => docxOf('<w:p/>'.repeat(6_000_000)), 'a.docx'],
  ['parts of Word inside one another', 'out-of-memory', () => docxOf('<w:sdt>'.repeat(2_000_000)), 'a.docx'],
  ['breaks of HTML', 'out-of-memory', () => `<html><body>${'a<br>'.repeat(8 * MEGABYTE)}`, 'a.html'],
  [
    'lists inside lists of HTML',
    'out-of-memory',
    () => `<html><body>${'<ul><li>'.repeat(4 * MEGABYTE)}`,
    'a.html',
  ],
  ['cells of HTML', 'out-of-memory', () => `<html><body><table>${'<td>'.repeat(4 * MEGABYTE)}`, 'a.html'],
  ['items of Markdown', 'out-of-memory', () => '- a\n'.repeat(2 * MEGABYTE), 'a.md'],
  ['quotes inside quotes of Markdown', 'out-of-memory', () => '> '.repeat(4 * MEGABYTE), 'a.md'],
  ['lists inside lists of Markdown', 'out-of-memory', () => '+ '.repeat(20_000), 'a.md'],
  ['stars of Markdown', 'out-of-memory', () => '*a **b '.repeat(MEGABYTE), 'a.md'],
  ['lines of text', 'out-of-memory', () => 'a\n\n'.repeat(8 * MEGABYTE), 'a.txt'],
  ['paragraphs of text', 'too-large', () => 'Presiden tiba.\n\n'.repeat(60_000), 'a.txt'],
];

test.each(HEAVY)('%s: refused as %s, in words, and the desk goes on', async (_what, code, make, name) => {
  const { articleId } = (await importFile('# Judul\n\nIsi naskah.', 'lama.md')).article;
  const before = await desk.client.articles.get({ articleId });
  await expect(importFile(make(), name)).rejects.toMatchObject({ code: 'UNREADABLE', data: { code } });
  expect(await desk.client.articles.get({ articleId })).toEqual(before);
  expect(await articleCount()).toBe(1);
  expect(documentText((await importFile('# Judul\n\nYang berikut.', 'b.md')).article.document)).toBe(
    'Yang berikut.',
  );
});

test('every refusal has its sentence in both languages', () => {
  for (const code of manuscriptErrorCodeSchema.options) {
    expect(isMessageKey(`error.read.${code}`), code).toBe(true);
  }
  for (const code of ['out-of-memory', 'too-large'] as const) {
    expect(translate('id', `error.read.${code}`)).toContain('coba lagi');
    expect(translate('en', `error.read.${code}`)).toContain('try again');
  }
});
