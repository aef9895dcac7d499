/** Launched fronts as the site shows them: resolved with the very articles whose pages it writes. */
import type { FillRule } from '../../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../../shared/contract/fronts.ts';
import { documentImages } from '../../../../../shared/document/walk.ts';
import {
  indexFacts,
  resolveFront,
  type FactsIndex,
  type ResolvedCollection,
  type ResolvedFront,
} from '../../../../../shared/domain/front/resolve.ts';
import type { LaunchedFront } from '../../../launched-front.ts';
import { summaryOf, type SiteArticle, type SiteFront } from './site-model.ts';

/** `articles` are the newest first; `now` in milliseconds since 1970. */
export function siteFronts(
  launched: readonly LaunchedFront[],
  articles: readonly SiteArticle[],
  now: number,
): SiteFront[] {
  const byId = new Map(articles.map((article) => [article.articleId, article]));
  return launched.map(({ frontId, kind, section, name, content, facts }) => {
    const index = siteFacts(indexFacts(facts), articles, byId);
    return { frontId, kind, section, name, resolved: resolveFront(content, index, now) };
  });
}

/** Collections beside the pages; the others are a page's own. */
export function besideOf({ collections }: ResolvedFront): ResolvedCollection[] {
  return collections.filter(({ layout, items }) => layout === 'sidebar' && items.length > 0);
}

export function mainOf({ collections }: ResolvedFront): ResolvedCollection[] {
  return collections.filter(({ layout, items }) => layout !== 'sidebar' && items.length > 0);
}

/** Pictures that slots show instead of their stories' own, and those of stories, by media id. */
export function frontPictures(fronts: readonly SiteFront[]): string[] {
  return fronts.flatMap(({ resolved }) =>
    resolved.collections.flatMap(({ items }) => items.flatMap(({ picture }) => picture?.mediaId ?? [])),
  );
}

/**
 * What the core knows of a story counts for what forbids it; whether it is here, and its words, are the site's own: the
 * delivery at hand is live here before the core has written it down.
 */
function siteFacts(
  known: FactsIndex,
  articles: readonly SiteArticle[],
  byId: ReadonlyMap<string, SiteArticle>,
): FactsIndex {
  return {
    popularity: known.popularity,
    story(articleId) {
      const story = known.story(articleId);
      const article = byId.get(articleId);
      if (!article) return story && story.standing === 'live' ? { ...story, standing: 'ready' } : story;
      const standing = story?.standing === 'trashed' ? 'trashed' : 'live';
      return { ...storyOf(article), ...(story && forbiddance(story)), standing };
    },
    list: (rule) => articles.filter((article) => follows(article, rule)).map(({ articleId }) => articleId),
  };
}

function forbiddance({
  withdrawn,
  embargoedUntil,
  sourceCorrected,
  sourceClusters,
}: FrontStory): Partial<FrontStory> {
  return { withdrawn, embargoedUntil, sourceCorrected, sourceClusters };
}

function storyOf(article: SiteArticle): FrontStory {
  const { fields, document, firstPublishedAt, updatedAt, articleId } = article;
  const picture = documentImages(document).find(({ mediaId }) => mediaId !== '');
  return {
    articleId,
    standing: 'live',
    headline: fields.headline.trim(),
    shortHeadline: fields.shortHeadline.trim(),
    kicker: fields.kicker.trim(),
    summary: summaryOf(article),
    section: fields.section,
    tags: fields.tags,
    byline: fields.byline,
    picture: picture
      ? { mediaId: picture.mediaId, alt: picture.alt, width: picture.width, height: picture.height }
      : null,
    publishedAt: new Date(firstPublishedAt).toISOString(),
    scheduledAt: null,
    updatedAt: new Date(updatedAt).toISOString(),
    url: null,
    withdrawn: false,
    withdrawalReason: null,
    embargoedUntil: null,
    correctedAt: null,
    sourceCorrected: false,
    sourceClusters: [],
  };
}

function follows({ fields }: SiteArticle, rule: FillRule): boolean {
  const isSame = (one: string, other: string): boolean =>
    one.trim().toLowerCase() === other.trim().toLowerCase();
  switch (rule.kind) {
    case 'latest':
    case 'popular':
      return true;
    case 'section':
      return fields.section === rule.section;
    case 'tag':
      return fields.tags.some((tag) => isSame(tag, rule.tag));
    case 'author':
      return fields.byline.toLowerCase().includes(rule.author.trim().toLowerCase());
  }
}
