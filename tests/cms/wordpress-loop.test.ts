/** The whole loop on a real WordPress: wire copy, draft, outbox, public page, update, withdrawal, lost answers. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Vault } from '../../electron/core/providers.ts';
import { nameFirstPerson, openTestCore, type TestCore } from '../../electron/core/testing.ts';
import type { Article } from '../../shared/contract/articles.ts';
import type { Delivery, PublishingConflict } from '../../shared/contract/publishing.ts';
import { settingsSchema } from '../../shared/contract/settings.ts';
import { image, paragraph, pullQuote, text } from '../../shared/document/build.ts';
import { blockText, documentText } from '../../shared/document/walk.ts';
import {
  chooseAll,
  merge,
  partsOf,
  undecided,
  type Choices,
} from '../../renderer/site-conflict/conflict-parts.ts';
import { startLosingProxy, type LosingProxy } from './losing-proxy.ts';
import { names, page, posts, readPost, rest } from './rest.ts';
import { png } from './story.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

const antaraCopy = `Presiden Jokowi: Indonesia siap jadi tuan rumah dialog

Singapura (ANTARA News) - Presiden Joko Widodo menghadiri jamuan makan malam para pemimpin ASEAN di Singapura, Jumat malam.

"Saya optimistis kawasan ini tetap damai," kata Presiden.

Pewarta: Desca Lidya Natalia
Editor: Unggul Tri Ratomo
Copyright © ANTARA 2018`;

let site: RunningWordPress;
let proxy: LosingProxy;
let desk: TestCore;
let vault: Vault;

beforeAll(async () => {
  site = await startWordPress();
});
afterAll(async () => {
  await site?.stop();
});

beforeEach(async () => {
  const secrets = new Map<string, string>();
  vault = {
    keptBy: 'key-file',
    get: async (key) => secrets.get(key) ?? null,
    set: async (key, secret) => void secrets.set(key, secret),
    delete: async (key) => void secrets.delete(key),
  };
  proxy = await startLosingProxy(site.url);
  desk = await openTestCore({ background: true, vault });
  const { house } = settingsSchema.parse({});
  await desk.client.settings.change({
    house: { ...house, name: 'Seruji', outlet: 'SERUJI.CO.ID' },
  });
  await nameFirstPerson(desk, 'Sulis', 'SU02');
});
afterEach(async () => {
  await desk.close();
  await proxy.close();
});

async function addTarget(
  role: keyof RunningWordPress['users'],
  password?: string,
  siteUrl = proxy.url,
): Promise<string> {
  const { user, password: own } = site.users[role];
  const target = await desk.client.publishing.targets.add({
    name: 'Harian Uji',
    configuration: { kind: 'wordpress', siteUrl, user },
    secret: password ?? own,
  });
  return target.id;
}

/** *Tulis dari kawat*, then what an editor adds: a section, tags, a pull quote, a picture. */
async function writeStory(headline: string): Promise<Article> {
  const { client } = desk;
  await client.wire.importText({ text: antaraCopy.replace(/^.*/, headline), creditName: 'Ant' });
  const { rows } = await client.wire.list({});
  const draft = await client.articles.writeFromWire({ storyId: rows[0]?.storyId ?? 0 });
  const bytes = png(64, 36, [200, 30, 30]);
  const picture = await client.media.add({ file: new File([bytes], 'foto.png'), name: 'foto.png' });
  await client.articles.saveDraft({
    articleId: draft.articleId,
    base: draft.base,
    mutationId: randomUUID(),
    fields: { ...draft.fields, headline, section: 'dunia', tags: ['ASEAN'], dek: 'Dialog di Singapura.' },
    document: {
      ...draft.document,
      root: {
        ...draft.document.root,
        children: [
          pullQuote([text('Kawasan ini tetap damai')], 'Presiden Joko Widodo'),
          ...draft.document.root.children,
          image(picture.mediaId, { alt: 'Suasana', caption: 'Suasana jamuan.', credit: '(ANTARA)' }),
        ],
      },
    },
  });
  return client.articles.get({ articleId: draft.articleId });
}

function publish(articleId: string, targetId: string): Promise<Delivery> {
  return desk.client.publishing.publish({ articleId, targetId, requestId: randomUUID() });
}

/** Waits for a state; the clock runs ahead so that no test waits for a pause to pass. */
function until({ deliveryId }: Delivery, state: Delivery['state']): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({});
      const found = rows.find((row) => row.deliveryId === deliveryId);
      if (found?.state === 'retry' && state !== 'retry') desk.advance(120_000);
      expect(found).toMatchObject({ state });
      if (!found) throw new Error('the delivery is gone');
      return found;
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** The media library of the site. */
async function uploads(): Promise<{ id: number }[]> {
  return z.array(z.object({ id: z.int() })).parse(await rest(site, 'administrator', 'media?per_page=100'));
}

