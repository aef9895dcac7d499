/** A desk beside a real Ghost, through the whole core: published, pulled and pushed back, edited on both sides, launched to. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LaunchedFront } from '../../electron/core/launched-front.ts';
import { PublishError } from '../../electron/core/publishing/target.ts';
import type { Delivery } from '../../shared/contract/publishing.ts';
import { buildDocument, factBox, paragraph, text } from '../../shared/document/build.ts';
import { ghostBody, ghostParagraph, ghostText, type GhostNode } from '../../shared/document/ghost-nodes.ts';
import { newCollection, newSlot } from '../../shared/domain/front/build.ts';
import { testStory } from '../../shared/domain/front/test-stories.ts';
import { merge, partsOf, undecided } from '../../renderer/site-conflict/conflict-parts.ts';
import { desk, openDesk, publish, rewrite, settled } from './desk.ts';
import {
  allPosts,
  editThere,
  openGhost,
  postAt,
  site,
  target,
  writeThere,
  type StandingPost,
} from './ghost-at-site.ts';
import { page } from './rest.ts';
import { context, pictureId, png } from './story.ts';

let targetId: string;

openGhost();
openDesk();
beforeEach(async () => {
  const configuration = { kind: 'ghost' as const, siteUrl: site.url };
  const target = await desk.client.publishing.targets.add({ name: 'Koran', configuration, secret: site.key });
  targetId = target.id;
});

async function send(articleId: string): Promise<Delivery> {
  return settled(await publish(articleId, targetId));
}

const lines = (...words: string[]): GhostNode[] => words.map((one) => ghostParagraph([ghostText(one)]));

describe('posts that stand there', () => {
  const callout = {
    type: 'callout',
    version: 1,
    calloutText: '<p>Penting!</p>',
    calloutEmoji: '💡',
    backgroundColor: 'blue',
  };

  test('are found, taken in once, sent back unchanged: the site shows what it showed', async () => {
    const { client } = desk;
    const bytes = png(64, 36, [10, 120, 40]);
    const form = new FormData();
    form.append('file', new Blob([bytes], { type: 'image/png' }), 'pasar.png');
    const picture = await site.upload(form);
    const wide = {
      type: 'image',
      version: 1,
      src: picture,
      width: 64,
      height: 36,
      alt: 'Pasar',
      caption: 'Suasana pasar',
      cardWidth: 'wide',
    };
    const plain = { ...wide, cardWidth: 'regular', alt: 'Lagi' };
    const lexical = ghostBody([...lines('Kalimat pertama.'), callout, wide, plain, ...lines('Terakhir.')]);
    const made = await writeThere({
      title: 'Harga & Pasar',
      slug: 'harga-pasar',
      lexical,
      custom_excerpt: 'Ringkas.',
      tags: [{ name: 'Ekonomi' }, { name: 'Pasar' }, { name: '#khusus' }],
      codeinjection_foot: '<script>hitung()</script>',
    });
    const before = (await page(made.url)).html;

    const { rows } = await client.publishing.posts.list({ targetId, query: 'harga' });
    expect(rows).toMatchObject([{ remoteId: made.id, title: 'Harga & Pasar', visibility: 'public' }]);
    const { articleId } = await client.publishing.posts.take({ targetId, remoteId: made.id });
    expect(await client.publishing.posts.take({ targetId, remoteId: made.id })).toEqual({ articleId });
    const article = await client.articles.get({ articleId });
    expect(article.fields).toMatchObject({
      headline: 'Harga & Pasar',
      dek: 'Ringkas.',
      section: 'ekonomi',
      tags: ['Pasar'],
    });
    const { children } = article.document.root;
    expect(children.map(({ type }) => type)).toEqual([
      'paragraph',
      'foreign',
      'foreign',
      'image',
      'paragraph',
    ]);

    expect(await send(articleId)).toMatchObject({ state: 'live', differences: [] });
    const after = await postAt(made.id);
    expect(JSON.parse(after.lexical ?? '')).toMatchObject({
      root: { children: [{}, callout, wide, {}, {}] },
    });
    const withoutMarker = (html: string) =>
      html.replace(/<!-- redaksi-[^>]* -->\s*/g, '').replace(/\s+/g, ' ');
    expect(withoutMarker((await page(made.url)).html)).toBe(withoutMarker(before));

    const raw = children[1]?.type === 'foreign' ? children[1].raw : '';
    const plainBlocks = await client.publishing.posts.makePlain({ targetId, raw });
    expect(plainBlocks).toMatchObject({ blocks: [{ type: 'paragraph' }], lost: ['block'] });
  });

  test('with a picture at their head open with it here, and keep it there', async () => {
    const form = new FormData();
    form.append('file', new Blob([png(48, 27, [90, 20, 40])], { type: 'image/png' }), 'kepala.png');
    const picture = await site.upload(form);
    const made = await writeThere({
      title: 'Berkepala',
      lexical: ghostBody(lines('Isi.')),
      feature_image: picture,
      feature_image_alt: 'Kepala',
      feature_image_caption: 'Foto: orang',
    });
    const { articleId } = await desk.client.publishing.posts.take({ targetId, remoteId: made.id });
    const { document } = await desk.client.articles.get({ articleId });
    expect(document.root.children).toMatchObject([
      { type: 'image', alt: 'Kepala', caption: 'Foto: orang' },
      { type: 'paragraph' },
    ]);
    expect(await send(articleId)).toMatchObject({ state: 'live', differences: [] });
    const after = await postAt(made.id);
    expect(after.feature_image).toBe(picture);
    expect(after.lexical).not.toContain('"image"');
  });
});

