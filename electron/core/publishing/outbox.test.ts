import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeliveryView } from '../../../shared/contract/publishing.ts';
import { PublishError } from './target.ts';
import { openTestOutbox, wireSource } from './test-outbox.ts';

let desk: ReturnType<typeof openTestOutbox>;

beforeEach(() => {
  desk = openTestOutbox();
});
afterEach(() => desk.close());

describe('a delivery', () => {
  test('is on disk before anything is sent, then goes live: state, address, article, events', async () => {
    const articleId = desk.addArticle('Presiden tiba');
    const targetId = await desk.builtIn();
    const queued = desk.publish(articleId, targetId);
    expect(queued).toMatchObject({
      state: 'queued',
      action: 'publish',
      attempts: 0,
      headline: 'Presiden tiba',
    });
    expect(desk.publishing.counts()).toMatchObject({ waiting: 1, failed: 0 });
    expect(desk.memory.sent).toEqual([]);

    desk.jobs.start();
    const live = await desk.until(queued.deliveryId, 'live');
    expect(live).toMatchObject({ url: 'https://situs.test/presiden-tiba', attempts: 1, error: null });
    expect(desk.memory.sent[0]).toMatchObject({ mayHaveArrived: false, existing: null, earlierMarkers: [] });
    expect(desk.states.get(articleId)).toBe('published');
    expect(desk.publishing.counts()).toMatchObject({ waiting: 0, failed: 0 });
    expect(desk.publishing.liveTargets([articleId]).get(articleId)).toEqual([
      { targetId, name: 'Situs folder', url: 'https://situs.test/presiden-tiba' },
    ]);
    const steps = desk.told.filter((event) => event.type === 'delivery.changed');
    expect(steps).toHaveLength(3);
  });

  test('tells who asked, and every attempt with what was sent', async () => {
    desk.memory.script.push(() => {
      throw new PublishError('server-error', 'HTTP 500', { retryable: true });
    });
    const targetId = await desk.builtIn();
    const queued = desk.publish(desk.addArticle('Dua kali'), targetId);
    expect(queued.askedBy).toBe(desk.workplace.currentPerson().personId);
    expect(desk.trail).toEqual(['delivery-asked']);
    desk.jobs.start();
    await desk.until(queued.deliveryId, 'retry');
    desk.now += 60_000;
    desk.jobs.wake();
    await desk.until(queued.deliveryId, 'live');
    const [second, first] = desk.publishing.attempts(queued.deliveryId);
    expect(first).toMatchObject({
      number: 1,
      result: 'retry',
      error: { code: 'server-error', detail: 'HTTP 500' },
      exchanges: [],
    });
    expect(second).toMatchObject({
      number: 2,
      result: 'live',
      exchanges: [{ method: 'WRITE', address: 'dua-kali', sent: 'Dua kali', milliseconds: 13, status: null }],
    });
    expect(Date.parse(second?.startedAt ?? '') - Date.parse(first?.endedAt ?? '')).toBe(60_000);
  });

  test('asked for twice with one request id is one delivery and one revision', async () => {
    const articleId = desk.addArticle('Sekali');
    const requestId = randomUUID();
    const targetId = await desk.builtIn();
    const first = desk.publish(articleId, targetId, requestId);
    expect(desk.publish(articleId, targetId, requestId)).toEqual(first);
    desk.jobs.start();
    await desk.until(first.deliveryId, 'live');
    expect(desk.memory.sent).toHaveLength(1);
    expect(desk.publish(articleId, targetId, requestId).deliveryId).toBe(first.deliveryId);
  });

  test('sends the revision it was asked for, whatever was typed since', async () => {
    const articleId = desk.addArticle('Judul lama');
    const queued = desk.publish(articleId, await desk.builtIn());
    desk.rewrite(articleId, 'Judul baru');
    desk.jobs.start();
    await desk.until(queued.deliveryId, 'live');
    expect(desk.memory.sent[0]?.article.fields.headline).toBe('Judul lama');
  });

  test('waits as long as the site asked for, then tries again and looks for what may have arrived', async () => {
    desk.memory.script.push(() => {
      throw new PublishError('rate-limited', 'slow down', { retryable: true, retryAfterMs: 600_000 });
    });
    const queued = desk.publish(desk.addArticle('Nanti'), await desk.builtIn());
    desk.jobs.start();
    const waiting = await desk.until(queued.deliveryId, 'retry');
    expect(waiting.error).toEqual({ code: 'rate-limited', detail: 'slow down' });
    expect(Date.parse(waiting.retryAt ?? '') - desk.now).toBeGreaterThanOrEqual(600_000);
    desk.jobs.wake();
    desk.now += 599_000;
    desk.jobs.wake();
    expect(desk.memory.sent).toHaveLength(1);
    desk.now += 1_000;
    desk.jobs.wake();
    await desk.until(queued.deliveryId, 'live');
    expect(desk.memory.sent[1]).toMatchObject({ mayHaveArrived: true, marker: desk.memory.sent[0]?.marker });
  });

  test('a clock set back, with the program running or closed, makes no pause longer', async () => {
    desk.memory.script.push(
      ...Array.from({ length: 2 }, () => () => {
        throw new PublishError('rate-limited', '', { retryable: true, retryAfterMs: 600_000 });
      }),
    );
    const queued = desk.publish(desk.addArticle('Jam mundur'), await desk.builtIn());
    desk.jobs.start();
    await desk.until(queued.deliveryId, 'retry');
    desk.now -= 86_400_000;
    desk.jobs.wake();
    await vi.waitFor(() => {
      const { retryAt } = desk.delivery(queued.deliveryId);
      expect(Date.parse(retryAt ?? '') - desk.now).toBeLessThanOrEqual(1_000_000);
    });
    desk.now += 1_000_000;
    desk.jobs.wake();
    await vi.waitFor(() => expect(desk.memory.sent).toHaveLength(2));
    await desk.until(queued.deliveryId, 'retry');

    await desk.jobs.stop();
    desk.database.close();
    desk.now -= 86_400_000;
    desk.reopen();
    desk.jobs.start();
    desk.now += 1_000_000;
    desk.jobs.wake();
    await desk.until(queued.deliveryId, 'live');
  });

  test('a person need not wait: “try now”', async () => {
    desk.memory.script.push(() => {
      throw new PublishError('unreachable', '', { retryable: true, retryAfterMs: 3_600_000 });
    });
    const queued = desk.publish(desk.addArticle('Sekarang'), await desk.builtIn());
    desk.jobs.start();
    await desk.until(queued.deliveryId, 'retry');
    expect(desk.publishing.retry(queued.deliveryId).state).toBe('queued');
    await desk.until(queued.deliveryId, 'live');
  });

  test('cut short in the middle goes on after the next start, asking first what arrived', async () => {
    let entered: () => void = () => {};
    const underWay = new Promise<void>((resolve) => (entered = resolve));
    desk.memory.script.push(() => {
      entered();
      return new Promise<void>(() => {});
    });
    const queued = desk.publish(desk.addArticle('Putus'), await desk.builtIn());
    desk.jobs.start();
    await underWay;
    expect(desk.delivery(queued.deliveryId).state).toBe('sending');

    // The process is gone: nobody writes anything any more; the file is opened anew.
    const crashed = desk.database;
    desk.reopen();
    desk.jobs.start();
    await desk.until(queued.deliveryId, 'live');
    crashed.close();
    expect(desk.memory.sent.map(({ mayHaveArrived }) => mayHaveArrived)).toEqual([false, true]);
    expect(desk.memory.sent[1]?.marker).toBe(desk.memory.sent[0]?.marker);
    expect(desk.delivery(queued.deliveryId).attempts).toBe(2);
  });

  test('cut short at a site that may still be at work on it waits for that before it looks', async () => {
    const { id: targetId } = await desk.publishing.targets.add({
      name: 'WP',
      configuration: { kind: 'wordpress', siteUrl: 'https://situs.test', user: 'a' },
    });
    desk.memory.script.push(() => new Promise<void>(() => {}));
    const queued = desk.publish(desk.addArticle('Masih bekerja'), targetId);
    desk.jobs.start();
    await desk.until(queued.deliveryId, 'sending');
    const crashed = desk.database;
    desk.reopen();
    desk.jobs.start();
    const waiting = await desk.until(queued.deliveryId, 'retry');
    crashed.close();
    expect(waiting.error?.code).toBe('cut-short');
    expect(desk.memory.sent).toHaveLength(1);
    desk.now += 5_000;
    desk.jobs.wake();
    await desk.until(queued.deliveryId, 'live');
    expect(desk.memory.sent[1]).toMatchObject({ mayHaveArrived: true });
    expect(desk.publishing.attempts(queued.deliveryId).map(({ endedAt }) => endedAt === null)).toEqual([
      false,
      true,
    ]);
  });

  test('is refused with every reason where the article may not go out', async () => {
    const articleId = desk.addArticle('');
    const targetId = await desk.builtIn();
    expect(desk.publishing.publishability(articleId)).toMatchObject({ ok: false });
    expect(() => desk.publish(articleId, targetId)).toThrow(
      expect.objectContaining({
        code: 'NOT_PUBLISHABLE',
        data: { reasons: [{ code: 'headline-missing', detail: null }] },
      }),
    );
    expect(desk.publishing.deliveries(undefined, null, 10).rows).toEqual([]);
  });

  test('does not go out where its source was withdrawn while it waited', async () => {
    const queued = desk.publish(desk.addArticle('Ditarik'), await desk.builtIn());
    desk.sources = [{ ...wireSource, effectiveStatus: 'canceled' }];
    desk.jobs.start();
    const failed = await desk.until(queued.deliveryId, 'failed');
    expect(failed.error).toEqual({ code: 'not-publishable', detail: 'source-withdrawn' });
    expect(desk.memory.sent).toEqual([]);
    expect(desk.publishing.publishability(failed.articleId).reasons).toContainEqual({
      code: 'source-withdrawn',
      level: 'block',
      detail: 'Berita kawat',
    });
  });

  test('of practice copy goes to the folder site only: not to readers now, nor at a time, nor any more', async () => {
    const sample = { ...wireSource, uri: 'tag:beta.example,2026:berita/2001', headline: 'Berita contoh' };
    const folderSite = await desk.builtIn();
    const wordPress = await desk.addWordPress();
    const articleId = desk.addArticle('Latihan');
    const queued = desk.publish(articleId, wordPress);
    desk.sources = [sample];
    const reason = { code: 'source-sample', detail: 'Berita contoh' };
    expect(desk.publishing.publishability(articleId)).toEqual({
      ok: true,
      reasons: [],
      targets: [{ targetId: wordPress, reasons: [{ ...reason, level: 'block' }] }],
    });
    const refused = expect.objectContaining({ code: 'NOT_PUBLISHABLE', data: { reasons: [reason] } });
    expect(() => desk.publish(articleId, wordPress)).toThrow(refused);
    const at = new Date(desk.now + 3_600_000).toISOString();
    expect(() =>
      desk.publishing.schedule.schedule({ articleId, targetId: wordPress, requestId: randomUUID(), at }),
    ).toThrow(refused);

    desk.jobs.start();
    expect((await desk.until(queued.deliveryId, 'failed')).error).toEqual({
      code: 'not-publishable',
      detail: 'source-sample',
    });
    await desk.until(desk.publish(articleId, folderSite).deliveryId, 'live');
    expect(desk.memory.sent).toHaveLength(1);
  });

  test('that fails stays in the list with its reason, and can be sent again', async () => {
    desk.memory.script.push(() => {
      throw new PublishError('wrong-password', 'HTTP 401');
    });
    const queued = desk.publish(desk.addArticle('Gagal'), await desk.builtIn());
    desk.jobs.start();
    const failed = await desk.until(queued.deliveryId, 'failed');
    expect(failed.error).toEqual({ code: 'wrong-password', detail: 'HTTP 401' });
    expect(desk.publishing.counts()).toMatchObject({ waiting: 0, failed: 1 });
    const shown = (view: DeliveryView, targetId?: string) =>
      desk.publishing
        .deliveries(undefined, null, 10, view, targetId)
        .rows.map(({ deliveryId }) => deliveryId);
    expect(shown('stopped')).toEqual([queued.deliveryId]);
    expect([...shown('waiting'), ...shown('done'), ...shown('all', randomUUID())]).toEqual([]);
    desk.publishing.retry(queued.deliveryId);
    await desk.until(queued.deliveryId, 'live');
    expect(desk.publishing.counts()).toMatchObject({ waiting: 0, failed: 0 });
  });

  test('that waits can be cancelled; the next one still asks what the cancelled one left there', async () => {
    desk.memory.script.push(() => {
      throw new PublishError('timed-out', '', { retryable: true, retryAfterMs: 60_000 });
    });
    const articleId = desk.addArticle('Batal');
    const targetId = await desk.builtIn();
    const first = desk.publish(articleId, targetId);
    desk.jobs.start();
    await desk.until(first.deliveryId, 'retry');
    expect(desk.publishing.cancel(first.deliveryId).state).toBe('cancelled');
    expect(() => desk.publishing.cancel(first.deliveryId)).toThrow(
      expect.objectContaining({ code: 'INVALID' }),
    );
    const second = desk.publish(articleId, targetId);
    await desk.until(second.deliveryId, 'live');
    expect(desk.memory.sent[1]).toMatchObject({
      mayHaveArrived: true,
      earlierMarkers: [desk.memory.sent[0]?.marker],
    });
  });
});