async function postsTitled(headline: string) {
  return (await posts(site)).filter(({ title }) => title.raw === headline);
}

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

  test('an edit made in WordPress: a conflict with both versions, nothing overwritten', async () => {
    const headline = 'Disunting di WordPress';
    const { articleId } = await writeStory(headline);
    const targetId = await addTarget('editor');
    await until(await publish(articleId, targetId), 'live');
    const [post] = await postsTitled(headline);
    await rest(site, 'administrator', `posts/${post?.id}`, { excerpt: 'Ringkasan orang lain.' });
    const conflict = await until(await publish(articleId, targetId), 'conflict');
    expect(conflict.differences).toEqual([
      { field: 'dek', meant: 'Dialog di Singapura.', found: 'Ringkasan orang lain.' },
    ]);
    expect((await readPost(site, post?.id ?? 0)).excerpt.raw).toBe('Ringkasan orang lain.');
  });
});

/** Saves the article as decided, then settles the conflict. */
async function settle(conflict: PublishingConflict, choices: Choices, send: boolean): Promise<Delivery> {
  const { articleId, workingBase, deliveryId, seen } = conflict;
  const { fields, document } = merge(conflict, partsOf(conflict), choices);
  const save = { articleId, base: workingBase, mutationId: randomUUID(), fields, document };
  await desk.client.articles.saveDraft(save);
  return desk.client.publishing.settleConflict({ deliveryId, seen, send, requestId: randomUUID() });
}

describe('a conflict is settled without losing anybody’s work', () => {
  const theirWords = 'kata Presiden, menurut penyunting situs.';

  /** Published, then edited there (a paragraph, the title) and here (`ours`); the update stops at the conflict. */
  async function conflicting(headline: string, ours: (article: Article) => Partial<Article>) {
    const { client } = desk;
    const { articleId } = await writeStory(headline);
    const targetId = await addTarget('editor');
    await until(await publish(articleId, targetId), 'live');
    const [post] = await postsTitled(headline);
    if (!post) throw new Error('not published');
    await rest(site, 'administrator', `posts/${post.id}`, {
      title: `${headline} (situs)`,
      content: post.content.raw.replace('kata Presiden.', theirWords),
    });
    const before = await client.articles.get({ articleId });
    const { fields, document } = { ...before, ...ours(before) };
    const save = { articleId, base: before.base, mutationId: randomUUID(), fields, document };
    await client.articles.saveDraft(save);
    const { deliveryId } = await until(await publish(articleId, targetId), 'conflict');
    const conflict = await client.publishing.conflict({ deliveryId });
    return { articleId, targetId, postId: post.id, deliveryId, conflict };
  }

  test('what each side changed elsewhere is merged and goes out', async () => {
    const { conflict, postId } = await conflicting('Gabungan dua tangan', ({ fields, document }) => ({
      fields: { ...fields, dek: 'Ringkasan kita.' },
      document: {
        ...document,
        root: {
          ...document.root,
          children: [...document.root.children, paragraph([text('Tambahan kita.')])],
        },
      },
    }));
    const parts = partsOf(conflict);
    expect(parts.fields.map(({ field, kind }) => [field, kind])).toEqual([
      ['headline', 'theirs'],
      ['dek', 'ours'],
    ]);
    expect(parts.copy.map(({ kind }) => kind)).toEqual(['same', 'theirs', 'same', 'ours']);
    expect(undecided(parts, new Map())).toBe(0);

    const live = await until(await settle(conflict, new Map(), true), 'live');
    expect(live).toMatchObject({ action: 'update', differences: [] });
    const post = await readPost(site, postId);
    expect(post.title.raw).toBe('Gabungan dua tangan (situs)');
    expect(post.excerpt.raw).toBe('Ringkasan kita.');
    expect(post.content.raw).toContain(theirWords);
    expect(post.content.raw).toContain('Tambahan kita.');
    expect(post.content.raw.match(/SINGAPURA/g)).toHaveLength(1);
    expect(post.content.raw.match(/\(Ant\/SU02\)/g)).toHaveLength(1);
  });

  test('what both changed is for a person to decide; theirs taken into the article leaves the site alone', async () => {
    const { conflict, articleId, targetId, deliveryId, postId } = await conflicting(
      'Diputuskan orang',
      ({ document }) => ({
        document: {
          ...document,
          root: {
            ...document.root,
            children: document.root.children.map((block) =>
              blockText(block).includes('optimistis') ? paragraph([text('Kalimat kita.')]) : block,
            ),
          },
        },
      }),
    );
    const parts = partsOf(conflict);
    expect(undecided(parts, new Map())).toBe(1);
    const stood = await readPost(site, postId);
    const settled = await settle(conflict, chooseAll(parts, 'theirs'), false);
    expect(settled).toMatchObject({ deliveryId, state: 'cancelled' });
    expect(await readPost(site, postId)).toEqual(stood);
    const article = await desk.client.articles.get({ articleId });
    expect(documentText(article.document)).toContain(theirWords);
    expect(documentText(article.document)).not.toContain('Kalimat kita.');
    const live = await until(await publish(articleId, targetId), 'live');
    expect(live.differences).toEqual([]);
    expect((await readPost(site, postId)).content.raw).toContain(theirWords);
  });

  test('edited there once more after it was looked at: it stops again', async () => {
    const { conflict, postId } = await conflicting('Sekali lagi', () => ({}));
    await rest(site, 'administrator', `posts/${postId}`, { title: 'Judul ketiga' });
    await until(await settle(conflict, new Map(), true), 'conflict');
    expect((await readPost(site, postId)).title.raw).toBe('Judul ketiga');
  });
});

