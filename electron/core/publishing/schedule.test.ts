/** What goes out at a time to come: kept by the site or by us, moved, stopped, missed. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { PublishError } from './target.ts';
import { openTestOutbox } from './test-outbox.ts';

const hour = 3_600_000;

let desk: ReturnType<typeof openTestOutbox>;

beforeEach(() => {
  desk = openTestOutbox();
  desk.jobs.start();
});
afterEach(() => desk.close());

function inHours(hours: number): string {
  return new Date(desk.now + hours * hour).toISOString();
}

function schedule(articleId: string, targetId: string, at: string): Delivery {
  return desk.publishing.schedule.schedule({ articleId, targetId, at, requestId: randomUUID() });
}

function reschedule({ deliveryId }: Delivery, at: string): Delivery {
  return desk.publishing.schedule.reschedule({ deliveryId, at, requestId: randomUUID() });
}

function pass(milliseconds: number): void {
  desk.now += milliseconds;
  desk.jobs.wake();
}

function invalid(reason: string) {
  return expect.objectContaining({ code: 'INVALID', data: expect.objectContaining({ reason }) });
}

function withdraw(): void {
  desk.sources = [
    {
      storyId: 1,
      versionId: 1,
      uri: 'urn:1',
      headline: 'Berita kawat',
      sourceName: 'Antara',
      creditName: 'Ant',
      effectiveStatus: 'canceled',
      withdrawalReason: null,
      embargoed: null,
      embargoUnreadable: false,
      outdated: false,
    },
  ];
}

function embargoUntil(at: string): void {
  withdraw();
  desk.sources = desk.sources.map((source) => ({ ...source, effectiveStatus: 'usable', embargoed: at }));
}

describe('a target that cannot schedule', () => {
  test('gets nothing before the time, and the pinned revision at it', async () => {
    const targetId = await desk.builtIn();
    const articleId = desk.addArticle('Pukul sembilan');
    const scheduled = schedule(articleId, targetId, inHours(2));
    await desk.until(scheduled.deliveryId, 'scheduled');
    desk.rewrite(articleId, 'Diubah sesudahnya');
    pass(2 * hour - 1);
    expect(desk.memory.sent).toEqual([]);
    expect(desk.publishing.counts()).toEqual({ waiting: 0, failed: 0, scheduled: 1 });
    pass(1);
    const live = await desk.until(scheduled.deliveryId, 'live');
    expect(live).toMatchObject({ handedOver: false, publishAt: scheduled.publishAt });
    expect(desk.memory.sent.map(({ article, publishAt }) => [article.fields.headline, publishAt])).toEqual([
      ['Pukul sembilan', null],
    ]);
    expect(desk.states.get(articleId)).toBe('published');
  });

  test('is kept through a restart, and goes out late rather than never', async () => {
    const scheduled = schedule(desk.addArticle('Lewat semalam'), await desk.builtIn(), inHours(1));
    await desk.until(scheduled.deliveryId, 'scheduled');
    await desk.jobs.stop();
    const before = desk.database;
    desk.reopen();
    before.close();
    desk.now += 9 * hour;
    desk.jobs.start();
    await desk.until(scheduled.deliveryId, 'live');
    expect(desk.memory.sent).toHaveLength(1);
  });

  test('moved, it goes out at the new time only; the earlier delivery says that it was replaced', async () => {
    const first = schedule(desk.addArticle('Digeser'), await desk.builtIn(), inHours(1));
    await desk.until(first.deliveryId, 'scheduled');
    const second = reschedule(first, inHours(3));
    expect(desk.delivery(first.deliveryId)).toMatchObject({
      state: 'cancelled',
      error: { code: 'replaced' },
    });
    expect(second.revisionId).toBe(first.revisionId);
    pass(2 * hour);
    await desk.until(second.deliveryId, 'scheduled');
    expect(desk.memory.sent).toEqual([]);
    pass(hour);
    await desk.until(second.deliveryId, 'live');
    expect(() => reschedule(first, inHours(1))).toThrow(invalid('not-scheduled'));
  });

  test('cancelled, it never goes out', async () => {
    const scheduled = schedule(desk.addArticle('Batal'), await desk.builtIn(), inHours(1));
    await desk.until(scheduled.deliveryId, 'scheduled');
    desk.publishing.cancel(scheduled.deliveryId);
    pass(2 * hour);
    expect(desk.publishing.counts()).toMatchObject({ waiting: 0, scheduled: 0 });
    expect(desk.memory.sent).toEqual([]);
  });
});

describe('a target that schedules itself', () => {
  test('is given it at once, and looked at once the time has come', async () => {
    const targetId = await desk.addWordPress();
    const articleId = desk.addArticle('Dijadwal di situs');
    const scheduled = schedule(articleId, targetId, inHours(2));
    const handed = await desk.until(scheduled.deliveryId, 'scheduled');
    await vi.waitFor(() => expect(desk.delivery(scheduled.deliveryId).handedOver).toBe(true));
    expect(handed.url).toBeNull();
    expect(desk.memory.sent[0]?.publishAt).toBe(Date.parse(scheduled.publishAt ?? ''));
    expect(desk.states.get(articleId)).toBeUndefined();
    expect(() => desk.publishing.cancel(scheduled.deliveryId)).toThrow(invalid('kept-by-target'));
    pass(2 * hour);
    expect(desk.memory.sent).toHaveLength(1);
    pass(20_000);
    expect(await desk.until(scheduled.deliveryId, 'live')).toMatchObject({
      url: 'https://situs.test/dijadwal-di-situs',
    });
    expect(desk.states.get(articleId)).toBe('published');
  });

  test('let go of, it lets go of what it keeps for us; where it cannot be told, that is said plainly', async () => {
    const targetId = await desk.addWordPress();
    const [first, second] = [desk.addArticle('Dilepas'), desk.addArticle('Tetap terbit')].map((articleId) =>
      schedule(articleId, targetId, inHours(2)),
    );
    for (const delivery of [first, second]) {
      await vi.waitFor(() => expect(desk.delivery(delivery?.deliveryId ?? '').handedOver).toBe(true));
    }
    desk.memory.script.push(
      () => {},
      () => {
        throw new PublishError('unreachable', '', { retryable: true });
      },
    );
    const goesOut = await desk.publishing.removeTarget(targetId);
    expect([...desk.memory.posts.keys()]).toEqual(['tetap-terbit']);
    expect(goesOut.map(({ headline, publishAt }) => [headline, publishAt])).toEqual([
      ['Tetap terbit', second?.publishAt],
    ]);
    expect(desk.delivery(first?.deliveryId ?? '')).toMatchObject({ state: 'cancelled', error: null });
    expect(desk.delivery(second?.deliveryId ?? '')).toMatchObject({
      state: 'cancelled',
      error: { code: 'still-scheduled', detail: second?.publishAt },
    });
    pass(3 * hour);
    expect(desk.memory.sent).toHaveLength(2);
  });

  test('that misses the time is an alarm, and one click publishes', async () => {
    const targetId = await desk.addWordPress();
    desk.memory.missesSchedules = true;
    const scheduled = schedule(desk.addArticle('Terlewat'), targetId, inHours(1));
    await desk.until(scheduled.deliveryId, 'scheduled');
    pass(hour + 20_000);
    await vi.waitFor(() => expect(desk.memory.sent).toHaveLength(2));
    // Sites release on their next visit: a little late is not missed.
    await desk.until(scheduled.deliveryId, 'scheduled');
    pass(170_000);
    const missed = await desk.until(scheduled.deliveryId, 'failed');
    expect(missed.error?.code).toBe('schedule-missed');
    expect(desk.publishing.counts().failed).toBe(1);
    expect(() => desk.publishing.retry(scheduled.deliveryId)).toThrow(invalid('release-instead'));

    const released = desk.publishing.schedule.release({
      deliveryId: scheduled.deliveryId,
      requestId: randomUUID(),
    });
    expect(released).toMatchObject({ action: 'publish', revisionId: scheduled.revisionId });
    await desk.until(released.deliveryId, 'live');
    expect(desk.memory.posts.size).toBe(1);
    expect(desk.publishing.counts().failed).toBe(0);
  });

  test('moved, the same post gets the new time; published at once, the schedule is over', async () => {
    const targetId = await desk.addWordPress();
    const articleId = desk.addArticle('Satu tulisan saja');
    const first = schedule(articleId, targetId, inHours(1));
    await desk.until(first.deliveryId, 'scheduled');
    await vi.waitFor(() => expect(desk.delivery(first.deliveryId).handedOver).toBe(true));
    const second = reschedule(first, inHours(5));
    await vi.waitFor(() => expect(desk.delivery(second.deliveryId).handedOver).toBe(true));
    expect(desk.delivery(first.deliveryId).state).toBe('cancelled');
    expect(desk.memory.sent[1]).toMatchObject({ existing: { remoteId: 'satu-tulisan-saja' } });

    const now = desk.publish(articleId, targetId);
    expect(now.action).toBe('publish');
    await desk.until(now.deliveryId, 'live');
    expect(desk.delivery(second.deliveryId).state).toBe('cancelled');
    expect(desk.memory.posts.size).toBe(1);
  });

  test('is taken off the schedule by taking it back, and thrown away by removing it', async () => {
    const targetId = await desk.addWordPress();
    const articleId = desk.addArticle('Urung');
    const scheduled = schedule(articleId, targetId, inHours(1));
    await vi.waitFor(() => expect(desk.delivery(scheduled.deliveryId).handedOver).toBe(true));
    const back = desk.publishing.unpublish({ articleId, targetId, requestId: randomUUID() });
    await desk.until(back.deliveryId, 'live');
    expect(desk.delivery(scheduled.deliveryId)).toMatchObject({ state: 'cancelled' });
    expect(desk.memory.posts.size).toBe(0);

    const removed = desk.publishing.remove({ articleId, targetId, requestId: randomUUID() });
    expect(removed.action).toBe('remove');
    await desk.until(removed.deliveryId, 'live');
    expect(() => desk.publishing.remove({ articleId, targetId, requestId: randomUUID() })).toThrow(
      invalid('not-live-there'),
    );
    const folder = await desk.builtIn();
    await desk.until(desk.publish(articleId, folder).deliveryId, 'live');
    expect(() => desk.publishing.remove({ articleId, targetId: folder, requestId: randomUUID() })).toThrow(
      invalid('no-trash-there'),
    );
  });

  test('keeps no time for an update of what is public: that is sent when the time comes', async () => {
    const targetId = await desk.addWordPress();
    const articleId = desk.addArticle('Sudah terbit');
    await desk.until(desk.publish(articleId, targetId).deliveryId, 'live');
    desk.rewrite(articleId, 'Pembaruan nanti');
    const scheduled = schedule(articleId, targetId, inHours(1));
    await desk.until(scheduled.deliveryId, 'scheduled');
    expect(desk.memory.sent).toHaveLength(1);
    pass(hour);
    await desk.until(scheduled.deliveryId, 'live');
    expect(desk.memory.sent[1]).toMatchObject({
      publishAt: null,
      article: { fields: { headline: 'Pembaruan nanti' } },
    });
  });

  test('is not given a time so near that it would publish at once: that is kept here', async () => {
    const scheduled = schedule(desk.addArticle('Sebentar lagi'), await desk.addWordPress(), inHours(0.05));
    await desk.until(scheduled.deliveryId, 'scheduled');
    pass(0.05 * hour - 1);
    expect(desk.memory.sent).toEqual([]);
    pass(1);
    const live = await desk.until(scheduled.deliveryId, 'live');
    expect(live.handedOver).toBe(false);
    expect(desk.memory.sent[0]).toMatchObject({ publishAt: null });
  });

  test('asked while it is down: a move made meanwhile means that only the later time counts', async () => {
    const targetId = await desk.addWordPress();
    desk.memory.script.push(() => {
      throw new PublishError('unreachable', '', { retryable: true });
    });
    const first = schedule(desk.addArticle('Luring'), targetId, inHours(1));
    await desk.until(first.deliveryId, 'retry');
    const second = reschedule(first, inHours(4));
    expect(desk.delivery(first.deliveryId).state).toBe('cancelled');
    pass(2 * hour);
    await vi.waitFor(() => expect(desk.delivery(second.deliveryId).handedOver).toBe(true));
    expect(desk.memory.sent.at(-1)).toMatchObject({
      publishAt: Date.parse(second.publishAt ?? ''),
      mayHaveArrived: true,
    });
  });
});

describe('what may not go out', () => {
  test('a time that has passed, or lies before the end of an embargo, is refused with words', async () => {
    const targetId = await desk.builtIn();
    const articleId = desk.addArticle('Embargo');
    expect(() => schedule(articleId, targetId, inHours(-1))).toThrow(invalid('time-past'));
    embargoUntil(inHours(5));
    expect(() => schedule(articleId, targetId, inHours(4))).toThrow(
      expect.objectContaining({
        code: 'NOT_PUBLISHABLE',
        data: { reasons: [{ code: 'embargo-active', detail: inHours(5) }] },
      }),
    );
    const scheduled = schedule(articleId, targetId, inHours(5));
    await desk.until(scheduled.deliveryId, 'scheduled');
    expect(() => reschedule(scheduled, inHours(3))).toThrow(
      expect.objectContaining({ code: 'NOT_PUBLISHABLE' }),
    );
  });

  test.each(['ours', 'the site’s'])(
    'a source withdrawn meanwhile stops it, on %s schedule',
    async (whose) => {
      const targetId = whose === 'ours' ? await desk.builtIn() : await desk.addWordPress();
      const scheduled = schedule(desk.addArticle('Ditarik'), targetId, inHours(3));
      await desk.until(scheduled.deliveryId, 'scheduled');
      if (whose !== 'ours') {
        await vi.waitFor(() => expect(desk.delivery(scheduled.deliveryId).handedOver).toBe(true));
      }
      withdraw();
      desk.tellWireChanged();
      pass(5_000);
      const stopped = await desk.until(scheduled.deliveryId, 'failed');
      expect(stopped.error).toEqual({ code: 'not-publishable', detail: 'source-withdrawn' });
      expect(desk.memory.posts.size).toBe(0);
      pass(5 * hour);
      expect(desk.memory.posts.size).toBe(0);
    },
  );
});

test('the calendar tells what goes out when, and what went out', async () => {
  const targetId = await desk.builtIn();
  const early = schedule(desk.addArticle('Pagi'), targetId, inHours(1));
  const late = schedule(desk.addArticle('Sore'), targetId, inHours(8));
  schedule(desk.addArticle('Pekan depan'), targetId, inHours(24 * 8));
  await desk.until(early.deliveryId, 'scheduled');
  pass(hour);
  await desk.until(early.deliveryId, 'live');
  const week = desk.publishing.schedule.calendar(inHours(-24), inHours(24 * 6));
  expect(week.map(({ deliveryId, state }) => [deliveryId, state])).toEqual([
    [early.deliveryId, 'live'],
    [late.deliveryId, 'scheduled'],
  ]);
});
