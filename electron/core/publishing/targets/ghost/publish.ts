/**
 * One delivery to Ghost. A new post is made as a draft first and goes public (or is scheduled) in a second step: however
 * answers get lost, there are never two public posts.
 */
import type { GhostPicture } from '../../../../../shared/document/ghost-nodes.ts';
import { shownAs } from '../../../../../shared/document/crop.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import {
  isUnrecorded,
  PublishConflict,
  PublishError,
  type Difference,
  type PublishedArticle,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
} from '../../target.ts';
import { UpdateCollision } from './answer.ts';
import type { GhostClient } from './client.ts';
import { differencesOf } from './compare.ts';
import { rememberContent, writeContent, type WrittenContent } from './content.ts';
import { extrasOf, rememberExtras } from './extras.ts';
import { findByMarker, readPost, WHOLE } from './find-post.ts';
import { articleMarker, withMarkers } from './markers.ts';
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

/** A schedule is kept by the site's clock: further off than this it would miss its minute by far. */
const scheduleToleranceMs = 300_000;

const longestHeadline = 255;
const longestDek = 300;

/** Everything that is to stand there. */
interface Meant {
  payload: PostPayload;
  extras: Extras;
  content: WrittenContent;
  nodes: WrittenContent['nodes'];
}

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

async function meantBy(
  client: GhostClient,
  request: PublishRequest,
  standing: GhostPost | null,
  mapping: TermMapping,
  context: TargetContext,
): Promise<Meant & { differences: Difference[] }> {
  const { article, marker, existing } = request;
  const { fields } = article;
  const tags = await tagIds(client, fields, mapping, context);
  const pictures = await placeAll(client, request, context);
  const keepsHead = existing?.kept?.headPicture === true;
  const content = writeContent(article, pictures, { keepsHead }, context);
  const own = await extrasOf(client, standing?.id ?? null, fields, mapping, context);
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
  return {
    payload,
    extras: own.extras,
    content,
    nodes: content.nodes,
    differences: [...tags.differences, ...own.differences, ...content.differences],
  };
}

/** What is remembered of a post; of one that was taken in also what is left as it was. */
function keeping(post: GhostPost, before: RemotePost | null): RemotePost {
  return { ...remoteOf(post), ...(before?.kept === undefined ? {} : { kept: before.kept }) };
}

/** The post this request is about as it stands at the site now, and whether this very delivery wrote it. */
async function standingPost(
  client: GhostClient,
  { article, existing, marker, mayHaveArrived, earlierMarkers, recordsLostSince }: PublishRequest,
): Promise<{ post: GhostPost | null; ours: boolean }> {
  if (existing) {
    const post = await readPost(client, existing.remoteId);
    if (!post) throw new PublishError('post-missing', existing.url ?? `#${existing.remoteId}`);
    return { post, ours: post.codeinjection_foot.includes(marker) };
  }
  const isLost = recordsLostSince !== null;
  if (!mayHaveArrived && !isLost) return { post: null, ours: false };
  const markers = [marker, ...earlierMarkers, ...(isLost ? [articleMarker(article.articleId)] : [])];
  const post = await findByMarker(client, markers, recordsLostSince);
  return { post, ours: post?.codeinjection_foot.includes(marker) ?? false };
}

/** The time to give the site's scheduler; null where the post is to be public at once. */
function scheduleOf(
  client: GhostClient,
  { publishAt }: PublishRequest,
  context: TargetContext,
): number | null {
  if (publishAt === null || publishAt <= context.now()) return null;
  if (Math.abs(client.clockAheadMs) > scheduleToleranceMs) {
    throw new PublishError('clock-wrong', `${Math.round(client.clockAheadMs / 1000)} s`);
  }
  return publishAt;
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

/** Fills a post that is there and makes it public, or gives it its time. Throws PublishConflict where somebody was quicker. */
async function write(
  client: GhostClient,
  post: GhostPost,
  { payload, extras, nodes }: Meant,
  schedule: number | null,
  request: PublishRequest,
  context: TargetContext,
): Promise<GhostPost> {
  const fields = { ...asGhostTakes({ ...payload, ...extras }), ...timing(post, schedule, client, context) };
  try {
    return await change(client, post, fields);
  } catch (error) {
    if (!(error instanceof UpdateCollision)) throw error;
    const now = await readPost(client, post.id);
    if (!now) throw new PublishError('post-missing', post.url);
    // Saved without being changed, by a plugin or by Ghost itself: that undoes nobody's work.
    const isSame = stampOf({ ...now, updated_at: '' }) === stampOf({ ...post, updated_at: '' });
    if (isSame) return change(client, now, fields);
    const differences = differencesOf(now, { payload, extras, nodes }, schedule);
    throw new PublishConflict(now.url, keeping(now, request.existing), differences);
  }
}

async function makeDraft(client: GhostClient, { payload }: Meant): Promise<GhostPost> {
  const { slug: _givenWhenPublished, ...draft } = payload;
  const body = { posts: [{ ...asGhostTakes(draft), status: 'draft' }] };
  const { posts } = await client.post('posts/', postsSchema, body, WHOLE);
  if (!posts[0]) throw new PublishError('unexpected-answer', 'no post', { retryable: true });
  return posts[0];
}

/** How the post differs from what is meant, where writing it would undo work that our records do not know; else null. */
function editedThere(
  post: GhostPost,
  { existing, earlierMarkers }: PublishRequest,
  meant: Meant,
  schedule: number | null,
): Difference[] | null {
  if (existing) {
    const unchanged = isUnchanged(post, existing.modifiedStamp, meant.extras);
    return unchanged ? null : differencesOf(post, meant, schedule);
  }
  if (earlierMarkers.some((marker) => post.codeinjection_foot.includes(marker))) return null;
  const found = differencesOf(post, meant, schedule);
  return found.length === 0 ? null : found;
}

/** Publishes, schedules or updates, reads back and compares. */
export async function publishPost(
  client: GhostClient,
  request: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): Promise<PublishedArticle> {
  refuseTooLong(request);
  const schedule = scheduleOf(client, request, context);
  const { post: standing, ours } = await standingPost(client, request);
  if (schedule !== null && standing?.status === 'published' && !ours) {
    throw new PublishError('already-public', standing.url);
  }
  const { differences, ...meant } = await meantBy(client, request, standing, mapping, context);
  if (standing && !ours) {
    const found = editedThere(standing, request, meant, schedule);
    if (found !== null) {
      const code = isUnrecorded(request) ? 'already-there' : 'changed-at-target';
      throw new PublishConflict(standing.url, keeping(standing, request.existing), found, code);
    }
  }
  const post = standing ?? (await makeDraft(client, meant));
  const isDone = ours && (post.status === 'published' || post.status === 'scheduled');
  const written = isDone ? post : await write(client, post, meant, schedule, request, context);
  rememberExtras(context, written.id, meant.extras);
  rememberContent(context, written.id, meant.content);
  const live = await readPost(client, written.id);
  if (!live) {
    throw new PublishError('post-missing', 'gone right after it was written', { retryable: true });
  }
  const visibility = visibilityOf(live);
  if (visibility === 'hidden' || visibility === 'trashed') {
    throw new PublishError('held-at-target', `${live.status}: ${live.url}`);
  }
  return {
    post: keeping(live, request.existing),
    visibility,
    publicAt: publicAtOf(live) ?? context.now(),
    differences: [...differencesOf(live, meant, schedule), ...differences],
  };
}
