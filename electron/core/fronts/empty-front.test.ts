/** A newsroom that has published nothing yet, or nothing any more: fronts show no empty box anywhere. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FrontKind } from '../../../shared/contract/front-content.ts';
import { sectionCollections } from '../../../shared/domain/front/build.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { openTestCore, type TestCore } from '../testing.ts';
import { beranda, launch, place, publishNew, sitePage, slotOf } from './test-fronts.ts';

const soon = { timeout: 10_000, interval: 30 };

let desk: TestCore;
beforeEach(async () => {
  desk = await openTestCore({ background: true });
});
afterEach(() => desk.close());

/** Boxes of a page in which nothing stands. */
function emptyBoxes(page: string): string[] {
  return page.match(/<(section|aside|ul|ol|table|div)\b[^>]*>\s*(<h2[^>]*>[^<]*<\/h2>\s*)?<\/\1>/g) ?? [];
}

async function preview(frontId: string, state: string): Promise<string> {
  const page = await desk.core.serve(`/preview/front/${frontId}/${state}`);
  return page && 'bytes' in page.content ? Buffer.from(page.content.bytes).toString('utf8') : '';
}

async function launchNew(kind: Exclude<FrontKind, 'home'>, name: string): Promise<string> {
  const { frontId } = await desk.client.fronts.create({
    kind,
    section: kind === 'section' ? 'dunia' : '',
    name,
  });
  if (kind === 'newsletter') {
    const [collection] = sectionCollections({ slug: 'dunia', name: 'Dunia' }, randomUUID);
    if (collection === undefined) throw new Error('a section begins with a collection');
    const edit = { kind: 'putCollection' as const, collection };
    await desk.client.fronts.edit({ frontId, mutationId: randomUUID(), edit });
  }
  await desk.client.fronts.launch({ frontId, collectionIds: null, requestId: randomUUID() });
  return frontId;
}

test('Beranda is launched, says on the site and beside the board that there is nothing yet, and its feed holds no items', async () => {
  const { frontId, draft } = await beranda(desk);
  const { differences } = await desk.client.fronts.launchPreview({ frontId, collectionIds: null });
  expect(differences.flatMap(({ slots }) => slots)).toEqual([]);
  expect(await launch(desk)).toMatchObject({ state: 'launched', number: 2 });
  await vi.waitFor(() => expect(sitePage(desk, 'front.json')).not.toBe(''), soon);
  for (const page of [sitePage(desk), await preview(frontId, 'draft'), await preview(frontId, 'live')]) {
    expect(page).toContain(translate('id', 'site.noArticles'));
    expect(emptyBoxes(page)).toEqual([]);
    expect(page).not.toMatch(/TERPOPULER|class="sidebar"/);
  }
  const feed = JSON.parse(sitePage(desk, 'front.json')) as {
    collections: { title: string; items: unknown[] }[];
  };
  expect(feed.collections).toEqual(
    draft.collections.map(({ title }) => expect.objectContaining({ title, items: [] }) as unknown),
  );
});

test('a section and a newsletter without stories are pages without boxes too', async () => {
  const section = await launchNew('section', 'Dunia');
  const newsletter = await launchNew('newsletter', 'Surat Pagi');
  const mail = `surat/surat-pagi-${newsletter.slice(0, 8)}`;
  await vi.waitFor(() => expect(sitePage(desk, `${mail}.txt`)).not.toBe(''), soon);
  await vi.waitFor(() => expect(sitePage(desk, 'dunia/front.json')).not.toBe(''), soon);
  const pages = [
    sitePage(desk, `${mail}.html`),
    await preview(section, 'draft'),
    await preview(newsletter, 'draft'),
  ];
  for (const page of pages) {
    expect(page).not.toBe('');
    expect(emptyBoxes(page)).toEqual([]);
  }
  for (const words of [sitePage(desk, `${mail}.html`), sitePage(desk, `${mail}.txt`)]) {
    expect(words).toContain(translate('id', 'site.noArticles'));
  }
});

test('what readers saw goes, when the last story goes, without leaving its boxes behind', async () => {
  const articleId = await publishNew(desk, 'Satu-satunya');
  await place(desk, 'Headline', slotOf(articleId));
  await launch(desk);
  await vi.waitFor(() => expect(sitePage(desk)).toContain('Satu-satunya'), soon);
  expect(sitePage(desk)).toContain('TERPOPULER');
  await desk.client.articles.trash({ articleId });
  await vi.waitFor(() => expect(sitePage(desk)).not.toContain('Satu-satunya'), soon);
  expect(sitePage(desk)).toContain(translate('id', 'site.noArticles'));
  expect(emptyBoxes(sitePage(desk))).toEqual([]);
});
