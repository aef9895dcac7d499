/** A front at a Ghost: a page that holds each collection, and where wanted the first story of the lead featured. */
import { z } from 'zod';
import type { GhostFronts } from '../../../../../shared/contract/target-configuration.ts';
import { picture as pictureNode } from '../../../../../shared/document/build.ts';
import type { GhostNode, GhostPicture } from '../../../../../shared/document/ghost-nodes.ts';
import { showsPicture } from '../../../../../shared/domain/front/layouts.ts';
import {
  indexFacts,
  resolveFront,
  type ResolvedCollection,
  type ResolvedFront,
  type ResolvedItem,
} from '../../../../../shared/domain/front/resolve.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import type { LaunchedFront } from '../../../launched-front.ts';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import { withoutMissing } from '../without-missing.ts';
import type { GhostClient } from './client.ts';
import { readPost } from './find-post.ts';
import { collectionNodes, type PlacedItem } from './front-nodes.ts';
import { keepPage } from './kept-pages.ts';
import { placePicture } from './pictures.ts';
import { publicPosts } from './public-posts.ts';

/** The story that leads the front: the first of its first collection with a lead. */
function leadOf({ collections }: ResolvedFront): string | null {
  const lead = collections.find(({ layout, items }) => layout === 'lead4' && items.length > 0)?.items[0];
  return lead?.content.kind === 'article' ? lead.content.articleId : null;
}

async function setFeatured(client: GhostClient, postId: string, featured: boolean): Promise<void> {
  const post = await readPost(client, postId);
  // A post that is gone is featured no more.
  if (!post || post.featured === featured) return;
  const body = { posts: [{ featured, updated_at: post.updated_at }] };
  await client.put(`posts/${postId}/`, z.unknown(), body);
}

/** `articleId` leads now; null: nothing does. Only what we featured is ever let go of again. */
async function featureLead(
  client: GhostClient,
  articleId: string | null,
  context: TargetContext,
): Promise<Difference[]> {
  const before = context.memory.get('featured lead') ?? '';
  const now = articleId === null ? '' : (context.remoteIdOf(articleId) ?? '');
  if (before === now) return [];
  try {
    if (now !== '') await setFeatured(client, now, true);
    if (before !== '') await setFeatured(client, before, false);
    context.memory.set('featured lead', now);
    return [];
  } catch (error) {
    if (!(error instanceof PublishError) || error.retryable) throw error;
    return [{ field: 'front-sticky', meant: now, found: error.message }];
  }
}

/** Throws PublishError; `changed-at-target` where somebody changed the page there, which stays until it is asked again. */
export async function launchFront(
  client: GhostClient,
  front: LaunchedFront,
  wanted: GhostFronts,
  context: TargetContext,
): Promise<{ url: string | null; differences: Difference[] }> {
  const there = await withoutMissing(front, context, (remoteIds) => publicPosts(client, remoteIds));
  const facts = indexFacts(there.facts);
  const resolved = resolveFront(front.content, facts, context.now());
  const differences: Difference[] = [...there.differences];

  /** A picture that cannot be had is left out and told; the story stands without it. */
  async function pictureOf({ picture }: ResolvedItem): Promise<GhostPicture | null> {
    if (!picture) return null;
    const { mediaId, alt } = picture;
    try {
      return await placePicture(client, pictureNode(mediaId, { alt }), context);
    } catch (error) {
      if (!(error instanceof PublishError) || !['picture-missing', 'media-rejected'].includes(error.code)) {
        throw error;
      }
      differences.push({ field: 'picture', meant: alt || mediaId, found: '' });
      return null;
    }
  }

  async function placed({ items, ranked, layout }: ResolvedCollection): Promise<PlacedItem[]> {
    const placedItems: PlacedItem[] = [];
    for (const item of items) {
      const { content } = item;
      const address =
        content.kind === 'link'
          ? content.url
          : content.kind === 'article'
            ? (facts.story(content.articleId)?.url ?? null)
            : null;
      const shows = !ranked && showsPicture(layout, item.size);
      placedItems.push({ item, address, picture: shows ? await pictureOf(item) : null });
    }
    return placedItems;
  }

  const nodes: GhostNode[] = [];
  for (const collection of resolved.collections) {
    nodes.push(...collectionNodes(collection, await placed(collection)));
  }
  const { url, changedThere } = await keepPage(
    client,
    {
      marker: `redaksi-front-${front.frontId}`,
      title: front.name,
      slug: `redaksi-front-${makeSlug(front.section || front.name) || front.kind}`,
      nodes,
    },
    context,
  );
  if (wanted.featured && front.kind === 'home') {
    differences.push(...(await featureLead(client, leadOf(resolved), context)));
  }
  if (changedThere) throw new PublishError('changed-at-target', front.name);
  return { url, differences };
}
