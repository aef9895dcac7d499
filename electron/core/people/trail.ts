/** The trail of the house: lines are added, never changed. */
import { houseEntrySchema, type HouseEntry, type HouseLine } from '../../../shared/contract/house-trail.ts';
import type { Database } from '../database/open.ts';

interface LineRow {
  number: number;
  at: number;
  person_id: string | null;
  entry: string;
}

/** Whoever fills in a page is one line, not one for every field: repeated within this time, these are not noted again. */
const asOne: ReadonlySet<HouseEntry['kind']> = new Set(['house-changed', 'person-changed', 'rules-arranged']);
const sameBurstMs = 3_600_000;

export function createHouseTrail(database: Database, now: () => number) {
  const add = database.prepare('INSERT INTO house_trail (at, person_id, entry) VALUES (?, ?, ?)');
  const lastLike = database
    .prepare<[string | null, string], number>(
      'SELECT at FROM house_trail WHERE person_id IS ? AND entry = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck();
  const page = database.prepare<[number, number], LineRow>(
    'SELECT * FROM house_trail WHERE number < ? ORDER BY number DESC LIMIT ?',
  );

  /** The same change by the same person, moments ago. */
  function isSameBurst(personId: string | null, entry: string): boolean {
    const at = lastLike.get(personId, entry);
    return at !== undefined && now() >= at && now() - at < sameBurstMs;
  }

  return {
    record(personId: string | null, entry: HouseEntry): void {
      const words = JSON.stringify(entry);
      if (asOne.has(entry.kind) && isSameBurst(personId, words)) return;
      add.run(now(), personId, words);
    },

    /** At most `limit` lines before the cursor, newest first. */
    list(cursor: string | null, limit: number): { lines: HouseLine[]; cursor: string | null } {
      const rows = page.all(Number(cursor ?? '') || Number.MAX_SAFE_INTEGER, limit);
      const last = rows.at(-1);
      return {
        lines: rows.map((row) => ({
          lineId: row.number,
          at: new Date(row.at).toISOString(),
          personId: row.person_id,
          entry: houseEntrySchema.parse(JSON.parse(row.entry)),
        })),
        cursor: rows.length === limit && last !== undefined ? String(last.number) : null,
      };
    },
  };
}
