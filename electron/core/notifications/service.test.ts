import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { News } from '../../../shared/contract/notifications.ts';
import type { PersonFacts } from '../../../shared/contract/people.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
});

afterEach(() => desk.close());

async function kinds(): Promise<News['kind'][]> {
  return (await desk.client.notifications.list()).map(({ news }) => news.kind);
}

async function eventually(condition: () => Promise<void>): Promise<void> {
  await vi.waitFor(condition, { timeout: 15_000, interval: 50 });
}

async function bringIn(item: {
  uri: string;
  version: string;
  pubstatus?: string;
  headline: string;
  urgency?: number;
}) {
  const file = new File([JSON.stringify({ urgency: 1, body_text: 'Isi berita.', ...item })], 'kawat.json');
  return desk.client.wire.importFile({ file, name: file.name });
}

function add(name: string, role: PersonFacts['role']) {
  return desk.client.people.add({ name, code: '', role });
}

async function write(headline: string): Promise<string> {
  const { articleId, base, fields } = await desk.client.articles.create({});
  const document = buildDocument([paragraph([text('Isi.')])]);
  const mutationId = randomUUID();
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId,
    fields: { ...fields, headline },
    document,
  });
  return articleId;
}

test('a flash story is told, its withdrawal only where an article was written from it, and both are there after a restart', async () => {
  const { storyIds } = await bringIn({ uri: 'urn:a', version: '1', headline: 'Gempa' });
  await eventually(async () => expect(await kinds()).toEqual(['wire-flash']));
  await desk.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
  await bringIn({ uri: 'urn:a', version: '2', pubstatus: 'canceled', headline: 'Gempa' });
  await eventually(async () => expect(await kinds()).toEqual(['wire-withdrawn', 'wire-flash']));
  desk = await desk.reopen();
  expect(await kinds()).toEqual(['wire-withdrawn', 'wire-flash']);
});

test('what is sent is told to whom it was sent, once, until they have read it; taking an article tells nobody', async () => {
  const [first] = (await desk.client.people.list()).people;
  if (first === undefined) throw new Error('nobody sits here');
  const budi = await add('Budi', 'publisher');
  const articleId = await write('Harga cabai turun');
  const to = { kind: 'desk' as const, role: 'publisher' as const };
  await desk.client.articles.assignments.send({ articleId, to, note: 'Mohon tayang' });
  expect(await kinds()).toEqual([]);

  await desk.client.people.sitDown(budi);
  const [told] = await desk.client.notifications.list();
  expect(told).toMatchObject({
    read: false,
    news: {
      kind: 'sent',
      articleId,
      headline: 'Harga cabai turun',
      from: first.personId,
      note: 'Mohon tayang',
    },
  });
  const mine = { kind: 'person' as const, personId: budi.personId };
  await desk.client.articles.assignments.send({ articleId, to: mine, note: '' });
  expect(await kinds()).toEqual(['sent']);
  await desk.client.notifications.markRead({ notificationId: told?.notificationId ?? 0 });
  expect(await desk.client.notifications.list()).toMatchObject([{ read: true }]);
});

test('what came while one looked stays unread; what is not for me is left to those it is for', async () => {
  const budi = await add('Budi', 'publisher');
  const articleId = await write('Harga cabai turun');
  const to = { kind: 'person' as const, personId: budi.personId };
  await desk.client.articles.assignments.send({ articleId, to, note: '' });
  await bringIn({ uri: 'urn:a', version: '1', headline: 'Gempa', urgency: 2 });
  await eventually(async () => expect(await kinds()).toEqual(['wire-urgent']));
  const [looked] = await desk.client.notifications.list();
  await bringIn({ uri: 'urn:b', version: '1', headline: 'Banjir' });
  await eventually(async () => expect(await kinds()).toHaveLength(2));
  await desk.client.notifications.markAllRead({ upTo: looked?.notificationId ?? 0 });
  expect((await desk.client.notifications.list()).map(({ read }) => read)).toEqual([false, true]);
  await desk.client.notifications.clear({ upTo: 1_000 });
  expect(await kinds()).toEqual([]);
  await desk.client.people.sitDown(budi);
  expect(await desk.client.notifications.list()).toMatchObject([{ read: false, news: { kind: 'sent' } }]);
});

test('a delivery that stops is told each time it stops, and no more often', async () => {
  await desk.close();
  desk = await openTestCore({ background: true });
  const heard: CoreEvent[] = [];
  const stop = new AbortController();
  const events = await desk.client.system.events(undefined, { signal: stop.signal });
  void (async () => {
    for await (const event of events) heard.push(event);
  })().catch(() => null);
  // A site's folder that is a file takes nothing.
  const folder = join(desk.dataFolder, 'bukan-folder');
  writeFileSync(folder, '');
  const configuration = { kind: 'folder-site' as const, folder };
  const { id: targetId } = await desk.client.publishing.targets.add({ name: 'Situs', configuration });
  const articleId = await write('Harga cabai turun');
  const delivery = await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await eventually(async () => expect(await kinds()).toEqual(['delivery-failed']));
  await desk.client.publishing.retry({ deliveryId: delivery.deliveryId });
  await eventually(async () => expect(await kinds()).toEqual(['delivery-failed', 'delivery-failed']));
  expect(heard.filter(({ type }) => type === 'notifications.changed')).toHaveLength(2);
  stop.abort();
});

test('the oldest go, and the newest two hundred stay', async () => {
  const budi = await add('Budi', 'editor');
  const articleId = await write('Harga cabai turun');
  for (let sending = 0; sending < 205; sending += 1) {
    const to = { kind: 'person' as const, personId: budi.personId };
    await desk.client.articles.assignments.send({ articleId, to, note: String(sending) });
  }
  await desk.client.people.sitDown(budi);
  const list = await desk.client.notifications.list();
  expect(list).toHaveLength(200);
  expect(list[0]?.news).toMatchObject({ note: '204' });
});
