/** A front as a JSON feed for whoever shows it elsewhere; docs/fronts.md has the schema. Pure. */
import type { FrontKind } from '../../contract/front-content.ts';
import type { ResolvedFront, ResolvedItem } from './resolve.ts';

/** Names the shape; it changes where a reader of the feed would have to. */
export const FRONT_FEED_VERSION = 'redaksi-front/1';

/** What a feed knows of a story besides what the front says of it. */
export interface FeedStory {
  url: string | null;
  section: string;
  byline: string;
  /** ISO 8601 with offset. */
  publishedAt: string | null;
}

/** A picture's address and pixels; 0 where they are not known. */
export interface FeedPicture {
  url: string;
  width: number;
  height: number;
}

/** The feed as a value, ready to be written as JSON. */
export function frontFeed(
  front: { frontId: string; kind: FrontKind; section: string; name: string; resolved: ResolvedFront },
  storyOf: (articleId: string) => FeedStory | null,
  pictureOf: (mediaId: string) => FeedPicture | null,
): object {
  const { frontId, kind, section, name, resolved } = front;
  return {
    version: FRONT_FEED_VERSION,
    id: frontId,
    kind,
    section,
    name,
    collections: resolved.collections.map(({ collectionId, title, layout, ranked, items }) => ({
      id: collectionId,
      title,
      layout,
      ranked,
      items: items.map((item) => feedItem(item, storyOf, pictureOf)),
    })),
  };
}

function feedItem(
  { place, content, headline, kicker, summary, picture, size }: ResolvedItem,
  storyOf: (articleId: string) => FeedStory | null,
  pictureOf: (mediaId: string) => FeedPicture | null,
): object {
  const story = content.kind === 'article' ? storyOf(content.articleId) : null;
  const shown = picture && pictureOf(picture.mediaId);
  return {
    place,
    kind: content.kind,
    ...(content.kind === 'article' ? { articleId: content.articleId } : {}),
    url: content.kind === 'link' ? content.url : (story?.url ?? null),
    headline,
    kicker,
    summary,
    ...(content.kind === 'block' ? { text: content.text } : {}),
    size,
    picture: shown && { ...shown, alt: picture?.alt ?? '' },
    section: story?.section ?? '',
    byline: story?.byline ?? '',
    publishedAt: story?.publishedAt ?? null,
  };
}
