/** All SQL about what the house has said of its stories; rows are mapped here. */
import {
  CORRECTION_MARKS,
  correctionMatterSchema,
  type CorrectionEntry,
  type CorrectionMark,
  type CorrectionMatter,
} from '../../../shared/contract/corrections.ts';
import type { Database } from '../database/open.ts';

interface CorrectionRow {
  id: string;
  article_id: string;
  revision_id: number;
  matter: string;
  text: string;
  person_id: string;
  at: number;
}

const MARK_OF: Record<CorrectionMatter['kind'], CorrectionMark> = {
  withdrawal: 'withdrawn',
  correction: 'corrected',
  reply: 'answered',
  'reply-to': 'reply',
};
const MOST_MARKED = 5_000;

function entryOf(row: CorrectionRow): CorrectionEntry {
  return {
    correctionId: row.id,
    articleId: row.article_id,
    revisionId: row.revision_id,
    at: new Date(row.at).toISOString(),
    personId: row.person_id,
    text: row.text,
    matter: correctionMatterSchema.parse(JSON.parse(row.matter)),
  };
}

export function correctionQueries(database: Database) {
  const statements = {
    add: database.prepare(
      `INSERT INTO correction (id, request_id, article_id, revision_id, kind, other_article_id, matter, text, person_id, at)
       VALUES (@id, @requestId, @articleId, @revisionId, @kind, @otherArticleId, @matter, @text, @personId, @at)`,
    ),
    ofArticle: database.prepare<[string, number], CorrectionRow>(
      'SELECT * FROM correction WHERE article_id = ? AND revision_id <= ? ORDER BY number',
    ),
    kinds: database.prepare<[number], { article_id: string; kinds: string }>(
      `SELECT article_id, json_group_array(DISTINCT kind) AS kinds FROM correction
       GROUP BY article_id ORDER BY max(number) DESC LIMIT ?`,
    ),
    ofRequest: database.prepare<[string, string], CorrectionRow>(
      'SELECT * FROM correction WHERE request_id = ? AND article_id = ?',
    ),
    /** Corrections in a post of their own, by that post or by the story it is about. */
    withOwnPost: database.prepare<[{ articleId: string }], CorrectionRow>(
      `SELECT * FROM correction WHERE kind = 'correction' AND other_article_id IS NOT NULL
       AND (other_article_id = @articleId OR article_id = @articleId)`,
    ),
  };
  return {
    add(entry: CorrectionEntry, requestId: string): void {
      const { matter } = entry;
      statements.add.run({
        id: entry.correctionId,
        requestId,
        articleId: entry.articleId,
        revisionId: entry.revisionId,
        kind: matter.kind,
        otherArticleId: matter.kind === 'withdrawal' ? null : matter.otherArticleId,
        matter: JSON.stringify(matter),
        text: entry.text,
        personId: entry.personId,
        at: Date.parse(entry.at),
      });
    },
    /** What a revision carries, the earliest first. */
    carriedBy: (articleId: string, revisionId: number): CorrectionEntry[] =>
      statements.ofArticle.all(articleId, revisionId).map(entryOf),
    /** What lists show of each story, its gravest kind; of those about which something was filed last. */
    marks(): Record<string, CorrectionMark> {
      const marked = statements.kinds.all(MOST_MARKED).flatMap(({ article_id: articleId, kinds }) => {
        const marks = (JSON.parse(kinds) as CorrectionMatter['kind'][]).map((kind) => MARK_OF[kind]);
        const gravest = CORRECTION_MARKS.find((mark) => marks.includes(mark));
        return gravest === undefined ? [] : [[articleId, gravest] as const];
      });
      return Object.fromEntries(marked);
    },
    ofRequest(requestId: string, articleId: string): CorrectionEntry | null {
      const row = statements.ofRequest.get(requestId, articleId);
      return row ? entryOf(row) : null;
    },
    withOwnPost: (articleId: string): CorrectionEntry[] =>
      statements.withOwnPost.all({ articleId }).map(entryOf),
  };
}
