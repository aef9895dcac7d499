/** The trail of an article. A line is recorded inside the transaction of what it tells. */
import { activityEntrySchema, type Activity, type ActivityEntry } from '../../../shared/contract/activity.ts';
import type { Database } from '../database/open.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';

/** More than a person reads; the lines stay in the database. */
const shownLines = 500;

interface ActivityRow {
  number: number;
  at: number;
  person_id: string | null;
  entry: string;
  note: string;
}

export interface ActivityLog {
  /** Adds a line, under who sits here unless another did it. */
  record(articleId: string, entry: ActivityEntry, note?: string, personId?: string): void;
  /** Newest first. */
  list(articleId: string): Activity[];
}

export function createActivityLog({
  database,
  clock,
  workplace,
}: {
  database: Database;
  clock: Clock;
  workplace: Workplace;
}): ActivityLog {
  const add = database.prepare(
    'INSERT INTO activity (article_id, at, person_id, entry, note) VALUES (?, ?, ?, ?, ?)',
  );
  const list = database.prepare<[string, number], ActivityRow>(
    'SELECT * FROM activity WHERE article_id = ? ORDER BY number DESC LIMIT ?',
  );
  return {
    record(articleId, entry, note = '', personId = workplace.currentPerson().personId) {
      add.run(articleId, clock.now(), personId, JSON.stringify(entry), note);
    },
    list: (articleId) =>
      list.all(articleId, shownLines).map((row) => ({
        activityId: row.number,
        at: new Date(row.at).toISOString(),
        personId: row.person_id,
        entry: activityEntrySchema.parse(JSON.parse(row.entry)),
        note: row.note,
      })),
  };
}
