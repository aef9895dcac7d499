/** Stories of a front that somebody took down at the place itself: they are left off the page, and that is told. */
import type { FrontFacts } from '../../../../shared/contract/fronts.ts';
import type { LaunchedFront } from '../../launched-front.ts';
import type { Difference, TargetContext } from '../target.ts';

/**
 * The facts of a front in which such stories are not live, so that the rules put others in their places. `publicOf` answers
 * which of some posts readers can open.
 */
export async function withoutMissing(
  { facts }: LaunchedFront,
  { remoteIdOf }: TargetContext,
  publicOf: (remoteIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<{ facts: FrontFacts; differences: Difference[] }> {
  const remoteIds = new Map(
    facts.stories.flatMap(({ articleId, standing }) => {
      const remoteId = standing === 'live' ? remoteIdOf(articleId) : null;
      return remoteId === null ? [] : [[articleId, remoteId] as const];
    }),
  );
  const standing = remoteIds.size === 0 ? new Set() : await publicOf([...remoteIds.values()]);
  const isMissing = (articleId: string): boolean => {
    const remoteId = remoteIds.get(articleId);
    return remoteId !== undefined && !standing.has(remoteId);
  };
  return {
    facts: {
      ...facts,
      stories: facts.stories.map((story) =>
        isMissing(story.articleId) ? { ...story, standing: 'ready' as const } : story,
      ),
    },
    differences: facts.stories
      .filter(({ articleId }) => isMissing(articleId))
      .map(({ headline, articleId }) => ({ field: 'front-story', meant: headline || articleId, found: '' })),
  };
}

/** The posts in parts that one question can name. */
export function inParts(remoteIds: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < remoteIds.length; at += size) parts.push(remoteIds.slice(at, at + size));
  return parts;
}
