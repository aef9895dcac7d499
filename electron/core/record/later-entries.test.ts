/** What becomes of a story after it went out has entries of its own, and leaves the earlier ones as they were. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkedBlocksOf } from '../../../shared/checks/segments.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { site } from '../testing-rights.ts';
import { AS_SOURCE, OTHER_FIGURE, publishDespite, recorded, written } from '../testing-record.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

test('a correction, then a withdrawal: each sending is recorded with what the house said, the first entry stays as it was', async () => {
  const { client } = desk;
  const articleId = await written(desk, OTHER_FIGURE);
  await publishDespite(desk, articleId, await site(desk));
  const [first] = await recorded(desk, articleId, 1);
  const before = await client.record.get({ recordId: first?.recordId ?? '' });

  const { workingBase } = await client.corrections.of({ articleId });
  const correction = {
    articleId,
    requestId: randomUUID(),
    workingBase,
    wrong: 'Rp35.800',
    right: 'Rp38.500',
    known: 0,
    apology: true,
    placement: 'bottom' as const,
  };
  // What nobody has answered is asked about here as well.
  await expect(client.corrections.correct(correction)).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: [{ code: 'fidelity-open' }] },
  });
  expect((await client.corrections.of({ articleId })).entries).toEqual([]);
  await client.corrections.correct({ ...correction, despiteFindings: true });
  const [corrected] = await recorded(desk, articleId, 2);
  expect(corrected).toMatchObject({ action: 'update', corrections: [{ kind: 'correction' }] });
  expect(corrected?.corrections[0]?.text).toContain('Rp38.500');

  await client.corrections.withdraw({
    articleId,
    requestId: randomUUID(),
    known: 1,
    ground: 'sara',
    headline: 'Berita ini dicabut',
  });
  const [withdrawn] = await recorded(desk, articleId, 3);
  expect(withdrawn?.corrections.map(({ kind }) => kind)).toEqual(['correction', 'withdrawal']);

  expect(await client.record.get({ recordId: first?.recordId ?? '' })).toEqual(before);
});

test('a Hak jawab is recorded with the story it answers and with itself, a Ralat in a post of its own with both posts', async () => {
  const { client } = desk;
  const targetId = await site(desk);
  const articleId = await written(desk, AS_SOURCE);
  await publishDespite(desk, articleId, targetId);
  await recorded(desk, articleId, 1);
  const { articleId: reply, base } = await client.articles.create({});
  const { fields } = await client.articles.get({ articleId: reply });
  await client.articles.saveDraft({
    articleId: reply,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline: 'Tanggapan pengelola pasar' },
    document: buildDocument([paragraph([text('Pengelola pasar menjelaskan angkanya.')])]),
  });
  await publishDespite(desk, reply, targetId);
  await recorded(desk, reply, 1);

  const filing = { articleId, requestId: randomUUID(), known: 0 };
  await client.corrections.linkReply({ ...filing, replyArticleId: reply });
  const [answered] = await recorded(desk, articleId, 2);
  const [answer] = await recorded(desk, reply, 2);
  expect(answered).toMatchObject({ action: 'update', corrections: [{ kind: 'reply' }] });
  expect(answer).toMatchObject({ action: 'update', corrections: [{ kind: 'reply-to' }] });

  const { workingBase } = await client.corrections.of({ articleId });
  const { matter } = await client.corrections.correct({
    articleId,
    requestId: randomUUID(),
    known: 1,
    workingBase,
    wrong: '92 ton',
    right: '93 ton',
    apology: false,
    placement: 'own',
    despiteFindings: true,
  });
  const own = matter.kind === 'correction' ? (matter.otherArticleId ?? '') : '';
  const [ownPost] = await recorded(desk, own, 1);
  const { content, articleText } = await client.record.get({ recordId: ownPost?.recordId ?? '' });
  expect(content).toMatchObject({ kind: 'published', publication: { targetId, action: 'publish' } });
  expect(articleText).toContain('93 ton');
  const [corrected] = await recorded(desk, articleId, 3);
  expect(corrected?.corrections.map(({ kind }) => kind)).toEqual(['reply', 'correction']);
});

test('a held story is released with a finding that was opened again only on somebody’s word, which is recorded', async () => {
  const { client } = desk;
  const articleId = await written(desk, OTHER_FIGURE);
  const targetId = await site(desk);
  const { fields, document } = await client.articles.get({ articleId });
  const blocks = checkedBlocksOf(fields, document);
  const checked = await client.provenance.check({ articleId, blocks });
  const [finding] = checked.blocks.flatMap(({ findings }) => findings);
  const answer = { articleId, key: finding?.key ?? '' };
  await client.provenance.accepted.add({ ...answer, note: 'Sudah dicek' });
  const at = new Date(Date.now() + 3_600_000).toISOString();
  const { deliveryId } = await client.publishing.schedule({
    articleId,
    targetId,
    requestId: randomUUID(),
    at,
  });
  await client.provenance.accepted.remove(answer);

  const release = { deliveryId, requestId: randomUUID() };
  await expect(client.publishing.release(release)).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: [{ code: 'fidelity-open' }] },
  });
  expect(await client.record.list({ articleId })).toEqual([]);
  await client.publishing.release({ ...release, despiteFindings: true });
  const [entry] = await recorded(desk, articleId, 1);
  const { content } = await client.record.get({ recordId: entry?.recordId ?? '' });
  expect(content.despite).toMatchObject([{ findings: 1 }]);
});

test('a scheduled story is recorded when readers get it, not when it was planned', async () => {
  const { client } = desk;
  const articleId = await written(desk, AS_SOURCE);
  const at = new Date(Date.now() + 1_500).toISOString();
  const request = { articleId, targetId: await site(desk), requestId: randomUUID(), at };
  await client.publishing.schedule({ ...request, despiteFindings: true });
  expect(await client.record.list({ articleId })).toEqual([]);
  const [entry] = await recorded(desk, articleId, 1);
  expect(entry).toMatchObject({ kind: 'published', action: 'schedule' });
  expect(Date.parse(entry?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(at));
});
