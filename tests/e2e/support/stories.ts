/** Stories that are live before a test begins, put there through the contract as a second window would. */
import { expect, type Page } from '@playwright/test';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { clientOfHost } from '../../contract/transports.ts';

/** A client of the host that this page is let in to, as another window of the same person has it. */
export async function secondWindow(page: Page) {
  await page.getByRole('navigation').first().waitFor();
  const { origin } = new URL(page.url());
  await expect.poll(() => page.context().cookies(origin)).not.toEqual([]);
  const [cookie] = await page.context().cookies(origin);
  if (cookie === undefined) throw new Error('the page is not let in');
  return clientOfHost(origin, () => `${cookie.name}=${cookie.value}`);
}

type Client = Awaited<ReturnType<typeof secondWindow>>['client'];

/** Takes an article through its states and waits until the folder site has it. */
async function publish(client: Client, articleId: string): Promise<void> {
  const [folder] = await client.publishing.targets.list();
  if (folder === undefined) throw new Error('there is no folder site');
  await client.articles.changeState({ articleId, to: 'submitted' });
  await client.articles.changeState({ articleId, to: 'ready' });
  await client.publishing.publish({ articleId, targetId: folder.id, requestId: crypto.randomUUID() });
  await settled(async () => (await client.publishing.counts()).waiting === 0);
}

/** Writes stories and publishes them to the folder site one by one, so that the last named is the newest. */
export async function publishStories(page: Page, headlines: readonly string[]): Promise<void> {
  const { client, sockets } = await secondWindow(page);
  for (const headline of headlines) {
    const { articleId, base, fields } = await client.articles.create({});
    await client.articles.saveDraft({
      articleId,
      base,
      mutationId: crypto.randomUUID(),
      fields: { ...fields, headline, section: 'politik' },
      document: buildDocument([paragraph([text(`${headline}, kata seorang pejabat.`)])]),
    });
    await publish(client, articleId);
  }
  for (const socket of sockets) socket.close();
}

/** Writes an article from the wire story with that headline, as it stands, and publishes it to the folder site. */
export async function publishFromWire(page: Page, headline: string): Promise<void> {
  const { client, sockets } = await secondWindow(page);
  const { rows } = await client.wire.list({});
  const story = rows.find((row) => row.headline === headline);
  if (story === undefined) throw new Error(`no wire story “${headline}”`);
  const { articleId, base, fields, document } = await client.articles.writeFromWire({
    storyId: story.storyId,
  });
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: crypto.randomUUID(),
    fields: { ...fields, section: 'politik' },
    document,
  });
  await publish(client, articleId);
  for (const socket of sockets) socket.close();
}

/** Asks again until it is so; the test's own time limit ends it. */
async function settled(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
