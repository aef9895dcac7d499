/** Duplicates folded and parted by hand. What was decided is kept, and no later run of the worker undoes it. */
import type { Database } from '../../database/open.ts';
import { contractError } from '../../errors.ts';
import type { EventBus } from '../../events.ts';
import type { Clock } from '../../providers.ts';
import type { Workplace } from '../../workplace.ts';
import type { Entries } from './entries.ts';

export interface FoldDecisions {
  /**
   * Stories that stand together from now on, with all that stood with them: under the earliest of their heads. Returns
   * that head, and the heads it was put over. Throws NOT_FOUND.
   */
  join(storyIds: readonly number[]): { headId: number; joined: number[] };
  /**
   * Stories that stand by themselves from now on; where the head of an entry is parted from it, the earliest of the
   * others is theirs. Throws NOT_FOUND.
   */
  separate(storyIds: readonly number[]): void;
}

interface FoldDecisionsOptions {
  database: Database;
  entries: Entries;
  /** Whether entries are folded at all. */
  folds: () => boolean;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  /** Whether there is such a story. */
  knows: (storyId: number) => boolean;
}

export function createFoldDecisions({
  database,
  entries,
  folds,
  events,
  clock,
  workplace,
  knows,
}: FoldDecisionsOptions): FoldDecisions {
  let folded = folds();
  events.subscribe(({ type }) => {
    if (type !== 'settings.changed' || folded === folds()) return;
    folded = folds();
    events.emit({ type: 'wire.folded', storyIds: [] });
  });

  function decide(storyId: number, headId: number | null): void {
    entries.decide(storyId, headId, workplace.currentPerson().personId, clock.now());
  }

  function refuseUnknown(storyIds: readonly number[]): void {
    const lost = storyIds.find((storyId) => !knows(storyId));
    if (lost !== undefined) throw contractError('NOT_FOUND', { kind: 'story', id: String(lost) });
  }

  function separateOne(storyId: number): void {
    const others = entries.entryOf(storyId).filter((id) => id !== storyId);
    if (entries.headOf(storyId) !== storyId) return decide(storyId, null);
    const [next, ...rest] = others.toSorted((one, other) => one - other);
    if (next === undefined) return;
    decide(next, null);
    for (const id of rest) decide(id, next);
  }

  return {
    join(storyIds) {
      refuseUnknown(storyIds);
      const [headId = 0, ...joined] = [...new Set(storyIds.map(entries.headOf))].toSorted(
        (one, other) => one - other,
      );
      database.transaction(() => {
        for (const id of joined) decide(id, headId);
      })();
      events.emit({ type: 'wire.folded', storyIds: [...storyIds] });
      return { headId, joined };
    },

    separate(storyIds) {
      refuseUnknown(storyIds);
      database.transaction(() => storyIds.forEach(separateOne))();
      events.emit({ type: 'wire.folded', storyIds: [...storyIds] });
    },
  };
}
