/** A story and the post that corrects or answers it, at a site where a link needs the other post's address. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { json, type Reply } from './publishing/site-http/scripted-server.ts';
import { key, scriptedGhost } from './publishing/targets/ghost/scripted-ghost.ts';
import { openTestCore, type TestCore } from './testing.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

const statesOf = async (articleId: string) =>
  (await desk.client.publishing.deliveries({ articleId })).rows.map(({ state }) => state);

/** Answers as soon as something is so. */
function once(isSo: () => boolean | Promise<boolean>, reply: Reply): Reply {
  return (response, request) => {
    void vi.waitUntil(isSo, 5_000).then(() => reply(response, request));
  };
}

async function write(headline: string): Promise<string> {
  const { articleId, base, fields } = await desk.client.articles.create({});
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline },
    document: buildDocument([paragraph([text('Nilainya Rp1,16 triliun.')])]),
  });
  return articleId;
}

/** Publishes it there and waits until nothing of it is on its way. */
async function publish(articleId: string, targetId: string): Promise<void> {
  await desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await arrived(articleId);
}

async function arrived(articleId: string): Promise<void> {
  await vi.waitFor(
    async () => expect((await statesOf(articleId)).every((state) => state === 'live')).toBe(true),
    { timeout: 10_000 },
  );
}

test('a story whose reply comes out at the site later gets its link then, and only then another update', async () => {
  const { client } = desk;
  const { url, posts, calls } = await scriptedGhost();
  const configuration = { kind: 'ghost' as const, siteUrl: url };
  const folder = (await client.publishing.targets.list())[0]?.id ?? '';
  const { id: ghost } = await client.publishing.targets.add({ name: 'Koran', configuration, secret: key });
  const articleId = await write('Ekspor naik');
  const replyArticleId = await write('Tanggapan kementerian');
  await publish(articleId, folder);
  await publish(articleId, ghost);
  await publish(replyArticleId, folder);
  await client.corrections.linkReply({ articleId, replyArticleId, requestId: randomUUID(), known: 0 });
  await arrived(articleId);
  const story = (): string => String(posts.get('1')?.['lexical']);
  expect(story()).toContain('sudah ditanggapi dalam hak jawab');
  expect(story()).not.toContain('"url":"/p/2"');

  await publish(replyArticleId, ghost);
  await vi.waitFor(() => expect(story()).toContain('"url":"/p/2"'), { timeout: 10_000 });
  await arrived(articleId);
  await arrived(replyArticleId);
  expect(posts.get('2')?.['lexical']).toContain('"url":"/p/1"');
  const updates = (id: string) =>
    calls.filter(({ method, route }) => method === 'PUT' && route === `posts/${id}/`);
  const sent = updates('1').length;

  // Both stand there now: a second reply is linked with one update of the story.
  const second = await write('Tanggapan asosiasi');
  await publish(second, folder);
  await publish(second, ghost);
  await client.corrections.linkReply({
    articleId,
    replyArticleId: second,
    requestId: randomUUID(),
    known: 1,
  });
  await vi.waitFor(() => expect(story()).toContain('"url":"/p/3"'), { timeout: 10_000 });
  await arrived(articleId);
  await arrived(second);
  expect(updates('1')).toHaveLength(sent + 1);
});

test('the story gets its link also where its own update arrives last', async () => {
  const { client } = desk;
  const script: Record<string, Reply> = {};
  const { url, posts, calls } = await scriptedGhost(script);
  const configuration = { kind: 'ghost' as const, siteUrl: url };
  const { id: targetId } = await client.publishing.targets.add({ name: 'Koran', configuration, secret: key });
  const articleId = await write('Ekspor naik');
  await publish(articleId, targetId);

  // Once the update is written, its answer takes longer than all of the other post.
  let own = '';
  const update = calls.filter(({ method }) => method === 'PUT').length + 1;
  const isWritten = () =>
    calls.filter(({ method, route }) => method === 'PUT' && route === 'posts/1/').length >= update;
  const ownIsLive = async () => (await statesOf(own)).includes('live');
  const readBack: Reply = (response, request) => json({ posts: [posts.get('1')] })(response, request);
  script['GET posts/1/'] = (response, request) =>
    (isWritten() ? once(ownIsLive, readBack) : readBack)(response, request);
  // And the other post is not out before it is written.
  script['PUT posts/2/'] = (response, request) => {
    posts.set('2', { ...posts.get('2'), status: 'published', published_at: '2026-01-01T00:00:00.000Z' });
    once(isWritten, json({ posts: [posts.get('2')] }))(response, request);
  };
  const { workingBase } = await client.corrections.of({ articleId });
  const { matter } = await client.corrections.correct({
    articleId,
    requestId: randomUUID(),
    known: 0,
    workingBase,
    wrong: '',
    right: 'Rp1,16 triliun',
    apology: false,
    placement: 'own',
  });
  own = (matter.kind === 'correction' ? matter.otherArticleId : null) ?? '';
  await vi.waitFor(() => expect(posts.get('1')?.['lexical']).toContain('"url":"/p/2"'), { timeout: 10_000 });
});

test('a reply names a withdrawn story by what the withdrawal left of its headline', async () => {
  const { client } = desk;
  const { url, posts } = await scriptedGhost();
  const configuration = { kind: 'ghost' as const, siteUrl: url };
  const { id: targetId } = await client.publishing.targets.add({ name: 'Koran', configuration, secret: key });
  const articleId = await write('Siswa Tuti dikeluarkan dari sekolah');
  const replyArticleId = await write('Tanggapan sekolah');
  await publish(articleId, targetId);
  await publish(replyArticleId, targetId);
  await client.corrections.linkReply({ articleId, replyArticleId, requestId: randomUUID(), known: 0 });
  const reply = (): string => String(posts.get('2')?.['lexical']);
  await vi.waitFor(() => expect(reply()).toContain('Siswa Tuti'), { timeout: 10_000 });
  await arrived(articleId);
  await arrived(replyArticleId);

  await client.corrections.withdraw({
    articleId,
    requestId: randomUUID(),
    known: 1,
    ground: 'child',
    headline: 'Seorang siswa dikeluarkan dari sekolah',
  });
  await vi.waitFor(() => expect(reply()).toContain('Seorang siswa'), { timeout: 10_000 });
  await arrived(replyArticleId);
  expect(reply()).not.toContain('Tuti');
  expect(String(posts.get('1')?.['lexical'])).not.toContain('Tuti');
});
