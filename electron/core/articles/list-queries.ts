/** The list of articles: one statement for each shape of filter, made when it is first asked for. */
import type { ArticleFilter, ArticleListItem, ArticleState } from '../../../shared/contract/articles.ts';
import type { Person } from '../../../shared/contract/people.ts';
import type { Database } from '../database/open.ts';
import {
  assignmentColumns,
  assignmentOf,
  isForMe,
  readerParameters,
  type AssignmentRow,
} from './assignment-queries.ts';

type ListRow = {
  number: number;
  id: string;
  state: ArticleState;
  headline: string;
  section: string;
  byline: string;
  teaser: string;
  word_count: number;
  updated_at: number;
  source_changed: number;
} & (AssignmentRow | { [Column in keyof AssignmentRow]: null });

/** A row of the list without what the publishing slice knows of it. */
export type ListedRow = Omit<ArticleListItem, 'liveTargets'> & { number: number; updatedAtMs: number };

interface Shape {
  states: number;
  section: boolean;
  search: boolean;
  assignee: 'anybody' | 'me' | 'nobody' | 'person';
}

const assigneeConditions: Record<Shape['assignee'], string> = {
  anybody: '',
  me: `AND ${isForMe}`,
  nobody: `AND (assignment.id IS NULL OR EXISTS (
    SELECT 1 FROM person WHERE person.id = assignment.to_person AND person.left_at IS NOT NULL))`,
  person: 'AND assignment.to_person = @assignee',
};

function shapeOf({ states, section, assignee }: ArticleFilter, search: boolean): Shape {
  return {
    states: states.length,
    section: section !== null,
    search,
    assignee:
      assignee === null ? 'anybody' : assignee === 'me' || assignee === 'nobody' ? assignee : 'person',
  };
}

export function articleListQueries(database: Database) {
  const statements = new Map<string, ReturnType<typeof prepare>>();

  function prepare({ states, section, search, assignee }: Shape) {
    const stateList = Array.from({ length: states }, (_, index) => `@state${index}`).join(', ');
    return database.prepare<Record<string, unknown>, ListRow>(
      `SELECT article.number, article.id, state, article.headline, section, byline, teaser, word_count, updated_at,
         EXISTS (
           SELECT 1 FROM article_source a JOIN wire.story s ON s.id = a.story_id
           WHERE a.article_id = article.id
             AND (s.newest_version_id <> a.settled_version_id OR s.effective_status <> 'usable')
         ) AS source_changed,
         ${assignmentColumns}
       FROM ${search ? 'article_search JOIN article ON article.number = article_search.rowid' : 'article'}
         LEFT JOIN assignment ON assignment.article_id = article.id AND assignment.ended_at IS NULL
       WHERE (trashed_at IS NOT NULL) = @trashed
         ${search ? 'AND article_search MATCH @match' : ''}
         ${states > 0 ? `AND state IN (${stateList})` : ''}
         ${section ? 'AND section = @section' : ''}
         ${assigneeConditions[assignee]}
         AND (updated_at, article.number) < (@beforeTime, @beforeNumber)
       ORDER BY updated_at DESC, article.number DESC LIMIT @limit`,
    );
  }

  function rowOf(row: ListRow, reader: Person): ListedRow {
    return {
      articleId: row.id,
      number: row.number,
      state: row.state,
      headline: row.headline,
      section: row.section,
      teaser: row.teaser,
      byline: row.byline,
      wordCount: row.word_count,
      updatedAt: new Date(row.updated_at).toISOString(),
      updatedAtMs: row.updated_at,
      assignment: row.assignment_id === null ? null : assignmentOf(row, reader),
      sourceChanged: row.source_changed === 1,
    };
  }

  /** Newest first, from before a place in the list on; `match` is the search as FTS5 takes it. */
  return (
    filter: ArticleFilter,
    reader: Person,
    match: string | null,
    before: { time: number; number: number },
    limit: number,
  ): ListedRow[] => {
    const shape = shapeOf(filter, match !== null);
    const key = JSON.stringify(shape);
    const statement = statements.get(key) ?? prepare(shape);
    statements.set(key, statement);
    return statement
      .all({
        ...Object.fromEntries(filter.states.map((state, index) => [`state${index}`, state])),
        ...readerParameters(reader),
        section: filter.section,
        match,
        assignee: filter.assignee,
        trashed: filter.trashed ? 1 : 0,
        beforeTime: before.time,
        beforeNumber: before.number,
        limit,
      })
      .map((row) => rowOf(row, reader));
  };
}
