import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { FrontContent } from '../../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { indexFacts, type FactsIndex } from '../../../../shared/domain/front/resolve.ts';
import { useCore } from '../../../core-client/core-client.ts';
import { createStore, useStore } from '../../../store.ts';
import { lookAtClock, useNow } from '../../../ui/use-now.ts';
import { boardOf, type Board } from '../../../../shared/domain/front/board.ts';
import { useShared } from '../use-shared.ts';

/** A timer is not set further ahead than this; by then the clock of the window has moved anyway. */
const LONGEST_WAIT_MS = 3_600_000;

const NO_STORIES: ReadonlyMap<string, FrontStory> = new Map();

/** Stories that were just placed: shown from what the pool knew, until the facts of the front have them. */
const placedStories = createStore(NO_STORIES);

export function rememberPlaced(stories: readonly FrontStory[]): void {
  placedStories.set(
    new Map([...placedStories.get(), ...stories.map((each) => [each.articleId, each] as const)]),
  );
}

export interface Facts {
  index: FactsIndex | null;
  failed: boolean;
  retry: () => void;
}

/** What the stories of a front are like now. */
export function useFacts(frontId: string): Facts {
  const { queries } = useCore();
  const { data, isError, refetch } = useQuery(queries.fronts.facts.queryOptions({ input: { frontId } }));
  const placed = useStore(placedStories);
  const index = useMemo(() => {
    if (data === undefined) return null;
    const known = new Set(data.stories.map(({ articleId }) => articleId));
    const added = [...placed.values()].filter(({ articleId }) => !known.has(articleId));
    return indexFacts({ ...data, stories: [...data.stories, ...added] });
  }, [data, placed]);
  return { index, failed: isError && data === undefined, retry: () => void refetch() };
}

/** The cards of a front as it is now. What did not change keeps its identity, so that only changed cards render. */
export function useBoard(draft: FrontContent | null, facts: FactsIndex | null): Board | null {
  const now = useNow();
  const board = useShared(
    useMemo(
      () => (draft === null || facts === null ? null : boardOf(draft, facts, now)),
      [draft, facts, now],
    ),
  );
  const nextChangeAt = board?.nextChangeAt ?? null;
  // To the moment a slot begins or ends; the clock of the window goes in steps.
  useEffect(() => {
    if (nextChangeAt === null) return undefined;
    const wait = Math.min(Math.max(0, nextChangeAt - Date.now()), LONGEST_WAIT_MS);
    const timer = setTimeout(lookAtClock, wait);
    return () => clearTimeout(timer);
  }, [nextChangeAt, now]);
  return board;
}
