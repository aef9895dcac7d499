/** All SQL of the impact slice; rows are mapped here and nowhere else. Times in milliseconds since 1970. */
import type { ArticleState, PubStatus } from '../../../shared/contract/common.ts';
import type { ImpactKind, ImpactState, MendedSentence } from '../../../shared/contract/impact.ts';
import { rankOf } from '../../../shared/domain/decide-impact.ts';
import type { Database } from '../database/open.ts';

/** An article made from a story, and up to where somebody has decided what its changes mean. */
export interface MadeFrom {
  articleId: string;
  versionId: number;
  status: PubStatus;
}

export interface StoredImpact {
  impactId: number;
  articleId: string;
  storyId: number;
  state: ImpactState;
  kinds: ImpactKind[];
  /** What the article was brought up to when it was opened. */
  baseVersionId: number;
  baseStatus: PubStatus;
  /** What it is about now. */
  versionId: number;
  status: PubStatus;
  openedAt: number;
  changedAt: number;
  closedAt: number | null;
  /** Id of a person; null while it is open, and where the source went back to what it was. */
  closedBy: string | null;
  reason: string;
  mended: MendedSentence[];
}

/** An open entry, and how often somebody was told again since its source last changed. */
export interface OpenSince {
  impactId: number;
  articleId: string;
  headline: string;
  state: ArticleState;
  changedAt: number;
  reminders: number;
}

export interface ListedImpact extends StoredImpact {
  storyHeadline: string;
  sourceName: string;
  articleHeadline: string;
  articleState: ArticleState;
}

/** As SQL gives it, lists as JSON. */
type Row<Entry extends StoredImpact> = Omit<Entry, 'kinds' | 'mended'> & { kinds: string; mended: string };

function entryOf<Entry extends StoredImpact>({ kinds, mended, ...row }: Row<Entry>) {
  return {
    ...row,
    kinds: JSON.parse(kinds) as ImpactKind[],
    mended: JSON.parse(mended) as MendedSentence[],
  };
}

const columns = `impact.id AS impactId, impact.article_id AS articleId, impact.story_id AS storyId, impact.state, impact.kinds,
    impact.base_version_id AS baseVersionId, impact.base_status AS baseStatus, impact.version_id AS versionId, impact.status,
    impact.opened_at AS openedAt, impact.changed_at AS changedAt, impact.closed_at AS closedAt, impact.closed_by AS closedBy,
    impact.reason, impact.mended`;

/** An open entry is of no use where its article is in the bin or its story no source any more; it comes back with them. */
const listed = `SELECT ${columns}, coalesce(used.headline, '') AS storyHeadline, coalesce(used.source_name, '') AS sourceName,
    article.headline AS articleHeadline, article.state AS articleState
  FROM impact JOIN article ON article.id = impact.article_id AND article.trashed_at IS NULL
  LEFT JOIN article_source used ON used.article_id = impact.article_id AND used.story_id = impact.story_id`;
const isOpen = `impact.state = 'open' AND used.story_id IS NOT NULL`;

