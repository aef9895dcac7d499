/** Schedules and removals on a real WordPress: kept by the site, looked after, moved, missed, and answers lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openTestCore, type TestCore } from '../../electron/core/testing.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { startLosingProxy, type LosingProxy } from './losing-proxy.ts';
import { page, posts, rest } from './rest.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

const day = 86_400_000;

let site: RunningWordPress;
let proxy: LosingProxy;
let desk: TestCore;
let targetId: string;

beforeAll(async () => {
  site = await startWordPress();
});
afterAll(async () => {
  await site?.stop();
});

beforeEach(async () => {
  proxy = await startLosingProxy(site.url);
  desk = await openTestCore({ background: true });
  const { user, password } = site.users.editor;
  const target = await desk.client.publishing.targets.add({
    name: 'Harian Uji',
    configuration: { kind: 'wordpress', siteUrl: proxy.url, user },
    secret: password,
  });
  targetId = target.id;
});
afterEach(async () => {
  await desk.close();
  await proxy.close();
});

async function write(headline: string): Promise<string> {
  const { articleId, base, fields } = await desk.client.articles.create();
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: { ...fields, headline, section: 'dunia' },
    document: buildDocument([paragraph([text(`Isi dari ${headline}.`)])]),
  });
  return articleId;
}

function schedule(articleId: string, at: number): Promise<Delivery> {
  const requestId = randomUUID();
  return desk.client.publishing.schedule({ articleId, targetId, requestId, at: new Date(at).toISOString() });
}

/** Waits for a delivery to be as wished; the desk's clock runs ahead so that no pause is waited for. */
function until({ deliveryId }: Delivery, wish: Partial<Delivery>): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      const found = rows.find((row) => row.deliveryId === deliveryId);
      if (found?.state === 'retry') desk.advance(3_000);
      expect(found).toMatchObject(wish);
      if (!found) throw new Error('the delivery is gone');
      return found;
    },
    { timeout: 60_000, interval: 200 },
  );
}

const scheduledPostSchema = z.looseObject({ id: z.int(), status: z.string(), date_gmt: z.string() });

/** Every post of that headline, with its time, wherever it stands; the trash included. */
async function postsTitled(headline: string) {
  const standing = await posts(site);
  const trash = z
    .array(z.looseObject({ id: z.int(), title: z.looseObject({ raw: z.string() }) }))
    .parse(await rest(site, 'administrator', 'posts?context=edit&status=trash&per_page=100'));
  const ids = [...standing, ...trash].filter(({ title }) => title.raw === headline).map(({ id }) => id);
  return Promise.all(
    ids.map(async (id) =>
      scheduledPostSchema.parse(await rest(site, 'administrator', `posts/${id}?context=edit`)),
    ),
  );
}

function timeOf({ date_gmt: date }: { date_gmt: string }): number {
  return Date.parse(`${date}Z`);
}

/** A time to come on a full minute: WordPress knows no finer than seconds. */
function inMilliseconds(milliseconds: number): number {
  return Math.ceil((Date.now() + milliseconds) / 60_000) * 60_000;
}

/** Far enough ahead for the site to be given the time. */
const ahead = 8 * 60_000;

test('the site keeps the time, publishes at it, and is looked at after it', async () => {
  const headline = 'Terbit pada waktunya';
  const at = inMilliseconds(ahead);
  const scheduled = await schedule(await write(headline), at);
  await until(scheduled, { state: 'scheduled', handedOver: true, differences: [] });
  const [post] = await postsTitled(headline);
  expect(post).toMatchObject({ status: 'future' });
  expect(timeOf(post ?? { date_gmt: '' })).toBe(at);
  expect((await page(`${site.url}/?p=${post?.id}`)).status).toBe(404);

  // Eight minutes later, for the site: the time has come, and WP-Cron runs with its next visitor, which is our look.
  site.php(`global $wpdb;
    $wpdb->update($wpdb->posts, ['post_date' => wp_date('Y-m-d H:i:s', time() - 60), 'post_date_gmt' => gmdate('Y-m-d H:i:s', time() - 60)], ['ID' => ${post?.id}]);
    clean_post_cache(${post?.id});
    wp_clear_scheduled_hook('publish_future_post', [${post?.id}]);
    wp_schedule_single_event(time() - 60, 'publish_future_post', [${post?.id}]);`);
  desk.advance(ahead + 60_000);
  const live = await vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      const [found] = rows;
      if (found?.state === 'scheduled') desk.advance(8_000);
      expect(found).toMatchObject({ state: 'live', differences: [] });
      return found;
    },
    { timeout: 60_000, interval: 1_500 },
  );
  expect((await page(live?.url ?? '')).html).toContain(`Isi dari ${headline}.`);
  expect(await postsTitled(headline)).toMatchObject([{ id: post?.id, status: 'publish' }]);
});

