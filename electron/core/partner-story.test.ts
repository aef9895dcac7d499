/** A partner's folder and a watched folder are the two ends of one pipe: what one desk sends, another reads as one story. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
let partner: TestCore;
let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-pipa-'));
  desk = await openTestCore({ background: true });
  partner = await openTestCore({ background: true });
});
afterEach(async () => {
  await desk.close();
  await partner.close();
  rmSync(folder, { recursive: true, force: true });
});

const copy = (figure: string, ...more: string[]) =>
  buildDocument([
    paragraph([text(`Investasi tercatat ${figure} pada Jumat malam, kata Presiden di Singapura.`)]),
    ...more.map((words) => paragraph([text(words)])),
  ]);

/** Asks for a delivery and waits until it has arrived. */
async function arrives(action: () => Promise<unknown>, count: number): Promise<void> {
  await action();
  await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'live'));
    },
    { timeout: 10_000, interval: 20 },
  );
  expect(readdirSync(folder)).toHaveLength(count);
}

test('published, corrected, withdrawn: the partner has one story in three versions, and it is withdrawn', async () => {
  const { id: targetId } = await desk.client.publishing.targets.add({
    name: 'Mitra',
    configuration: {
      kind: 'partner',
      format: 'newsml-g2',
      delivery: { way: 'folder', folder },
      language: 'id',
      copyrightNotice: '© Seruji',
      usageTerms: '',
      picturesAddress: '',
    },
  });
  const { articleId, fields } = await desk.client.articles.create({});
  const save = async (document: ReturnType<typeof copy>) =>
    desk.client.articles.saveDraft({
      articleId,
      base: (await desk.client.articles.get({ articleId })).base,
      mutationId: randomUUID(),
      fields: { ...fields, headline: 'Investasi di Singapura', section: 'ekonomi' },
      document,
    });
  const publish = () => desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });

  await save(copy('Rp1,61 triliun'));
  await arrives(publish, 1);
  await save(copy('Rp1,16 triliun', 'Ralat (28/4): angka investasi semula tertulis Rp1,61 triliun.'));
  await arrives(publish, 2);
  await arrives(() => desk.client.publishing.unpublish({ articleId, targetId, requestId: randomUUID() }), 3);

  await partner.client.wire.sources.add({ name: 'Seruji', kind: 'folder', address: folder });
  const story = await vi.waitFor(
    async () => {
      const { rows } = await partner.client.wire.list({});
      const found = await partner.client.wire.get({ storyId: rows[0]?.storyId ?? 0 });
      expect(rows).toHaveLength(1);
      expect(found.versions).toHaveLength(3);
      return found;
    },
    { timeout: 15_000, interval: 50 },
  );
  expect(story).toMatchObject({
    uri: `urn:uuid:${articleId}`,
    effectiveStatus: 'canceled',
    withdrawalReason: 'Berita ini ditarik. Mohon tidak dimuat, dan dihapus bila sudah dimuat.',
  });
  const versions = await Promise.all(
    story.versions.map(({ versionId }) => partner.client.wire.get({ storyId: story.storyId, versionId })),
  );
  const second = versions.find(({ version }) => version === '2');
  expect(second).toMatchObject({
    signals: ['sig:correction'],
    edNote: 'Ralat (28/4): angka investasi semula tertulis Rp1,61 triliun.',
    rights: '© Seruji',
  });
  expect(second?.bodyText).toContain('Rp1,16 triliun');
});
