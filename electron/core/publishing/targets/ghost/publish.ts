/** One delivery to Ghost: what the article is there, and how its post is written. Its course is cms-posts/publish-post.ts. */
import type { GhostPicture } from '../../../../../shared/document/ghost-nodes.ts';
import { shownAs } from '../../../../../shared/document/crop.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import { articleMarker } from '../../cms-posts/find-by-marker.ts';
import { rememberSet } from '../../cms-posts/own-fields.ts';
import { publishPost, type PostSite } from '../../cms-posts/publish-post.ts';
import {
  PublishError,
  type Difference,
  type PublishedArticle,
  type PublishRequest,
  type TargetContext,
} from '../../target.ts';
import { UpdateCollision } from './answer.ts';
import type { GhostClient } from './client.ts';
import { differencesOf } from './compare.ts';
import { rememberContent, writeContent, type WrittenContent } from './content.ts';
import { extrasOf } from './extras.ts';
import { carriesMarker, findPost, readPost, WHOLE } from './find-post.ts';
import { withMarkers } from './markers.ts';
import { placePicture } from './pictures.ts';
import {
  isInternal,
  isUnchanged,
  postsSchema,
  publicAtOf,
  remoteOf,
  stampOf,
  visibilityOf,
  type Extras,
  type GhostPost,
  type PostPayload,
} from './post.ts';
import { tagIds } from './tags.ts';

const longestHeadline = 255;
const longestDek = 300;

/** What the article is there. */
interface Prepared {
  payload: PostPayload;
  content: WrittenContent;
}

/** Everything that is to stand there. */
type Meant = Prepared & { extras: Extras };

/** Ghost would refuse the whole post: told before anything is sent, with the length. */
function refuseTooLong({ article }: PublishRequest): void {
  const { headline, dek } = article.fields;
  const lengthOf = (text: string): number => [...text.trim()].length;
  if (lengthOf(headline) > longestHeadline) {
    throw new PublishError('headline-too-long', `${lengthOf(headline)} > ${longestHeadline}`);
  }
  if (lengthOf(dek) > longestDek) throw new PublishError('dek-too-long', `${lengthOf(dek)} > ${longestDek}`);
}

async function placeAll(
  client: GhostClient,
  { article }: PublishRequest,
  context: TargetContext,
): Promise<Map<string, GhostPicture>> {
  const pictures = new Map<string, GhostPicture>();
  for (const image of documentImages(article.document)) {
    if (image.mediaId === '' || pictures.has(shownAs(image))) continue;
    pictures.set(shownAs(image), await placePicture(client, image, context));
  }
  return pictures;
}

async function prepare(
  client: GhostClient,
  request: PublishRequest,
  standing: GhostPost | null,
  mapping: TermMapping,
  context: TargetContext,
): Promise<{ payload: Prepared; differences: Difference[] }> {
  const { article, marker, existing } = request;
  const { fields } = article;
  const tags = await tagIds(client, fields, mapping, context);
  const pictures = await placeAll(client, request, context);
  const keepsHead = existing?.kept?.headPicture === true;
  const content = writeContent(article, pictures, { keepsHead }, context);
  const internal = (standing?.tags ?? []).filter(isInternal).map(({ id }) => id);
  const payload: PostPayload = {
    title: fields.headline.trim().toWellFormed(),
    slug: article.slug,
    lexical: content.lexical,
    custom_excerpt: fields.dek.trim().toWellFormed(),
    tags: [...tags.ids, ...internal].map((id) => ({ id })),
    codeinjection_foot: withMarkers(standing?.codeinjection_foot ?? '', [
      marker,
      articleMarker(article.articleId),
    ]),
    ...content.head,
  };
  return { payload: { payload, content }, differences: [...tags.differences, ...content.differences] };
}

/**
 * State and time to write. Ghost makes public at once what is `published` with a time to come, and keeps that time: a post
 * that goes out now is never left one.
 */
