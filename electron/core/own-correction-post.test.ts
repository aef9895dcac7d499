/** A correction in a post of its own, at a site where a link needs the other post's address: both are sent side by side. */
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

test('the story gets its link also where its own update arrives last', async () => {
  const { client } = desk;
  const script: Record<string, Reply> = {};
  const { url, posts, calls } = await scriptedGhost(script);
  const configuration = { kind: 'ghost' as const, siteUrl: url };
  const { id: targetId } = await client.publishing.targets.add({ name: 'Koran', configuration, secret: key });
  const { articleId, base, fields } = await client.articles.create({});
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline: 'Ekspor naik' },
    document: buildDocument([paragraph([text('Nilainya Rp1,16 triliun.')])]),
  });
  await client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
  await vi.waitFor(async () => expect(await statesOf(articleId)).toEqual(['live']), { timeout: 10_000 });

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
