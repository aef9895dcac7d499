import type { FrontContent } from '../../contract/front-content.ts';

/**
 * What is live once some collections of the draft are launched (null: all of them): each takes its place behind the
 * nearest one before it in the draft that is live, one that the draft does not have any more goes.
 */
export function launchContent(
  live: FrontContent,
  draft: FrontContent,
  collectionIds: readonly string[] | null,
): FrontContent {
  if (collectionIds === null) return draft;
  const wanted = new Set(collectionIds);
  const launched = live.collections.filter(({ collectionId }) => !wanted.has(collectionId));
  draft.collections.forEach((collection, at) => {
    if (!wanted.has(collection.collectionId)) return;
    const before = new Set(draft.collections.slice(0, at).map(({ collectionId }) => collectionId));
    const left = launched.findLastIndex(({ collectionId }) => before.has(collectionId));
    launched.splice(left + 1, 0, collection);
  });
  return { collections: launched };
}
