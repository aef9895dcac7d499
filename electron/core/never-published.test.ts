import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';
import { openTestCore, type TestCore } from './testing.ts';

const SECRET = 'rahasiadapur';
const mark = { id: 'u1', personId: 'sari', at: '2018-04-27T15:10:00Z' };

const document: ArticleDocument = {
  ...buildDocument([
    paragraph([
      { ...text('Presiden tiba di Singapura, '), $: { notes: [SECRET] } },
      { ...text(`${SECRET} yang diusulkan, `), $: { insertion: mark } },
      { ...text('pada Jumat malam.'), $: { deletion: mark } },
    ]),
    { ...paragraph([text(`Paragraf ${SECRET}.`)]), $: { insertion: mark } },
  ]),
  notes: [
    {
      noteId: SECRET,
      quote: `Presiden ${SECRET}`,
      messages: [{ messageId: 'm1', personId: 'sari', at: mark.at, text: `Apakah ini ${SECRET}?` }],
      resolved: null,
    },
  ],
};

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

async function publishToFolder(): Promise<string> {
  const { articleId, base, fields } = await desk.client.articles.create({});
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline: 'Presiden di Singapura', section: 'dunia' },
    document,
  });
  const [target] = await desk.client.publishing.targets.list();
  await desk.client.publishing.publish({ articleId, targetId: target?.id ?? '', requestId: randomUUID() });
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      expect(rows[0]).toMatchObject({ state: 'live' });
    },
    { timeout: 10_000, interval: 20 },
  );
  return articleId;
}

test('no file of the published site, no feed, no list, no search and no preview knows suggestions that are open, or notes', async () => {
  const articleId = await publishToFolder();
  const files = filesUnder(join(desk.dataFolder, 'site'));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  expect(texts.some((content) => content.includes('pada Jumat malam.'))).toBe(true);
  expect(files.some((file) => file.endsWith('.xml'))).toBe(true);
  expect(files.filter((_file, index) => texts[index]?.includes(SECRET))).toEqual([]);

  const found = async (query: string) =>
    (await desk.client.articles.list({ filter: { query } })).rows.map((row) => row.articleId);
  expect(await found('Jumat')).toEqual([articleId]);
  expect(await found(SECRET)).toEqual([]);
  expect(JSON.stringify(await desk.client.articles.list({}))).not.toContain(SECRET);

  const preview = await desk.core.serve(`/preview/${articleId}`);
  const page = preview !== null && 'bytes' in preview.content ? preview.content.bytes : new Uint8Array();
  const shown = new TextDecoder().decode(page);
  expect(shown).toContain('pada Jumat malam.');
  expect(shown).not.toContain(SECRET);

  // They are kept all the same, and whoever publishes is told.
  expect((await desk.client.articles.get({ articleId })).document).toEqual(document);
  const { reasons } = await desk.client.publishing.publishability({ articleId });
  expect(reasons.map(({ code, detail }) => [code, detail])).toEqual([
    ['suggestions-open', '1'],
    ['notes-open', '1'],
  ]);
});
