/** Posts of a WordPress looked through, and one of them read as an article: nothing of it is lost on the way back. */
import { decodeHTML } from 'entities';
import { z } from 'zod';
import type { WordPressConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { documentText } from '../../../../../shared/document/walk.ts';
import { htmlToDocument } from '../../../../../shared/conversion/html-to-document.ts';
import { readHtml } from '../../../../../shared/conversion/html-tokens.ts';
import { makePlain } from '../../../conversion/wordpress/make-plain.ts';
import {
  pictureOf,
  wordPressToDocument,
  type PictureAtSite,
} from '../../../conversion/wordpress/wordpress-to-document.ts';
import type { PostPulling, PostSummary, PulledPost } from '../../post-pulling.ts';
import { PublishError, type TargetContext } from '../../target.ts';
import type { WordPressClient } from './client.ts';
import { readPost } from './find-post.ts';
import { attachmentKey, rememberPicture } from './pictures.ts';
import { postSchema, publicAtOf, remoteOf, visibilityOf, type WordPressPost } from './post.ts';

const pageSize = 50;
const termsSchema = z.array(z.looseObject({ id: z.int(), name: z.string(), slug: z.string().catch('') }));
type Terms = z.output<typeof termsSchema>;

function plain(html: string): string {
  return documentText(htmlToDocument(html)).trim();
}

function summaryOf(post: WordPressPost): PostSummary {
  const modifiedAt = Date.parse(`${post.modified_gmt}Z`);
  return {
    remoteId: String(post.id),
    title: plain(post.title),
    url: remoteOf(post).url,
    visibility: visibilityOf(post),
    modifiedAt: Number.isNaN(modifiedAt) ? null : modifiedAt,
    publicAt: publicAtOf(post),
  };
}

async function listPosts(
  client: WordPressClient,
  { query, page }: { query: string; page: number },
): Promise<{ posts: PostSummary[]; more: boolean }> {
  const posts = await client
    .get('wp/v2/posts', z.array(postSchema), {
      context: 'edit',
      status: 'publish,future,draft,pending,private',
      orderby: 'modified',
      per_page: pageSize,
      page,
      ...(query.trim() === '' ? {} : { search: query.trim() }),
    })
    .catch((error: unknown) => {
      // WordPress refuses a page behind the last one.
      if (page > 1 && error instanceof PublishError && error.code === 'rejected') return [];
      throw error;
    });
  return { posts: posts.map(summaryOf), more: posts.length === pageSize };
}

/** The pictures of the site that a post shows, by the class WordPress gives them. */
function picturesIn(content: string): { id: number; url: string }[] {
  const found = new Map<string, { id: number; url: string }>();
  readHtml(content, {
    open(name, attributes) {
      const id = Number(/\bwp-image-(\d+)\b/.exec(attributes['class'] ?? '')?.[1] ?? 0);
      const url = attributes['src'] ?? '';
      if (name === 'img' && id > 0 && /^https?:/i.test(url)) found.set(url, { id, url });
    },
    close() {},
    text() {},
  });
  return [...found.values()];
}

/** Those of the pictures a post shows that are in our store. */
export function knownPictures(content: string, { memory }: Pick<TargetContext, 'memory'>): PictureAtSite[] {
  return picturesIn(content).flatMap((picture) => {
    const shown = memory.get(attachmentKey(picture.id));
    return shown ? [{ ...picture, shown }] : [];
  });
}

async function termsOf(
  client: WordPressClient,
  taxonomy: 'categories' | 'tags',
  ids: readonly number[],
): Promise<Terms> {
  if (ids.length === 0) return [];
  return client.get(`wp/v2/${taxonomy}`, termsSchema, { include: ids.join(','), per_page: 100 });
}

/** The house's section that one of the categories is, by slug or by name. */
function sectionAmong(
  categories: Terms,
  { house }: TargetContext,
): { slug: string; categoryId: number } | null {
  for (const { slug, name } of house.sections) {
    const category = categories.find(
      (one) => one.slug === slug || decodeHTML(one.name).toLowerCase() === name.toLowerCase(),
    );
    if (category) return { slug, categoryId: category.id };
  }
  return null;
}

async function pullPost(
  client: WordPressClient,
  remoteId: string,
  context: TargetContext,
  storePicture: (url: string) => Promise<string | null>,
): Promise<PulledPost> {
  const post = await readPost(client, remoteId);
  if (!post || post.status === 'trash') throw new PublishError('post-missing', `#${remoteId}`);
  const pictures: PictureAtSite[] = [];
  for (const { id, url } of picturesIn(post.content)) {
    const mediaId = await storePicture(url);
    if (mediaId === null) continue;
    pictures.push({ id, url, shown: mediaId });
    rememberPicture(context, mediaId, id);
  }
  const categories = await termsOf(client, 'categories', post.categories);
  const tags = await termsOf(client, 'tags', post.tags);
  const section = sectionAmong(categories, context);
  const { document, dateline, credit } = wordPressToDocument(post.content, {
    origin: context.targetId,
    pictures,
  });
  return {
    post: {
      ...remoteOf(post),
      kept: {
        categories: post.categories.filter((id) => id !== section?.categoryId),
        featuredPicture: post.featured_media,
      },
    },
    visibility: visibilityOf(post),
    publicAt: publicAtOf(post),
    slug: post.slug,
    fields: {
      headline: plain(post.title),
      dek: plain(post.excerpt),
      section: section?.slug ?? '',
      tags: tags.map(({ name }) => decodeHTML(name)),
      slug: post.slug,
      dateline,
      credit,
      commentsOpen: post.comment_status === 'open',
    },
    document,
  };
}

/** Pulling over a client that `connect` logs in. */
export function wordPressPulling(
  connect: (configuration: WordPressConfiguration, context: TargetContext) => Promise<WordPressClient>,
): PostPulling<WordPressConfiguration> {
  return {
    list: async (configuration, wanted, context) => listPosts(await connect(configuration, context), wanted),
    pull: async (configuration, remoteId, context, storePicture) =>
      pullPost(await connect(configuration, context), remoteId, context, storePicture),
    makePlain(raw, context) {
      const { nodes, lost } = makePlain(raw, context.targetId, pictureOf(knownPictures(raw, context)));
      return { blocks: nodes, lost };
    },
  };
}
