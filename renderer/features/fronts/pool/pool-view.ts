/** What the pool shows and which of its stories are chosen: kept while one works on another screen. */
import type { FrontStory } from '../../../../shared/contract/fronts.ts';
import { createStore } from '../../../store.ts';

export type PoolStanding = 'live' | 'scheduled' | 'ready';

export const STANDINGS: readonly PoolStanding[] = ['live', 'scheduled', 'ready'];

export interface PoolView {
  standing: PoolStanding;
  /** Slug of a section; empty: all. */
  section: string;
  query: string;
}

/** The stories that are listed now, as far as they were fetched. */
export const poolRows = createStore<readonly FrontStory[]>([]);

export interface PoolChoice {
  chosen: ReadonlySet<string>;
  /** The story the keys are at; null before one was touched. */
  current: string | null;
}

export const poolView = createStore<PoolView>({ standing: 'live', section: '', query: '' });
export const poolChoice = createStore<PoolChoice>({ chosen: new Set(), current: null });

export function changePoolView(change: Partial<PoolView>): void {
  poolView.set({ ...poolView.get(), ...change });
  poolChoice.set({ chosen: new Set(), current: null });
}

/** A click or key on a story: by itself, added to the others, or with all between it and the one before. */
export function choose(articleId: string, how: 'alone' | 'also' | 'through', order: readonly string[]): void {
  const { chosen, current } = poolChoice.get();
  poolChoice.set({ chosen: nextChoice(articleId, how, order, chosen, current), current: articleId });
}

/** Which are chosen after a click: the same rule for stories of the pool and cards of the board. */
export function nextChoice(
  id: string,
  how: 'alone' | 'also' | 'through',
  order: readonly string[],
  chosen: ReadonlySet<string>,
  current: string | null,
): ReadonlySet<string> {
  if (how === 'also') {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    return next;
  }
  const from = current === null ? -1 : order.indexOf(current);
  const to = order.indexOf(id);
  if (how === 'alone' || from < 0 || to < 0) return new Set([id]);
  return new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1));
}
