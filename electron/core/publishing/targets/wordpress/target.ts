/**
 * WordPress over its REST interface with an application password. A new post is made as a draft first and published in a
 * second step: however answers get lost, there are never two public posts. The delivery's marker travels in the first
 * block's attributes, where no reader sees it and a search finds it.
 */
import { z } from 'zod';
import { documentToWordPressBlocks } from '../../../../../shared/document/to-wordpress-blocks.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import {
  PublishConflict,
  PublishError,
  type Difference,
  type PublishedArticle,
  type PublishingTarget,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
} from '../../target.ts';
import {
  connect,
  type Timeouts,
  type WordPressClient,
  type WordPressConfiguration,
  type WordPressUser,
} from './client.ts';
import { placePicture, type UploadedPicture } from './pictures.ts';
import {
  comparePost,
  isUnchanged,
  plainToHtml,
  postSchema,
  remoteOf,
  type PostPayload,
  type WordPressPost,
} from './post.ts';
import { termIds, wantedTerms } from './terms.ts';
import { verifyWordPress } from './verify.ts';

const defaultTimeouts: Timeouts = { callMs: 30_000, uploadMs: 300_000 };
const postsSchema = z.array(postSchema);

async function readPost(client: WordPressClient, remoteId: string): Promise<WordPressPost | null> {
  try {
    const post = await client.get(`wp/v2/posts/${encodeURIComponent(remoteId)}`, postSchema, {
      context: 'edit',
    });
    return post.status === 'trash' ? null : post;
  } catch (error) {
    if (error instanceof PublishError && error.code === 'post-missing') return null;
    throw error;
  }
}

/**
 * The post that carries one of the markers. Sites whose search is a plugin's may not cover block attributes, so the
 * user's latest posts are looked through as well.
 */
async function findByMarker(
  client: WordPressClient,
  user: WordPressUser,
  markers: readonly string[],
): Promise<WordPressPost | null> {
  const carries = (post: WordPressPost) =>
    post.status !== 'trash' && markers.some((marker) => post.content.includes(marker));
  const everything = { context: 'edit', status: 'any' };
  for (const marker of markers) {
    const found = await client.get('wp/v2/posts', postsSchema, { ...everything, search: marker });
    const post = found.find(carries);
    if (post) return post;
  }
  const latest = await client.get('wp/v2/posts', postsSchema, {
    ...everything,
    author: user.id,
    orderby: 'modified',
    per_page: 20,
  });
  return latest.find(carries) ?? null;
}

async function payloadOf(
  client: WordPressClient,
  { article, marker }: PublishRequest,
  context: TargetContext,
): Promise<{ payload: PostPayload; differences: Difference[] }> {
  const { fields, document } = article;
  const wanted = wantedTerms(fields.section, fields.tags, context.house.sections);
  const categories = await termIds(client, 'categories', wanted.categories);
  const tags = await termIds(client, 'tags', wanted.tags);
  const pictures = new Map<string, UploadedPicture>();
  const elsewhere: Difference[] = [];
  for (const image of documentImages(document)) {
    if (image.mediaId === '') elsewhere.push({ field: 'picture', meant: image.sourceUrl, found: '' });
    else if (!pictures.has(image.mediaId)) {
      pictures.set(image.mediaId, await placePicture(client, image, context));
    }
  }
  const payload: PostPayload = {
    title: plainToHtml(fields.headline),
    content: documentToWordPressBlocks(document, {
      dateline: fields.dateline,
      credit: fields.credit,
      marker,
      image: (mediaId) => pictures.get(mediaId) ?? null,
    }),
    excerpt: plainToHtml(fields.dek),
    slug: article.slug,
    categories: categories.ids,
    tags: tags.ids,
    featured_media: [...pictures.values()][0]?.id ?? 0,
    comment_status: fields.commentsOpen ? 'open' : 'closed',
  };
  return { payload, differences: [...categories.differences, ...tags.differences, ...elsewhere] };
}

/** The post this request is about as it stands at the site now, and whether this very delivery wrote it. */
async function standingPost(
  client: WordPressClient,
  user: WordPressUser,
  { existing, marker, mayHaveArrived, earlierMarkers }: PublishRequest,
): Promise<{ post: WordPressPost | null; ours: boolean }> {
  if (existing) {
    const post = await readPost(client, existing.remoteId);
    if (!post) throw new PublishError('post-missing', existing.url ?? `#${existing.remoteId}`);
    return { post, ours: post.content.includes(marker) };
  }
  if (!mayHaveArrived) return { post: null, ours: false };
  const post = await findByMarker(client, user, [marker, ...earlierMarkers]);
  return { post, ours: post?.content.includes(marker) ?? false };
}

function write(client: WordPressClient, post: WordPressPost, payload: PostPayload): Promise<WordPressPost> {
  return client.post(`wp/v2/posts/${post.id}`, postSchema, {
    ...payload,
    // An empty list would take the default category away as well.
    ...(payload.categories.length === 0 ? { categories: post.categories } : {}),
    status: 'publish',
  });
}

async function publish(
  configuration: WordPressConfiguration,
  request: PublishRequest,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<PublishedArticle> {
  const { client, user } = await connect(configuration, context, timeouts);
  if (!user.may('publish_posts')) throw new PublishError('rights-missing', `${user.name}: publish_posts`);
  const { post: standing, ours } = await standingPost(client, user, request);
  const { payload, differences } = await payloadOf(client, request, context);
  if (standing && request.existing && !ours && !isUnchanged(standing, request.existing.modifiedStamp)) {
    throw new PublishConflict(standing.link, remoteOf(standing), comparePost(standing, payload));
  }
  let written = standing;
  if (!ours || standing?.status !== 'publish') {
    const { slug: _givenWhenPublished, ...draft } = payload;
    const post = standing ?? (await client.post('wp/v2/posts', postSchema, { ...draft, status: 'draft' }));
    written = await write(client, post, payload);
  }
  const live = written && (await readPost(client, String(written.id)));
  if (!live) throw new PublishError('post-missing', 'gone right after it was written', { retryable: true });
  return { post: remoteOf(live), differences: [...comparePost(live, payload), ...differences] };
}

async function unpublish(
  configuration: WordPressConfiguration,
  { remoteId }: RemotePost,
  context: TargetContext,
  timeouts: Timeouts,
): Promise<RemotePost | undefined> {
  const { client } = await connect(configuration, context, timeouts);
  const standing = await readPost(client, remoteId);
  if (!standing) return undefined;
  if (standing.status !== 'publish' && standing.status !== 'future') return remoteOf(standing);
  await client.post(`wp/v2/posts/${standing.id}`, postSchema, { status: 'draft' });
  const after = await readPost(client, remoteId);
  if (after?.status === 'publish') {
    throw new PublishError('unexpected-answer', `still public: ${after.link}`, { retryable: true });
  }
  return after ? remoteOf(after) : undefined;
}

/** The WordPress target; `timeouts` in milliseconds, 30 s a call and 5 minutes an upload unless told otherwise. */
export function createWordPressTarget(
  timeouts: Timeouts = defaultTimeouts,
): PublishingTarget<WordPressConfiguration> {
  return {
    kind: 'wordpress',
    capabilities: { update: true, unpublish: true, preview: false, pictures: true, needsSecret: true },
    verify: (configuration, context) => verifyWordPress(configuration, context, timeouts),
    publish: (configuration, request, context) => publish(configuration, request, context, timeouts),
    unpublish: (configuration, post, context) => unpublish(configuration, post, context, timeouts),
  };
}