describe('an edit on both sides', () => {
  test('is a conflict whose merge keeps both, blocks Ghost has no node for included', async () => {
    const { client } = desk;
    const { articleId } = await client.articles.create();
    const box = factBox('Fakta', [paragraph([text('Satu fakta.')])]);
    await rewrite(articleId, {
      headline: 'Dua tangan',
      document: buildDocument([paragraph([text('Pertama.')]), box, paragraph([text('Kedua.')])]),
    });
    const first = await send(articleId);
    expect(first).toMatchObject({ state: 'live', differences: [] });
    const { rows } = await client.publishing.posts.list({ targetId, query: 'Dua tangan' });
    const id = rows[0]?.remoteId ?? '';
    const { lexical } = await postAt(id);
    await editThere(id, { lexical: lexical?.replace('Kedua.', 'Kedua, disunting di Ghost.') });
    await rewrite(articleId, {
      document: buildDocument([
        paragraph([text('Pertama, disunting di sini.')]),
        box,
        paragraph([text('Kedua.')]),
      ]),
    });

    const stopped = await send(articleId);
    expect(stopped).toMatchObject({ state: 'conflict', error: { code: 'changed-at-target' } });
    const conflict = await client.publishing.conflict({ deliveryId: stopped.deliveryId });
    const parts = partsOf(conflict);
    expect(undecided(parts, new Map())).toBe(0);
    const merged = merge(conflict, parts, new Map());
    expect(merged.document.root.children).toMatchObject([
      { children: [{ text: 'Pertama, disunting di sini.' }] },
      { type: 'factbox', title: 'Fakta' },
      { children: [{ text: 'Kedua, disunting di Ghost.' }] },
    ]);
    const { workingBase, deliveryId, seen } = conflict;
    await client.articles.saveDraft({ articleId, base: workingBase, mutationId: randomUUID(), ...merged });
    const decision = { deliveryId, seen, send: true, requestId: randomUUID() };
    const sent = await settled(await client.publishing.settleConflict(decision));
    expect(sent).toMatchObject({ state: 'live', differences: [] });
    const { html } = await page(sent.url ?? '');
    expect(html).toContain('Pertama, disunting di sini.');
    expect(html).toContain('Kedua, disunting di Ghost.');
  });
});

