import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { CheckedBlock } from '../../../shared/contract/checks.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { STORY } from '../testing-record.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { deliver } from '../testing-wire.ts';

let desk: TestCore | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const blocksOf = (...texts: string[]): CheckedBlock[] =>
  texts.map((one, at) => ({
    id: String(at),
    segments: [{ kind: 'text', text: one, italics: [], links: [], path: [], property: null, about: '' }],
  }));

async function written(core: TestCore): Promise<string> {
  const { storyIds } = await core.client.wire.importText({ text: STORY, creditName: 'Ant' });
  const { articleId } = await core.client.articles.writeFromWire({ storyId: storyIds[0] ?? 0 });
  return articleId;
}

async function findingsOf(core: TestCore, articleId: string, ...texts: string[]) {
  const { blocks } = await core.client.provenance.check({ articleId, blocks: blocksOf(...texts) });
  return blocks.flatMap(({ findings }) => findings);
}

test('copy is held against what it was written from, sentence by sentence', async () => {
  desk = await openTestCore();
  const articleId = await written(desk);
  const { blocks } = await desk.client.provenance.check({
    articleId,
    blocks: blocksOf(
      '“Kiriman masuk rata-rata 92 ton semalam,” kata kepala unit pengelola pasar.',
      'Harga cabai merah keriting di pasar induk turun menjadi Rp35.800 per kilogram pada Rabu (18/11).',
      'Rapat anggaran kota ditunda sampai pekan depan.',
    ),
  });
  expect(blocks.map(({ sentences }) => sentences[0]?.kind)).toEqual(['verbatim', 'edited', 'new']);
  const [finding] = blocks[1]?.findings ?? [];
  expect(finding).toMatchObject({ code: 'figure-differs', text: 'Rp35.800' });
  expect(finding?.fixes).toEqual([{ kind: 'replace', text: 'Rp38.500' }]);
  expect(finding?.evidence?.source?.sentence).toContain('Rp38.500 per kilogram');

  const { sources } = await desk.client.provenance.sources({ articleId });
  expect(sources[0]?.sentences[0]?.text).toMatch(/^Harga cabai merah/);
});

test('own reporting is held against nothing', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  expect(
    await findingsOf(desk, articleId, 'Harga naik Rp5.000, “kami rugi besar sekali,” kata pedagang.'),
  ).toEqual([]);
  await expect(desk.client.provenance.sources({ articleId })).resolves.toEqual({ stamp: '', sources: [] });
  // Nothing is asked on its way out either.
  const { reasons } = await desk.client.publishing.publishability({ articleId });
  expect(reasons.map(({ code }) => code).filter((code) => code.startsWith('fidelity'))).toEqual([]);
});

test('a source that is a table or a headline alone still has its figures and names', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  const table =
    '<table><tr><td>Cabai merah</td><td>Rp38.500</td></tr><tr><td>Bawang</td><td>Rp21.000</td></tr></table>';
  const file = new File([`<html><body>${table}</body></html>`], 'harga.html');
  await desk.client.articles.sources.addDocument({ articleId, file, name: file.name });
  const headline = await deliver(desk, {
    uri: 'urn:uji:judul',
    headline: 'Wali Kota Rahmawati resmikan 12 pasar',
    body_text: '',
  });
  await desk.client.articles.sources.addStory({ articleId, ...headline });
  expect(
    (await findingsOf(desk, articleId, 'Cabai Rp38.500, bawang Rp22.000 di 12 pasar, kata Rahmawatti.')).map(
      ({ code, text: words }) => [code, words],
    ),
  ).toEqual([
    ['figure-unknown', 'Rp22.000'],
    ['name-spelled', 'Rahmawatti'],
  ]);
});

test('what only an embargoed source says is told until its embargo ends, what another says too is not', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  const claim = 'Anggaran bendungan membengkak menjadi Rp2,4 triliun pada akhir tahun.';
  const shared = 'Bendungan mulai diisi setelah warga di hulu selesai dipindahkan ke desa baru.';
  const embargoed = await deliver(desk, {
    uri: 'urn:uji:embargo',
    headline: 'Anggaran bendungan',
    body_text: `${claim}\n\n${shared}`,
    embargoed: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const open = await deliver(desk, {
    uri: 'urn:uji:terbuka',
    headline: 'Bendungan diisi',
    body_text: shared,
  });
  await desk.client.articles.sources.addStory({ articleId, ...embargoed });
  await desk.client.articles.sources.addStory({ articleId, ...open });
  expect(
    (await findingsOf(desk, articleId, claim, shared)).map(({ code, text: words }) => [code, words]),
  ).toEqual([['claim-withdrawn', claim]]);
  desk.advance(2 * 3_600_000);
  expect(await findingsOf(desk, articleId, claim, shared)).toEqual([]);
});

test('what only the embargoed version had is told when the story goes on without it, what the newest says too is not', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  const claim = 'Anggaran bendungan membengkak menjadi Rp2,4 triliun pada akhir tahun.';
  const kept = 'Bendungan mulai diisi setelah warga di hulu selesai dipindahkan ke desa baru.';
  const bring = (version: string, body: string, more: Record<string, unknown> = {}) =>
    deliver(desk as TestCore, {
      uri: 'urn:uji:versi',
      version,
      versioncreated: `2026-11-24T0${version}:00:00Z`,
      headline: 'Bendungan',
      body_text: body,
      ...more,
    });
  const embargoed = new Date(Date.now() + 3_600_000).toISOString();
  await desk.client.articles.sources.addStory({
    articleId,
    ...(await bring('1', `${claim}\n\n${kept}`, { embargoed })),
  });
  await bring('2', kept);
  const told = await findingsOf(desk, articleId, claim, kept);
  expect(told.map(({ code, text: words }) => [code, words])).toEqual([['claim-withdrawn', claim]]);
  const { sources } = await desk.client.provenance.sources({ articleId });
  expect(sources.map(({ standing, sentences }) => [standing, sentences.length])).toEqual([
    ['withheld', 2],
    ['usable', 1],
  ]);
});

