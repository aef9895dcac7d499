/** For tests: stories written and published in a whole core, and Beranda at hand. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { Collection, Slot } from '../../../shared/contract/front-content.ts';
import type { FrontEdit } from '../../../shared/contract/front-edits.ts';
import type { Front } from '../../../shared/contract/fronts.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import type { BlockNode } from '../../../shared/document/vocabulary.ts';
import { newSlot } from '../../../shared/domain/front/build.ts';
import type { TestCore } from '../testing.ts';

/** Its headline, other fields, and blocks that stand below its text. */
type StoryDetails = [headline: string, details?: Partial<ArticleFields>, more?: readonly BlockNode[]];

export async function write(
  desk: TestCore,
  ...[headline, details = {}, more = []]: StoryDetails
): Promise<string> {
  const { articleId, base, fields } = await desk.client.articles.create();
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline, section: 'dunia', ...details },
    document: buildDocument([paragraph([text(`Isi dari ${headline}.`)]), ...more]),
  });
  return articleId;
}

/** Publishes to the folder site and waits until it stands there. */
export async function publish(desk: TestCore, articleId: string): Promise<void> {
  const targetId = (await desk.client.publishing.targets.list())[0]?.id ?? '';
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await vi.waitFor(
    async () => expect((await desk.client.articles.get({ articleId })).state).toBe('published'),
    { timeout: 10_000, interval: 20 },
  );
}

export async function publishNew(desk: TestCore, ...story: StoryDetails): Promise<string> {
  const articleId = await write(desk, ...story);
  await publish(desk, articleId);
  return articleId;
}

/** A picture of one pixel; answers with its id. */
export async function addPicture(desk: TestCore): Promise<string> {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  const file = new File([pixel], 'titik.png', { type: 'image/png' });
  return (await desk.client.media.add({ file, name: file.name })).mediaId;
}

export async function beranda(desk: TestCore): Promise<Front> {
  const frontId = (await desk.client.fronts.list()).find(({ kind }) => kind === 'home')?.frontId ?? '';
  return desk.client.fronts.get({ frontId });
}

export function collectionOf({ draft }: Pick<Front, 'draft'>, title: string): Collection {
  const found = draft.collections.find((collection) => collection.title === title);
  if (!found) throw new Error(`no collection ${title}`);
  return found;
}

export function slotOf(articleId: string, fields: Partial<Slot> = {}): Slot {
  return newSlot({
    slotId: randomUUID(),
    content: { kind: 'article', articleId },
    placedAt: new Date().toISOString(),
    ...fields,
  });
}

/** Does an edit of Beranda. */
export async function edit(desk: TestCore, change: FrontEdit) {
  const { frontId } = await beranda(desk);
  return desk.client.fronts.edit({ frontId, mutationId: randomUUID(), edit: change });
}

/** Places at the head of a collection of Beranda. */
export async function place(desk: TestCore, title: string, ...slots: Slot[]) {
  const { collectionId } = collectionOf(await beranda(desk), title);
  return edit(desk, { kind: 'place', collectionId, after: null, slots });
}

/** Launches Beranda, or some of its collections. */
export async function launch(desk: TestCore, collectionIds: string[] | null = null) {
  const { frontId } = await beranda(desk);
  return desk.client.fronts.launch({ frontId, collectionIds, requestId: randomUUID() });
}

/** A page of the folder site; empty where it is not there. */
export function sitePage(desk: TestCore, path = 'index.html'): string {
  const file = join(desk.dataFolder, 'site', path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Headlines in the order in which they stand in a page's main column. */
export function headlinesOf(page: string): string[] {
  const main = /<main[^]*?<\/main>/.exec(page)?.[0] ?? '';
  return [...main.matchAll(/<h[23]>(?:<a [^>]*>)?([^<]*)</g)].map(([, headline]) => headline ?? '');
}
