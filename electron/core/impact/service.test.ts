import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { documentText } from '../../../shared/document/walk.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../testing.ts';
import { applyPlainly } from '../testing-impact.ts';
import { deliver } from '../testing-wire.ts';

let desk: TestCore;

beforeEach(async () => {
  desk = await openTestCore();
  await nameFirstPerson(desk, 'Sari', 'SU02');
});

afterEach(() => desk.close());

const minute = (count: number) => new Date(Date.UTC(2026, 10, 26, 1, count)).toISOString();
const price = 'Harga cabai turun menjadi Rp40.000 per kilogram.';
const corrected = 'Harga cabai turun menjadi Rp45.000 per kilogram.';

/** One version of the story everything here is about; `at`: minutes into its life. */
function bring(version: string, words: string, at: number, more: Record<string, unknown> = {}) {
  return deliver(desk, {
    uri: 'urn:antara:cabai',
    version,
    provider: 'Antara',
    headline: 'Harga cabai turun',
    body_text: words,
    versioncreated: minute(at),
    ...more,
  });
}

/** An article made from the story's first version. */
async function write(): Promise<string> {
  const { storyId } = await bring('1', price, 0);
  return (await desk.client.articles.writeFromWire({ storyId })).articleId;
}

/** Entries are opened behind the arrival: looks until there is what is looked for. */
async function settled<Found>(look: () => Promise<Found>, holds: (found: Found) => boolean): Promise<Found> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await look();
    if (holds(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nothing of the kind happened');
}

const openEntries = async () => (await desk.client.impact.list({})).rows;

function oneOpen() {
  return settled(openEntries, (rows) => rows.length === 1).then(([entry]) => {
    if (entry === undefined) throw new Error('none');
    return entry;
  });
}

function untilKinds(...kinds: string[]) {
  return settled(openEntries, (rows) => rows[0]?.kinds.join() === kinds.join());
}

describe('what opens an entry', () => {
  test('a correction, of every article made from the story', async () => {
    const first = await write();
    const { storyId } = await bring('1', price, 0);
    const { articleId: second } = await desk.client.articles.writeFromWire({ storyId });
    await bring('2', corrected, 5, { ednote: 'KOREKSI: angka pada paragraf pertama' });
    const rows = await settled(openEntries, (found) => found.length === 2);
    expect(rows.map(({ articleId }) => articleId).toSorted()).toEqual([first, second].toSorted());
    expect(rows).toMatchObject([{ kinds: ['correction'] }, { kinds: ['correction'] }]);
    expect(await desk.client.impact.counts()).toMatchObject({ open: 2, live: 0 });
  });

  test('a new version, and a silent edit under the version it had', async () => {
    await write();
    await bring('2', corrected, 5);
    const [before] = await untilKinds('new-version');
    await bring('2', price.replace('40', '50'), 5);
    const [after] = await untilKinds('silent-edit');
    expect(after?.impactId).toBe(before?.impactId);
  });

  test('a withdrawal, and the whole desk is told once', async () => {
    await write();
    await bring('2', price, 5, { pubstatus: 'canceled' });
    expect(await oneOpen()).toMatchObject({ kinds: ['withdrawn'] });
    const news = await settled(
      () => desk.client.notifications.list(),
      (list) => list.some((one) => one.news.kind === 'wire-withdrawn'),
    );
    expect(news.filter((one) => one.news.kind === 'impact')).toEqual([]);
  });

  test('a new embargo, a later one, and one that is lifted', async () => {
    await write();
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    await bring('2', price, 5, { embargoed: inDays(2) });
    expect(await oneOpen()).toMatchObject({ kinds: ['embargoed'] });
    const { impactId } = await oneOpen();
    await applyPlainly(desk, impactId);
    await bring('3', price, 6, { embargoed: inDays(1) });
    await untilKinds('embargo-lifted');
  });

  test('news tells of it once, with the number of articles', async () => {
    await write();
    await bring('2', corrected, 5);
    const { impactId, storyId } = await oneOpen();
    const news = await desk.client.notifications.list();
    expect(news.map((one) => one.news)).toEqual([
      {
        kind: 'impact',
        storyId,
        impactId,
        change: 'new-version',
        headline: 'Harga cabai turun',
        articles: 1,
      },
    ]);
  });
});

describe('what opens none', () => {
  test('another urgency with the very same words', async () => {
    const articleId = await write();
    const { versionId } = await bring('2', price, 5, { urgency: 2 });
    const { sources } = await settled(
      () => desk.client.articles.meta({ articleId }),
      (meta) => meta.sources[0]?.outdated === false,
    );
    expect(sources[0]?.versionId).not.toBe(versionId);
    expect(await openEntries()).toEqual([]);
  });

  test('an earlier version that arrives late', async () => {
    const { storyId } = await bring('2', corrected, 5);
    await desk.client.articles.writeFromWire({ storyId });
    await bring('1', price, 0);
    await desk.client.wire.importText({ text: 'Kiriman lain\n\nYang sudah dilihat setelahnya.' });
    await desk.reopen().then((again) => (desk = again));
    expect(await openEntries()).toEqual([]);
  });

  test('an article in the bin, until it is taken out again', async () => {
    const articleId = await write();
    await bring('2', corrected, 5);
    await oneOpen();
    await desk.client.articles.trash({ articleId });
    expect(await openEntries()).toEqual([]);
    expect((await desk.client.impact.counts()).open).toBe(0);
    await desk.client.articles.untrash({ articleId });
    expect(await openEntries()).toHaveLength(1);
  });

  test('a story that is no source of the article any more', async () => {
    const articleId = await write();
    await bring('2', corrected, 5);
    const { storyId } = await oneOpen();
    await desk.client.articles.sources.removeStory({ articleId, storyId });
    expect(await openEntries()).toEqual([]);
  });
});

describe('while an entry is open', () => {
  test('it moves on to the newest version, and what was seen before cannot be applied', async () => {
    const articleId = await write();
    await bring('2', corrected, 5);
    const { impactId } = await oneOpen();
    const seen = await desk.client.impact.get({ impactId });
    await bring('3', price.replace('40', '47'), 6);
    await settled(openEntries, (rows) => rows[0]?.changedAt !== seen.changedAt);
    await expect(
      desk.client.impact.apply({
        impactId,
        versionId: seen.newest.versionId,
        base: seen.article.base,
        fields: seen.article.fields,
        document: seen.article.document,
        mended: [],
      }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'impact-moved-on' } });
    await applyPlainly(desk, impactId);
    const { document, sources } = await desk.client.articles.get({ articleId });
    expect(documentText(document)).toBe(price.replace('40', '47'));
    expect(sources).toMatchObject([{ outdated: false }]);
  });

  test('an earlier version that arrives late changes nothing; a cancel wins in whatever order', async () => {
    await write();
    await bring('3', corrected, 6);
    const { impactId } = await oneOpen();
    const { newest } = await desk.client.impact.get({ impactId });
    await bring('2', price.replace('40', '41'), 5, { pubstatus: 'canceled' });
    await untilKinds('withdrawn', 'new-version');
    expect((await desk.client.impact.get({ impactId })).newest).toEqual(newest);
    expect(await openEntries()).toMatchObject([{ impactId }]);
  });

  test('an article that was saved meanwhile is not overwritten', async () => {
    const articleId = await write();
    await bring('2', corrected, 5);
    const { impactId } = await oneOpen();
    const { newest, article } = await desk.client.impact.get({ impactId });
    const document = buildDocument([paragraph([text('Kata-kata Sari.')])]);
    await desk.client.articles.saveDraft({
      articleId,
      base: article.base,
      mutationId: randomUUID(),
      document,
    });
    await expect(
      desk.client.impact.apply({
        impactId,
        versionId: newest.versionId,
        base: article.base,
        fields: article.fields,
        document: article.document,
        mended: [],
      }),
    ).rejects.toMatchObject({ code: 'DRAFT_CONFLICT' });
    expect(documentText((await desk.client.articles.get({ articleId })).document)).toBe('Kata-kata Sari.');
    expect(await openEntries()).toHaveLength(1);
  });

  test('it closes by itself where the source goes back to what it was', async () => {
    await write();
    const embargoed = new Date(Date.now() + 86_400_000).toISOString();
    await bring('2', price, 5, { embargoed });
    await oneOpen();
    await bring('3', price, 6, { urgency: 2 });
    await settled(openEntries, (rows) => rows.length === 0);
    const { rows } = await desk.client.impact.list({ state: 'closed' });
    expect(rows).toMatchObject([{ state: 'not-affected', closed: { by: null, reason: '' } }]);
  });

  test('it outlasts a restart, and what arrived before one is looked at after it', async () => {
    await write();
    await bring('2', corrected, 5);
    await oneOpen();
    desk = await desk.reopen();
    expect(await openEntries()).toHaveLength(1);
  });
});

