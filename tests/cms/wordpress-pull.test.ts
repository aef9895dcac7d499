/** Posts that stand in a real WordPress: looked through, taken in as articles, changed and sent back. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { canonicalMarkup } from '../../electron/core/conversion/wordpress/block-markup.ts';
import { openTestCore, type TestCore } from '../../electron/core/testing.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { paragraph, text } from '../../shared/document/build.ts';
import { names, page, readPost, rest } from './rest.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

let site: RunningWordPress;
let desk: TestCore;
let targetId: string;

beforeAll(async () => {
  site = await startWordPress();
});
afterAll(async () => {
  await site?.stop();
});

beforeEach(async () => {
  desk = await openTestCore({ background: true });
  const { user, password } = site.users.editor;
  const target = await desk.client.publishing.targets.add({
    name: 'Harian Uji',
    configuration: { kind: 'wordpress', siteUrl: site.url, user },
    secret: password,
  });
  targetId = target.id;
});
afterEach(async () => {
  await desk.close();
});

async function write(fields: Record<string, unknown>): Promise<string> {
  const made = (await rest(site, 'administrator', 'posts', { status: 'publish', ...fields })) as {
    id: number;
  };
  return String(made.id);
}

async function settled(deliveryId: string): Promise<Delivery> {
  return vi.waitFor(
    async () => {
      const { rows } = await desk.client.publishing.deliveries({ targetId });
      const found = rows.find((row) => row.deliveryId === deliveryId);
      if (!found || found.state === 'queued' || found.state === 'sending') throw new Error('under way');
      return found;
    },
    { timeout: 30_000, interval: 100 },
  );
}

async function sendBack(articleId: string): Promise<Delivery> {
  const { deliveryId } = await desk.client.publishing.publish({
    articleId,
    targetId,
    requestId: randomUUID(),
  });
  return settled(deliveryId);
}

const foreignBlock = `<!-- wp:columns -->
<div class="wp-block-columns"><!-- wp:column -->
<div class="wp-block-column"><!-- wp:paragraph {"align":"center"} -->
<p class="has-text-align-center">Di tengah.</p>
<!-- /wp:paragraph --></div>
<!-- /wp:column --></div>
<!-- /wp:columns -->`;

const content = `<!-- wp:paragraph -->
<p><strong>BANDUNG, HARIAN.ID –</strong> Kalimat <em>pertama</em> dari situs.</p>
<!-- /wp:paragraph -->

${foreignBlock}

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">Latar</h3>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>(har/HU1)</p>
<!-- /wp:paragraph -->`;

describe('taking posts in', () => {
  test('a post is found by its words, taken in once, sent back unchanged: the site shows what it showed', async () => {
    const section = (await rest(site, 'administrator', 'categories', {
      name: 'Ekonomi',
      slug: 'ekonomi',
    })) as {
      id: number;
    };
    const other = (await rest(site, 'administrator', 'categories', { name: 'Pilihan Redaktur' })) as {
      id: number;
    };
    const remoteId = await write({
      title: 'Harga & Pasar',
      excerpt: 'Ringkasan dari situs.',
      content,
      slug: 'harga-dan-pasar',
      categories: [section.id, other.id],
      comment_status: 'closed',
    });
    const before = await readPost(site, remoteId);
    const pageBefore = (await page(before.link)).html;

    const { rows } = await desk.client.publishing.posts.list({ targetId, query: 'pertama dari situs' });
    expect(rows.find((row) => row.remoteId === remoteId)).toMatchObject({
      title: 'Harga & Pasar',
      visibility: 'public',
      articleId: null,
    });
    const { articleId } = await desk.client.publishing.posts.take({ targetId, remoteId });
    expect(await desk.client.publishing.posts.take({ targetId, remoteId })).toEqual({ articleId });

    const article = await desk.client.articles.get({ articleId });
    expect(article).toMatchObject({
      state: 'published',
      fields: {
        headline: 'Harga & Pasar',
        dek: 'Ringkasan dari situs.',
        section: 'ekonomi',
        slug: 'harga-dan-pasar',
        dateline: 'BANDUNG, HARIAN.ID – ',
        credit: '(har/HU1)',
        commentsOpen: false,
      },
    });
    expect(article.document.root.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'foreign',
      'heading',
    ]);

    expect(await sendBack(articleId)).toMatchObject({ state: 'live', action: 'update', differences: [] });
    const after = await readPost(site, remoteId);
    expect(canonicalMarkup(after.content.raw)).toBe(canonicalMarkup(before.content.raw));
    expect(after).toMatchObject({
      title: before.title,
      excerpt: before.excerpt,
      slug: before.slug,
      comment_status: 'closed',
      featured_media: before.featured_media,
    });
    expect(await names(site, 'categories', after.categories)).toEqual(['Ekonomi', 'Pilihan Redaktur']);
    const copyOf = (html: string) => /<div class="entry-content[^]*?<\/h3>/.exec(html)?.[0] ?? html;
    expect(copyOf((await page(after.link)).html)).toBe(copyOf(pageBefore));
  });

  test('a change made here goes out, the foreign block with it; one made there meanwhile is never overwritten', async () => {
    const remoteId = await write({ title: 'Dua tangan', content });
    const { articleId } = await desk.client.publishing.posts.take({ targetId, remoteId });
    const article = await desk.client.articles.get({ articleId });
    const { document } = article;
    document.root.children.push(paragraph([text('Kalimat baru dari meja kita.')]));
    const saved = await desk.client.articles.saveDraft({
      articleId,
      base: article.base,
      mutationId: randomUUID(),
      document,
    });
    expect(await sendBack(articleId)).toMatchObject({ state: 'live' });
    const after = await readPost(site, remoteId);
    expect(after.content.raw).toContain(foreignBlock);
    expect(after.content.raw).toContain('Kalimat baru dari meja kita.');

    await rest(site, 'administrator', `posts/${remoteId}`, { title: 'Diubah di situs' });
    document.root.children.push(paragraph([text('Kalimat kedua.')]));
    await desk.client.articles.saveDraft({ articleId, base: saved.base, mutationId: randomUUID(), document });
    expect(await sendBack(articleId)).toMatchObject({ state: 'conflict' });
    expect((await readPost(site, remoteId)).title.raw).toBe('Diubah di situs');
  });

  test('a draft of the site stays hidden until it is published from here; one that is gone is told', async () => {
    const remoteId = await write({ title: 'Masih draf', content, status: 'draft' });
    const { articleId } = await desk.client.publishing.posts.take({ targetId, remoteId });
    expect((await desk.client.articles.get({ articleId })).state).toBe('draft');
    expect(await sendBack(articleId)).toMatchObject({ state: 'live', action: 'publish' });
    expect((await readPost(site, remoteId)).status).toBe('publish');
    await expect(desk.client.publishing.posts.take({ targetId, remoteId: '999999' })).rejects.toMatchObject({
      code: 'TARGET_FAILED',
      data: { code: 'post-missing' },
    });
  });
});
