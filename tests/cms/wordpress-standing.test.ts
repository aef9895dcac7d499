/** Posts that stand at a real WordPress already: found by their marker, changed by somebody else, kept for a time to come. */
import { describe, expect, test } from 'vitest';
import { PublishConflict } from '../../electron/core/publishing/target.ts';
import { failure } from '../../electron/core/publishing/testing-target.ts';
import { page, posts, readPost, rest } from './rest.ts';
import { article, context, request, story } from './story.ts';
import { as, idOf, openWordPress, site, target } from './wordpress-at-site.ts';

openWordPress();

describe('effectively once', () => {
  test.each(['editor', 'author'] as const)(
    'the marker finds a draft an earlier attempt left, as %s',
    async (role) => {
      const { configuration, given } = as(role);
      const marker = `redaksi-lost-${role}`;
      const first = await target.publish(
        configuration,
        request(marker, { article: article({ slug: marker }) }),
        given,
      );
      await rest(site, 'administrator', `posts/${idOf(first.post)}`, { status: 'draft' });
      const before = (await posts(site)).length;
      const second = await target.publish(
        configuration,
        request(marker, { article: article({ slug: marker }), mayHaveArrived: true }),
        as(role).given,
      );
      expect(second.post.remoteId).toBe(first.post.remoteId);
      expect((await readPost(site, second.post.remoteId)).status).toBe('publish');
      expect((await posts(site)).length).toBe(before);
    },
  );
});

describe('changes made in the CMS', () => {
  test('are never overwritten: conflict, the differences shown; going on from what was shown works', async () => {
    const { configuration, given } = as('editor');
    const slug = 'diubah-di-cms';
    const first = await target.publish(
      configuration,
      request('redaksi-cms-1', { article: article({ slug }) }),
      given,
    );
    await rest(site, 'administrator', `posts/${idOf(first.post)}`, {
      title: 'Judul dari ruang redaksi lain',
    });

    const update = request('redaksi-cms-2', { article: article({ slug }), existing: first.post });
    const conflict = await failure(target.publish(configuration, update, given));
    expect(conflict).toBeInstanceOf(PublishConflict);
    if (!(conflict instanceof PublishConflict)) return;
    expect(conflict.differences).toMatchObject([
      { field: 'headline', found: 'Judul dari ruang redaksi lain' },
    ]);
    expect((await readPost(site, first.post.remoteId)).title.raw).toBe('Judul dari ruang redaksi lain');

    const decided = await target.publish(configuration, { ...update, existing: conflict.found }, given);
    expect(decided.differences).toEqual([]);
  });

  test('that change nothing of ours are no conflict', async () => {
    const { configuration, given } = as('editor');
    const slug = 'disimpan-lagi';
    const first = await target.publish(
      configuration,
      request('redaksi-same-1', { article: article({ slug }) }),
      given,
    );
    await rest(site, 'administrator', `posts/${idOf(first.post)}`, { sticky: true });
    const second = await target.publish(
      configuration,
      request('redaksi-same-2', {
        article: article({ slug, document: story('Baru.') }),
        existing: first.post,
      }),
      given,
    );
    expect(second.differences).toEqual([]);
  });

  test.each([
    ['deleted', '?force=true'],
    ['in the trash', ''],
  ])('a post %s is told on update and counts as taken back', async (_how, query) => {
    const { configuration, given } = as('editor');
    const slug = `hilang-${query.length}`;
    const { post } = await target.publish(
      configuration,
      request(`redaksi-${slug}`, { article: article({ slug }) }),
      given,
    );
    await rest(site, 'administrator', `posts/${idOf(post)}${query}`, undefined, 'DELETE');
    const error = await failure(
      target.publish(configuration, request(`redaksi-${slug}-2`, { existing: post }), given),
    );
    expect(error.code).toBe('post-missing');
    await expect(target.unpublish(configuration, post, given)).resolves.toBeUndefined();
  });
});

describe('a schedule', () => {
  const minute = 60_000;

  test('is kept by the site: changed, brought forward to now, taken back', async () => {
    const { configuration, given } = as('author');
    const slug = 'terjadwal';
    const planned = Math.floor(Date.now() / minute) * minute + 90 * minute;
    const made = await target.publish(
      configuration,
      request('redaksi-plan-1', { article: article({ slug }), publishAt: planned }),
      given,
    );
    expect(made).toMatchObject({ visibility: 'scheduled', publicAt: planned, differences: [] });
    expect(made.post.url).toBeNull();
    expect((await page(`${site.url}/?p=${made.post.remoteId}`)).status).toBe(404);

    const later = planned + 30 * minute;
    const moved = await target.publish(
      configuration,
      request('redaksi-plan-2', { article: article({ slug }), existing: made.post, publishAt: later }),
      given,
    );
    expect(moved).toMatchObject({ visibility: 'scheduled', publicAt: later, differences: [] });
    expect(await target.read?.(configuration, moved.post.remoteId, given)).toMatchObject({
      visibility: 'scheduled',
      publicAt: later,
    });

    const kept = await target.unpublish(configuration, moved.post, given);
    expect((await readPost(site, moved.post.remoteId)).status).toBe('draft');

    const now = await target.publish(
      configuration,
      request('redaksi-plan-3', { article: article({ slug }), existing: kept ?? null }),
      given,
    );
    expect(now).toMatchObject({ visibility: 'public', differences: [] });
    expect(Math.abs(now.publicAt - Date.now())).toBeLessThan(minute);
    expect((await page(now.post.url ?? '')).status).toBe(200);

    const late = await failure(
      target.publish(
        configuration,
        request('redaksi-plan-4', { article: article({ slug }), existing: now.post, publishAt: later }),
        given,
      ),
    );
    expect(late).toMatchObject({ code: 'already-public', retryable: false });
    expect((await page(now.post.url ?? '')).status).toBe(200);
  });

  test('is refused where the clocks are a day apart', async () => {
    const { configuration, given } = as('author');
    const tomorrow = Date.now() + 24 * 60 * minute;
    const error = await failure(
      target.publish(
        configuration,
        request('redaksi-clock', { publishAt: tomorrow + 90 * minute }),
        context(given.secret, { now: () => tomorrow }),
      ),
    );
    expect(error).toMatchObject({ code: 'clock-wrong', retryable: false });
  });

  test('needs the zone of the site', async () => {
    const { configuration, given } = as('author');
    site.php("update_option('timezone_string', 'Asia/Makassar');");
    try {
      const facts = await target.site?.(configuration, given);
      expect(facts).toMatchObject({ name: 'Harian Uji', timeZone: 'Asia/Makassar', offsetMinutes: 480 });
      expect(Math.abs(facts?.clockAheadMs ?? Infinity)).toBeLessThan(minute);
    } finally {
      site.php("update_option('timezone_string', '');");
    }
  });
});