describe('decisions', () => {
  test('applied: the copy is mended, what was mended is kept, the article as it was is a revision', async () => {
    const articleId = await write();
    await bring('2', corrected, 5);
    const { impactId } = await oneOpen();
    const applied = await applyPlainly(desk, impactId);
    expect(applied).toMatchObject({
      state: 'applied',
      mended: [{ before: price, after: corrected }],
      closed: { by: 'Sari' },
    });
    expect(await openEntries()).toEqual([]);
    const [before] = await desk.client.articles.revisions({ articleId });
    const kept = await desk.client.articles.revision({ articleId, revisionId: before?.revisionId ?? 0 });
    expect(documentText(kept.document)).toBe(price);
    const [line] = await desk.client.articles.activity({ articleId });
    expect(line?.entry.kind).toBe('mended');
  });

  test('not affected: with who, when and why; the next change opens a new entry, and it can be taken back', async () => {
    await write();
    const { versionId } = await bring('2', corrected, 5);
    const { impactId } = await oneOpen();
    const reason = 'Angka itu tidak kami pakai';
    await desk.client.impact.dismiss({ impactId, versionId, reason });
    const { rows } = await desk.client.impact.list({ state: 'closed' });
    expect(rows).toMatchObject([{ impactId, state: 'not-affected', closed: { by: 'Sari', reason } }]);
    await desk.client.impact.reopen({ impactId });
    expect(await openEntries()).toMatchObject([{ impactId, kinds: ['new-version'] }]);
    await desk.client.impact.dismiss({ impactId, versionId, reason });
    await bring('3', price.replace('40', '47'), 6);
    const next = await oneOpen();
    expect(next.impactId).not.toBe(impactId);
    await expect(desk.client.impact.reopen({ impactId })).rejects.toMatchObject({
      data: { reason: 'impact-not-dismissed' },
    });
  });

  test('one that somebody has decided cannot be decided again', async () => {
    await write();
    const { versionId } = await bring('2', corrected, 5);
    const { impactId } = await oneOpen();
    await applyPlainly(desk, impactId);
    await expect(
      desk.client.impact.dismiss({ impactId, versionId, reason: 'Terlambat' }),
    ).rejects.toMatchObject({ code: 'INVALID', data: { reason: 'impact-closed' } });
    await expect(desk.client.impact.get({ impactId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
