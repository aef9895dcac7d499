/** All SQL of assignments; rows are mapped here and nowhere else. */
import type { ArticleState } from '../../../shared/contract/articles.ts';
import type { Assignment, Person, Recipient, Role } from '../../../shared/contract/people.ts';
import { desksOf } from '../../../shared/domain/permission.ts';
import type { Database } from '../database/open.ts';

/** How an assignment ended. */
export type Outcome = 'done' | 'passed-on' | 'returned' | 'taken-back';

export interface StoredAssignment {
  id: string;
  articleId: string;
  from: string;
  to: Recipient;
  note: string;
  sentAt: number;
  /** The article's state before it was sent and as it was sent. */
  stateBefore: ArticleState;
  stateAfter: ArticleState;
  /** The one that this one took the article from. */
  previous: string | null;
  outcome: Outcome | null;
}

/** The columns of an assignment as lists of articles join them. */
export interface AssignmentRow {
  assignment_id: string;
  from_person: string;
  to_person: string | null;
  to_role: Role | null;
  note: string;
  sent_at: number;
  opened: number;
}

interface StoredRow extends AssignmentRow {
  article_id: string;
  state_before: ArticleState;
  state_after: ArticleState;
  previous: string | null;
  outcome: Outcome | null;
}

/** `@me` is the person who sits here. */
export const assignmentColumns = `assignment.id AS assignment_id, assignment.from_person, assignment.to_person,
  assignment.to_role, assignment.note, assignment.sent_at,
  EXISTS (SELECT 1 FROM assignment_opened
    WHERE assignment_opened.assignment_id = assignment.id AND assignment_opened.person_id = @me) AS opened`;

/** Sent to `@me` or one of `@desks` (a JSON list of roles). */
export const isForMe = `(assignment.to_person = @me
  OR assignment.to_role IN (SELECT value FROM json_each(@desks)))`;

export function readerParameters({ personId, role }: Person): { me: string; desks: string } {
  return { me: personId, desks: JSON.stringify(desksOf(role)) };
}

function recipientOf({ to_person: personId, to_role: role }: AssignmentRow): Recipient {
  if (personId !== null) return { kind: 'person', personId };
  if (role !== null) return { kind: 'desk', role };
  throw new Error('an assignment is to a person or to a desk');
}

/** The contract's shape, as it is for one reader. */
export function assignmentOf(row: AssignmentRow, reader: Person): Assignment {
  const to = recipientOf(row);
  const forMe =
    to.kind === 'person' ? to.personId === reader.personId : desksOf(reader.role).includes(to.role);
  return {
    assignmentId: row.assignment_id,
    from: row.from_person,
    to,
    note: row.note,
    sentAt: new Date(row.sent_at).toISOString(),
    forMe,
    unread: forMe && row.opened === 0,
  };
}

export function assignmentQueries(database: Database) {
  const open = 'assignment.ended_at IS NULL';
  const statements = {
    open: database.prepare<{ articleId: string; me: string }, StoredRow>(
      `SELECT assignment.*, ${assignmentColumns} FROM assignment WHERE article_id = @articleId AND ${open}`,
    ),
    get: database.prepare<{ id: string; me: string }, StoredRow>(
      `SELECT assignment.*, ${assignmentColumns} FROM assignment WHERE id = @id`,
    ),
    add: database.prepare(
      `INSERT INTO assignment (id, article_id, from_person, to_person, to_role, note, sent_at, state_before,
         state_after, previous)
       VALUES (@id, @articleId, @from, @toPerson, @toRole, @note, @sentAt, @stateBefore, @stateAfter, @previous)`,
    ),
    end: database.prepare('UPDATE assignment SET ended_at = @now, outcome = @outcome WHERE id = @id'),
    reopen: database.prepare('UPDATE assignment SET ended_at = NULL, outcome = NULL WHERE id = ?'),
    markOpened: database.prepare(
      `INSERT INTO assignment_opened (assignment_id, person_id, opened_at) VALUES (?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ),
    counts: database.prepare<{ me: string; desks: string }, { forMe: number; unread: number }>(
      `SELECT count(*) AS forMe, count(*) FILTER (WHERE NOT opened) AS unread FROM (
         SELECT ${assignmentColumns} FROM assignment JOIN article ON article.id = assignment.article_id
         WHERE ${open} AND article.trashed_at IS NULL AND ${isForMe})`,
    ),
  };

  function storedOf(row: StoredRow): StoredAssignment {
    return {
      id: row.assignment_id,
      articleId: row.article_id,
      from: row.from_person,
      to: recipientOf(row),
      note: row.note,
      sentAt: row.sent_at,
      stateBefore: row.state_before,
      stateAfter: row.state_after,
      previous: row.previous,
      outcome: row.outcome,
    };
  }

  return {
    /** Whom the article lies with, as it is for a reader. */
    ofArticle(articleId: string, reader: Person): Assignment | null {
      const row = statements.open.get({ articleId, me: reader.personId });
      return row ? assignmentOf(row, reader) : null;
    },
    open(articleId: string): StoredAssignment | null {
      const row = statements.open.get({ articleId, me: '' });
      return row ? storedOf(row) : null;
    },
    get(id: string): StoredAssignment | null {
      const row = statements.get.get({ id, me: '' });
      return row ? storedOf(row) : null;
    },
    add({ to, ...assignment }: Omit<StoredAssignment, 'outcome'>): void {
      statements.add.run({
        ...assignment,
        toPerson: to.kind === 'person' ? to.personId : null,
        toRole: to.kind === 'desk' ? to.role : null,
      });
    },
    end(id: string, outcome: Outcome, now: number): void {
      statements.end.run({ id, outcome, now });
    },
    reopen(id: string): void {
      statements.reopen.run(id);
    },
    /** True where it was not opened by that person before. */
    markOpened: (id: string, personId: string, now: number): boolean =>
      statements.markOpened.run(id, personId, now).changes > 0,
    counts: (reader: Person): { forMe: number; unread: number } =>
      statements.counts.get(readerParameters(reader)) ?? { forMe: 0, unread: 0 },
  };
}