export function impactQueries(database: Database) {
  const statements = {
    progress: database.prepare<[], number | null>('SELECT looked_up_to FROM impact_progress').pluck(),
    setProgress: database.prepare('UPDATE impact_progress SET looked_up_to = ?'),
    newestVersion: database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM wire.version').pluck(),
    changedStories: database
      .prepare<[number, number], number>(
        `SELECT DISTINCT story_id FROM wire.version WHERE id > ? AND id <= ?
           AND EXISTS (SELECT 1 FROM article_source used WHERE used.story_id = version.story_id)`,
      )
      .pluck(),
    madeFrom: database.prepare<[number], MadeFrom>(
      `SELECT article_id AS articleId, settled_version_id AS versionId, settled_status AS status
       FROM article_source WHERE story_id = ? ORDER BY added_at, article_id`,
    ),
    settle: database.prepare(
      `UPDATE article_source SET settled_version_id = @versionId, settled_status = @status,
         version_id = CASE WHEN @taken THEN @versionId ELSE version_id END
       WHERE article_id = @articleId AND story_id = @storyId`,
    ),
    openOf: database.prepare<[number], Row<StoredImpact>>(
      `SELECT ${columns} FROM impact WHERE story_id = ? AND state = 'open'`,
    ),
    openOfArticle: database.prepare<[string], Row<StoredImpact>>(
      `SELECT ${columns} FROM impact WHERE article_id = ? AND state = 'open'`,
    ),
    open: database
      .prepare<object, number>(
        `INSERT INTO impact (article_id, story_id, state, kinds, rank, base_version_id, base_status, version_id, status, opened_at, changed_at)
         VALUES (@articleId, @storyId, 'open', @kinds, @rank, @baseVersionId, @baseStatus, @versionId, @status, @now, @now)
         RETURNING id`,
      )
      .pluck(),
    moveOn: database.prepare(
      `UPDATE impact SET kinds = @kinds, rank = @rank, version_id = @versionId, status = @status, changed_at = @now,
         reminders = 0 WHERE id = @impactId`,
    ),
    openSince: database.prepare<[number], OpenSince>(
      `SELECT impact.id AS impactId, impact.article_id AS articleId, impact.changed_at AS changedAt, impact.reminders,
         article.headline, article.state
       FROM impact JOIN article ON article.id = impact.article_id AND article.trashed_at IS NULL
       JOIN article_source used ON used.article_id = impact.article_id AND used.story_id = impact.story_id
       WHERE impact.state = 'open' AND impact.changed_at <= ? ORDER BY impact.rank, impact.changed_at, impact.id`,
    ),
    setReminders: database.prepare('UPDATE impact SET reminders = ? WHERE id = ?'),
    close: database.prepare(
      `UPDATE impact SET state = @state, reason = @reason, mended = @mended, closed_at = @now, closed_by = @by
       WHERE id = @impactId`,
    ),
    reopen: database.prepare(
      `UPDATE impact SET state = 'open', reason = '', closed_at = NULL, closed_by = NULL WHERE id = ?`,
    ),
    get: database.prepare<[number], Row<ListedImpact>>(`${listed} WHERE impact.id = ?`),
    listOpen: database.prepare<{ limit: number; offset: number }, Row<ListedImpact>>(
      `${listed} WHERE ${isOpen}
       ORDER BY article.state <> 'published', impact.rank, impact.changed_at DESC, impact.id DESC LIMIT @limit OFFSET @offset`,
    ),
    listClosed: database.prepare<{ limit: number; offset: number }, Row<ListedImpact>>(
      `${listed} WHERE impact.state <> 'open' ORDER BY impact.closed_at DESC, impact.id DESC LIMIT @limit OFFSET @offset`,
    ),
    siblings: database.prepare<[number, number], Row<ListedImpact>>(
      `${listed} WHERE impact.story_id = ? AND impact.id <> ?
         AND impact.id = (SELECT max(id) FROM impact latest
           WHERE latest.story_id = impact.story_id AND latest.article_id = impact.article_id)
       ORDER BY impact.state <> 'open', impact.id`,
    ),
    counts: database.prepare<[], { open: number; live: number | null; oldest: number | null }>(
      `SELECT count(*) AS open, sum(article.state = 'published') AS live, min(impact.opened_at) AS oldest
       FROM impact JOIN article ON article.id = impact.article_id AND article.trashed_at IS NULL
       JOIN article_source used ON used.article_id = impact.article_id AND used.story_id = impact.story_id
       WHERE impact.state = 'open'`,
    ),
  };

  return {
    /** Up to which version of the wire changes were looked at; null before the first look. */
    progress: (): number | null => statements.progress.get() ?? null,
    setProgress: (versionId: number) => statements.setProgress.run(versionId),
    newestVersion: (): number => statements.newestVersion.get() ?? 0,
    /** Stories that articles were made from and of which a version arrived among these ids. */
    changedStories: (after: number, upTo: number): number[] => statements.changedStories.all(after, upTo),
    madeFrom: (storyId: number): MadeFrom[] => statements.madeFrom.all(storyId),
    /** Notes that somebody has decided; `taken`: the article's copy is of that version now. */
    settle(source: {
      articleId: string;
      storyId: number;
      versionId: number;
      status: PubStatus;
      taken: boolean;
    }): void {
      statements.settle.run({ ...source, taken: source.taken ? 1 : 0 });
    },
    /** The open entries of a story by their articles. */
    openOf: (storyId: number): Map<string, StoredImpact> =>
      new Map(statements.openOf.all(storyId).map((row) => [row.articleId, entryOf(row)])),
    openOfArticle: (articleId: string): StoredImpact[] =>
      statements.openOfArticle.all(articleId).map(entryOf),
    open({
      kinds,
      ...entry
    }: Pick<
      StoredImpact,
      'articleId' | 'storyId' | 'kinds' | 'baseVersionId' | 'baseStatus' | 'versionId' | 'status'
    > & { now: number }): number {
      return statements.open.get({ ...entry, kinds: JSON.stringify(kinds), rank: rankOf(kinds) }) ?? 0;
    },
    moveOn({
      kinds,
      ...entry
    }: Pick<StoredImpact, 'impactId' | 'kinds' | 'versionId' | 'status'> & { now: number }): void {
      statements.moveOn.run({ ...entry, kinds: JSON.stringify(kinds), rank: rankOf(kinds) });
    },
    /** Open entries whose source last changed at that time or before, the gravest first. */
    openSince: (changedAt: number): OpenSince[] => statements.openSince.all(changedAt),
    setReminders(impactId: number, reminders: number): void {
      statements.setReminders.run(reminders, impactId);
    },
    close({
      mended,
      ...entry
    }: Pick<StoredImpact, 'impactId' | 'state' | 'reason' | 'mended'> & {
      by: string | null;
      now: number;
    }): void {
      statements.close.run({ ...entry, mended: JSON.stringify(mended) });
    },
    reopen: (impactId: number) => statements.reopen.run(impactId),
    get(impactId: number): ListedImpact | null {
      const row = statements.get.get(impactId);
      return row ? entryOf(row) : null;
    },
    list: (state: 'open' | 'closed', offset: number, limit: number): ListedImpact[] =>
      (state === 'open' ? statements.listOpen : statements.listClosed).all({ offset, limit }).map(entryOf),
    /** The latest entry of each other article of the story. */
    siblings: (storyId: number, impactId: number): ListedImpact[] =>
      statements.siblings.all(storyId, impactId).map(entryOf),
    counts() {
      const { open, live, oldest } = statements.counts.get() ?? { open: 0, live: 0, oldest: null };
      return { open, live: live ?? 0, oldest };
    },
  };
}

export type ImpactQueries = ReturnType<typeof impactQueries>;
