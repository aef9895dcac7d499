/** The clipboard of who sits here: slots laid aside, kept across restarts. */
import type { Slot } from '../../../shared/contract/front-content.ts';
import type { FrontStory } from '../../../shared/contract/fronts.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Workplace } from '../workplace.ts';
import type { Facts } from './facts.ts';
import type { FrontQueries } from './queries.ts';

const MOST_SLOTS = 100;

export interface ClipboardContent {
  slots: Slot[];
  stories: FrontStory[];
}

export interface Clipboard {
  get(): ClipboardContent;
  /** Throws INVALID `clipboard-full`. */
  add(slots: readonly Slot[], after: string | null): ClipboardContent;
  remove(slotIds: readonly string[]): ClipboardContent;
}

export function createClipboard({
  database,
  queries,
  events,
  workplace,
  facts,
}: {
  database: Database;
  queries: FrontQueries;
  events: EventBus;
  workplace: Workplace;
  facts: Facts;
}): Clipboard {
  function get(): ClipboardContent {
    const slots = queries.clipboard(workplace.currentPerson().personId);
    const ids = slots.flatMap(({ content }) => (content.kind === 'article' ? content.articleId : []));
    return { slots, stories: facts.stories(ids, null) };
  }

  function change(make: (slots: readonly Slot[]) => Slot[]): ClipboardContent {
    database.transaction(() => {
      const { personId } = workplace.currentPerson();
      const slots = make(queries.clipboard(personId));
      if (slots.length > MOST_SLOTS)
        throw contractError('INVALID', { field: 'slots', reason: 'clipboard-full' });
      queries.writeClipboard(personId, slots);
    })();
    events.emit({ type: 'clipboard.changed' });
    return get();
  }

  return {
    get,
    add: (added, after) =>
      change((slots) => {
        const ids = new Set(added.map(({ slotId }) => slotId));
        const others = slots.filter(({ slotId }) => !ids.has(slotId));
        const at = after === null ? 0 : others.findIndex(({ slotId }) => slotId === after) + 1;
        return [...others.slice(0, at), ...added, ...others.slice(at)];
      }),
    remove: (slotIds) => change((slots) => slots.filter(({ slotId }) => !slotIds.includes(slotId))),
  };
}
