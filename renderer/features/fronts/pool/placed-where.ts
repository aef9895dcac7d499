import type { FrontContent } from '../../../../shared/contract/front-content.ts';

/** By article: the titles of the collections of a front that have it. */
export function placesByStory(content: FrontContent): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { title, slots } of content.collections) {
    for (const { content: shown } of slots) {
      if (shown.kind !== 'article') continue;
      const titles = places.get(shown.articleId) ?? [];
      if (!titles.includes(title)) places.set(shown.articleId, [...titles, title]);
    }
  }
  return places;
}
