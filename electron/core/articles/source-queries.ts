/** All SQL about the sources of articles; rows are mapped here and nowhere else. */
import type { ArticleReference, ArticleSource } from '../../../shared/contract/article-sources.ts';
import type { PubStatus } from '../../../shared/contract/common.ts';
import { readStoredDocument, type ArticleDocument } from '../../../shared/document/vocabulary.ts';
import type { Database } from '../database/open.ts';
import { withdrawalReason } from '../database/withdrawal-reason.ts';

interface SourceRow {
  story_id: number;
  version_id: number;
  settled_version_id: number;
  uri: string;
  headline: string;
  source_name: string;
  credit_name: string;
  effective_status: PubStatus | null;
  withdrawal_reason: string | null;
  embargoed_until: number | null;
  embargo_unreadable: number | null;
  newest_version_id: number | null;
}

interface ReferenceRow {
  id: string;
  kind: ArticleReference['kind'];
  name: string;
  address: string | null;
  credit_name: string;
  content_hash: string;
  document: string;
  added_at: number;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function sourceOf(
  row: SourceRow,
): ArticleSource & { embargoUnreadable: boolean; newestVersionId: number | null } {
  return {
    storyId: row.story_id,
    versionId: row.version_id,
    uri: row.uri,
    headline: row.headline,
    sourceName: row.source_name,
    creditName: row.credit_name,
    effectiveStatus: row.effective_status ?? 'usable',
    withdrawalReason: row.withdrawal_reason,
    embargoed: row.embargoed_until === null ? null : instant(row.embargoed_until),
    outdated: row.newest_version_id !== null && row.newest_version_id !== row.settled_version_id,
    embargoUnreadable: row.embargo_unreadable === 1,
    newestVersionId: row.newest_version_id,
  };
}

function referenceOf(row: Omit<ReferenceRow, 'document'>): ArticleReference {
  return {
    referenceId: row.id,
    kind: row.kind,
    name: row.name,
    address: row.address,
    creditName: row.credit_name,
    contentHash: row.content_hash,
    addedAt: instant(row.added_at),
  };
}

/** What is kept of a story that is taken off the sources. */
const COLUMNS =
  'article_id, story_id, version_id, settled_version_id, settled_status, uri, headline, source_name, credit_name, added_at';

export type SourceQueries = ReturnType<typeof sourceQueries>;

export function sourceQueries(database: Database) {
  const statements = {
    addStory: database.prepare(
      `INSERT INTO article_source (article_id, story_id, version_id, settled_version_id, uri, headline, source_name, credit_name, added_at)
       VALUES (@articleId, @storyId, @versionId, @versionId, @uri, @headline, @sourceName, @creditName, @now)
       ON CONFLICT (article_id, story_id) DO UPDATE SET version_id = excluded.version_id`,
    ),
    story: database.prepare<[string, number], { version_id: number; source_name: string; headline: string }>(
      'SELECT version_id, source_name, headline FROM article_source WHERE article_id = ? AND story_id = ?',
    ),
    keepRemoved: database.prepare(
      `INSERT OR REPLACE INTO removed_source (${COLUMNS}, removed_at)
       SELECT ${COLUMNS}, ? FROM article_source WHERE article_id = ? AND story_id = ?`,
    ),
    removeStory: database.prepare('DELETE FROM article_source WHERE article_id = ? AND story_id = ?'),
    restoreStory: database.prepare(
      `INSERT INTO article_source (${COLUMNS})
       SELECT ${COLUMNS} FROM removed_source WHERE article_id = ? AND story_id = ? ON CONFLICT DO NOTHING`,
    ),
    forgetRemoved: database.prepare('DELETE FROM removed_source WHERE article_id = ? AND story_id = ?'),
    stories: database.prepare<[string], SourceRow>(
      `SELECT a.story_id, a.version_id, a.settled_version_id, a.uri, a.headline, a.source_name, a.credit_name,
         s.effective_status, ${withdrawalReason('s')} AS withdrawal_reason, s.embargoed_until, s.embargo_unreadable, s.newest_version_id
       FROM article_source a LEFT JOIN wire.story s ON s.id = a.story_id
       WHERE a.article_id = ? ORDER BY a.added_at, a.story_id`,
    ),
    addReference: database.prepare(
      `INSERT INTO article_reference (id, article_id, kind, name, address, credit_name, content_hash, document, added_at, added_by)
       VALUES (@referenceId, @articleId, @kind, @name, @address, @creditName, @contentHash, @documentJson, @now, @addedBy)`,
    ),
    references: database.prepare<[string], Omit<ReferenceRow, 'document'>>(
      `SELECT id, kind, name, address, credit_name, content_hash, added_at FROM article_reference
       WHERE article_id = ? AND removed_at IS NULL ORDER BY added_at, id`,
    ),
    reference: database.prepare<[string, string], ReferenceRow>(
      'SELECT * FROM article_reference WHERE article_id = ? AND id = ?',
    ),
    removeReference: database.prepare(
      'UPDATE article_reference SET removed_at = ? WHERE article_id = ? AND id = ?',
    ),
  };

  return {
    addStory(source: {
      articleId: string;
      storyId: number;
      versionId: number;
      uri: string;
      headline: string;
      sourceName: string;
      creditName: string;
      now: number;
    }): void {
      statements.addStory.run(source);
    },
    /** Null where it is no source of the article. */
    story(articleId: string, storyId: number): { versionId: number; name: string } | null {
      const row = statements.story.get(articleId, storyId);
      return row ? { versionId: row.version_id, name: `${row.source_name} · ${row.headline}` } : null;
    },
    /** Call it inside a transaction. */
    removeStory(articleId: string, storyId: number, now: number): void {
      statements.keepRemoved.run(now, articleId, storyId);
      statements.removeStory.run(articleId, storyId);
    },
    /** Puts one that was removed where it was; false where none was. Call it inside a transaction. */
    restoreStory(articleId: string, storyId: number): boolean {
      statements.restoreStory.run(articleId, storyId);
      return statements.forgetRemoved.run(articleId, storyId).changes > 0;
    },
    stories: (articleId: string) => statements.stories.all(articleId).map(sourceOf),
    addReference({
      document,
      ...reference
    }: Omit<ArticleReference, 'addedAt'> & {
      articleId: string;
      document: ArticleDocument;
      now: number;
      addedBy: string;
    }): void {
      statements.addReference.run({ ...reference, documentJson: JSON.stringify(document) });
    },
    references: (articleId: string): ArticleReference[] =>
      statements.references.all(articleId).map(referenceOf),
    /** Those taken off the sources are still found. */
    reference(
      articleId: string,
      referenceId: string,
    ): (ArticleReference & { document: ArticleDocument }) | null {
      const row = statements.reference.get(articleId, referenceId);
      if (!row) return null;
      return { ...referenceOf(row), document: readStoredDocument(JSON.parse(row.document)) };
    },
    /** `at`: milliseconds since 1970, or null to put it back. */
    removeReference: (articleId: string, referenceId: string, at: number | null): boolean =>
      statements.removeReference.run(at, articleId, referenceId).changes > 0,
  };
}
