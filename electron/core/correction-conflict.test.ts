/** What the house says of a story waits where somebody has edited the post at its site, and goes out however that is settled. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { key, scriptedGhost } from './publishing/targets/ghost/scripted-ghost.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
let ghost: Awaited<ReturnType<typeof scriptedGhost>>;
let articleId: string;

beforeEach(async () => {
  desk = await openTestCore({ background: true });
  ghost = await scriptedGhost();
  const { client } = desk;
  const configuration = { kind: 'ghost' as const, siteUrl: ghost.url };
  const { id: targetId } = await client.publishing.targets.add({ name: 'Koran', configuration, secret: key });
  ({ articleId } = await client.articles.create({}));
  await save('Ekspor naik', 'Nilainya Rp1 triliun.');
  await client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await lastIs('live');
});
afterEach(() => desk.close());

async function save(headline: string, sentence: string): Promise<void> {
  const { base, fields } = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline },
    document: buildDocument([paragraph([text(sentence)])]),
  });
}

/** The newest delivery of the story, once it is in that state. */
function lastIs(state: Delivery['state']): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const [last] = (await desk.client.publishing.deliveries({ articleId })).rows;
      if (last?.state !== state) throw new Error(`${last?.state} ${last?.error?.code}`);
      return last;
    },
    { timeout: 10_000, interval: 20 },
  );
}

/** Somebody writes another headline in the site's own editor. */
function retitle(title: string): void {
  ghost.posts.set('1', { ...ghost.posts.get('1'), title, updated_at: '2026-02-02T00:00:00.000Z' });
}

const atSite = (): string => JSON.stringify(ghost.posts.get('1'));

async function correct(): Promise<void> {
  const { workingBase, entries } = await desk.client.corrections.of({ articleId });
  const said = { wrong: 'Rp1 triliun', right: 'Rp1,16 triliun', apology: false };
  const filing = { articleId, requestId: randomUUID(), known: entries.length, workingBase };
  await desk.client.corrections.correct({ ...filing, ...said, placement: 'bottom' });
}

/** Where readers still see the story without what was said of it last. */
async function waitingAt(): Promise<string[]> {
  const { waiting } = await desk.client.corrections.of({ articleId });
  return waiting.map(({ targetName }) => targetName);
}

test('a correction: theirs cannot be kept without it, and it goes out with what was taken of them', async () => {
  const { client } = desk;
  retitle('Judul dari situs');
  await save('Ekspor naik', 'Nilainya Rp1,16 triliun.');
  await correct();
  const { deliveryId } = await lastIs('conflict');
  expect(atSite()).toContain('Judul dari situs');
  expect(atSite()).not.toContain('Yang benar');
  expect(await waitingAt()).toEqual(['Koran']);

  const conflict = await client.publishing.conflict({ deliveryId });
  expect(conflict.waiting).toEqual(['correction']);
  const decision = { deliveryId, seen: conflict.seen, requestId: randomUUID() };
  await expect(client.publishing.settleConflict({ ...decision, send: false })).rejects.toMatchObject({
    code: 'INVALID',
    data: { reason: 'correction-waits' },
  });
  expect((await lastIs('conflict')).deliveryId).toBe(deliveryId);

  await save(conflict.theirs.fields.headline, 'Nilainya Rp1,16 triliun.');
  await client.publishing.settleConflict({ ...decision, send: true });
  await lastIs('live');
  for (const words of ['Judul dari situs', 'Nilainya Rp1,16 triliun.', 'Yang benar: “Rp1,16 triliun”']) {
    expect(atSite()).toContain(words);
  }
  expect(await waitingAt()).toEqual([]);
});

test('a withdrawal: its announcement takes the place of whatever was written there', async () => {
  const { client } = desk;
  retitle('Judul dari situs');
  const filing = { articleId, requestId: randomUUID(), known: 0 };
  await client.corrections.withdraw({ ...filing, ground: 'child', headline: 'Kasus di Depok' });
  const { deliveryId } = await lastIs('conflict');
  expect(await waitingAt()).toEqual(['Koran']);
  const { seen, waiting } = await client.publishing.conflict({ deliveryId });
  expect(waiting).toEqual(['withdrawal']);
  const decision = { deliveryId, seen, requestId: randomUUID() };
  await expect(client.publishing.settleConflict({ ...decision, send: false })).rejects.toMatchObject({
    data: { reason: 'correction-waits' },
  });
  await client.publishing.settleConflict({ ...decision, send: true });
  await lastIs('live');
  expect(atSite()).toContain('Dicabut: Kasus di Depok');
  expect(atSite()).not.toContain('Judul dari situs');
  expect(atSite()).not.toContain('Nilainya');
  expect(await waitingAt()).toEqual([]);
});

test('overwritten: what was filed goes out as it was filed, a withdrawal too', async () => {
  const { client } = desk;
  retitle('Judul dari situs');
  await correct();
  await client.publishing.retry({ deliveryId: (await lastIs('conflict')).deliveryId });
  await lastIs('live');
  expect(atSite()).toContain('Yang benar: “Rp1,16 triliun”');
  expect(atSite()).not.toContain('Judul dari situs');
  retitle('Judul kedua dari situs');
  const filing = { articleId, requestId: randomUUID(), known: 1 };
  await client.corrections.withdraw({ ...filing, ground: 'sara', headline: 'Ekspor' });
  await client.publishing.retry({ deliveryId: (await lastIs('conflict')).deliveryId });
  await lastIs('live');
  expect(atSite()).toContain('Dicabut: Ekspor');
});
