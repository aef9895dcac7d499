/** All SQL about the figures of what is read most. Times in milliseconds since 1970. */
import { popularitySourceSchema, type PopularitySource } from '../../../shared/contract/fronts.ts';
import type { Database } from '../database/open.ts';

export interface StoredPopularity {
  source: PopularitySource;
  windowHours: number;
  rows: { articleId: string; count: number }[];
  fetchedAt: number | null;
  passedOver: number;
  error: { code: string; detail: string; at: number } | null;
}

interface PopularityRow {
  source: string;
  window_hours: number;
  rows: string;
  fetched_at: number | null;
  passed_over: number;
  error: string | null;
}

export type PopularityQueries = ReturnType<typeof popularityQueries>;

export function popularityQueries(database: Database) {
  const statements = {
    read: database.prepare<[], PopularityRow>('SELECT * FROM popularity WHERE id = 1'),
    write: database.prepare(
      `INSERT INTO popularity (id, source, window_hours, rows, fetched_at, passed_over, error)
       VALUES (1, @source, @windowHours, @rows, @fetchedAt, @passedOver, @error)
       ON CONFLICT (id) DO UPDATE SET source = excluded.source, window_hours = excluded.window_hours, rows = excluded.rows,
         fetched_at = excluded.fetched_at, passed_over = excluded.passed_over, error = excluded.error`,
    ),
    byId: database.prepare<[string], string>('SELECT id FROM article WHERE id = ?').pluck(),
    byRemoteId: database
      .prepare<[string, string], string>(
        `SELECT article_id FROM placement WHERE target_id = ? AND json_extract(remote, '$.remoteId') = ?`,
      )
      .pluck(),
    bySlug: database
      .prepare<{ targetId: string | null; slug: string }, string>(
        `SELECT placement.article_id FROM target JOIN placement ON placement.target_id = target.id
         WHERE placement.slug = @slug AND (@targetId IS NULL OR target.id = @targetId) AND target.removed_at IS NULL
         ORDER BY placement.live DESC LIMIT 1`,
      )
      .pluck(),
  };

  return {
    read(): StoredPopularity {
      const row = statements.read.get();
      if (!row)
        return {
          source: { kind: 'hand' },
          windowHours: 24,
          rows: [],
          fetchedAt: null,
          passedOver: 0,
          error: null,
        };
      return {
        source: popularitySourceSchema.parse(JSON.parse(row.source)),
        windowHours: row.window_hours,
        rows: JSON.parse(row.rows) as StoredPopularity['rows'],
        fetchedAt: row.fetched_at,
        passedOver: row.passed_over,
        error: row.error === null ? null : (JSON.parse(row.error) as StoredPopularity['error']),
      };
    },
    write({ source, rows, error, ...rest }: StoredPopularity): void {
      statements.write.run({
        ...rest,
        source: JSON.stringify(source),
        rows: JSON.stringify(rows),
        error: error === null ? null : JSON.stringify(error),
      });
    },
    /** The article that an id, address or slug means, of a site where one is named; null where none is known. */
    articleOf(name: string, targetId: string | null): string | null {
      const own = statements.byId.get(name);
      if (own !== undefined) return own;
      const post = targetId === null ? undefined : statements.byRemoteId.get(targetId, name);
      if (post !== undefined) return post;
      const path = (URL.canParse(name) ? new URL(name).pathname : name).replace(/[?#].*$/, '');
      const slug =
        path
          .replace(/(?:\/index\.html|\.html)?\/*$/, '')
          .split('/')
          .at(-1) ?? '';
      return slug === '' ? null : (statements.bySlug.get({ targetId, slug }) ?? null);
    },
  };
}
