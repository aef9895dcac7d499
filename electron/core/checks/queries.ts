/** All SQL of the checks slice. */
import type { Database } from '../database/open.ts';

export function checksQueries(database: Database) {
  const statements = {
    list: database.prepare<[string], { key: string; ignored_at: number; person_id: string | null }>(
      'SELECT key, ignored_at, person_id FROM ignored_finding WHERE article_id = ? ORDER BY ignored_at, key',
    ),
    add: database.prepare<[string, string, number, string]>(
      'INSERT INTO ignored_finding (article_id, key, ignored_at, person_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    remove: database.prepare<[string, string]>(
      'DELETE FROM ignored_finding WHERE article_id = ? AND key = ?',
    ),
    hasArticle: database.prepare<[string], { id: string }>('SELECT id FROM article WHERE id = ?'),
  };
  return {
    /** `personId` is null in what was ignored before it was noted who did. */
    ignored: (articleId: string) =>
      statements.list
        .all(articleId)
        .map(({ key, ignored_at: ignoredAt, person_id: personId }) => ({ key, ignoredAt, personId })),
    ignore(articleId: string, key: string, now: number, personId: string): void {
      statements.add.run(articleId, key, now, personId);
    },
    heed(articleId: string, key: string): void {
      statements.remove.run(articleId, key);
    },
    hasArticle: (articleId: string): boolean => statements.hasArticle.get(articleId) !== undefined,
  };
}
