/** A post taken in from a site: readers saw it before there was a record of it here. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { key, scriptedGhost } from './publishing/targets/ghost/scripted-ghost.ts';
import { AS_SOURCE, publishDespite, recorded, written } from './testing-record.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

test('what was taken in from a site is named as having no entry until it goes out from here', async () => {
  const { client } = desk;
  const { url, posts } = await scriptedGhost();
  const configuration = { kind: 'ghost' as const, siteUrl: url };
  const { id: targetId } = await client.publishing.targets.add({ name: 'Koran', configuration, secret: key });
  const earlier = await written(desk, AS_SOURCE);
  await publishDespite(desk, earlier, targetId);
  await recorded(desk, earlier, 1);
  const there = posts.get('1');
  posts.set('7', { ...there, id: '7', slug: 'lama', title: 'Berita lama', codeinjection_foot: '' });

  const { articleId } = await client.publishing.posts.take({ targetId, remoteId: '7' });
  expect(await client.record.list({ articleId })).toEqual([]);
  expect(await client.record.unrecorded({ articleId })).toMatchObject([
    { targetName: 'Koran', why: 'taken-in' },
  ]);
  await publishDespite(desk, articleId, targetId);
  await recorded(desk, articleId, 1);
  expect(await client.record.unrecorded({ articleId })).toEqual([]);
});