test('a target whose key was taken back holds its deliveries and tells why; a new key sets them free', async () => {
  const { client } = desk;
  const configuration = { kind: 'ghost' as const, siteUrl: site.url };
  const strange = `${'0'.repeat(24)}:${'1'.repeat(64)}`;
  await client.publishing.targets.change({ id: targetId, name: 'Koran', configuration, secret: strange });
  const { articleId } = await client.articles.create();
  await rewrite(articleId, { headline: 'Kunci lama', document: buildDocument([paragraph([text('Isi.')])]) });
  const refused = await send(articleId);
  expect(refused).toMatchObject({ state: 'failed', error: { code: 'key-unknown' } });
  const held = (await client.publishing.targets.list()).find(({ id }) => id === targetId);
  expect(held?.trouble).toMatchObject({ nextTryAt: null, error: { code: 'key-unknown' } });
  await client.publishing.targets.change({ id: targetId, name: 'Koran', configuration, secret: site.key });
  const again = await settled(await client.publishing.retry({ deliveryId: refused.deliveryId }));
  expect(again).toMatchObject({ state: 'live', differences: [] });
});

describe('a launched front', () => {
  const headlineId = randomUUID();
  const frontId = randomUUID();

  test('is a page that holds each collection, with a featured lead; an edit there stays until it is asked for again', async () => {
    const posts: StandingPost[] = [];
    for (const title of ['Satu & “dua”', 'Berita kedua']) {
      posts.push(await writeThere({ title, lexical: ghostBody(lines('Isi.')) }));
    }
    const stories = posts.map(({ title, url }) => {
      const at = new Date(Date.now() - 3_600_000).toISOString();
      return testStory(1, {
        articleId: randomUUID(),
        headline: title,
        summary: `Ringkasan ${title}.`,
        picture: { mediaId: pictureId, alt: 'Presiden', width: 320, height: 180 },
        publishedAt: at,
        updatedAt: at,
        url,
        sourceClusters: [],
      });
    });
    const frontOf = (order: number[]): LaunchedFront => ({
      ...{ frontId, kind: 'home', section: '', name: 'Beranda' },
      content: {
        collections: [
          newCollection({
            ...{ collectionId: headlineId, title: 'Utama', layout: 'lead4' },
            slots: order.map((number) =>
              newSlot({
                slotId: randomUUID(),
                content: { kind: 'article', articleId: stories[number]?.articleId ?? '' },
                placedAt: new Date().toISOString(),
              }),
            ),
          }),
        ],
      },
      facts: { stories, lists: [], popularity: { rows: [], fetchedAt: null, windowHours: 24 } },
    });
    const given = context(site.key, {
      remoteIdOf: (articleId) =>
        posts[stories.findIndex((story) => story.articleId === articleId)]?.id ?? null,
    });
    const configuration = { kind: 'ghost' as const, siteUrl: site.url, fronts: { featured: true } };
    const launch = (order: number[]) => target.launchFront?.(configuration, frontOf(order), given);

    const first = await launch([0, 1]);
    expect(first?.differences).toEqual([]);
    const { html } = await page(first?.url ?? '');
    const seen = ['Utama', '>Satu &amp; “dua”', 'Ringkasan Satu', '>Berita kedua'].map((words) =>
      html.lastIndexOf(words),
    );
    expect(seen.toSorted((one, other) => one - other)).toEqual(seen);
    expect(html).toContain(`href="${stories[0]?.url}"`);
    expect(html).toContain(pictureId.slice(0, 12));
    expect((await postAt(posts[0]?.id ?? '')).featured).toBe(true);

    await launch([1, 0]);
    expect((await postAt(posts[0]?.id ?? '')).featured).toBe(false);
    expect((await postAt(posts[1]?.id ?? '')).featured).toBe(true);
    const ours = (await allPosts('pages')).filter(({ title }) => title === 'Beranda');
    expect(ours).toHaveLength(1);

    const [kept] = ours;
    await site.api('PUT', `pages/${kept?.id}/`, {
      pages: [{ lexical: ghostBody(lines('Tulisan orang lain')), updated_at: kept?.updated_at }],
    });
    const refused = await launch([0, 1])?.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PublishError);
    expect(refused).toMatchObject({ code: 'changed-at-target' });
    expect((await page(kept?.url ?? '')).html).toContain('Tulisan orang lain');
    await launch([0, 1]);
    expect((await page(kept?.url ?? '')).html).not.toContain('Tulisan orang lain');

    await launch([]);
    expect((await page(kept?.url ?? '')).status).toBe(404);
  });
});
