/** All SQL of the checks slice. */
import type { Database } from '../database/open.ts';

export function checksQueries(database: Database) {
  const statements = {
    list: database.prepare<[string], { key: string }>(
      'SELECT key FROM ignored_finding WHERE article_id = ? ORDER BY ignored_at, key',
    ),
    add: database.prepare<[string, string, number]>(
      'INSERT INTO ignored_finding (article_id, key, ignored_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    remove: database.prepare<[string, string]>(
      'DELETE FROM ignored_finding WHERE article_id = ? AND key = ?',
    ),
    hasArticle: database.prepare<[string], { id: string }>('SELECT id FROM article WHERE id = ?'),
  };
  return {
    ignored: (articleId: string): string[] => statements.list.all(articleId).map(({ key }) => key),
    ignore(articleId: string, key: string, now: number): void {
      statements.add.run(articleId, key, now);
    },
    heed(articleId: string, key: string): void {
      statements.remove.run(articleId, key);
    },
    hasArticle: (articleId: string): boolean => statements.hasArticle.get(articleId) !== undefined,
  };
}
