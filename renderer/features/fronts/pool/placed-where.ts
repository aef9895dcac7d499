import type { FrontContent } from '../../../../shared/contract/front-content.ts';
import type { Placement } from '../../../../shared/contract/fronts.ts';

/**
 * By article: where it was placed by hand, in words. On the front that is open as its `draft` has it now, by the titles of
 * the collections; on others by front and collection.
 */
export function placesByStory(
  frontId: string,
  { collections }: FrontContent,
  placements: readonly Placement[],
): Map<string, string[]> {
  const here = collections.flatMap(({ title, slots }) =>
    slots.flatMap(({ content }) =>
      content.kind === 'article' ? [{ articleId: content.articleId, words: title }] : [],
    ),
  );
  const elsewhere = placements
    .filter((placement) => placement.frontId !== frontId)
    .map(({ articleId, frontName, title }) => ({ articleId, words: `${frontName}: ${title}` }));
  const places = new Map<string, string[]>();
  for (const { articleId, words } of [...here, ...elsewhere]) {
    const known = places.get(articleId) ?? [];
    if (!known.includes(words)) places.set(articleId, [...known, words]);
  }
  return places;
}
