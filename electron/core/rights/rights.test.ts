import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { MANUAL_SOURCE_ID, sourceConfigurationSchema } from '../../../shared/contract/wire-sources.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const SENTENCES = [
  'Harga cabai merah keriting di pasar induk turun pada Rabu.',
  'Pedagang menyebut pasokan dari Jawa Timur kembali normal.',
];
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const DAY = 86_400_000;

async function written(core: TestCore): Promise<string> {
  const { storyIds } = await core.client.wire.importText({
    text: ['Harga cabai turun', '', `Jakarta (ANTARA) - ${SENTENCES[0]}`, '', SENTENCES[1]].join('\n'),
    creditName: 'Ant',
  });
  return (await core.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 })).articleId;
}

async function save(
  { client }: TestCore,
  articleId: string,
  change: { credit?: string; document?: ArticleDocument },
): Promise<void> {
  const { base, fields } = await client.articles.get({ articleId });
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    ...(change.credit === undefined ? {} : { fields: { ...fields, credit: change.credit } }),
    ...(change.document === undefined ? {} : { document: change.document }),
  });
}

async function withPicture(core: TestCore, articleId: string): Promise<string> {
  const file = new File([PIXEL], 'panen.png', { type: 'image/png' });
  const { mediaId } = await core.client.media.add({ file, name: 'panen.png' });
  const image = { type: 'image', mediaId, alt: 'Panen', credit: 'Kantor berita lain' };
  await save(core, articleId, {
    document: buildDocument([paragraph([text(SENTENCES.join(' '))]), image as never]),
  });
  return mediaId;
}

async function site(core: TestCore): Promise<string> {
  const configuration = {
    kind: 'folder-site' as const,
    folder: join(core.dataFolder, 'site'),
    siteUrl: 'https://situs.example/',
    language: 'id' as const,
  };
  return (await core.client.publishing.targets.add({ name: 'Situs', configuration })).id;
}

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
    data: { reasons: [{ code: 'fidelity-open', detail: '1' }] },
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
  const manual = (await client.wire.sources.list()).find(({ id }) => id === MANUAL_SOURCE_ID);
  const configuration = sourceConfigurationSchema.parse(manual);
  const settle = (change: Partial<typeof configuration>) =>
    client.wire.sources.change({
      id: MANUAL_SOURCE_ID,
      configuration: { ...configuration, ...change },
    });
  await settle({ shareOfCopyPercent: 60 });
  const [finding] = await client.rights.findings({ articleId });
  expect(finding).toMatchObject({ code: 'rights-share', parameters: { taken: '100', limit: '60' } });
  await save(desk, articleId, { document: buildDocument([paragraph([text(SENTENCES[0] ?? '')])]) });
  expect(await codes(desk, articleId)).toEqual([]);

  const soon = new Date(Date.now() + 2 * DAY).toISOString();
  await settle({ licenceEnds: soon });
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
  expect(await client.rights.picture({ mediaId })).toBeNull();
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
    data: { reasons: [{ code: 'fidelity-open', detail: '1' }] },
  });

  await client.rights.setPicture({ ...terms, expires: null, credit: 'ANTARA FOTO', uses: 'archive-only' });
  expect(await codes(desk, articleId)).toEqual(['rights-picture-credit-other', 'rights-picture-archive']);
  expect((await client.rights.ledger({ filter: 'all' })).pictures).toMatchObject([
    { mediaId, fileName: 'panen.png', from: 'desk', uses: 'archive-only' },
  ]);
});
