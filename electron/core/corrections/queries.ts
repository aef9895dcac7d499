/** All SQL about what the house has said of its stories; rows are mapped here. */
import {
  CORRECTION_MARKS,
  correctionMatterSchema,
  type CorrectionEntry,
  type CorrectionMark,
  type CorrectionMatter,
} from '../../../shared/contract/corrections.ts';
import type { Database } from '../database/open.ts';

/** As SQL gives it: the time in milliseconds since 1970, the matter as JSON. */
type CorrectionRow = Omit<CorrectionEntry, 'at' | 'matter'> & { at: number; matter: string };

const columns =
  'id AS correctionId, article_id AS articleId, revision_id AS revisionId, at, person_id AS personId, text, matter';

const MARK_OF: Record<CorrectionMatter['kind'], CorrectionMark> = {
  withdrawal: 'withdrawn',
  correction: 'corrected',
  reply: 'answered',
  'reply-to': 'reply',
};
const MOST_MARKED = 5_000;

function entryOf({ at, matter, ...row }: CorrectionRow): CorrectionEntry {
  return {
    ...row,
    at: new Date(at).toISOString(),
    matter: correctionMatterSchema.parse(JSON.parse(matter)),
  };
}

export function correctionQueries(database: Database) {
  const statements = {
    add: database.prepare(
      `INSERT INTO correction (id, request_id, article_id, revision_id, kind, other_article_id, matter, text, person_id, at)
       VALUES (@id, @requestId, @articleId, @revisionId, @kind, @otherArticleId, @matter, @text, @personId, @at)`,
    ),
    ofArticle: database.prepare<[string, number], CorrectionRow>(
      `SELECT ${columns} FROM correction WHERE article_id = ? AND revision_id <= ? ORDER BY number`,
    ),
    kinds: database.prepare<[number], { article_id: string; kinds: string }>(
      `SELECT article_id, json_group_array(DISTINCT kind) AS kinds FROM correction
       GROUP BY article_id ORDER BY max(number) DESC LIMIT ?`,
    ),
    ofRequest: database.prepare<[string, string], CorrectionRow>(
      `SELECT ${columns} FROM correction WHERE request_id = ? AND article_id = ?`,
    ),
    /** What leads to another story (a post of its own, a reply, what is answered), by either of them. */
    leadingToOthers: database.prepare<[{ articleId: string }], CorrectionRow>(
      `SELECT ${columns} FROM correction WHERE other_article_id IS NOT NULL
       AND (other_article_id = @articleId OR article_id = @articleId)`,
    ),
    correctedBy: database
      .prepare<[string], string>(
        "SELECT article_id FROM correction WHERE other_article_id = ? AND kind = 'correction'",
      )
      .pluck(),
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
    leadingToOthers: (articleId: string): CorrectionEntry[] =>
      statements.leadingToOthers.all({ articleId }).map(entryOf),
    /** The story that an article is the post of a correction of. */
    correctedBy: (articleId: string): string | null => statements.correctedBy.get(articleId) ?? null,
  };
}
