import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isSampleUri } from '../../../shared/domain/sample-story.ts';
import { contentOf } from '../testing-content.ts';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;

async function listAll() {
  const { rows } = await desk.client.wire.list({ limit: 200 });
  return rows;
}

describe('loaded', () => {
  beforeAll(async () => {
    desk = await openTestCore();
    await desk.client.sample.load();
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

  test('articles are written from it, in every state before publishing, those that are ready without a hitch', async () => {
    const { rows } = await desk.client.articles.list({});
    const states = Object.groupBy(rows, ({ state }) => state);
    expect(Object.keys(states).toSorted()).toEqual(['draft', 'ready', 'submitted']);
    for (const { articleId, section } of states.ready ?? []) {
      expect(section).not.toBe('');
      const { reasons } = await desk.client.publishing.publishability({ articleId });
      expect(reasons.filter(({ level }) => level === 'block')).toEqual([]);
    }
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
    await desk.client.sample.load();
    const rows = await listAll();
    await desk.client.wire.markRead({ storyIds: rows.slice(0, 9).map(({ storyId }) => storyId), read: true });
    await desk.client.articles.writeFromWire({ storyId: rows[0]?.storyId ?? 0 });
    const removed = await desk.client.sample.remove({});
    expect(removed).toMatchObject({ stories: rows.length, erasedArticles: 8, ownArticles: 0 });
    expect(contentOf(desk.dataFolder)).toEqual(before);
    expect(await desk.client.sample.state()).toEqual({
      loaded: false,
      stories: 0,
      untouchedArticles: 0,
      ownArticles: [],
    });
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