test('author and sticky changed in WordPress are chosen one by one', async () => {
  const headline = 'Penulis dan lekat';
  const { articleId, base, fields } = await writeStory(headline);
  const idOf = async (role: keyof RunningWordPress['users']) =>
    z.object({ id: z.int() }).parse(await rest(site, role, 'users/me')).id;
  const [editor, author] = [await idOf('editor'), await idOf('author')];
  const targetId = await addTarget('editor');
  const { user } = site.users.editor;
  const mapping = { sections: {}, tags: {}, authors: { 'Sari Dewi': { id: String(editor), name: user } } };
  const configuration = { kind: 'wordpress' as const, siteUrl: proxy.url, user, mapping };
  await desk.client.publishing.targets.change({ id: targetId, name: 'Harian Uji', configuration });
  const own = { ...fields, byline: 'Sari Dewi', sticky: true };
  await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), fields: own });
  await until(await publish(articleId, targetId), 'live');
  const [post] = await postsTitled(headline);
  await rest(site, 'administrator', `posts/${post?.id}`, { author, sticky: false });

  const { deliveryId } = await until(await publish(articleId, targetId), 'conflict');
  const conflict = await desk.client.publishing.conflict({ deliveryId });
  expect(partsOf(conflict).fields.map(({ field, kind }) => [field, kind])).toEqual([
    ['byline', 'theirs'],
    ['sticky', 'theirs'],
  ]);
  await until(await settle(conflict, new Map([['sticky', 'ours']]), true), 'live');
  const after = z
    .looseObject({ author: z.int(), sticky: z.boolean() })
    .parse(await rest(site, 'administrator', `posts/${post?.id}`));
  expect(after).toMatchObject({ author, sticky: true });
});

describe('after an older backup was restored', () => {
  test('what was published since is found at the site: no second post, and nothing overwritten unseen', async () => {
    const headline = 'Terbit sesudah cadangan';
    const { articleId, fields } = await writeStory(headline);
    const targetId = await addTarget('editor');
    const { name } = await desk.client.system.backUpNow();
    await until(await publish(articleId, targetId), 'live');
    const { base } = await desk.client.articles.get({ articleId });
    const edited = { ...fields, headline: `${headline}, diperbarui` };
    await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), fields: edited });
    await until(await publish(articleId, targetId), 'live');
    const pictures = await uploads();

    await desk.client.system.restore({ name });
    desk = await desk.reopen();
    expect((await desk.client.publishing.deliveries({})).rows).toEqual([]);
    const { deliveryId, error } = await until(await publish(articleId, targetId), 'conflict');
    expect(error?.code).toBe('already-there');
    const conflict = await desk.client.publishing.conflict({ deliveryId });
    const parts = partsOf(conflict);
    expect(conflict.sent).toBeNull();
    expect(parts.fields.map(({ field, kind }) => [field, kind])).toEqual([['headline', 'both']]);
    expect(parts.copy.every(({ kind }) => kind === 'same')).toBe(true);

    const live = await until(await settle(conflict, chooseAll(parts, 'ours'), true), 'live');
    expect(live.differences).toEqual([]);
    const found = (await posts(site)).filter(({ title }) => title.raw.startsWith(headline));
    expect(found.map(({ title }) => title.raw)).toEqual([headline]);
    expect(await uploads()).toEqual(pictures);
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
    desk = await desk.reopen();
    const live = await until(delivery, 'live');
    expect(live.attempts).toBe(2);
    expect(await postsTitled(headline)).toHaveLength(1);
  });
});
