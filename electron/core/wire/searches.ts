/** Saved searches, which are tickers too: kept for the house, the same in every window. */
import { randomUUID } from 'node:crypto';
import type { SavedSearch } from '../../../shared/contract/wire-searches.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';

/** Each is counted as the wire changes. */
const mostSearches = 50;

export function createSavedSearches({ database, events }: { database: Database; events: EventBus }) {
  const statements = {
    list: database.prepare<[], SavedSearch>(
      'SELECT id AS searchId, name, query FROM saved_search ORDER BY place',
    ),
    insert: database.prepare('INSERT INTO saved_search (id, name, query) VALUES (@searchId, @name, @query)'),
    change: database.prepare('UPDATE saved_search SET name = @name, query = @query WHERE id = @searchId'),
    remove: database.prepare('DELETE FROM saved_search WHERE id = ?'),
  };

  return {
    list: (): SavedSearch[] => statements.list.all(),

    /** Throws INVALID `too-many`, NOT_FOUND. */
    save({ searchId, name, query }: { searchId: string | null; name: string; query: string }): SavedSearch {
      const saved = { searchId: searchId ?? randomUUID(), name, query };
      if (searchId === null) {
        if (statements.list.all().length >= mostSearches)
          throw contractError('INVALID', { field: null, reason: 'too-many' });
        statements.insert.run(saved);
      } else if (statements.change.run(saved).changes === 0) {
        throw contractError('NOT_FOUND', { kind: 'search', id: searchId });
      }
      events.emit({ type: 'searches.changed' });
      return saved;
    },

    /** Throws NOT_FOUND. */
    remove(searchId: string): void {
      if (statements.remove.run(searchId).changes === 0)
        throw contractError('NOT_FOUND', { kind: 'search', id: searchId });
      events.emit({ type: 'searches.changed' });
    },
  };
}
