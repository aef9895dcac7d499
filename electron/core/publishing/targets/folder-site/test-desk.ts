/** For tests: a small newsroom that publishes into a folder and keeps its records as the outbox does. */
import { publishable } from '../../../../../shared/document/publishable.ts';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleFieldsSchema, type ArticleFields } from '../../../../../shared/contract/articles.ts';
import { houseSchema, type House } from '../../../../../shared/contract/settings.ts';
import { buildDocument, paragraph, text } from '../../../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../../../shared/document/vocabulary.ts';
import type {
  ListedArticle,
  PublishableArticle,
  PublishedArticle,
  RemotePost,
  TargetContext,
} from '../../target.ts';
import { newCollection, newSlot } from '../../../../../shared/domain/front/build.ts';
import type { LaunchedFront } from '../../../launched-front.ts';
import { testContext, testPicture, testRequest } from '../../testing-target.ts';
import { createFolderSiteTarget } from './folder-site-target.ts';

/** 27 April 2018, 22.10 WIB. */
export const PUBLISHED_AT = Date.parse('2018-04-27T22:10:00+07:00');

/** A picture of one grey pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
export const pixelId = createHash('sha256').update(pixel).digest('hex');

export const serujiHouse: House = houseSchema.parse({
  name: 'Seruji',
  outlet: 'SERUJI.CO.ID',
  siteUrl: 'https://seruji.example/',
  tagline: 'Berita untuk semua',
  mastheadText: 'Pemimpin Redaksi: Ani <ani@seruji.example>\nRedaktur: Budi\n\nAlamat: Jakarta & Surabaya',
  comments: { endpoint: 'https://komentar.example/kirim' },
});

export interface TestArticle extends PublishableArticle {
  articleId: string;
}

export function testArticle(
  headline: string,
  details: Partial<Omit<PublishableArticle, 'fields' | 'document'>> & {
    fields?: Partial<ArticleFields>;
    document?: ArticleDocument;
  } = {},
): TestArticle {
  const document: ArticleDocument =
    details.document ?? buildDocument([paragraph([text(`${headline}. "Kami siap," kata Presiden.`)])]);
  return {
    articleId: randomUUID(),
    revisionId: 1,
    slug: '',
    firstPublishedAt: PUBLISHED_AT,
    updatedAt: details.firstPublishedAt ?? PUBLISHED_AT,
    corrections: [],
    corrects: null,
    ...details,
    document: publishable(document),
    fields: articleFieldsSchema.parse({ headline, section: 'nasional', ...details.fields }),
  };
}

/** Beranda as a new desk has it, with TERPOPULER in a hand's order. */
function testHome(popular: readonly string[]): LaunchedFront {
  const placedAt = new Date(PUBLISHED_AT).toISOString();
  const latest = { kind: 'latest' } as const;
  const slots = popular.map((articleId) =>
    newSlot({ slotId: articleId, content: { kind: 'article', articleId }, placedAt }),
  );
  return {
    frontId: '00000000-0000-4000-8000-000000000000',
    kind: 'home',
    section: '',
    name: 'Beranda',
    content: {
      collections: [
        newCollection({
          collectionId: '00000000-0000-4000-8000-000000000001',
          title: 'Headline',
          layout: 'lead4',
          cap: 5,
          fill: { by: 'rule', rule: latest },
        }),
        newCollection({
          collectionId: '00000000-0000-4000-8000-000000000002',
          title: 'ARTIKEL TERBARU',
          layout: 'sidebar',
          fill: { by: 'rule', rule: latest },
          allowRepeats: true,
        }),
        newCollection({
          collectionId: '00000000-0000-4000-8000-000000000003',
          title: 'TERPOPULER',
          layout: 'sidebar',
          fill: { by: slots.length > 0 ? 'hand' : 'rule', rule: { kind: 'popular' } },
          allowRepeats: true,
          slots,
        }),
      ],
    },
    facts: { stories: [], lists: [], popularity: { rows: [], fetchedAt: null, windowHours: 24 } },
  };
}

export type TestDesk = Awaited<ReturnType<typeof makeTestDesk>>;

export async function makeTestDesk(house: House = serujiHouse) {
  const base = await mkdtemp(join(tmpdir(), 'redaksi-site-'));
  const root = join(base, 'situs');
  const live = new Map<string, { article: ListedArticle; post: RemotePost }>();
  const memory = new Map<string, string>();
  const configuration = { kind: 'folder-site', folder: root } as const;
  const desk = {
    root,
    base,
    house,
    configuration,
    target: createFolderSiteTarget(),
    popular: [] as string[],
    pictures: new Map([[pixelId, { mimeType: 'image/png', bytes: pixel as Uint8Array }]]),
    live,

    context(atHand: string | null): TargetContext {
      return testContext({
        house: desk.house,
        dataFolder: base,
        now: () => PUBLISHED_AT,
        async picture(mediaId) {
          const found = desk.pictures.get(mediaId);
          if (!found) return null;
          const { mimeType, bytes } = found;
          return testPicture({ mediaId, mimeType, fileName: 'x', bytes: async () => bytes });
        },
        liveArticles: () =>
          [...live.values()].map(({ article }) => article).filter(({ articleId }) => articleId !== atHand),
        forbidsAi: () => false,
        addressOf: (articleId) => live.get(articleId)?.post.url ?? null,
        remoteIdOf: (articleId) => live.get(articleId)?.post.remoteId ?? null,
        withdrawalOf: () => null,
        fronts: () => [testHome(desk.popular)],
        memory: { get: (key) => memory.get(key) ?? null, set: (key, value) => void memory.set(key, value) },
      });
    },

    /** Publishes, or updates what is live, and writes it down. */
    async publish(
      article: PublishableArticle,
      {
        marker = `redaksi-${randomUUID()}`,
        existing,
        recordsLostSince = null,
      }: { marker?: string; existing?: RemotePost; recordsLostSince?: number | null } = {},
    ): Promise<PublishedArticle> {
      const known = existing ?? live.get(article.articleId)?.post ?? null;
      const request = testRequest(article, { marker, existing: known, recordsLostSince });
      const published = await desk.target.publish(configuration, request, desk.context(article.articleId));
      live.set(article.articleId, { article, post: published.post });
      return published;
    },

    async unpublish(articleId: string): Promise<void> {
      const post = live.get(articleId)?.post;
      if (!post) throw new Error('not live');
      await desk.target.unpublish(configuration, post, desk.context(articleId));
      live.delete(articleId);
    },

    read: (path: string): Promise<string> => readFile(join(root, path), 'utf8'),

    /** Every file of the site by its path, with the time it was written. */
    async files(): Promise<Map<string, number>> {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile());
      const found = await Promise.all(
        files.map(async ({ parentPath, name }) => {
          const full = join(parentPath, name);
          return [full.slice(root.length + 1), (await stat(full)).mtimeMs] as const;
        }),
      );
      return new Map(found.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    },

    forgetMemory: () => memory.clear(),
    remove: () => rm(base, { recursive: true, force: true }),
  };
  return desk;
}
