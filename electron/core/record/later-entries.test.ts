/** What becomes of a story after it went out has entries of its own, and leaves the earlier ones as they were. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';
import { site } from '../testing-rights.ts';
import { AS_SOURCE, OTHER_FIGURE, publishDespite, recorded, written } from './testing-record.ts';

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
