/** All SQL about the stories a front can show: how they stand, which a rule finds, which can be placed. */
import type { FillRule } from '../../../shared/contract/front-content.ts';
import type { Database } from '../database/open.ts';

/** Of the newest at a target so many are looked through for a rule, so that no rule works through the archive. */
const RULE_REACH = 3_000;

/** How an article stands: its working copy and what readers see of it. Times in milliseconds since 1970. */
export interface StandingRow {
  articleId: string;
  state: string;
  trashed: number;
  base: number;
  updatedAt: number;
  teaser: string;
  /** Of the revision readers see; null where they see none. */
  revisionId: number | null;
  publishedAt: number | null;
  url: string | null;
  scheduledAt: number | null;
  /** When the house last corrected it in public. */
  correctedAt: number | null;
  /** For which the house took it back, one of WITHDRAWAL_GROUNDS; null where it did not. */
  withdrawalGround: string | null;
}

interface PoolRow {
  id: string;
  sort: number;
}

/** The house took it back: what stands at its address is the announcement. */
const withdrawn = `EXISTS (SELECT 1 FROM correction WHERE correction.article_id = placement.article_id AND correction.kind = 'withdrawal')`;

const live = `placement.live = 1 AND target.removed_at IS NULL AND (@targetId IS NULL OR placement.target_id = @targetId)
  AND NOT ${withdrawn}`;

/** Conditions on the revision readers see, by kind of rule. */
const ruleConditions: Record<Exclude<FillRule['kind'], 'popular'>, string> = {
  latest: '',
  section: `AND revision.fields ->> 'section' = @value`,
  tag: `AND EXISTS (SELECT 1 FROM json_each(revision.fields, '$.tags') WHERE lower(trim(json_each.value)) = @value)`,
  author: `AND instr(lower(revision.fields ->> 'byline'), @value) > 0`,
};

export type StoryQueries = ReturnType<typeof storyQueries>;

export function storyQueries(database: Database) {
  const standing = database.prepare<{ articleId: string; targetId: string | null }, StandingRow>(
    `SELECT article.id AS articleId, article.state, article.trashed_at IS NOT NULL AS trashed, article.base,
       article.updated_at AS updatedAt, article.teaser, shown.revision_id AS revisionId,
       shown.first_published_at AS publishedAt, shown.url,
       (SELECT min(publish_at) FROM delivery WHERE delivery.article_id = article.id AND delivery.publish_at IS NOT NULL
          AND delivery.state IN ('scheduled', 'queued', 'sending', 'retry')
          AND (@targetId IS NULL OR delivery.target_id = @targetId)) AS scheduledAt,
       (SELECT max(at) FROM correction WHERE correction.article_id = article.id AND correction.kind = 'correction') AS correctedAt,
       (SELECT matter ->> 'ground' FROM correction
         WHERE correction.article_id = article.id AND correction.kind = 'withdrawal' ORDER BY number DESC LIMIT 1) AS withdrawalGround
     FROM article LEFT JOIN (
       SELECT placement.* FROM placement JOIN target ON target.id = placement.target_id
       WHERE placement.article_id = @articleId AND ${live} ORDER BY placement.first_published_at LIMIT 1
     ) AS shown ON shown.article_id = article.id
     WHERE article.id = @articleId`,
  );
  const targets = database.prepare<[], string>('SELECT id FROM target WHERE removed_at IS NULL').pluck();
  const document = {
    ofRevision: database.prepare<[number], { fields: string; document: string; createdAt: number }>(
      'SELECT fields, document, created_at AS createdAt FROM revision WHERE id = ?',
    ),
    ofArticle: database.prepare<[string], { fields: string; document: string; createdAt: number }>(
      'SELECT fields, document, updated_at AS createdAt FROM article WHERE id = ?',
    ),
  };
  const scheduled = database
    .prepare<{ section: string | null; match: string | null; limit: number }, string>(
      `SELECT article.id FROM delivery JOIN article ON article.id = delivery.article_id
       WHERE delivery.publish_at IS NOT NULL AND delivery.state IN ('scheduled', 'queued', 'sending', 'retry')
         AND article.trashed_at IS NULL AND (@section IS NULL OR article.section = @section)
         AND (@match IS NULL OR article.number IN (SELECT rowid FROM article_search WHERE article_search MATCH @match))
       GROUP BY article.id ORDER BY min(delivery.publish_at), article.id LIMIT @limit`,
    )
    .pluck();
  const rules = Object.fromEntries(
    Object.entries(ruleConditions).map(([kind, condition]) => [
      kind,
      database.prepare<{ targetId: string; value: string; limit: number }, PoolRow>(
        `SELECT newest.article_id AS id, newest.first_published_at AS sort
         FROM (SELECT article_id, revision_id, first_published_at FROM placement
               WHERE target_id = @targetId AND live = 1 AND NOT ${withdrawn} ORDER BY first_published_at DESC, article_id LIMIT ${RULE_REACH}) AS newest
           JOIN article ON article.id = newest.article_id ${condition === '' ? '' : 'JOIN revision ON revision.id = newest.revision_id'}
         WHERE article.trashed_at IS NULL ${condition}
         ORDER BY newest.first_published_at DESC, newest.article_id LIMIT @limit`,
      ),
    ]),
  ) as Record<
    keyof typeof ruleConditions,
    ReturnType<typeof database.prepare<{ targetId: string; value: string; limit: number }, PoolRow>>
  >;

  return {
    /** At one target, or (null) wherever it is live; null where there is no such article. */
    standing: (articleId: string, targetId: string | null): StandingRow | null =>
      standing.get({ articleId, targetId }) ?? null,
    revision: (revisionId: number) => document.ofRevision.get(revisionId) ?? null,
    workingCopy: (articleId: string) => document.ofArticle.get(articleId) ?? null,
    /** Articles with a time to come, the nearest first; `match` is the search as FTS5 takes it. */
    scheduled: (section: string | null, match: string | null, limit: number): string[] =>
      scheduled.all({ section, match, limit }),
    /** Live at a target, or (null) anywhere, the newest first. */
    found(rule: Exclude<FillRule, { kind: 'popular' }>, targetId: string | null, limit: number): string[] {
      const value =
        rule.kind === 'section'
          ? rule.section
          : rule.kind === 'tag'
            ? rule.tag.trim().toLowerCase()
            : rule.kind === 'author'
              ? rule.author.trim().toLowerCase()
              : '';
      const places = targetId === null ? targets.all() : [targetId];
      const rows = places.flatMap((place) => rules[rule.kind].all({ targetId: place, value, limit }));
      // Live at several places: it counts from the first time it was out.
      const firstOut = new Map<string, number>();
      for (const { id, sort } of rows) firstOut.set(id, Math.min(sort, firstOut.get(id) ?? sort));
      return [...firstOut]
        .sort(([one, at], [other, otherAt]) => otherAt - at || (one < other ? -1 : 1))
        .slice(0, limit)
        .map(([id]) => id);
    },
  };
}
