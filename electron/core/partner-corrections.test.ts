/** What the house says of its stories as partners get it: the item of the mended story says that it corrects, that of a withdrawn one cancels. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
let folder = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-mitra-'));
  desk = await openTestCore({ background: true });
});

afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The items in the order they were sent, once there are so many. */
async function itemsAfter(count: number): Promise<Record<string, unknown>[]> {
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'live'));
    },
    { timeout: 10_000, interval: 20 },
  );
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>)
    .toSorted((one, other) => Number(one['version']) - Number(other['version']));
}

test('ninjs: a Ralat corrects the item and tells how, a Cabut berita cancels it with its ground', async () => {
  const { id: targetId } = await desk.client.publishing.targets.add({
    name: 'Mitra',
    configuration: {
      kind: 'partner',
      format: 'ninjs-2',
      delivery: { way: 'folder', folder },
      language: 'id',
      copyrightNotice: '',
      usageTerms: '',
      picturesAddress: '',
    },
  });
  const { articleId, fields } = await desk.client.articles.create({});
  const save = async (words: string) =>
    desk.client.articles.saveDraft({
      articleId,
      base: (await desk.client.articles.get({ articleId })).base,
      mutationId: randomUUID(),
      fields: { ...fields, headline: 'Ekspor naik', section: 'ekonomi' },
      document: buildDocument([paragraph([text(words)])]),
    });
  await save('Nilainya Rp1 triliun.');
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  const [first] = await itemsAfter(1);

  await save('Nilainya Rp1,16 triliun.');
  const { workingBase } = await desk.client.corrections.of({ articleId });
  const filing = { articleId, requestId: randomUUID(), known: 0 };
  const correction = await desk.client.corrections.correct({
    ...filing,
    workingBase,
    wrong: 'Rp1 triliun',
    right: 'Rp1,16 triliun',
    apology: true,
    placement: 'bottom',
  });
  const [, mended] = await itemsAfter(2);
  expect(mended).toMatchObject({ uri: first?.['uri'], pubstatus: 'usable' });
  expect(mended?.['ednote']).toContain(correction.text);
  const body = JSON.stringify(mended);
  expect(body).toContain('Nilainya Rp1,16 triliun.');
  expect(body).not.toContain('Nilainya Rp1 triliun.');

  const withdrawal = await desk.client.corrections.withdraw({
    ...filing,
    requestId: randomUUID(),
    known: 1,
    ground: 'press-council',
    headline: 'Ekspor naik',
  });
  const [, , withdrawn] = await itemsAfter(3);
  expect(withdrawn).toMatchObject({ uri: first?.['uri'], pubstatus: 'canceled' });
  expect(withdrawn?.['ednote']).toContain(withdrawal.text);
  expect(JSON.stringify(withdrawn)).not.toContain('Nilainya');
});