describe('several deliveries', () => {
  test('of one article to one target go out in order, one at a time', async () => {
    const articleId = desk.addArticle('Satu');
    const targetId = await desk.builtIn();
    desk.memory.script.push(() => {
      throw new PublishError('unreachable', '', { retryable: true, retryAfterMs: 60_000 });
    });
    const first = desk.publish(articleId, targetId);
    desk.rewrite(articleId, 'Dua');
    const second = desk.publish(articleId, targetId);
    expect([first.action, second.action]).toEqual(['publish', 'update']);
    desk.jobs.start();
    await desk.until(first.deliveryId, 'retry');
    desk.jobs.wake();
    expect(desk.delivery(second.deliveryId).state).toBe('queued');
    desk.now += 61_000;
    desk.jobs.wake();
    await desk.until(second.deliveryId, 'live');
    expect(desk.memory.sent.map(({ article }) => article.fields.headline)).toEqual(['Satu', 'Satu', 'Dua']);
    // The address keeps still although the headline changed.
    expect(desk.memory.sent[2]).toMatchObject({ article: { slug: 'satu' }, existing: { remoteId: 'satu' } });
    expect(desk.memory.mostInFlight()).toBe(1);
  });

  test('to different targets go out side by side', async () => {
    const targetId = await desk.builtIn();
    const other = await desk.publishing.targets.add({
      name: 'Lain',
      configuration: { kind: 'folder-site', folder: '/x' },
    });
    let release: () => void = () => {};
    const both = new Promise<void>((resolve) => (release = resolve));
    desk.memory.script.push(
      () => both,
      () => release(),
    );
    // The second is begun only while the first is still under way.
    const articleId = desk.addArticle('Dua tempat');
    const one = desk.publish(articleId, targetId);
    const two = desk.publish(articleId, other.id);
    desk.jobs.start();
    await Promise.all([desk.until(one.deliveryId, 'live'), desk.until(two.deliveryId, 'live')]);
    expect(desk.memory.mostInFlight()).toBe(2);
  });

  test('of two articles with one headline get two addresses', async () => {
    const targetId = await desk.builtIn();
    const first = desk.publish(desk.addArticle('Sama'), targetId);
    const second = desk.publish(desk.addArticle('Sama'), targetId);
    desk.jobs.start();
    const [left, right] = await Promise.all([
      desk.until(first.deliveryId, 'live'),
      desk.until(second.deliveryId, 'live'),
    ]);
    expect([left.url, right.url].toSorted()).toEqual([
      'https://situs.test/sama',
      'https://situs.test/sama-2',
    ]);
  });

  test('a failed one that a later one has overtaken is not sent again', async () => {
    const articleId = desk.addArticle('Lama');
    const targetId = await desk.builtIn();
    desk.memory.script.push(() => {
      throw new PublishError('rejected', '');
    });
    const first = desk.publish(articleId, targetId);
    desk.jobs.start();
    await desk.until(first.deliveryId, 'failed');
    const second = desk.publish(articleId, targetId);
    await desk.until(second.deliveryId, 'live');
    expect(() => desk.publishing.retry(first.deliveryId)).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { field: 'deliveryId', reason: 'overtaken' } }),
    );
    expect(desk.publishing.counts().failed).toBe(0);
    const ids = (view: DeliveryView) =>
      desk.publishing.deliveries(undefined, null, 10, view).rows.map((row) => row.deliveryId);
    expect(ids('stopped')).toEqual([]);
    expect(ids('done')).toEqual([second.deliveryId]);
    expect(ids('all')).toEqual([second.deliveryId, first.deliveryId]);
  });
});

