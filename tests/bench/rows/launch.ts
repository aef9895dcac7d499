/** A launch to the folder site: twenty full collections, and the column beside two thousand articles. */
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openDeskDatabase } from '../../../electron/core/database/open.ts';
import { openTestCore, type TestCore } from '../../../electron/core/testing.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import type { Collection } from '../../../shared/contract/front-content.ts';
import { buildDocument, paragraph, text } from '../../../shared/document/build.ts';
import { newCollection, newSlot } from '../../../shared/domain/front/build.ts';
import type { RowGroup } from '../row.ts';

const ARTICLES = 2_000;
const COLLECTIONS = 20;
const SLOTS = 20;

/** What a story of the day is long. */
const copy = buildDocument(
  Array.from({ length: 12 }, (_, number) =>
    paragraph([text(`Paragraf ${number}. ${'Presiden meninjau pasar induk pada pagi hari. '.repeat(6)}`)]),
  ),
);

/** Articles that are live at the folder site as far as the desk's records know; the first launch writes their pages. */
function addPublished(folder: string, targetId: string): string[] {
  const database = openDeskDatabase(folder);
  const article = database.prepare(
    `INSERT INTO article (id, state, base, fields, document, headline, section, byline, teaser, word_count, created_at, updated_at)
     VALUES (@id, 'published', 1, @fields, @document, @headline, 'dunia', '', '', 500, @at, @at)`,
  );
  const revision = database.prepare(
    `INSERT INTO revision (article_id, created_at, reason, note, person_code, base, fields, document, word_count)
     VALUES (@id, @at, 'publish', '', '', 1, @fields, @document, 500)`,
  );
  const placement = database.prepare(
    `INSERT INTO placement (article_id, target_id, remote, slug, url, revision_id, live, first_published_at, updated_at)
     VALUES (@id, @targetId, NULL, @slug, NULL, @revisionId, 1, @at, @at)`,
  );
  const now = Date.now();
  const ids = Array.from({ length: ARTICLES }, () => randomUUID());
  database.transaction(() => {
    ids.forEach((id, number) => {
      const headline = `Berita nomor ${number} tentang harga pangan`;
      const fields = JSON.stringify(
        articleFieldsSchema.parse({ headline, section: 'dunia', dek: 'Ringkasan.' }),
      );
      const at = now - number * 60_000;
      article.run({ id, fields, document: JSON.stringify(copy), headline, at });
      const { lastInsertRowid } = revision.run({ id, at, fields, document: JSON.stringify(copy) });
      placement.run({ id, targetId, slug: `berita-${number}`, revisionId: lastInsertRowid, at });
    });
  })();
  database.close();
  return ids;
}

function collectionsOf(ids: readonly string[]): Collection[] {
  const placedAt = new Date().toISOString();
  return Array.from({ length: COLLECTIONS }, (_, number) =>
    newCollection({
      collectionId: randomUUID(),
      title: `Koleksi ${number}`,
      layout: number % 4 === 3 ? 'sidebar' : number % 4 === 0 ? 'lead4' : 'list',
      cap: SLOTS,
      slots: ids
        .slice(number * SLOTS, (number + 1) * SLOTS)
        .map((articleId) =>
          newSlot({ slotId: randomUUID(), content: { kind: 'article', articleId }, placedAt }),
        ),
    }),
  );
}

async function launch({ client }: TestCore, frontId: string): Promise<number> {
  const started = performance.now();
  const { launchId } = await client.fronts.launch({ frontId, collectionIds: null, requestId: randomUUID() });
  for (;;) {
    const [delivery] = await client.publishing.fronts.deliveries({ frontId });
    if (delivery?.launchId === launchId && delivery.state === 'live') return performance.now() - started;
    if (delivery?.state === 'failed') throw new Error(`the launch failed: ${delivery.error?.code}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Files of the site that were written since a time. */
function writtenSince(folder: string, since: number): number {
  return readdirSync(join(folder, 'site'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs >= since,
  ).length;
}

export const group: RowGroup = {
  rows: [
    {
      name: 'launch',
      what: `click on launch → site is up to date, ${COLLECTIONS} collections of ${SLOTS}, ${ARTICLES.toLocaleString('en')} articles’ sidebars rewritten`,
      unit: 'ms',
      budget: { most: 2_000 },
    },
    {
      name: 'launch-files',
      what: 'files written by the launch of one changed headline on the front page',
      unit: 'files',
      budget: { most: 3 },
    },
  ],
  how: `a launch in a whole core to the folder site: ${COLLECTIONS} collections of ${SLOTS} slots, every fourth one beside the pages, ${ARTICLES.toLocaleString('en')} live articles; from the call until the outbox says live. First a story changes places in a sidebar, so that every article's page has to be written; then one headline changes on the front page alone.`,
  async measure({ folders, say }) {
    const folder = await folders.ownWithStories(0);
    const first = await openTestCore({}, folder);
    const targetId = (await first.client.publishing.targets.list())[0]?.id ?? '';
    await first.core.stop();
    say(`launch: ${ARTICLES.toLocaleString('en')} articles`);
    const ids = addPublished(folder, targetId);
    const desk = await openTestCore({ background: true }, folder);
    const { client } = desk;
    const frontId = (await client.fronts.list())[0]?.frontId ?? '';
    const edit = (change: Parameters<typeof client.fronts.edit>[0]['edit']) =>
      client.fronts.edit({ frontId, mutationId: randomUUID(), edit: change });
    const collections = collectionsOf(ids);
    const { draft } = await client.fronts.get({ frontId });
    await edit({
      kind: 'several',
      edits: [
        ...draft.collections.map(({ collectionId }) => ({ kind: 'removeCollection' as const, collectionId })),
        ...collections.map((collection) => ({ kind: 'putCollection' as const, collection })),
      ],
    });
    await launch(desk, frontId);

    const beside = collections.find(({ layout }) => layout === 'sidebar');
    const [head] = beside?.slots ?? [];
    if (!beside || !head) throw new Error('there is a collection beside the pages');
    await edit({
      kind: 'move',
      slotIds: [head.slotId],
      collectionId: beside.collectionId,
      after: beside.slots.at(-1)?.slotId ?? null,
    });
    const before = Date.now();
    const ours = await launch(desk, frontId);
    const rewritten = writtenSince(folder, before);
    if (rewritten < ARTICLES) throw new Error(`only ${rewritten} files were written`);

    const [lead] = collections[0]?.slots ?? [];
    if (!lead) throw new Error('there is a lead');
    await edit({ kind: 'changeSlot', slotId: lead.slotId, stamp: '', change: { headline: 'Judul baru' } });
    const since = Date.now();
    await launch(desk, frontId);
    // The manifest goes with every change.
    const files = writtenSince(folder, since);
    await desk.core.stop();
    return { launch: { ours }, 'launch-files': { ours: files } };
  },
};
