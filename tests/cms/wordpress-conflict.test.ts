/** A post edited in WordPress: a conflict that is settled without losing anybody's work, also after a backup was restored. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Article } from '../../shared/contract/articles.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import type { PublishingConflict } from '../../shared/contract/target-posts.ts';
import { paragraph, text } from '../../shared/document/build.ts';
import { blockText, documentText } from '../../shared/document/walk.ts';
import {
  chooseAll,
  merge,
  partsOf,
  undecided,
  type Choices,
} from '../../renderer/site-conflict/conflict-parts.ts';
import { desk, publish, reopenDesk, until } from './desk.ts';
import { addTarget, postsTitled, proxy, site, uploads, openDeskAtSite, writeStory } from './desk-at-site.ts';
import { posts, readPost, rest } from './rest.ts';
import type { RunningWordPress } from './wordpress/start.ts';

openDeskAtSite();

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
    await reopenDesk();
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