describe('targets', () => {
  test('the folder site is there at the first start, and stays away once removed', async () => {
    expect(await desk.publishing.targets.list()).toMatchObject([
      { name: 'Situs folder', configuration: { kind: 'folder-site', folder: '' }, hasSecret: false },
    ]);
    desk.publishing.ownTargets.atStart();
    const waiting = desk.publish(desk.addArticle('Menunggu'), await desk.builtIn());
    await desk.publishing.removeTarget(await desk.builtIn());
    desk.publishing.ownTargets.atStart();
    expect(await desk.publishing.targets.list()).toEqual([]);
    expect(desk.delivery(waiting.deliveryId).state).toBe('cancelled');
  });

  test('a password is kept in the vault and lent to its own site only', async () => {
    const configuration = { kind: 'wordpress' as const, siteUrl: 'https://situs.test', user: 'a' };
    const added = await desk.publishing.targets.add({ name: 'WP', configuration, secret: 'rahasia' });
    expect(added.hasSecret).toBe(true);
    expect(JSON.stringify(desk.database.prepare('SELECT * FROM target').all())).not.toContain('rahasia');
    const verify = async (siteUrl: string) =>
      (await desk.publishing.targets.verify({ id: added.id, configuration: { ...configuration, siteUrl } }))
        .checks[0]?.detail;
    expect(await verify('www.situs.test/wp-admin/')).toBe('rahasia');
    expect(await verify('https://jahat.test')).toBe('no secret');
    const moved = await desk.publishing.targets.change({
      id: added.id,
      name: 'WP',
      configuration: { ...configuration, siteUrl: 'https://lain.test' },
    });
    expect(moved.hasSecret).toBe(false);
  });
});
