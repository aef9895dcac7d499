/**
 * One delivery to WordPress. A new post is made as a draft first and goes public (or is scheduled) in a second step:
 * however answers get lost, there are never two public posts.
 */
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import { documentToWordPressBlocks } from '../../../../../shared/document/to-wordpress-blocks.ts';
import { shownAs } from '../../../../../shared/document/crop.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { leftOutOf } from '../../left-out.ts';
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
import type { WordPressClient, WordPressUser } from './client.ts';
import { WordPressRefusal } from './answer.ts';
import { differencesOf } from './compare.ts';
import { extrasOf, rememberExtras } from './extras.ts';
import { articleMarker, findByMarker, readPost } from './find-post.ts';
import { placePicture, type UploadedPicture } from './pictures.ts';
import {
  isUnchanged,
  plainToHtml,
  postSchema,
  publicAtOf,
  remoteOf,
  visibilityOf,
  type Extras,
  type PostPayload,
  type WordPressPost,
} from './post.ts';
import { termIds, wantedTerms } from './terms.ts';

/** A schedule is kept by the site's clock: further off than this it would miss its minute by far. */
const scheduleToleranceMs = 300_000;

async function payloadOf(
  client: WordPressClient,
  { article, marker, existing }: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): Promise<{ payload: PostPayload; differences: Difference[] }> {
  const { fields, document } = article;
  const wanted = wantedTerms(fields, context.house.sections, mapping);
  const categories = await termIds(client, 'categories', wanted.categories, context);
  const tags = await termIds(client, 'tags', wanted.tags, context);
  const pictures = new Map<string, UploadedPicture>();
  const elsewhere: Difference[] = [];
  for (const image of documentImages(document)) {
    if (image.mediaId === '') elsewhere.push({ field: 'picture', meant: image.sourceUrl, found: '' });
    else if (!pictures.has(shownAs(image))) {
      pictures.set(shownAs(image), await placePicture(client, image, context));
    }
  }
  const relatedStory = (articleId: string) => context.addressOf(articleId);
  const payload: PostPayload = {
    title: plainToHtml(fields.headline),
    content: documentToWordPressBlocks(document, {
      dateline: fields.dateline,
      credit: fields.credit,
      marker: `${marker} ${articleMarker(article.articleId)}`,
      image: (picture) => pictures.get(shownAs(picture)) ?? null,
      relatedStory,
      relatedLabel: translate('id', 'site.related'),
      origin: context.targetId,
    }),
    excerpt: plainToHtml(fields.dek),
    slug: article.slug,
    categories: [...new Set([...categories.ids, ...(existing?.kept?.categories ?? [])])],
    tags: tags.ids,
    featured_media: existing?.kept?.featuredPicture || ([...pictures.values()][0]?.id ?? 0),
    comment_status: fields.commentsOpen ? 'open' : 'closed',
  };
  const left = leftOutOf(document, {
    relatedStory,
    takesForeign: ({ kind, origin }) => kind === 'wordpress-blocks' && origin === context.targetId,
  });
  return { payload, differences: [...categories.differences, ...tags.differences, ...elsewhere, ...left] };
}

/** What is remembered of a post; of one that was taken in also what is left as it was. */
function keeping(post: WordPressPost, before: RemotePost | null): RemotePost {
  return { ...remoteOf(post), ...(before?.kept === undefined ? {} : { kept: before.kept }) };
}

/** The post this request is about as it stands at the site now, and whether this very delivery wrote it. */
async function standingPost(
  client: WordPressClient,
  user: WordPressUser,
  { article, existing, marker, mayHaveArrived, earlierMarkers, recordsLostSince }: PublishRequest,
): Promise<{ post: WordPressPost | null; ours: boolean }> {
  if (existing) {
    const post = await readPost(client, existing.remoteId);
    const where = existing.url ?? `#${existing.remoteId}`;
    if (!post) throw new PublishError('post-missing', where);
    if (post.status === 'trash') throw new PublishError('post-missing', `trash: ${where}`);
    return { post, ours: post.content.includes(marker) };
  }
  const isLost = recordsLostSince !== null;
  if (!mayHaveArrived && !isLost) return { post: null, ours: false };
  const markers = [marker, ...earlierMarkers, ...(isLost ? [articleMarker(article.articleId)] : [])];
  const post = await findByMarker(client, user, markers, recordsLostSince);
  return { post, ours: post?.content.includes(marker) ?? false };
}

