import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { MANUAL_SOURCE_ID } from '../../../shared/contract/wire-sources.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { DAY, save, SENTENCES, settleSource, site, withPicture, written } from '../testing-rights.ts';

let desk: TestCore | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const codes = async ({ client }: TestCore, articleId: string, at?: string): Promise<string[]> =>
  (await client.rights.findings({ articleId, ...(at === undefined ? {} : { at }) })).map(({ code }) => code);

test('a credit that does not name its source is found, mended by the house’s pattern, and answered as findings are', async () => {
  desk = await openTestCore();
  const { client } = desk;
  const articleId = await written(desk);
  expect(await codes(desk, articleId)).toEqual([]);
  await save(desk, articleId, { credit: '(Rtr/SU02)' });
  const [finding] = await client.rights.findings({ articleId });
  expect(finding).toMatchObject({
    code: 'rights-credit-other',
    ours: '(Rtr/SU02)',
    theirs: 'Ant',
    credit: '(Ant/SU02)',
  });

  const request = { articleId, targetId: await site(desk) };
  const publish = (despiteFindings?: boolean) =>
    client.publishing.publish({
      ...request,
      requestId: randomUUID(),
      ...(despiteFindings === undefined ? {} : { despiteFindings }),
    });
  await expect(publish()).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: [{ code: 'rights-credit-other', detail: finding?.about }] },
  });
  await client.provenance.accepted.add({
    articleId,
    key: finding?.key ?? '',
    note: 'kredit disebut di badan berita',
  });
  expect((await publish()).state).toBe('queued');
});

test('more of a source’s copy than its licence allows is found by what was taken over', async () => {
  desk = await openTestCore();
  const { client } = desk;
  const articleId = await written(desk);
  await settleSource(desk, { shareOfCopyPercent: 60 });
  const [finding] = await client.rights.findings({ articleId });
  expect(finding).toMatchObject({ code: 'rights-share', parameters: { taken: '100', limit: '60' } });
  await save(desk, articleId, { document: buildDocument([paragraph([text(SENTENCES[0] ?? '')])]) });
  expect(await codes(desk, articleId)).toEqual([]);

  const soon = new Date(Date.now() + 2 * DAY).toISOString();
  await settleSource(desk, { licenceEnds: soon });
  expect(await codes(desk, articleId)).toEqual([]);
  expect(await codes(desk, articleId, soon)).toEqual(['rights-source-ended']);
  const named = async (filter: 'ended' | 'soon') =>
    (await client.rights.ledger({ filter })).sources.map(({ sourceId }) => sourceId);
  expect(await named('soon')).toEqual([MANUAL_SOURCE_ID]);
  expect(await named('ended')).toEqual([]);
});

test('a picture past its licence on the day of publication is asked about, a schedule by its own day', async () => {
  desk = await openTestCore();
  const { client } = desk;
  const articleId = await written(desk);
  const mediaId = await withPicture(desk, articleId);
  expect(await client.rights.picture({ mediaId })).toMatchObject({ from: 'nobody', uses: 'open' });
  // The ledger has it, so that the desk can say what it knows.
  expect((await client.rights.ledger({ filter: 'all' })).pictures).toMatchObject([
    { mediaId, fileName: 'panen.png', from: 'nobody', uses: 'open', credit: '', expires: null },
  ]);
  expect((await client.rights.ledger({ filter: 'soon' })).pictures).toEqual([]);
  const expires = new Date(Date.now() + 2 * DAY).toISOString();
  const terms = { mediaId, credit: '', expires, uses: 'open' as const, notice: '' };
  await client.rights.setPicture(terms);
  const targetId = await site(desk);
  const schedule = (days: number) =>
    client.publishing.schedule({
      articleId,
      targetId,
      requestId: randomUUID(),
      at: new Date(Date.now() + days * DAY).toISOString(),
    });
  expect((await schedule(1)).state).toBe('queued');
  await expect(schedule(3)).rejects.toMatchObject({
    data: { reasons: [{ code: 'rights-picture-ended', detail: 'panen.png' }] },
  });

  await client.rights.setPicture({ ...terms, expires: null, credit: 'ANTARA FOTO', uses: 'archive-only' });
  expect(await codes(desk, articleId)).toEqual(['rights-picture-credit-other', 'rights-picture-archive']);
  expect((await client.rights.ledger({ filter: 'all' })).pictures).toMatchObject([
    { mediaId, fileName: 'panen.png', from: 'desk', uses: 'archive-only' },
  ]);
});
