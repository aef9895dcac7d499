/** All SQL of the articles slice; rows are mapped to contract shapes here and nowhere else. */
import type { SourcesOfArticle } from '../../../shared/contract/article-sources.ts';
import type { Article, ArticleFields, ArticleState } from '../../../shared/contract/articles.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import type { Assignment } from '../../../shared/contract/people.ts';
import { readStoredDocument, type ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { articleAddress } from '../../../shared/domain/slug.ts';
import type { Database } from '../database/open.ts';

export interface StoredArticle {
  articleId: string;
  number: number;
  state: ArticleState;
  base: number;
  fields: ArticleFields;
  document: ArticleDocument;
  wordCount: number;
  createdAt: number;
  updatedAt: number;
  /** Whose words the working copy holds last; null in articles older than the list of people. */
  editedBy: string | null;
  trashed: boolean;
}

export interface StoredRevision {
  revisionId: number;
  articleId: string;
  createdAt: number;
  reason: string;
  note: string;
  personId: string | null;
  personCode: string;
  base: number;
  fields: ArticleFields;
  document: ArticleDocument;
  wordCount: number;
}

/** What is written with a working copy besides fields and document: what lists and search need of it. */
export interface WorkingCopyRow {
  articleId: string;
  base: number;
  state: ArticleState;
  fields: ArticleFields;
  document: ArticleDocument;
  teaser: string;
  text: string;
  wordCount: number;
  editedBy: string | null;
  now: number;
}

interface ArticleRow {
  number: number;
  id: string;
  state: ArticleState;
  base: number;
  fields: string;
  document: string;
  word_count: number;
  created_at: number;
  updated_at: number;
  edited_by: string | null;
  trashed_at: number | null;
}

interface RevisionRow {
  id: number;
  article_id: string;
  created_at: number;
  reason: string;
  note: string;
  person_id: string | null;
  person_code: string;
  base: number;
  fields: string;
  document: string;
  word_count: number;
}

interface SameHeadlineRow {
  id: string;
  headline: string;
  state: ArticleState;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Stored fields are read through the schema, so that fields added later get their defaults. */
function fieldsOf(json: string): ArticleFields {
  return articleFieldsSchema.parse(JSON.parse(json));
}

function articleOf(row: ArticleRow): StoredArticle {
  return {
    articleId: row.id,
    number: row.number,
    state: row.state,
    base: row.base,
    fields: fieldsOf(row.fields),
    document: readStoredDocument(JSON.parse(row.document)),
    wordCount: row.word_count,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    editedBy: row.edited_by,
    trashed: row.trashed_at !== null,
  };
}

function revisionOf(row: RevisionRow): StoredRevision {
  return {
    revisionId: row.id,
    articleId: row.article_id,
    createdAt: row.created_at,
    reason: row.reason,
    note: row.note,
    personId: row.person_id,
    personCode: row.person_code,
    base: row.base,
    fields: fieldsOf(row.fields),
    document: readStoredDocument(JSON.parse(row.document)),
    wordCount: row.word_count,
  };
}

export type ArticleQueries = ReturnType<typeof articleQueries>;

export function articleQueries(database: Database) {
  const statements = {
    insert: database.prepare(
      `INSERT INTO article (id, state, base, fields, document, headline, address, section, byline, teaser, word_count, edited_by, created_at, updated_at)
       VALUES (@articleId, @state, @base, @fieldsJson, @documentJson, @headline, @address, @section, @byline, @teaser, @wordCount, @editedBy, @now, @now)`,
    ),
    update: database.prepare(
      `UPDATE article SET state = @state, base = @base, fields = @fieldsJson, document = @documentJson,
         headline = @headline, address = @address, section = @section, byline = @byline, teaser = @teaser, word_count = @wordCount,
         edited_by = @editedBy, updated_at = @now
       WHERE id = @articleId`,
    ),
    get: database.prepare<[string], ArticleRow>('SELECT * FROM article WHERE id = ?'),
    unindex: database.prepare('DELETE FROM article_search WHERE rowid = ?'),
    index: database.prepare('INSERT INTO article_search (rowid, headline, body) VALUES (?, ?, ?)'),
    isIndexed: database
      .prepare<[], number>(
        'SELECT (SELECT count(*) FROM article_search_docsize) = (SELECT count(*) FROM article)',
      )
      .pluck(),
    emptyIndex: database.prepare("INSERT INTO article_search (article_search) VALUES ('delete-all')"),
    ids: database.prepare<[], string>('SELECT id FROM article').pluck(),
    ofHeadline: database.prepare<[string, string], SameHeadlineRow>(
      `SELECT id, headline, state FROM article
       WHERE headline = ? COLLATE NOCASE AND id <> ? AND trashed_at IS NULL ORDER BY number DESC LIMIT 5`,
    ),
    ofAddress: database.prepare<[string, string], SameHeadlineRow>(
      `SELECT id, headline, state FROM article
       WHERE address = ? AND id <> ? AND trashed_at IS NULL ORDER BY number DESC LIMIT 5`,
    ),
    trash: database.prepare('UPDATE article SET trashed_at = ? WHERE id = ?'),
    counts: database.prepare<[], { state: ArticleState; count: number }>(
      'SELECT state, count(*) AS count FROM article WHERE trashed_at IS NULL GROUP BY state',
    ),
    ofStory: database
      .prepare<[number], string>(
        'SELECT article_id FROM article_source JOIN article ON article.id = article_id WHERE story_id = ? AND trashed_at IS NULL',
      )
      .pluck(),
    writtenFrom: database.prepare<
      [string],
      { id: string; headline: string; base: number; sent: number; moves: number; trashed: number }
    >(
      `SELECT id, headline, base, trashed_at IS NOT NULL AS trashed,
         EXISTS (SELECT 1 FROM assignment WHERE assignment.article_id = article.id) AS sent,
         (SELECT count(*) FROM activity WHERE activity.article_id = article.id AND entry ->> 'kind' = 'state'
           AND 'published' IN (entry ->> 'from', entry ->> 'to')) AS moves
       FROM article
       WHERE id IN (SELECT article_id FROM article_source WHERE story_id IN (SELECT value FROM json_each(?)))
       ORDER BY number`,
    ),
    erase: [
      'DELETE FROM article_search WHERE rowid = (SELECT number FROM article WHERE id = @articleId)',
      'DELETE FROM mutation WHERE article_id = @articleId',
      'DELETE FROM article_source WHERE article_id = @articleId',
      'DELETE FROM removed_source WHERE article_id = @articleId',
      'DELETE FROM article_reference WHERE article_id = @articleId',
      'DELETE FROM revision WHERE article_id = @articleId',
      'DELETE FROM activity WHERE article_id = @articleId',
      'DELETE FROM article WHERE id = @articleId',
    ].map((statement) => database.prepare<{ articleId: string }>(statement)),
    findMutation: database.prepare<[string], { article_id: string; base: number; saved_at: number }>(
      'SELECT article_id, base, saved_at FROM mutation WHERE id = ?',
    ),
    addMutation: database.prepare(
      'INSERT INTO mutation (id, article_id, base, saved_at) VALUES (?, ?, ?, ?)',
    ),
    forgetMutations: database.prepare('DELETE FROM mutation WHERE saved_at < ?'),
    addRevision: database.prepare(
      `INSERT INTO revision (article_id, created_at, reason, note, person_id, person_code, base, fields, document, word_count)
       VALUES (@articleId, @now, @reason, @note, @personId, @personCode, @base, @fieldsJson, @documentJson, @wordCount)`,
    ),
    revisions: database.prepare<[string], Omit<RevisionRow, 'fields' | 'document'>>(
      `SELECT id, article_id, created_at, reason, note, person_id, person_code, base, word_count FROM revision
       WHERE article_id = ? ORDER BY id DESC`,
    ),
    revision: database.prepare<[number], RevisionRow>('SELECT * FROM revision WHERE id = ?'),
    newestRevision: database.prepare<[string], { id: number; base: number; created_at: number }>(
      'SELECT id, base, created_at FROM revision WHERE article_id = ? ORDER BY id DESC LIMIT 1',
    ),
    revisionCount: database
      .prepare<[string], number>('SELECT count(*) FROM revision WHERE article_id = ?')
      .pluck(),
  };

  function workingCopyParameters(row: WorkingCopyRow) {
    return {
      articleId: row.articleId,
      state: row.state,
      base: row.base,
      fieldsJson: JSON.stringify(row.fields),
      documentJson: JSON.stringify(row.document),
      headline: row.fields.headline,
      address: articleAddress(row.fields),
      section: row.fields.section,
      byline: row.fields.byline,
      teaser: row.teaser,
      wordCount: row.wordCount,
      editedBy: row.editedBy,
      now: row.now,
    };
  }

  return {
    insert(row: WorkingCopyRow): void {
      const { lastInsertRowid } = statements.insert.run(workingCopyParameters(row));
      statements.index.run(lastInsertRowid, row.fields.headline, row.text);
    },
    update(number: number, row: WorkingCopyRow): void {
      statements.update.run(workingCopyParameters(row));
      statements.unindex.run(number);
      statements.index.run(number, row.fields.headline, row.text);
    },
    /** Whether the search index knows as many articles as there are. */
    isIndexed: (): boolean => statements.isIndexed.get() === 1,
    emptyIndex: () => statements.emptyIndex.run(),
    index: (article: StoredArticle, text: string) =>
      statements.index.run(article.number, article.fields.headline, text),
    ids: () => statements.ids.all(),
    get(articleId: string): StoredArticle | null {
      const row = statements.get.get(articleId);
      return row ? articleOf(row) : null;
    },
    setTrashed(articleId: string, at: number | null): void {
      statements.trash.run(at, articleId);
    },
    /**
     * Other articles with this headline, and at this address, newest first. Where no slug was typed, those that have the
     * address by having the headline are told of once.
     */
    sameHeadline(articleId: string, headline: string, slug: string) {
      const found = (rows: SameHeadlineRow[]) => rows.map(({ id, ...row }) => ({ articleId: id, ...row }));
      const address = articleAddress({ headline, slug });
      const ofHeadline = headline === '' ? [] : found(statements.ofHeadline.all(headline, articleId));
      const ofAddress = address === '' ? [] : found(statements.ofAddress.all(address, articleId));
      const told = new Set(slug === '' ? ofHeadline.map((one) => one.articleId) : []);
      return { headline: ofHeadline, slug: ofAddress.filter((one) => !told.has(one.articleId)) };
    },
    counts: () => statements.counts.all(),
    articlesOfStory: (storyId: number) => statements.ofStory.all(storyId),
    /** Articles written from any of these stories, those in the bin included; `moves`: how often deliveries moved their state. */
    writtenFrom: (storyIds: readonly number[]) =>
      statements.writtenFrom.all(JSON.stringify(storyIds)).map(({ id, sent, trashed, ...row }) => ({
        articleId: id,
        ...row,
        sent: sent === 1,
        trashed: trashed === 1,
      })),
    /** Deletes an article and all its own rows; refused by SQLite where another slice's rows name it. */
    erase(articleId: string): void {
      for (const statement of statements.erase) statement.run({ articleId });
    },
    findMutation: (id: string) => statements.findMutation.get(id),
    addMutation(id: string, articleId: string, base: number, savedAt: number): void {
      statements.addMutation.run(id, articleId, base, savedAt);
    },
    forgetMutations: (before: number) => statements.forgetMutations.run(before),
    addRevision(revision: Omit<StoredRevision, 'revisionId' | 'createdAt'> & { now: number }): number {
      const { fields, document, ...rest } = revision;
      return Number(
        statements.addRevision.run({
          ...rest,
          fieldsJson: JSON.stringify(fields),
          documentJson: JSON.stringify(document),
        }).lastInsertRowid,
      );
    },
    revisions: (articleId: string) => statements.revisions.all(articleId),
    revision(revisionId: number): StoredRevision | null {
      const row = statements.revision.get(revisionId);
      return row ? revisionOf(row) : null;
    },
    newestRevision: (articleId: string) => statements.newestRevision.get(articleId) ?? null,
    revisionCount: (articleId: string) => statements.revisionCount.get(articleId) ?? 0,
  };
}

/** The contract's shape of a stored article. */
export function toContractArticle(
  article: StoredArticle,
  sources: SourcesOfArticle,
  assignment: Assignment | null,
  revisionCount: number,
): Article {
  return {
    articleId: article.articleId,
    state: article.state,
    base: article.base,
    fields: article.fields,
    document: article.document,
    ...sources,
    createdAt: instant(article.createdAt),
    updatedAt: instant(article.updatedAt),
    assignment,
    revisionCount,
    trashed: article.trashed,
  };
}