/** The time to give the site's scheduler; null where the post is to be public at once. */
function scheduleOf(
  client: WordPressClient,
  { publishAt }: PublishRequest,
  context: TargetContext,
): number | null {
  if (publishAt === null || publishAt <= context.now()) return null;
  const ahead = client.clockAheadMs() ?? 0;
  if (Math.abs(ahead) > scheduleToleranceMs) {
    throw new PublishError('clock-wrong', `${Math.round(ahead / 1000)} s`);
  }
  return publishAt;
}

/** Fills a post that is there and makes it public, or gives it its time. */
async function write(
  client: WordPressClient,
  post: WordPressPost,
  payload: PostPayload & Extras,
  schedule: number | null,
): Promise<WordPressPost> {
  const route = `wp/v2/posts/${post.id}`;
  const body = {
    ...payload,
    // An empty list would take the default category away as well.
    ...(payload.categories.length === 0 ? { categories: post.categories } : {}),
    ...(schedule === null
      ? { status: 'publish' }
      : { status: 'future', date_gmt: new Date(schedule).toISOString().slice(0, 19) }),
  };
  const written = await client.post(route, postSchema, body).catch((error: unknown) => {
    // Fields of an SEO plugin that it shows and lets nobody write: the story goes out without, and that is told.
    const isMeta = error instanceof WordPressRefusal && error.restCode === 'rest_cannot_update';
    if (!isMeta || payload.meta === undefined) throw error;
    return client.post(route, postSchema, { ...body, meta: undefined });
  });
  // A post that still had a date to come was scheduled for it; without one it is public at once.
  return schedule === null && written.status === 'future'
    ? client.post(route, postSchema, { status: 'publish', date: null })
    : written;
}

/**
 * How the post differs from what is meant, where writing it would undo work that our records do not know: somebody's
 * edit there, or ours, lost with them. Null where nothing would be lost.
 */
async function editedThere(
  client: WordPressClient,
  post: WordPressPost,
  { existing, earlierMarkers }: PublishRequest,
  meant: PostPayload & Extras,
  schedule: number | null,
): Promise<Difference[] | null> {
  if (existing) {
    const unchanged = isUnchanged(post, existing.modifiedStamp, meant);
    return unchanged ? null : differencesOf(client, post, meant, schedule);
  }
  if (earlierMarkers.some((marker) => post.content.includes(marker))) return null;
  const found = await differencesOf(client, post, meant, schedule);
  return found.length === 0 ? null : found;
}

/** Publishes, schedules or updates, reads back and compares. */
export async function publishPost(
  client: WordPressClient,
  user: WordPressUser,
  request: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): Promise<PublishedArticle> {
  if (!user.may('publish_posts')) throw new PublishError('rights-missing', `${user.name}: publish_posts`);
  const schedule = scheduleOf(client, request, context);
  const { post: standing, ours } = await standingPost(client, user, request);
  if (schedule !== null && standing?.status === 'publish' && !ours) {
    throw new PublishError('already-public', standing.link);
  }
  const { payload, differences } = await payloadOf(client, request, mapping, context);
  const { slug: _givenWhenPublished, ...draft } = payload;
  const post = standing ?? (await client.post('wp/v2/posts', postSchema, { ...draft, status: 'draft' }));
  const own = await extrasOf(client, user, post, request.article.fields, mapping, context);
  const meant = { ...payload, ...own.extras };
  if (standing && !ours) {
    const found = await editedThere(client, standing, request, meant, schedule);
    if (found !== null) {
      const code = isUnrecorded(request) ? 'already-there' : 'changed-at-target';
      throw new PublishConflict(standing.link, keeping(standing, request.existing), found, code);
    }
  }
  const isDone = ours && (post.status === 'publish' || post.status === 'future');
  const written = isDone ? post : await write(client, post, meant, schedule);
  rememberExtras(context, written.id, own.extras);
  const live = await readPost(client, String(written.id));
  if (!live || live.status === 'trash') {
    throw new PublishError('post-missing', 'gone right after it was written', { retryable: true });
  }
  const visibility = visibilityOf(live);
  if (visibility === 'hidden' || visibility === 'trashed') {
    throw new PublishError('held-at-target', `${live.status}: ${live.link}`);
  }
  return {
    post: keeping(live, request.existing),
    visibility,
    publicAt: publicAtOf(live) ?? context.now(),
    differences: [
      ...(await differencesOf(client, live, meant, schedule)),
      ...differences,
      ...own.differences,
    ],
  };
}
