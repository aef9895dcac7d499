/** A launched front at a real WordPress: what its readers see. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { LaunchedFront } from '../../electron/core/launched-front.ts';
import { PublishError } from '../../electron/core/publishing/target.ts';
import { createWordPressTarget } from '../../electron/core/publishing/targets/wordpress/target.ts';
import type { Collection } from '../../shared/contract/front-content.ts';
import type { FrontStory } from '../../shared/contract/fronts.ts';
import { newCollection, newSlot } from '../../shared/domain/front/build.ts';
import { testStory } from '../../shared/domain/front/test-stories.ts';
import { page, readPost, rest } from './rest.ts';
import { context, pictureId } from './story.ts';
import { startWordPress, type RunningWordPress } from './wordpress/start.ts';

const target = createWordPressTarget();
const frontId = randomUUID();
const linkedSchema = z.looseObject({ id: z.int(), link: z.string() });
const patternsSchema = z.array(
  z.looseObject({
    id: z.int(),
    title: z.looseObject({ raw: z.string() }),
    content: z.looseObject({ raw: z.string() }),
  }),
);

let site: RunningWordPress;
let stories: { id: number; story: FrontStory }[];

/** Shows a sidebar as classic themes do; block themes have none. */
const sidebar = `
add_action('widgets_init', function () {
  register_sidebar(['id' => 'samping', 'name' => 'Samping', 'before_widget' => '<div class="widget">', 'after_widget' => '</div>']);
});
add_action('wp_footer', function () { echo '<aside id="samping">'; dynamic_sidebar('samping'); echo '</aside>'; });
`;

beforeAll(async () => {
  site = await startWordPress();
  site.plugin('samping.php', sidebar);
  stories = [];
  for (const headline of ['Satu & “dua” [gallery]', 'Berita kedua', 'Berita ketiga']) {
    const made = linkedSchema.parse(
      await rest(site, 'editor', 'posts', { title: headline, content: 'Isi.', status: 'publish' }),
    );
    stories.push({ id: made.id, story: storyOf(headline, made.link) });
  }
});
afterAll(async () => {
  await site?.stop();
});

function storyOf(headline: string, url: string): FrontStory {
  const at = new Date(Date.now() - 3_600_000).toISOString();
  return testStory(1, {
    articleId: randomUUID(),
    headline,
    summary: `Ringkasan ${headline}.`,
    picture: { mediaId: pictureId, alt: 'Presiden', width: 320, height: 180 },
    publishedAt: at,
    updatedAt: at,
    url,
    sourceClusters: [],
  });
}

function frontOf(collections: Collection[]): LaunchedFront {
  return {
    frontId,
    kind: 'home',
    section: '',
    name: 'Beranda',
    content: { collections },
    facts: {
      stories: stories.map(({ story }) => story),
      lists: [],
      popularity: { rows: [], fetchedAt: null, windowHours: 24 },
    },
  };
}

const headlineId = randomUUID();
const popularId = randomUUID();

/** Headline and TERPOPULER with stories by their number, in that order. */
function collections(headline: number[], popular: number[]): Collection[] {
  const slots = (numbers: number[]) =>
    numbers.map((number) =>
      newSlot({
        slotId: randomUUID(),
        content: { kind: 'article', articleId: stories[number]?.story.articleId ?? '' },
        placedAt: new Date().toISOString(),
      }),
    );
  return [
    newCollection({ collectionId: headlineId, title: 'Headline', layout: 'lead4', slots: slots(headline) }),
    newCollection({
      collectionId: popularId,
      title: 'TERPOPULER',
      layout: 'sidebar',
      fill: { by: 'hand-then-rule', rule: { kind: 'popular' } },
      allowRepeats: true,
      slots: slots(popular),
    }),
  ];
}

function as(
  role: keyof RunningWordPress['users'],
  fronts: { sticky: boolean; sidebar: string; feed: boolean },
) {
  const { user, password } = site.users[role];
  const remoteIdOf = (articleId: string): string | null => {
    const found = stories.find(({ story }) => story.articleId === articleId);
    return found ? String(found.id) : null;
  };
  return {
    configuration: { kind: 'wordpress' as const, siteUrl: site.url, user, fronts },
    context: context(password, { remoteIdOf }),
  };
}

async function patterns() {
  return patternsSchema.parse(await rest(site, 'administrator', 'blocks?context=edit&per_page=100'));
}

/** Words of a part of the page that a reader gets, in their order. */
function order(html: string, ...words: string[]): number[] {
  return words.map((each) => html.indexOf(each));
}