test('a time too near for WordPress, which would publish at once, is kept by the desk', async () => {
  const headline = 'Satu menit lagi';
  const scheduled = await schedule(await write(headline), inMilliseconds(60_000));
  await until(scheduled, { state: 'scheduled', handedOver: false });
  expect(await postsTitled(headline)).toEqual([]);
  desk.advance(121_000);
  await until(scheduled, { state: 'live', differences: [] });
  expect(await postsTitled(headline)).toMatchObject([{ status: 'publish' }]);
});

test('a time the site misses is an alarm; one click publishes the same post', async () => {
  const headline = 'Situs melewatkannya';
  const scheduled = await schedule(await write(headline), inMilliseconds(ahead));
  await until(scheduled, { state: 'scheduled', handedOver: true });
  const [post] = await postsTitled(headline);
  // What WP-Cron should have done is gone, as on sites where it never runs.
  site.php(`wp_clear_scheduled_hook('publish_future_post', [${post?.id}]);`);
  desk.advance(ahead + 260_000);
  const missed = await until(scheduled, { state: 'failed' });
  expect(missed.error?.code).toBe('schedule-missed');
  expect(await postsTitled(headline)).toMatchObject([{ status: 'future' }]);

  const released = await desk.client.publishing.release({
    deliveryId: scheduled.deliveryId,
    requestId: randomUUID(),
  });
  const live = await until(released, { state: 'live' });
  expect(live.differences).toEqual([]);
  expect(await postsTitled(headline)).toMatchObject([{ id: post?.id, status: 'publish' }]);
  expect((await page(live.url ?? '')).status).toBe(200);
});

test('moved, the same post has the new time; taken back, it is a draft that never goes out', async () => {
  const headline = 'Digeser lalu urung';
  const articleId = await write(headline);
  const first = await schedule(articleId, inMilliseconds(day));
  await until(first, { handedOver: true });
  const [post] = await postsTitled(headline);
  const later = inMilliseconds(3 * day);
  const second = await desk.client.publishing.reschedule({
    deliveryId: first.deliveryId,
    requestId: randomUUID(),
    at: new Date(later).toISOString(),
  });
  await until(second, { handedOver: true, differences: [] });
  const [moved] = await postsTitled(headline);
  expect(moved).toMatchObject({ id: post?.id, status: 'future' });
  expect(timeOf(moved ?? { date_gmt: '' })).toBe(later);
  await until(first, { state: 'cancelled' });

  const back = await desk.client.publishing.unpublish({ articleId, targetId, requestId: randomUUID() });
  await until(back, { state: 'live' });
  expect(await postsTitled(headline)).toMatchObject([{ id: post?.id, status: 'draft' }]);
  await until(second, { state: 'cancelled' });
});

describe('an answer lost after WordPress did what it was asked', () => {
  test.each<[string, RegExp]>([
    ['the draft', /^\/wp-json\/wp\/v2\/posts$/],
    ['its time', /^\/wp-json\/wp\/v2\/posts\/\d+$/],
  ])('%s of a schedule: one post, with the right time', async (what, path) => {
    const headline = `Jadwal yang jawabannya hilang: ${what}`;
    const at = inMilliseconds(2 * day);
    proxy.loseNext('POST', path);
    const scheduled = await schedule(await write(headline), at);
    await until(scheduled, { state: 'scheduled', handedOver: true, attempts: 2, differences: [] });
    expect(proxy.lost()).toBe(1);
    const found = await postsTitled(headline);
    expect(found).toMatchObject([{ status: 'future' }]);
    expect(timeOf(found[0] ?? { date_gmt: '' })).toBe(at);
  });

  test('a removal: the post is in the trash once, and a later publication makes one new post', async () => {
    const headline = 'Dibuang sekali saja';
    const articleId = await write(headline);
    const request = () => ({ articleId, targetId, requestId: randomUUID() });
    await until(await desk.client.publishing.publish(request()), { state: 'live' });
    // WordPress takes a DELETE as a POST that says so: not every host lets the verb through.
    proxy.loseNext('POST', /^\/wp-json\/wp\/v2\/posts\/\d+\?/);
    const removed = await desk.client.publishing.remove(request());
    await until(removed, { state: 'live', attempts: 2 });
    expect(proxy.lost()).toBe(1);
    expect(await postsTitled(headline)).toMatchObject([{ status: 'trash' }]);
    expect((await desk.client.articles.get({ articleId })).state).toBe('ready');

    await until(await desk.client.publishing.publish(request()), { state: 'live' });
    expect((await postsTitled(headline)).map(({ status }) => status).toSorted()).toEqual([
      'publish',
      'trash',
    ]);
  });
});
