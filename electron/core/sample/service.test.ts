import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Slot } from '../../../shared/contract/front-content.ts';
import { newSlot } from '../../../shared/domain/front/build.ts';
import { isSampleUri, SAMPLE_TARGET_ID } from '../../../shared/domain/sample-story.ts';
import { contentOf } from '../testing-content.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

/** Loads the sample newsroom and waits until its deliveries have arrived. */
async function loadInto({ core, client }: TestCore): Promise<void> {
  core.startSending();
  await client.sample.load();
  await vi.waitFor(async () => {
    expect(await client.publishing.counts()).toEqual({ waiting: 0, failed: 1, scheduled: 1 });
  }, 20_000);
}

/** Ends with the first event of this kind. */
async function hear({ client }: TestCore, wanted: CoreEvent['type']): Promise<void> {
  for await (const { type } of await client.system.events()) if (type === wanted) return;
}

function slotWith(articleId: string): Slot {
  return newSlot({
    slotId: randomUUID(),
    content: { kind: 'article', articleId },
    placedAt: new Date().toISOString(),
  });
}

/** Plays with what was just loaded: on a front, its clipboard, its site. Answers the ids of all its articles. */
async function tryOut({ core, client }: TestCore): Promise<string[]> {
  core.startSending();
  await client.sample.load();
  const { rows } = await client.articles.list({});
  const [draft] = rows.filter(({ state }) => state === 'draft');
  const [ready] = rows.filter(({ state }) => state === 'ready');
  await client.publishing.publish({
    articleId: ready?.articleId ?? '',
    targetId: SAMPLE_TARGET_ID,
    requestId: randomUUID(),
  });
  const [home] = await client.fronts.list();
  const frontId = home?.frontId ?? '';
  const [collection] = (await client.fronts.get({ frontId })).draft.collections;
  const slots = [draft, ready].map((article) => slotWith(article?.articleId ?? ''));
  await client.fronts.edit({
    frontId,
    mutationId: randomUUID(),
    edit: { kind: 'place', collectionId: collection?.collectionId ?? '', after: null, slots },
  });
  await client.fronts.clipboard.add({ slots: [slotWith(draft?.articleId ?? '')], after: null });
  await client.fronts.launch({ frontId, collectionIds: null, note: '', requestId: randomUUID() });
  return rows.map(({ articleId }) => articleId);
}

async function listAll() {
  const { rows } = await desk.client.wire.list({ limit: 200 });
  return rows;
}

