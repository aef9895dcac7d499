/** All SQL about what stands of an article at a target. */
import type { Database } from '../database/open.ts';
import type { RemotePost } from './target.ts';

/** What stands (or stood) of an article at a target. */
export interface Placement {
  articleId: string;
  targetId: string;
  /** Null where the target has nothing of it any more. */
  remote: RemotePost | null;
  slug: string;
  url: string | null;
  revisionId: number;
  live: boolean;
  firstPublishedAt: number;
  updatedAt: number;
}

interface PlacementRow {
  article_id: string;
  target_id: string;
  remote: string | null;
  slug: string;
  url: string | null;
  revision_id: number;
  live: number;
  first_published_at: number;
  updated_at: number;
}

function placementOf(row: PlacementRow): Placement {
  return {
    articleId: row.article_id,
    targetId: row.target_id,
    remote: row.remote === null ? null : (JSON.parse(row.remote) as RemotePost),
    slug: row.slug,
    url: row.url,
    revisionId: row.revision_id,
    live: row.live === 1,
    firstPublishedAt: row.first_published_at,
    updatedAt: row.updated_at,
  };
}

export function placementQueries(database: Database) {
  const statements = {
    placement: database.prepare<[string, string], PlacementRow>(
      'SELECT * FROM placement WHERE article_id = ? AND target_id = ?',
    ),
    placementsOfTarget: database.prepare<[string], PlacementRow>(
      'SELECT * FROM placement WHERE target_id = ? AND live = 1 ORDER BY first_published_at DESC, article_id',
    ),
    placementsOfArticle: database.prepare<[string], PlacementRow & { target_name: string }>(
      `SELECT placement.*, target.name AS target_name FROM placement JOIN target ON target.id = target_id
       WHERE article_id = ? AND live = 1 ORDER BY first_published_at DESC`,
    ),
    articleOfPost: database
      .prepare<[string, string], string>(
        `SELECT article_id FROM placement WHERE target_id = ? AND json_extract(remote, '$.remoteId') = ?`,
      )
      .pluck(),
    slugTaken: database
      .prepare<[string, string, string], number>(
        'SELECT count(*) FROM placement WHERE target_id = ? AND slug = ? AND article_id <> ?',
      )
      .pluck(),
    liveCount: database
      .prepare<[string], number>(
        `SELECT count(*) FROM placement JOIN target ON target.id = placement.target_id
         WHERE article_id = ? AND live = 1 AND target.removed_at IS NULL`,
      )
      .pluck(),
    liveTargets: database.prepare<
      [string],
      { article_id: string; target_id: string; name: string; url: string | null }
    >(
      `SELECT placement.article_id, placement.target_id, target.name, placement.url
       FROM placement JOIN target ON target.id = placement.target_id
       WHERE placement.live = 1 AND target.removed_at IS NULL
         AND placement.article_id IN (SELECT value FROM json_each(?))
       ORDER BY target.created_at, target.id`,
    ),
    /** Articles that went, or are to go, to some other place than this. */
    elsewhere: database
      .prepare<{ targetId: string; articleIds: string }, string>(
        `SELECT article_id FROM placement WHERE target_id <> @targetId
           AND article_id IN (SELECT value FROM json_each(@articleIds))
         UNION SELECT article_id FROM delivery WHERE target_id <> @targetId
           AND article_id IN (SELECT value FROM json_each(@articleIds))`,
      )
      .pluck(),
    writePlacement: database.prepare(
      `INSERT INTO placement (article_id, target_id, remote, slug, url, revision_id, live, first_published_at, updated_at)
       VALUES (@articleId, @targetId, @remote, @slug, @url, @revisionId, @live, @firstPublishedAt, @updatedAt)
       ON CONFLICT (article_id, target_id) DO UPDATE SET remote = excluded.remote, slug = excluded.slug,
         url = excluded.url, revision_id = excluded.revision_id, live = excluded.live,
         first_published_at = excluded.first_published_at, updated_at = excluded.updated_at`,
    ),

    /** What the desk knows of itself ends with the latest thing in it. */
    noteWentBack: database.prepare<[number]>(
      `INSERT INTO went_back (at, since) SELECT ?, coalesce(max(updated_at), 0) FROM
         (SELECT updated_at FROM article UNION ALL SELECT updated_at FROM delivery)`,
    ),
    recordsLostSince: database
      .prepare<[string], number | null>(
        `SELECT min(went_back.since) FROM went_back JOIN article ON article.created_at <= went_back.at
         WHERE article.id = ?`,
      )
      .pluck(),
  };

  return {
    /** The article that stands at the target as that post. */
    articleOfPost: (targetId: string, remoteId: string): string | null =>
      statements.articleOfPost.get(targetId, remoteId) ?? null,
    placement(articleId: string, targetId: string): Placement | null {
      const row = statements.placement.get(articleId, targetId);
      return row ? placementOf(row) : null;
    },
    placementsOfTarget: (targetId: string): Placement[] =>
      statements.placementsOfTarget.all(targetId).map(placementOf),
    /** Where an article is live. */
    placementsOfArticle: (articleId: string): (Placement & { targetName: string })[] =>
      statements.placementsOfArticle
        .all(articleId)
        .map((row) => ({ ...placementOf(row), targetName: row.target_name })),
    isSlugTaken: (targetId: string, slug: string, articleId: string): boolean =>
      (statements.slugTaken.get(targetId, slug, articleId) ?? 0) > 0,
    isLiveAnywhere: (articleId: string): boolean => (statements.liveCount.get(articleId) ?? 0) > 0,
    liveTargets: (articleIds: string[]) => statements.liveTargets.all(JSON.stringify(articleIds)),
    /** Of the articles those with something at, or on its way to, another target than this. */
    elsewhere: (articleIds: readonly string[], targetId: string): Set<string> =>
      new Set(statements.elsewhere.all({ targetId, articleIds: JSON.stringify(articleIds) })),
    writePlacement(placement: Placement): void {
      statements.writePlacement.run({
        ...placement,
        remote: placement.remote === null ? null : JSON.stringify(placement.remote),
        live: placement.live ? 1 : 0,
      });
    },

    /** An earlier state of the desk was put in place at `at`. */
    noteWentBack(at: number): void {
      statements.noteWentBack.run(at);
    },
    /**
     * From when on (milliseconds since 1970) the article may have been published without our records knowing, because
     * the desk went back since it was made; null where they are whole.
     */
    recordsLostSince: (articleId: string): number | null =>
      statements.recordsLostSince.get(articleId) ?? null,
  };
}
