import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '../testing.ts';

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore();
});
afterEach(() => desk.close());

const place = {
  selection: { anchor: { path: [2, 0], offset: 7 }, focus: { path: [2, 1], offset: 0 } },
  focused: true,
  field: null,
  scroll: { block: 3, offset: 20.5 },
  tab: 'revisions',
};

describe('places', () => {
  test('are there again after the desk was closed, each article its own', async () => {
    const [one, other] = [await desk.client.articles.create({}), await desk.client.articles.create({})];
    expect(await desk.client.places.lastScreen()).toEqual({ screen: null });
    await desk.client.places.keep({ screen: '#/kawat' });
    const screen = `#/naskah/${one.articleId}`;
    await desk.client.places.keep({ screen, article: { articleId: one.articleId, place } });
    desk = await desk.reopen();
    expect(await desk.client.places.lastScreen()).toEqual({ screen });
    expect(await desk.client.places.ofArticle({ articleId: one.articleId })).toEqual({ place });
    expect(await desk.client.places.ofArticle({ articleId: other.articleId })).toEqual({ place: null });
  });

  test('an article that is gone has none, and keeping one for it harms nothing', async () => {
    const articleId = crypto.randomUUID();
    await desk.client.places.keep({ screen: '#/naskah', article: { articleId, place } });
    expect(await desk.client.places.ofArticle({ articleId })).toEqual({ place: null });
    expect(await desk.client.places.lastScreen()).toEqual({ screen: '#/naskah' });
  });
});