describe('loaded', () => {
  beforeAll(async () => {
    desk = await openTestCore();
    await loadInto(desk);
  });

  afterAll(() => desk.close());

  test('one call fills the inbox, with everything a desk has to deal with', async () => {
    const state = await desk.client.sample.state();
    expect(state.loaded).toBe(true);
    expect(state.stories).toBeGreaterThanOrEqual(40);
    const rows = await listAll();
    expect(new Set(rows.map(({ sourceName }) => sourceName)).size).toBe(3);
    expect(rows.filter(({ versionCount }) => versionCount > 1).length).toBeGreaterThanOrEqual(5);
    expect(rows.filter(({ pubStatus }) => pubStatus === 'canceled')).toMatchObject([
      {
        headline: /* as first sent */ expect.stringContaining('Dua pejabat'),
        articleIds: [expect.any(String)],
      },
    ]);
    expect(rows.some(({ embargoed }) => embargoed !== null && Date.parse(embargoed) > Date.now())).toBe(true);
    expect(rows.some(({ headline }) => headline.startsWith('KOREKSI'))).toBe(true);
    expect(rows.some(({ urgency }) => urgency === 2)).toBe(true);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('articles are written from it, some of them out on a site of its own, in every state there is', async () => {
    const { rows } = await desk.client.articles.list({});
    const states = Object.groupBy(rows, ({ state }) => state);
    expect(Object.keys(states).toSorted()).toEqual(['draft', 'published', 'ready', 'submitted']);
    for (const { section, liveTargets } of states.published ?? []) {
      expect(section).not.toBe('');
      expect(liveTargets).toMatchObject([{ name: 'Situs contoh' }]);
      const page = fileURLToPath(liveTargets[0]?.url ?? '');
      expect(page.startsWith(join(desk.dataFolder, 'sample-site'))).toBe(true);
      expect(existsSync(page)).toBe(true);
    }
    const [home] = await desk.client.fronts.list();
    const { stories } = await desk.client.fronts.facts({ frontId: home?.frontId ?? '' });
    expect(stories.filter(({ standing }) => standing === 'live')).toHaveLength(states.published?.length ?? 0);
  });

  test('the outbox has what went out, what waits for its time, and what a withdrawal stopped', async () => {
    const { rows } = await desk.client.publishing.deliveries({});
    const states = Object.groupBy(rows, ({ state }) => state);
    expect(Object.keys(states).toSorted()).toEqual(['failed', 'live', 'scheduled']);
    expect(states.failed).toMatchObject([
      {
        headline: expect.stringContaining('Dua pejabat'),
        error: { code: 'not-publishable', detail: 'source-withdrawn' },
      },
    ]);
    expect(Date.parse(states.scheduled?.[0]?.publishAt ?? '')).toBeGreaterThan(Date.now());
  });

  test('nothing in it is older than a day or from the future', async () => {
    const now = Date.now();
    for (const { versionCreated, arrivedAt } of await listAll()) {
      for (const time of [Date.parse(versionCreated ?? ''), Date.parse(arrivedAt)]) {
        expect(time).toBeLessThanOrEqual(now);
        expect(time).toBeGreaterThan(now - 86_400_000);
      }
    }
  });

  test('datelines and footers are recognised in every story', async () => {
    for (const { storyId, pubStatus } of await listAll()) {
      if (pubStatus === 'canceled') continue;
      const story = await desk.client.wire.get({ storyId });
      expect(story.dateline, story.headline ?? '').not.toBeNull();
      expect(story.bodyText).not.toMatch(/Pewarta:|Editor ?:|©|Dilarang keras|\(\*\)/);
      expect(story.bodyText.split('\n\n').length, story.headline ?? '').toBeGreaterThanOrEqual(3);
    }
  });

  test('every story is known by its name as one of the sample, also when it has gone', async () => {
    for (const { storyId } of await listAll()) {
      expect(isSampleUri((await desk.client.wire.get({ storyId })).uri)).toBe(true);
    }
  });

  test('loading twice brings nothing twice', async () => {
    const first = await desk.client.sample.state();
    expect(await desk.client.sample.load()).toEqual(first);
  });
});

describe('removed', () => {
  beforeEach(async () => {
    desk = await openTestCore();
  });

  afterEach(() => desk.close());

  test('removing what is not there removes nothing', async () => {
    const before = contentOf(desk.dataFolder);
    expect(await desk.client.sample.remove({})).toEqual({ stories: 0, erasedArticles: 0, ownArticles: 0 });
    expect(contentOf(desk.dataFolder)).toEqual(before);
  });

  test('it leaves without a trace', async () => {
    const before = contentOf(desk.dataFolder);
    await loadInto(desk);
    const rows = await listAll();
    await desk.client.wire.markRead({ storyIds: rows.slice(0, 9).map(({ storyId }) => storyId), read: true });
    await desk.client.articles.writeFromWire({ storyId: rows[0]?.storyId ?? 0 });
    const written = (await desk.client.articles.list({})).rows.length;
    const removed = await desk.client.sample.remove({});
    expect(removed).toMatchObject({
      stories: rows.flatMap(({ duplicates }) => [0, ...duplicates]).length,
      erasedArticles: written,
      ownArticles: 0,
    });
    expect(contentOf(desk.dataFolder)).toEqual(before);
    expect(await desk.client.sample.state()).toEqual({
      loaded: false,
      stories: 0,
      untouchedArticles: 0,
      ownArticles: [],
    });
  });

  test('also in the middle of its deliveries, and from the fronts it was tried on', async () => {
    const articleIds = await tryOut(desk);
    await desk.client.sample.remove({});
    const { 'desk.db launch': launches, ...content } = contentOf(desk.dataFolder);
    expect(launches, 'what readers saw is kept').not.toEqual([]);
    const left = JSON.stringify(content);
    for (const trace of [...articleIds, SAMPLE_TARGET_ID, 'sample-site', 'contoh']) {
      expect(left.includes(trace), trace).toBe(false);
    }
    const [home] = await desk.client.fronts.list();
    expect(home?.notices).toEqual([]);
    expect((await desk.client.publishing.targets.list()).map(({ name }) => name)).toEqual(['Situs folder']);
  });

  test.each([
    ['before it began', null],
    ['once its site is gone', 'target.changed'],
    ['while its stories leave', 'article.changed'],
  ] as const)('cut short %s, the next call finishes it', async (_when, awaited) => {
    const before = contentOf(desk.dataFolder);
    desk.core.startSending();
    await desk.client.sample.load();
    const heard = awaited === null ? null : hear(desk, awaited);
    const removing = desk.client.sample.remove({}).catch(() => null);
    await heard;
    await desk.core.stop();
    await removing;
    desk = await openTestCore({}, desk.dataFolder);
    await desk.client.sample.remove({});
    expect(contentOf(desk.dataFolder)).toEqual(before);
  });

  test('what somebody worked on, or sent to a place of the house, stays: out nowhere but there', async () => {
    await loadInto(desk);
    const { rows } = await desk.client.articles.list({ filter: { states: ['published'] } });
    const [worked, sent] = rows.map(({ articleId }) => articleId);
    const { articleId, base, fields } = await desk.client.articles.get({ articleId: worked ?? '' });
    await desk.client.articles.saveDraft({
      articleId,
      base,
      mutationId: randomUUID(),
      fields: { ...fields, headline: 'Tulisan saya' },
    });
    const [house] = await desk.client.publishing.targets.list();
    await desk.client.publishing.publish({
      articleId: sent ?? '',
      targetId: house?.id ?? '',
      requestId: randomUUID(),
    });
    const own = (await desk.client.sample.state()).ownArticles.map((article) => article.articleId);
    expect(own.toSorted()).toEqual([worked, sent].toSorted());
    await desk.client.sample.remove({});
    const kept = await desk.client.articles.get({ articleId });
    expect(kept).toMatchObject({ state: 'ready', fields: { headline: 'Tulisan saya' }, trashed: false });
    const { rows: deliveries } = await desk.client.publishing.deliveries({});
    expect(deliveries).toMatchObject([{ articleId: sent, targetId: house?.id }]);
  });

  test('what somebody wrote stays, or goes to the bin when asked; copy of other sources is not touched', async () => {
    const imported = await desk.client.wire.importText({
      text: 'Harga beras stabil\n\nSurabaya (ANTARA) - Tetap.',
    });
    await desk.client.sample.load();
    const [row] = await listAll();
    const draft = await desk.client.articles.writeFromWire({ storyId: row?.storyId ?? 0 });
    await desk.client.articles.saveDraft({
      articleId: draft.articleId,
      base: draft.base,
      mutationId: randomUUID(),
      fields: { ...draft.fields, headline: 'Tulisan saya' },
    });
    expect((await desk.client.sample.state()).ownArticles).toEqual([
      { articleId: draft.articleId, headline: 'Tulisan saya' },
    ]);
    await desk.client.sample.remove({});
    const kept = await desk.client.articles.get({ articleId: draft.articleId });
    expect(kept).toMatchObject({ fields: { headline: 'Tulisan saya' }, trashed: false });
    expect(kept.sources).toMatchObject([{ headline: row?.headline, sourceName: row?.sourceName }]);
    expect((await listAll()).map(({ storyId }) => storyId)).toEqual(imported.storyIds);

    await desk.client.sample.load();
    const [again] = await listAll();
    const second = await desk.client.articles.writeFromWire({ storyId: again?.storyId ?? 0 });
    await desk.client.articles.changeState({ articleId: second.articleId, to: 'submitted', note: '' });
    expect(await desk.client.sample.remove({ ownArticles: 'trash' })).toMatchObject({ ownArticles: 1 });
    expect(await desk.client.articles.get({ articleId: second.articleId })).toMatchObject({ trashed: true });
  });
});