function timing(
  post: GhostPost,
  schedule: number | null,
  { clockAheadMs }: GhostClient,
  context: TargetContext,
): { status: string; published_at?: string } {
  if (schedule !== null) return { status: 'scheduled', published_at: new Date(schedule).toISOString() };
  const siteNow = context.now() + clockAheadMs;
  const isAhead = (publicAtOf(post) ?? 0) > siteNow;
  return { status: 'published', ...(isAhead ? { published_at: new Date(siteNow).toISOString() } : {}) };
}

/** A post's fields as Ghost takes them: nothing instead of an empty text. */
function asGhostTakes(fields: Partial<PostPayload> & Extras): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]),
  );
}

async function change(
  client: GhostClient,
  post: GhostPost,
  fields: Record<string, unknown>,
): Promise<GhostPost> {
  const body = { posts: [{ ...fields, updated_at: post.updated_at }] };
  const { posts } = await client.put(`posts/${post.id}/`, postsSchema, body, WHOLE);
  if (!posts[0]) throw new PublishError('unexpected-answer', 'no post', { retryable: true });
  return posts[0];
}

/** Fills a post that is there and makes it public, or gives it its time; Ghost refuses it where somebody was quicker. */
async function write(
  client: GhostClient,
  post: GhostPost,
  { payload, extras }: Meant,
  schedule: number | null,
  context: TargetContext,
): Promise<{ written: GhostPost } | { editedMeanwhile: GhostPost }> {
  const fields = { ...asGhostTakes({ ...payload, ...extras }), ...timing(post, schedule, client, context) };
  try {
    return { written: await change(client, post, fields) };
  } catch (error) {
    if (!(error instanceof UpdateCollision)) throw error;
    const now = await readPost(client, post.id);
    if (!now) throw new PublishError('post-missing', post.url);
    // Saved without being changed, by a plugin or by Ghost itself: that undoes nobody's work.
    const isSame = stampOf({ ...now, updated_at: '' }) === stampOf({ ...post, updated_at: '' });
    return isSame ? { written: await change(client, now, fields) } : { editedMeanwhile: now };
  }
}

async function makeDraft(client: GhostClient, { payload }: Prepared): Promise<GhostPost> {
  const { slug: _givenWhenPublished, ...draft } = payload;
  const body = { posts: [{ ...asGhostTakes(draft), status: 'draft' }] };
  const { posts } = await client.post('posts/', postsSchema, body, WHOLE);
  if (!posts[0]) throw new PublishError('unexpected-answer', 'no post', { retryable: true });
  return posts[0];
}

/** What of the site one request is about. */
function siteOf(
  client: GhostClient,
  request: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): PostSite<GhostPost, Prepared, Meant> {
  return {
    clockAheadMs: () => client.clockAheadMs,
    read: (remoteId) => readPost(client, remoteId),
    find: (markers, since) => findPost(client, markers, since),
    carries: carriesMarker,
    facts: (post) => ({
      remote: remoteOf(post),
      address: post.url,
      visibility: visibilityOf(post),
      status: post.status,
      state: post.status === 'published' || post.status === 'scheduled' ? post.status : 'neither',
      publicAt: publicAtOf(post),
    }),
    prepare: (standing) => prepare(client, request, standing, mapping, context),
    makeDraft: (prepared) => makeDraft(client, prepared),
    async complete({ id }, prepared) {
      const { fields } = request.article;
      const { extras, differences } = await extrasOf(client, id, fields, mapping, context);
      return { meant: { ...prepared, extras }, differences };
    },
    isUnchanged: (post, stamp, { extras }) => isUnchanged(post, stamp, extras),
    differences: async (post, { payload, extras, content: { nodes } }, schedule) =>
      differencesOf(post, { payload, extras, nodes }, schedule),
    write: (post, meant, schedule) => write(client, post, meant, schedule, context),
    remember({ id }, { extras, content }) {
      rememberSet(context, id, extras);
      rememberContent(context, id, content);
    },
  };
}

/** Publishes, schedules or updates, reads back and compares. */
export async function publishToGhost(
  client: GhostClient,
  request: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): Promise<PublishedArticle> {
  refuseTooLong(request);
  return publishPost(siteOf(client, request, mapping, context), request, context);
}
