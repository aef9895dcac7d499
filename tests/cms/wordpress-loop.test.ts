/** The whole loop on a real WordPress: wire copy, draft, outbox, public page, update, withdrawal, lost answers. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { desk, publish, reopenDesk, until } from './desk.ts';
import { addTarget, postsTitled, proxy, site, uploads, openDeskAtSite, writeStory } from './desk-at-site.ts';
import { names, page, readPost, rest } from './rest.ts';

openDeskAtSite();

test('wire copy becomes a public story, is updated and taken back', async () => {
  const headline = 'Indonesia siap jadi tuan rumah dialog';
  const article = await writeStory(headline);
  const targetId = await addTarget('editor');
  expect(await desk.client.publishing.targets.list()).toContainEqual(
    expect.objectContaining({ id: targetId, hasSecret: true }),
  );

  const live = await until(await publish(article.articleId, targetId), 'live');
  expect(live).toMatchObject({ differences: [], error: null, attempts: 1 });
  const [post] = await postsTitled(headline);
  expect(post).toMatchObject({
    status: 'publish',
    link: live.url,
    slug: 'indonesia-siap-jadi-tuan-rumah-dialog',
  });
  expect(await names(site, 'categories', post?.categories ?? [])).toEqual(['Dunia']);
  const { html } = await page(live.url ?? '');
  expect(html).toContain('<strong>SINGAPURA, SERUJI.CO.ID –</strong> Presiden Joko Widodo menghadiri');
  expect(html).toContain('<p>(Ant/SU02)</p>');
  expect(html).toContain('<cite>Presiden Joko Widodo</cite>');
  expect(html).toMatch(/<figure class="wp-block-image size-full"><img[^>]+alt="Suasana"/);
  expect(html).toContain('Suasana jamuan. (ANTARA)');
  expect(html).not.toContain('ANTARA News');
  expect(html).not.toContain('Pewarta');
  expect(html).not.toContain('redaksi-');
  expect((await desk.client.articles.get({ articleId: article.articleId })).state).toBe('published');

  const current = await desk.client.articles.get({ articleId: article.articleId });
  await desk.client.articles.saveDraft({
    articleId: article.articleId,
    base: current.base,
    mutationId: randomUUID(),
    fields: { ...current.fields, headline: 'Dialog: judul yang diperbarui' },
  });
  const updated = await until(await publish(article.articleId, targetId), 'live');
  expect(updated).toMatchObject({ action: 'update', differences: [], url: live.url });
  expect((await page(live.url ?? '')).html).toContain('Dialog: judul yang diperbarui');
  expect((await readPost(site, post?.id ?? 0)).title.raw).toBe('Dialog: judul yang diperbarui');

  const back = await desk.client.publishing.unpublish({
    articleId: article.articleId,
    targetId,
    requestId: randomUUID(),
  });
  await until(back, 'live');
  expect((await page(live.url ?? '')).status).toBe(404);
  expect((await desk.client.articles.get({ articleId: article.articleId })).state).toBe('ready');
});

describe('what is told in words, the delivery kept', () => {
  test('a wrong password; with the right one the same delivery goes out', async () => {
    const headline = 'Sandi yang keliru';
    const { articleId } = await writeStory(headline);
    const targetId = await addTarget('editor', 'bukan sandi nya');
    const failed = await until(await publish(articleId, targetId), 'failed');
    expect(failed.error?.code).toBe('wrong-password');
    expect(await postsTitled(headline)).toEqual([]);

    const { user, password } = site.users.editor;
    await desk.client.publishing.targets.change({
      id: targetId,
      name: 'Harian Uji',
      configuration: { kind: 'wordpress', siteUrl: proxy.url, user },
      secret: password,
    });
    await until(await desk.client.publishing.retry({ deliveryId: failed.deliveryId }), 'live');
    expect(await postsTitled(headline)).toHaveLength(1);
  });

  test('a contributor without the right to publish', async () => {
    const headline = 'Tanpa hak terbit';
    const { articleId } = await writeStory(headline);
    const failed = await until(await publish(articleId, await addTarget('contributor')), 'failed');
    expect(failed.error?.code).toBe('rights-missing');
    expect(await postsTitled(headline)).toEqual([]);
    expect(await desk.client.publishing.counts()).toMatchObject({ failed: 1 });
  });

  test('a site that is down: it waits, and goes out once the site is back', async () => {
    const headline = 'Situs sedang mati';
    const { articleId } = await writeStory(headline);
    const targetId = await addTarget('editor', undefined, 'http://127.0.0.1:9');
    const waiting = await until(await publish(articleId, targetId), 'retry');
    expect(waiting.error?.code).toBe('unreachable');
    expect(waiting.retryAt).not.toBeNull();
    const { user, password } = site.users.editor;
    await desk.client.publishing.targets.change({
      id: targetId,
      name: 'Harian Uji',
      configuration: { kind: 'wordpress', siteUrl: proxy.url, user },
      secret: password,
    });
    await until(waiting, 'live');
    expect(await postsTitled(headline)).toHaveLength(1);
  });
});

describe('an answer lost after WordPress did what it was asked', () => {
  test.each<[string, RegExp]>([
    ['the draft', /^\/wp-json\/wp\/v2\/posts$/],
    ['the publication', /^\/wp-json\/wp\/v2\/posts\/\d+$/],
    ['the upload of the picture', /^\/wp-json\/wp\/v2\/media$/],
  ])('%s: one post and one picture only', async (what, path) => {
    const headline = `Jawaban hilang: ${what}`;
    const { articleId } = await writeStory(headline);
    for (const { id } of await uploads()) {
      await rest(site, 'administrator', `media/${id}?force=true`, undefined, 'DELETE');
    }
    proxy.loseNext('POST', path);
    const live = await until(await publish(articleId, await addTarget('editor')), 'live');
    expect(proxy.lost()).toBe(1);
    expect(live).toMatchObject({ attempts: 2, differences: [] });
    expect(await postsTitled(headline)).toHaveLength(1);
    expect(await uploads()).toHaveLength(1);
    expect((await page(live.url ?? '')).status).toBe(200);
  });

  test('and the desk stopped before it heard: the next start finds the post', async () => {
    const headline = 'Berhenti di tengah jalan';
    const { articleId } = await writeStory(headline);
    proxy.loseNext('POST', /^\/wp-json\/wp\/v2\/posts$/, 'hang');
    const delivery = await publish(articleId, await addTarget('editor'));
    await vi.waitFor(() => expect(proxy.lost()).toBe(1), { timeout: 30_000, interval: 50 });
    await reopenDesk();
    const live = await until(delivery, 'live');
    expect(live.attempts).toBe(2);
    expect(await postsTitled(headline)).toHaveLength(1);
  });
});
