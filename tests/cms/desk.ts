/** A desk for the tests that go through the whole core: what they write, send and wait for. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Vault } from '../../electron/core/providers.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../../electron/core/testing.ts';
import type { ArticleFields } from '../../shared/contract/articles.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { settingsSchema } from '../../shared/contract/settings.ts';
import type { ArticleDocument } from '../../shared/document/vocabulary.ts';

export let desk: TestCore;

/** Stops the desk and opens it again on what it left. */
export async function reopenDesk(): Promise<void> {
  desk = await desk.reopen();
}

/** A new desk for each test, whose passwords outlast `reopenDesk`. Call it once at the top of the file. */
export function openDesk(): void {
  beforeEach(async () => {
    const secrets = new Map<string, string>();
    const vault: Vault = {
      keptBy: 'key-file',
      get: async (key) => secrets.get(key) ?? null,
      set: async (key, secret) => void secrets.set(key, secret),
      delete: async (key) => void secrets.delete(key),
    };
    desk = await openTestCore({ background: true, vault });
    const { house } = settingsSchema.parse({});
    await desk.client.settings.change({ house: { ...house, name: 'Seruji', outlet: 'SERUJI.CO.ID' } });
    await nameFirstPerson(desk, 'Sulis', 'SU02');
  });
  afterEach(async () => {
    await desk.close();
  });
}

type Change = Partial<Pick<ArticleFields, 'headline' | 'dek'>> & { document?: ArticleDocument };

/** Saves the working copy with what is given in place of what it has. */
export async function rewrite(articleId: string, { document, ...texts }: Change): Promise<void> {
  const article = await desk.client.articles.get({ articleId });
  await desk.client.articles.saveDraft({
    articleId,
    base: article.base,
    mutationId: randomUUID(),
    fields: { ...article.fields, ...texts },
    document: document ?? article.document,
  });
}

export async function writeArticle(headline: string, document: ArticleDocument): Promise<string> {
  const { articleId } = await desk.client.articles.create();
  await rewrite(articleId, { headline, document });
  return articleId;
}

export function publish(articleId: string, targetId: string): Promise<Delivery> {
  return desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
}

async function standing({ deliveryId }: Pick<Delivery, 'deliveryId'>): Promise<Delivery> {
  const { rows } = await desk.client.publishing.deliveries({});
  const found = rows.find((row) => row.deliveryId === deliveryId);
  if (!found) throw new Error('the delivery is gone');
  return found;
}

/** Waits for a state; the clock runs ahead so that no test waits for a pause to pass. */
export function until(delivery: Delivery, state: Delivery['state']): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const found = await standing(delivery);
      if (found.state === 'retry' && state !== 'retry') desk.advance(120_000);
      expect(found).toMatchObject({ state });
      return found;
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** Waits until the attempt has ended, however it did. */
export function settled(delivery: Delivery): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const found = await standing(delivery);
      expect(['queued', 'sending']).not.toContain(found.state);
      return found;
    },
    { timeout: 30_000, interval: 100 },
  );
}
