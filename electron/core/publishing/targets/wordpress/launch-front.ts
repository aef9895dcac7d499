/**
 * A front at a WordPress: each collection a synced pattern, where wanted shown in a sidebar, the first story of the lead
 * sticky, and the whole front as a JSON feed on a page of its own.
 */
import type { WordPressFronts } from '../../../../../shared/contract/target-configuration.ts';
import { picture as pictureNode } from '../../../../../shared/document/build.ts';
import { frontFeed } from '../../../../../shared/domain/front/front-feed.ts';
import { showsPicture } from '../../../../../shared/domain/front/layouts.ts';
import {
  indexFacts,
  resolveFront,
  type ResolvedCollection,
  type ResolvedFront,
} from '../../../../../shared/domain/front/resolve.ts';
import { makeSlug } from '../../../../../shared/domain/slug.ts';
import type { LaunchedFront } from '../../../launched-front.ts';
import { PublishError, type Difference, type TargetContext } from '../../target.ts';
import { withoutMissing } from '../without-missing.ts';
import type { WordPressClient } from './client.ts';
import { collectionMarker, collectionMarkup, feedMarkup, type PlacedItem } from './front-markup.ts';
import { showInSidebar } from './front-widgets.ts';
import { keepDocument, type Kept } from './kept-documents.ts';
import { placePicture } from './pictures.ts';
import { publicPosts } from './public-posts.ts';
import { stickLead } from './sticky-lead.ts';

/** What of a front was there before is remembered, so that a collection that goes is emptied. */
function knownCollections(front: LaunchedFront, { memory }: TargetContext): Map<string, string> {
  const rows = (memory.get(`front ${front.frontId}`) ?? '').split('\n').filter((row) => row !== '');
  return new Map(rows.map((row) => [row.slice(0, 36), row.slice(37)] as const));
}

function titleOf(front: LaunchedFront, title: string): string {
  return [front.name, title.trim()].filter((part) => part !== '').join(' – ');
}

/** Throws PublishError; `changed-at-target` where somebody changed a pattern there, which stays until it is asked again. */
export async function launchFront(
  client: WordPressClient,
  front: LaunchedFront,
  wanted: WordPressFronts,
  context: TargetContext,
): Promise<{ url: string | null; differences: Difference[] }> {
  const there = await withoutMissing(front, context, (remoteIds) => publicPosts(client, remoteIds));
  const facts = indexFacts(there.facts);
  const resolved = resolveFront(front.content, facts, context.now());
  const differences: Difference[] = [...there.differences];
  const pictures = new Map<string, { id: number; url: string }>();
  const addressOf = (articleId: string): string | null => facts.story(articleId)?.url ?? null;

  async function placed(collection: ResolvedCollection): Promise<PlacedItem[]> {
    const items: PlacedItem[] = [];
    for (const item of collection.items) {
      const { content } = item;
      const address =
        content.kind === 'link'
          ? content.url
          : content.kind === 'article'
            ? addressOf(content.articleId)
            : null;
      const shows = item.picture && !collection.ranked && showsPicture(collection.layout, item.size);
      items.push({ item, address, picture: shows && item.picture ? await pictureOf(item.picture) : null });
    }
    return items;
  }

  /** A picture that cannot be had is left out and told; the story stands without it. */
  async function pictureOf({
    mediaId,
    alt,
  }: {
    mediaId: string;
    alt: string;
  }): Promise<{ id: number; url: string } | null> {
    const known = pictures.get(mediaId);
    if (known) return known;
    try {
      const uploaded = await placePicture(client, pictureNode(mediaId, { alt }), context);
      pictures.set(mediaId, uploaded);
      return uploaded;
    } catch (error) {
      if (!(error instanceof PublishError) || !['picture-missing', 'media-rejected'].includes(error.code))
        throw error;
      differences.push({ field: 'picture', meant: alt || mediaId, found: '' });
      return null;
    }
  }

  const before = knownCollections(front, context);
  const kept = new Map<string, Kept>();
  const changedThere: string[] = [];
  async function keep(collection: ResolvedCollection): Promise<void> {
    const { collectionId, title } = collection;
    const document = await keepDocument(
      client,
      {
        type: 'blocks',
        marker: collectionMarker(collectionId),
        title: titleOf(front, title),
        content: collectionMarkup(collection, await placed(collection)),
      },
      context,
    );
    kept.set(collectionId, document);
    if (document.changedThere) changedThere.push(titleOf(front, title));
  }

  for (const collection of resolved.collections) await keep(collection);
  const now = new Set(resolved.collections.map(({ collectionId }) => collectionId));
  for (const [collectionId, title] of before) {
    if (now.has(collectionId)) continue;
    await keep({ collectionId, title, layout: 'list', ranked: false, items: [], hidden: [] });
  }
  const rows = resolved.collections.map(
    ({ collectionId, title }) => `${collectionId} ${title.replace(/\s+/g, ' ')}`,
  );
  context.memory.set(`front ${front.frontId}`, rows.join('\n'));

  if (wanted.sidebar !== '' && front.kind === 'home') {
    const beside = resolved.collections.filter(({ layout }) => layout === 'sidebar');
    const ids = beside.flatMap(({ collectionId }) => kept.get(collectionId)?.id ?? []);
    if (ids.length > 0) differences.push(...(await showInSidebar(client, wanted.sidebar, ids, context)));
  }
  if (wanted.sticky && front.kind === 'home') {
    differences.push(...(await stickLead(client, leadOf(resolved), context)));
  }
  const url = wanted.feed ? await keepFeed(client, front, resolved, pictures, context) : null;
  if (changedThere.length > 0) throw new PublishError('changed-at-target', changedThere.join('; '));
  return { url, differences };
}

/** The story that leads the front: the first of its first collection with a lead. */
function leadOf({ collections }: ResolvedFront): string | null {
  const lead = collections.find(({ layout, items }) => layout === 'lead4' && items.length > 0)?.items[0];
  return lead?.content.kind === 'article' ? lead.content.articleId : null;
}

async function keepFeed(
  client: WordPressClient,
  front: LaunchedFront,
  resolved: ResolvedFront,
  pictures: ReadonlyMap<string, { url: string }>,
  context: TargetContext,
): Promise<string | null> {
  const facts = indexFacts(front.facts);
  const marker = `redaksi-front-${front.frontId}`;
  const feed = frontFeed(
    { ...front, resolved },
    (articleId) => {
      const story = facts.story(articleId);
      return (
        story && {
          url: story.url,
          section: story.section,
          byline: story.byline,
          publishedAt: story.publishedAt,
        }
      );
    },
    (mediaId) => {
      const uploaded = pictures.get(mediaId);
      return uploaded ? { url: uploaded.url, width: 0, height: 0 } : null;
    },
  );
  const { link } = await keepDocument(
    client,
    {
      type: 'pages',
      marker,
      title: `${front.name} (JSON)`,
      content: feedMarkup(marker, feed),
      slug: `redaksi-front-${makeSlug(front.section || front.name) || front.kind}`,
    },
    context,
  );
  return link === '' ? null : link;
}
