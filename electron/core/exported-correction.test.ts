/** A file taken away from the post of a correction, and its page on paper, say what it corrects. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportFormatSchema, type ExportFormat } from '../../shared/contract/articles.ts';
import { buildDocument, paragraph, relatedStory, text } from '../../shared/document/build.ts';
import { checkZip } from './articles/import/check-zip.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
});

afterEach(() => desk.close());

/** Waits until it is live wherever it is sent. */
async function settled(articleId: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({ articleId });
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every(({ state }) => state === 'live')).toBe(true);
    },
    { timeout: 10_000, interval: 20 },
  );
}

async function published(headline: string): Promise<string> {
  const { articleId, base } = await desk.client.articles.create({});
  const { fields } = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline, section: 'nasional' },
    document: buildDocument([paragraph([text('Nilainya Rp1,16 triliun.')])]),
  });
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await settled(articleId);
  return articleId;
}

/** Files a correction with a post of its own; the id of that. */
async function correctedInPost(articleId: string): Promise<string> {
  const { workingBase } = await desk.client.corrections.of({ articleId });
  const { matter } = await desk.client.corrections.correct({
    articleId,
    requestId: randomUUID(),
    known: 0,
    workingBase,
    wrong: 'Rp1 triliun',
    right: 'Rp1,16 triliun',
    apology: false,
    placement: 'own',
  });
  const own = matter.kind === 'correction' ? (matter.otherArticleId ?? '') : '';
  await settled(own);
  await settled(articleId);
  return own;
}

/** The post of a correction with a second related story, which it does not correct. */
async function postOfCorrection(): Promise<string> {
  const other = await published('Impor turun');
  const own = await correctedInPost(await published('Ekspor naik'));
  const { base, fields, document } = await desk.client.articles.get({ articleId: own });
  await desk.client.articles.saveDraft({
    articleId: own,
    base,
    mutationId: randomUUID(),
    fields,
    document: buildDocument([
      ...document.root.children,
      relatedStory('Impor turun', { articleId: other, url: 'https://situs.test/impor-turun/' }),
    ]),
  });
  return own;
}

/** What a reader sees of a file, without its markup. */
function wordsOf(bytes: Uint8Array, format: ExportFormat): string {
  const text = format === 'docx' ? checkZip(bytes).read('word/document.xml') : bytes;
  return Buffer.from(text)
    .toString('utf8')
    .replaceAll(/<[^>]*>/g, '');
}

test.each(exportFormatSchema.options)(
  '%s: a file of the post of a correction says what it corrects',
  async (format) => {
    const own = await postOfCorrection();
    const file = await desk.client.articles.exportFile({ articleId: own, format });
    const words = wordsOf(new Uint8Array(await file.arrayBuffer()), format);
    expect(words.match(/Berita yang diralat: Ekspor naik/g)).toHaveLength(1);
    expect(words.match(/Baca juga: Impor turun/g)).toHaveLength(1);
    expect(words).not.toContain('Baca juga: Ekspor naik');
  },
);

test('an exported file says it in the language of the desk', async () => {
  const own = await postOfCorrection();
  const { interface: shown } = await desk.client.settings.get();
  await desk.client.settings.change({ interface: { ...shown, language: 'en' } });
  const file = await desk.client.articles.exportFile({ articleId: own, format: 'txt' });
  expect(await file.text()).toContain('The story it corrects: Ekspor naik');
});

test('on paper the post of a correction says what it corrects', async () => {
  const page = await desk.core.serve(`/preview/${await postOfCorrection()}`);
  const bytes = page && 'bytes' in page.content ? page.content.bytes : new Uint8Array();
  const words = wordsOf(bytes, 'html');
  expect(words).toContain('Berita yang diralat: Ekspor naik');
  expect(words).not.toContain('Baca juga: Ekspor naik');
});
