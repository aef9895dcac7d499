/** What tests of the record are written about: an article made of a story, published, and its entries once they are there. */
import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { RecordSummary } from '../../shared/contract/record.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import type { TestCore } from './testing.ts';

/** Wire copy with a figure, a day and a quotation. */
export const STORY = [
  'Harga cabai turun dua pekan',
  '',
  'Jakarta (ANTARA) - Harga cabai merah keriting di pasar induk turun menjadi Rp38.500 per kilogram pada Rabu (18/11).',
  '',
  '“Kiriman masuk rata-rata 92 ton semalam,” kata kepala unit pengelola pasar.',
].join('\n');

export async function written(core: TestCore, ...paragraphs: string[]): Promise<string> {
  const { storyIds } = await core.client.wire.importText({ text: STORY, creditName: 'Ant' });
  const { articleId, base } = await core.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
  await core.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    document: buildDocument(paragraphs.map((words) => paragraph([text(words)]))),
  });
  return articleId;
}

export async function recorded(core: TestCore, articleId: string, count: number): Promise<RecordSummary[]> {
  return vi.waitFor(
    async () => {
      const found = await core.client.record.list({ articleId });
      expect(found).toHaveLength(count);
      return found;
    },
    { timeout: 8000 },
  );
}

export const AS_SOURCE = '“Kiriman masuk rata-rata 92 ton semalam,” kata kepala unit pengelola pasar.';
export const OTHER_FIGURE =
  'Harga cabai merah keriting di pasar induk turun menjadi Rp35.800 per kilogram pada Rabu (18/11).';

export async function publishDespite(core: TestCore, articleId: string, targetId: string): Promise<void> {
  await core.client.publishing.publish({
    articleId,
    targetId,
    requestId: randomUUID(),
    despiteFindings: true,
  });
}
