/** What somebody else changed at the target, and what an earlier state of the desk no longer knows of it. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PublishConflict, PublishError } from './target.ts';
import { openTestOutbox } from './test-outbox.ts';

let desk: ReturnType<typeof openTestOutbox>;

beforeEach(() => {
  desk = openTestOutbox();
});
afterEach(() => desk.close());

describe('what happened at the target', () => {
  test('a change made there is a conflict; sending again goes on from the post as it was shown', async () => {
    const articleId = desk.addArticle('Konflik');
    const targetId = await desk.builtIn();
    desk.jobs.start();
    await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
    const found = { remoteId: 'konflik', url: null, modifiedStamp: 'as shown' };
    desk.memory.script.push(() => {
      throw new PublishConflict('changed', found, [{ field: 'headline', meant: 'Konflik', found: 'Lain' }]);
    });
    const update = desk.publish(articleId, targetId);
    const conflict = await desk.until(update.deliveryId, 'conflict');
    expect(conflict.error?.code).toBe('changed-at-target');
    expect(conflict.differences).toEqual([{ field: 'headline', meant: 'Konflik', found: 'Lain' }]);
    desk.publishing.retry(update.deliveryId);
    expect((await desk.until(update.deliveryId, 'live')).differences).toEqual([]);
    expect(desk.memory.sent.at(-1)?.existing).toEqual(found);
  });

  test('a post taken away there is told; sending again makes a new one', async () => {
    const articleId = desk.addArticle('Hilang');
    const targetId = await desk.builtIn();
    desk.jobs.start();
    await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
    desk.memory.script.push(() => {
      throw new PublishError('post-missing', '');
    });
    const update = desk.publish(articleId, targetId);
    await desk.until(update.deliveryId, 'failed');
    expect(desk.states.get(articleId)).toBe('ready');
    expect(desk.publishing.liveTargets([articleId]).size).toBe(0);
    expect(desk.ended).toEqual([{ kind: 'found-gone', articleId }]);
    desk.publishing.retry(update.deliveryId);
    expect((await desk.until(update.deliveryId, 'live')).action).toBe('publish');
    expect(desk.memory.sent.at(-1)?.existing).toBeNull();
    expect(desk.states.get(articleId)).toBe('published');
  });

  test('taking back, then publishing again, keeps the post; one thrown away meanwhile is made anew at once', async () => {
    const articleId = desk.addArticle('Kembali');
    const targetId = await desk.builtIn();
    desk.jobs.start();
    await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
    const back = desk.publishing.unpublish({ articleId, targetId, requestId: randomUUID() });
    expect((await desk.until(back.deliveryId, 'live')).url).toBeNull();
    expect(desk.ended).toEqual([{ kind: 'taken-down', articleId }]);
    expect(desk.states.get(articleId)).toBe('ready');
    expect(() => desk.publishing.unpublish({ articleId, targetId, requestId: randomUUID() })).toThrow(
      expect.objectContaining({ code: 'INVALID' }),
    );
    desk.memory.script.push(() => {
      throw new PublishError('post-missing', '');
    });
    await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
    expect(desk.memory.sent.slice(1).map(({ existing }) => existing?.remoteId ?? null)).toEqual([
      'kembali',
      null,
    ]);
  });

  test('a target sees what else stands live there, newest first, without the article at hand', async () => {
    const targetId = await desk.builtIn();
    desk.jobs.start();
    for (const headline of ['Pertama', 'Kedua', 'Ketiga']) {
      desk.now += 1000;
      await desk.until(desk.publish(desk.addArticle(headline), targetId).deliveryId, 'live');
    }
    const listed = desk.memory.contexts[2]?.liveArticles().map(({ fields }) => fields.headline);
    expect(listed).toEqual(['Kedua', 'Pertama']);
  });
});

describe('after the desk went back to an earlier state', () => {
  test('the first publication of every article it had looks for a post nobody knows of; new ones need not', async () => {
    const targetId = await desk.builtIn();
    const madeAt = desk.now;
    const old = desk.addArticle('Ada di cadangan');
    const known = desk.addArticle('Tercatat terbit');
    desk.jobs.start();
    await desk.until(desk.publish(known, targetId).deliveryId, 'live');
    desk.now += 60_000;
    desk.publishing.distrustRecords();
    desk.now += 60_000;
    const fresh = desk.addArticle('Ditulis sesudahnya');
    for (const articleId of [old, known, fresh]) {
      await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
    }
    expect(
      desk.memory.sent.map(({ recordsLostSince, existing }) => [recordsLostSince, existing?.remoteId]),
    ).toEqual([
      [null, undefined],
      [madeAt, undefined],
      [madeAt, 'tercatat-terbit'],
      [null, undefined],
    ]);
  });

  test('a post found there that differs is a conflict, is known from then on, and never posted again', async () => {
    const targetId = await desk.builtIn();
    const articleId = desk.addArticle('Terbit sesudah cadangan');
    desk.publishing.distrustRecords();
    const found = { remoteId: 'terbit', url: 'https://situs.test/terbit', modifiedStamp: 'as found' };
    desk.memory.script.push(() => {
      throw new PublishConflict('found', found, [{ field: 'body', meant: 'a', found: 'b' }], 'already-there');
    });
    desk.jobs.start();
    const stopped = await desk.until(desk.publish(articleId, targetId).deliveryId, 'conflict');
    expect(stopped.error?.code).toBe('already-there');
    expect(desk.states.get(articleId)).toBe('published');
    expect(desk.publishing.liveTargets([articleId]).get(articleId)).toMatchObject([{ url: found.url }]);

    const again = desk.publish(articleId, targetId);
    expect(again.action).toBe('update');
    await desk.until(again.deliveryId, 'live');
    // How it was left is not known, so what is there is never taken for ours.
    expect(desk.memory.sent.at(-1)?.existing).toEqual({ ...found, modifiedStamp: null });
  });
});
