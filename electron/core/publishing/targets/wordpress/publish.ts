/** One delivery to WordPress: what the article is there, and how its post is written. Its course is cms-posts/publish-post.ts. */
import type { TermMapping } from '../../../../../shared/contract/target-configuration.ts';
import { documentToWordPressBlocks } from '../../../../../shared/document/to-wordpress-blocks.ts';
import { correctionLabel } from '../../../../../shared/document/with-corrections.ts';
import { shownAs } from '../../../../../shared/document/crop.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import { translate } from '../../../../../shared/i18n/translate.ts';
import { leftOutOf } from '../../left-out.ts';
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
import type { WordPressClient, WordPressUser } from './client.ts';
import { WordPressRefusal } from './answer.ts';
import { differencesOf } from './compare.ts';
import { extrasOf } from './extras.ts';
import { carriesMarker, findPost, readPost } from './find-post.ts';
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

/** What WordPress's states are for the course of a delivery. */
const STATES: Readonly<Record<string, 'published' | 'scheduled'>> = {
  publish: 'published',
  future: 'scheduled',
};

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
      relatedLabel: (story) => correctionLabel(article, story) ?? translate('id', 'site.related'),
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

/** What of the site one request is about. */
function siteOf(
  client: WordPressClient,
  user: WordPressUser,
  request: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): PostSite<WordPressPost, PostPayload, { payload: PostPayload; extras: Extras }> {
  return {
    clockAheadMs: () => client.clockAheadMs() ?? 0,
    read: (remoteId) => readPost(client, remoteId),
    find: (markers, since) => findPost(client, user, markers, since),
    carries: carriesMarker,
    facts: (post) => ({
      remote: remoteOf(post),
      address: post.link,
      visibility: visibilityOf(post),
      status: post.status,
      state: STATES[post.status] ?? 'neither',
      publicAt: publicAtOf(post),
    }),
    prepare: () => payloadOf(client, request, mapping, context),
    makeDraft: ({ slug: _givenWhenPublished, ...draft }) =>
      client.post('wp/v2/posts', postSchema, { ...draft, status: 'draft' }),
    async complete(post, payload) {
      const { extras, differences } = await extrasOf(
        client,
        user,
        post,
        request.article.fields,
        mapping,
        context,
      );
      return { meant: { payload, extras }, differences };
    },
    isUnchanged: (post, stamp, { extras }) => isUnchanged(post, stamp, extras),
    differences: (post, { payload, extras }, schedule) =>
      differencesOf(client, post, { ...payload, ...extras }, schedule),
    write: async (post, { payload, extras }, schedule) => ({
      written: await write(client, post, { ...payload, ...extras }, schedule),
    }),
    remember: ({ id }, { extras }) => rememberSet(context, String(id), extras),
  };
}

/** Publishes, schedules or updates, reads back and compares. */
export function publishToWordPress(
  client: WordPressClient,
  user: WordPressUser,
  request: PublishRequest,
  mapping: TermMapping,
  context: TargetContext,
): Promise<PublishedArticle> {
  if (!user.may('publish_posts')) throw new PublishError('rights-missing', `${user.name}: publish_posts`);
  return publishPost(siteOf(client, user, request, mapping, context), request, context);
}
