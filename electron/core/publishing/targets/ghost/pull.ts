/** Posts of a Ghost looked through, and one of them read as an article: nothing of it is lost on the way back. */
import type { GhostConfiguration } from '../../../../../shared/contract/target-configuration.ts';
import { makeGhostPlain } from '../../../conversion/ghost/make-plain.ts';
import { ghostNodesIn } from '../../../conversion/ghost/ghost-to-document.ts';
import type { PostPulling, PostSummary, PulledPost } from '../../post-pulling.ts';
import { PublishError, type StandingContent, type TargetContext } from '../../target.ts';
import { filterText, type GhostClient } from './client.ts';
import { opensWithHead, picturesIn, readContent } from './content.ts';
import { standingExtras } from './extras.ts';
import { readPost } from './find-post.ts';
import { pictureAt, rememberPicture } from './pictures.ts';
import { postsSchema, publicAtOf, remoteOf, visibilityOf, type GhostPost } from './post.ts';
import { partTags } from './tags.ts';

const pageSize = 50;

function modifiedAt({ updated_at: stamp }: GhostPost): number | null {
  const time = Date.parse(stamp);
  return Number.isNaN(time) ? null : time;
}

function summaryOf(post: GhostPost): PostSummary {
  return {
    remoteId: post.id,
    title: post.title,
    url: remoteOf(post).url,
    visibility: visibilityOf(post),
    modifiedAt: modifiedAt(post),
    publicAt: publicAtOf(post),
  };
}

async function listPosts(
  client: GhostClient,
  { query, page }: { query: string; page: number },
): Promise<{ posts: PostSummary[]; more: boolean }> {
  const { posts } = await client.get('posts/', postsSchema, {
    include: 'tags,authors',
    order: 'updated_at desc',
    limit: pageSize,
    page,
    ...(query.trim() === '' ? {} : { filter: `title:~${filterText(query.trim())}` }),
  });
  return { posts: posts.map(summaryOf), more: posts.length === pageSize };
}

/** What stands at the site, in the desk's own terms. */
export function standingContent(
  post: GhostPost,
  { mapping }: Pick<GhostConfiguration, 'mapping'>,
  context: TargetContext,
): StandingContent {
  const { section, tags } = partTags(post.tags, context.house, mapping);
  return {
    headline: post.title,
    dek: post.custom_excerpt,
    slug: post.slug,
    categories: section === null ? [] : [{ id: section.tag.id, name: section.tag.name }],
    tags: tags.map(({ name }) => name),
    ...standingExtras(post, context),
    ...readContent(post, context),
    modifiedAt: modifiedAt(post) ?? publicAtOf(post),
  };
}

async function pullPost(
  client: GhostClient,
  remoteId: string,
  { mapping }: GhostConfiguration,
  context: TargetContext,
  storePicture: (url: string) => Promise<string | null>,
): Promise<PulledPost> {
  const post = await readPost(client, remoteId);
  if (!post) throw new PublishError('post-missing', `#${remoteId}`);
  const shown = picturesIn(ghostNodesIn(post.lexical ?? null));
  for (const url of post.feature_image === '' ? shown : [...shown, post.feature_image]) {
    if (pictureAt(context, url) !== null) continue;
    const mediaId = await storePicture(url);
    if (mediaId !== null) rememberPicture(context, mediaId, url);
  }
  const { section, tags } = partTags(post.tags, context.house, mapping);
  const { document, dateline, credit } = readContent(post, context);
  const isPlain = post.feature_image === '' && shown.length === 0;
  return {
    // How Ghost shows its picture stays as it is there, where it is not simply the one that opens the copy.
    post: {
      ...remoteOf(post),
      ...(isPlain || opensWithHead(post, context) ? {} : { kept: { headPicture: true } }),
    },
    visibility: visibilityOf(post),
    publicAt: publicAtOf(post),
    slug: post.slug,
    fields: {
      headline: post.title,
      dek: post.custom_excerpt,
      section: section?.slug ?? '',
      tags: tags.map(({ name }) => name),
      slug: post.slug,
      dateline,
      credit,
    },
    document,
  };
}

/** Pulling over a client that `connect` signs in. */
export function ghostPulling(
  connect: (configuration: GhostConfiguration, context: TargetContext) => Promise<GhostClient>,
): PostPulling<GhostConfiguration> {
  return {
    list: async (configuration, wanted, context) => listPosts(await connect(configuration, context), wanted),
    pull: async (configuration, remoteId, context, storePicture) =>
      pullPost(await connect(configuration, context), remoteId, configuration, context, storePicture),
    makePlain(raw, context) {
      const { nodes, lost } = makeGhostPlain(raw, (url) => pictureAt(context, url));
      return { blocks: nodes, lost };
    },
  };
}