describe('a launched front', () => {
  test('is seen by readers in order: as a synced pattern on a page, in a sidebar, with a sticky lead and a feed', async () => {
    const { configuration, context: given } = as('administrator', {
      sticky: true,
      sidebar: 'samping',
      feed: true,
    });
    const first = await target.launchFront?.(configuration, frontOf(collections([0, 1, 2], [2, 0])), given);
    expect(first?.differences).toEqual([]);
    const made = await patterns();
    expect(made.map(({ title }) => title.raw).toSorted()).toEqual([
      'Beranda – Headline',
      'Beranda – TERPOPULER',
    ]);

    const pattern = made.find(({ title }) => title.raw.endsWith('Headline'))?.id ?? 0;
    const front = linkedSchema.parse(
      await rest(site, 'administrator', 'pages', {
        title: 'Depan',
        status: 'publish',
        content: `<!-- wp:block {"ref":${pattern}} /-->`,
      }),
    );
    const main = (html: string): string => html.split('<aside id="samping">')[0] ?? '';
    const beside = (html: string): string => html.split('<aside id="samping">')[1] ?? '';
    const { html } = await page(front.link);
    const places = order(main(html), 'Satu &amp; “dua” &#091;gallery]', 'Berita kedua', 'Berita ketiga');
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(main(html)).toContain(`href="${stories[1]?.story.url}"`);
    expect(main(html)).toMatch(/<img[^>]*alt="Presiden"/);
    expect(beside(html).indexOf('Berita ketiga')).toBeLessThan(beside(html).indexOf('Satu'));
    expect(beside(html)).toMatch(/<ol[^>]*>[^]*Berita ketiga/);
    expect(await readPost(site, stories[0]?.id ?? 0)).toMatchObject({ sticky: true });

    const feed = await page(first?.url ?? '');
    const json = /<code>([^<]*)<\/code>/.exec(feed.html)?.[1] ?? '';
    expect(json).toContain('redaksi-front/1');

    const before = await patterns();
    await target.launchFront?.(configuration, frontOf(collections([2, 0, 1], [1])), given);
    const after = await patterns();
    expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted());
    const again = (await page(front.link)).html;
    const moved = order(main(again), 'Berita ketiga', 'Satu &amp;', 'Berita kedua');
    expect(moved).toEqual(moved.toSorted((one, other) => one - other));
    expect(beside(again)).not.toContain('Berita ketiga');
    expect(await readPost(site, stories[0]?.id ?? 0)).toMatchObject({ sticky: false });
    expect(await readPost(site, stories[2]?.id ?? 0)).toMatchObject({ sticky: true });
  });

  test('finds its patterns again without our records, leaves what somebody changed there, and empties what goes', async () => {
    const wanted = { sticky: false, sidebar: '', feed: false };
    const { configuration, context: given } = as('editor', wanted);
    const before = (await patterns()).map(({ id }) => id).toSorted();
    await target.launchFront?.(configuration, frontOf(collections([1], [1])), given);
    expect((await patterns()).map(({ id }) => id).toSorted()).toEqual(before);

    const pattern = (await patterns()).find(({ title }) => title.raw.endsWith('Headline'));
    const content = `${pattern?.content.raw ?? ''}\n\n<!-- wp:paragraph -->\n<p>Ditulis di situs</p>\n<!-- /wp:paragraph -->`;
    await rest(site, 'editor', `blocks/${pattern?.id}`, { content });
    const launch = () => target.launchFront?.(configuration, frontOf(collections([2], [2])), given);
    const error = await launch()?.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(PublishError);
    expect(error).toMatchObject({ code: 'changed-at-target', message: 'Beranda – Headline' });
    const standing = (await patterns()).find(({ id }) => id === pattern?.id);
    expect(standing?.content.raw).toContain('Ditulis di situs');
    // A person asked for it again.
    await launch();
    const over = (await patterns()).find(({ id }) => id === pattern?.id);
    expect(over?.content.raw).toContain('Berita ketiga');
    expect(over?.content.raw).not.toContain('Ditulis di situs');

    await target.launchFront?.(configuration, frontOf([]), given);
    expect((await patterns()).every(({ content: { raw } }) => !raw.includes('Berita'))).toBe(true);
  });

  test('a right that is missing is told; the patterns are there all the same', async () => {
    const { configuration, context: given } = as('editor', {
      sticky: false,
      sidebar: 'samping',
      feed: false,
    });
    const launched = await target.launchFront?.(configuration, frontOf(collections([0], [0])), given);
    expect(launched?.differences).toMatchObject([{ field: 'front-widgets', meant: 'samping' }]);
    expect((await patterns()).find(({ title }) => title.raw.endsWith('Headline'))?.content.raw).toContain(
      'Satu',
    );
  });

  test('what is read most: approved comments are counted for each post', async () => {
    const { configuration, context: given } = as('administrator', {
      sticky: false,
      sidebar: '',
      feed: false,
    });
    for (const [post, text] of [
      [stories[1]?.id, 'Setuju'],
      [stories[1]?.id, 'Tidak setuju'],
      [stories[2]?.id, 'Baik'],
    ] as const) {
      await rest(site, 'administrator', 'comments', { post, content: text, status: 'approved' });
    }
    const since = Date.now() - 24 * 3_600_000;
    const figures = await target.figures?.(configuration, { route: null, since }, given);
    const counts = new Map(figures?.figures.map(({ names, count }) => [names[0], count]));
    expect(counts.get(String(stories[1]?.id))).toBe(2);
    expect(counts.get(String(stories[2]?.id))).toBe(1);
  });
});