test('of a source in another language figures are compared and quotations marked as translated, which asks for nothing', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  const english = await deliver(desk, {
    uri: 'urn:uji:inggris',
    headline: 'Dam filled',
    body_text:
      'The dam was filled after 1,240 families had moved from the valley. "The gates will close in stages," said the head of the agency.',
  });
  await desk.client.articles.sources.addStory({ articleId, ...english });
  const told = await findingsOf(
    desk,
    articleId,
    'Sebanyak 1.420 keluarga pindah dari lembah itu. “Pintu akan ditutup bertahap,” kata kepala badan itu.',
  );
  expect(told.map(({ code, evidence }) => [code, evidence?.advisory])).toEqual([
    ['figure-unknown', false],
    ['quote-translated', true],
  ]);
});

test('a source of 20,000 words is read like any other', async () => {
  desk = await openTestCore();
  const { articleId } = await desk.client.articles.create({});
  const paragraphs = Array.from(
    { length: 1_000 },
    (_none, at) =>
      `Pedagang nomor ${at + 1} menjual ${at + 200} karung beras dari gudang utara kepada pembeli yang datang pagi hari ke pasar induk itu juga.`,
  );
  const file = new File([paragraphs.join('\n\n')], 'laporan.txt');
  await desk.client.articles.sources.addDocument({ articleId, file, name: file.name });
  const { blocks } = await desk.client.provenance.check({
    articleId,
    blocks: blocksOf(paragraphs[998] ?? '', (paragraphs[500] ?? '').replace('700 karung', '9.700 karung')),
  });
  expect(blocks.map(({ sentences }) => sentences[0]?.kind)).toEqual(['verbatim', 'edited']);
  expect(blocks[1]?.findings).toMatchObject([{ code: 'figure-differs', text: '9.700' }]);
  const { sources } = await desk.client.provenance.sources({ articleId });
  expect(sources[0]?.sentences).toHaveLength(1_000);
});

test('what is accepted is kept with reason, person and time, and can be opened again', async () => {
  desk = await openTestCore();
  const articleId = await written(desk);
  const [finding] = await findingsOf(desk, articleId, 'Harga cabai merah keriting turun menjadi Rp35.800.');
  const key = finding?.key ?? '';
  await desk.client.provenance.accepted.add({ articleId, key, note: 'dihitung ulang' });
  const { currentPersonId } = await desk.client.people.list();
  const [acceptance] = await desk.client.provenance.accepted.list({ articleId });
  expect(acceptance).toMatchObject({ key, note: 'dihitung ulang', personId: currentPersonId });
  await desk.client.provenance.accepted.remove({ articleId, key });
  expect(await desk.client.provenance.accepted.list({ articleId })).toEqual([]);
});

test('publishing with open findings needs a yes, which is noted; accepted and ignored ones need none', async () => {
  desk = await openTestCore();
  const { client } = desk;
  const articleId = await written(desk);
  const { base } = await client.articles.get({ articleId });
  await client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    document: buildDocument([
      paragraph([text('Harga cabai merah keriting di pasar induk turun menjadi Rp35.800 per kilogram.')]),
    ]),
  });
  const target = await client.publishing.targets.add({
    name: 'Situs',
    configuration: {
      kind: 'folder-site',
      folder: join(desk.dataFolder, 'site'),
      siteUrl: 'https://situs.example/',
      language: 'id',
    },
  } as never);
  const request = { articleId, targetId: target.id };
  const { reasons, ok } = await client.publishing.publishability({ articleId });
  expect(ok).toBe(true);
  expect(reasons).toContainEqual({ code: 'fidelity-open', level: 'ask', detail: '1' });
  await expect(client.publishing.publish({ ...request, requestId: randomUUID() })).rejects.toMatchObject({
    code: 'NOT_PUBLISHABLE',
    data: { reasons: [{ code: 'fidelity-open', detail: '1' }] },
  });

  const despite = { ...request, requestId: randomUUID(), despiteFindings: true };
  expect((await client.publishing.publish(despite)).state).toBe('queued');
  const { currentPersonId } = await client.people.list();
  const trail = await client.articles.activity({ articleId });
  expect(trail.find(({ entry }) => entry.kind === 'published-despite')).toMatchObject({
    personId: currentPersonId,
    entry: { findings: 1 },
  });

  const [finding] = await findingsOf(
    desk,
    articleId,
    'Harga cabai merah keriting di pasar induk turun menjadi Rp35.800 per kilogram.',
  );
  const key = finding?.key ?? '';
  const asked = async () =>
    (await client.publishing.publishability({ articleId })).reasons.some(
      ({ code }) => code === 'fidelity-open',
    );
  await client.provenance.accepted.add({ articleId, key, note: 'dihitung ulang' });
  expect(await asked()).toBe(false);
  await client.provenance.accepted.remove({ articleId, key });
  expect(await asked()).toBe(true);
  await client.checks.ignored.add({ articleId, key });
  expect(await asked()).toBe(false);
});
