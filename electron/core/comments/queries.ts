/** All SQL of the comments slice; rows are mapped here and nowhere else. Times in milliseconds since 1970. */
import type { Comment, CommentStatus, CommentView } from '../../../shared/contract/comments.ts';
import type { PublishErrorCode } from '../../../shared/contract/publish-errors.ts';
import { complaintDueAt } from '../../../shared/domain/complaints.ts';
import type { Database } from '../database/open.ts';
import type { RemoteComment } from '../remote-comments.ts';

export interface StoredError {
  code: PublishErrorCode;
  detail: string;
}

export interface StoredComment {
  commentId: number;
  targetId: string;
  remoteId: string;
  postRemoteId: string;
  authorName: string;
  /** What it shall be, and what the site last said it is. */
  status: CommentStatus;
  siteStatus: CommentStatus;
  complaint: { note: string; receivedAt: number } | null;
}

export interface StoredReply {
  replyId: string;
  commentId: number;
  text: string;
  state: Comment['replies'][number]['state'];
}

/** `oldest`: the reply, or where that is null the decision on the comment. */
export interface RefusedWork {
  count: number;
  since: number;
  error: StoredError;
  oldest: { replyId: string | null; commentId: number };
}

interface CommentRow {
  id: number;
  target_id: string;
  target_name: string;
  remote_id: string;
  post_remote_id: string;
  post_title: string;
  post_url: string | null;
  article_id: string | null;
  author_name: string;
  text: string;
  created_at: number;
  status: CommentStatus;
  site_status: CommentStatus;
  decided_by: string | null;
  decided_at: number | null;
  error: string | null;
  complaint_note: string | null;
  complaint_received_at: number | null;
  complaint_done_at: number | null;
  complaint_answer: string;
  parent_author: string | null;
  parent_text: string | null;
}

interface ReplyRow {
  id: string;
  comment_id: number;
  text: string;
  replied_by: string;
  created_at: number;
  state: StoredReply['state'];
  error: string | null;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function readError(error: string | null): StoredError | null {
  return error === null ? null : (JSON.parse(error) as StoredError);
}

function complaintOf(row: CommentRow): Comment['complaint'] {
  if (row.complaint_received_at === null) return null;
  return {
    note: row.complaint_note ?? '',
    receivedAt: instant(row.complaint_received_at),
    dueAt: instant(complaintDueAt(row.complaint_received_at)),
    doneAt: row.complaint_done_at === null ? null : instant(row.complaint_done_at),
    answer: row.complaint_answer,
  };
}

/** Null where the status is the site's own word. */
function decisionOf({ decided_by: personId, decided_at: at }: CommentRow): Comment['decided'] {
  return personId === null || at === null ? null : { personId, at: instant(at) };
}

function toContract(row: CommentRow, replies: readonly ReplyRow[]): Comment {
  return {
    commentId: row.id,
    targetId: row.target_id,
    targetName: row.target_name,
    authorName: row.author_name,
    text: row.text,
    createdAt: instant(row.created_at),
    status: row.status,
    waiting: row.status !== row.site_status,
    error: readError(row.error),
    decided: decisionOf(row),
    story: { title: row.post_title, url: row.post_url, articleId: row.article_id },
    parent: row.parent_text === null ? null : { authorName: row.parent_author ?? '', text: row.parent_text },
    replies: replies.map((reply) => ({
      replyId: reply.id,
      text: reply.text,
      personId: reply.replied_by,
      createdAt: instant(reply.created_at),
      state: reply.state,
      error: readError(reply.error),
    })),
    complaint: complaintOf(row),
  };
}

const selectComment = `SELECT comment.*, target.name AS target_name, parent.author_name AS parent_author,
    parent.text AS parent_text
  FROM comment JOIN target ON target.id = comment.target_id AND target.removed_at IS NULL
  LEFT JOIN comment AS parent ON parent.target_id = comment.target_id
    AND parent.remote_id = comment.parent_remote_id`;

/** Open complaints in the order of their terms, then those dealt with, the latest first. */
const complaintPlace = `CASE WHEN complaint_done_at IS NULL THEN complaint_received_at
  ELSE ${Number.MAX_SAFE_INTEGER} - complaint_done_at END`;

/** The site was last told of a decision before this look at it. */
const toldBefore = 'coalesce(told_at, 0) < @began';
/** Nothing of ours waits to be told: the site's word counts, and whoever decided before decided no more. */
const takesTheirs = `status = site_status AND ${toldBefore}`;

/** Where a page begins: the sort value and id of the row before it. */
export interface PageStart {
  at: number;
  id: number;
}

type PageParameters = { targetId: string | null; at: number; id: number; limit: number };

/** Prepares every statement of the slice once. */
export function commentsQueries(database: Database) {
  const statements = {
    byStatus: database.prepare<PageParameters & { status: string }, CommentRow>(
      `${selectComment} WHERE comment.status = @status AND (@targetId IS NULL OR comment.target_id = @targetId)
         AND (comment.created_at, comment.id) < (@at, @id)
       ORDER BY comment.created_at DESC, comment.id DESC LIMIT @limit`,
    ),
    complaints: database.prepare<PageParameters, CommentRow & { place: number }>(
      `SELECT * FROM (SELECT shown.*, ${complaintPlace} AS place FROM (${selectComment}
           WHERE comment.complaint_received_at IS NOT NULL
           AND (@targetId IS NULL OR comment.target_id = @targetId)) AS shown)
       WHERE (place, id) > (@at, @id) ORDER BY place, id LIMIT @limit`,
    ),
    comment: database.prepare<[number], CommentRow>(`${selectComment} WHERE comment.id = ?`),
    replies: database.prepare<[string], ReplyRow>(
      `SELECT * FROM comment_reply
       WHERE comment_id IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`,
    ),
    held: database
      .prepare<[string], string>(`SELECT remote_id FROM comment WHERE target_id = ? AND site_status = 'hold'`)
      .pluck(),
    /**
     * A decision that has not reached the site yet stays; so does one that reached it after this look at the site
     * `began`. Otherwise the site's word counts.
     */
    upsert: database.prepare(
      `INSERT INTO comment (target_id, remote_id, post_remote_id, post_title, post_url, article_id, parent_remote_id,
         author_name, text, created_at, status, site_status)
       VALUES (@targetId, @remoteId, @postRemoteId, @postTitle, @postUrl, @articleId, @parentRemoteId,
         @authorName, @text, @createdAt, @status, @status)
       ON CONFLICT (target_id, remote_id) DO UPDATE SET post_title = excluded.post_title,
         post_url = excluded.post_url, article_id = coalesce(excluded.article_id, article_id),
         author_name = excluded.author_name, text = excluded.text,
         status = CASE WHEN ${takesTheirs} THEN excluded.status ELSE status END,
         decided_by = CASE WHEN ${takesTheirs} AND status <> excluded.status THEN NULL ELSE decided_by END,
         site_status = CASE WHEN ${toldBefore} THEN excluded.site_status ELSE site_status END
       WHERE (post_title, post_url, article_id, author_name, text) IS NOT
         (excluded.post_title, excluded.post_url, coalesce(excluded.article_id, article_id), excluded.author_name,
          excluded.text)
         OR (site_status <> excluded.site_status AND ${toldBefore})`,
    ),
    erased: database.prepare(
      `UPDATE comment SET status = 'trash', site_status = 'trash', decided_by = NULL, error = NULL
       WHERE target_id = ? AND remote_id = ?`,
    ),
    decide: database.prepare(
      `UPDATE comment SET status = @to, decided_by = @personId, decided_at = @now, error = NULL
       WHERE id = @commentId`,
    ),
    siteTook: database.prepare(
      'UPDATE comment SET site_status = @status, told_at = @now, error = NULL WHERE id = @commentId',
    ),
    siteRefused: database.prepare('UPDATE comment SET error = ? WHERE id = ?'),
    addReply: database.prepare(
      `INSERT OR IGNORE INTO comment_reply (id, comment_id, text, replied_by, created_at, state)
       VALUES (@replyId, @commentId, @text, @personId, @now, 'queued')`,
    ),
    reply: database.prepare<[string], ReplyRow>('SELECT * FROM comment_reply WHERE id = ?'),
    writeReply: database.prepare('UPDATE comment_reply SET state = ?, error = ? WHERE id = ?'),
    complain: database.prepare(
      `UPDATE comment SET complaint_note = @note, complaint_received_at = @receivedAt, complaint_done_at = @doneAt,
         complaint_answer = @answer WHERE id = @commentId`,
    ),
    site: database.prepare<[string], { fetched_at: number | null; error: string | null }>(
      'SELECT fetched_at, error FROM comment_site WHERE target_id = ?',
    ),
    // Of an aggregate with min(), SQLite takes the other columns from the row of the minimum: the oldest one's reason.
    refusedBy: database.prepare<
      { targetId: string },
      { count: number; since: number | null; error: string | null; replyId: string | null; commentId: number }
    >(
      `SELECT count(*) AS count, min(since) AS since, error, replyId, commentId FROM (
         SELECT decided_at AS since, error, NULL AS replyId, id AS commentId FROM comment
           WHERE target_id = @targetId AND status <> site_status AND error IS NOT NULL
         UNION ALL
         SELECT reply.created_at, reply.error, reply.id, comment_id FROM comment_reply AS reply
           JOIN comment ON comment.id = reply.comment_id
           WHERE comment.target_id = @targetId AND reply.state <> 'sent' AND reply.error IS NOT NULL)`,
    ),
    writeSite: database.prepare(
      `INSERT INTO comment_site (target_id, fetched_at, error) VALUES (@targetId, @fetchedAt, @error)
       ON CONFLICT (target_id) DO UPDATE SET fetched_at = coalesce(excluded.fetched_at, fetched_at),
         error = excluded.error`,
    ),
    counts: database.prepare<
      { overdueBefore: number },
      { hold: number; complaints: number; overdue: number }
    >(
      `SELECT (SELECT count(*) FROM comment JOIN target ON target.id = target_id
           WHERE status = 'hold' AND removed_at IS NULL) AS hold,
         count(*) AS complaints,
         coalesce(sum(complaint_received_at < @overdueBefore), 0) AS overdue
       FROM comment JOIN target ON target.id = target_id
       WHERE complaint_received_at IS NOT NULL AND complaint_done_at IS NULL AND removed_at IS NULL`,
    ),
  };

  function withReplies(rows: readonly CommentRow[]): Comment[] {
    const replies = Map.groupBy(
      statements.replies.all(JSON.stringify(rows.map(({ id }) => id))),
      ({ comment_id: commentId }) => commentId,
    );
    return rows.map((row) => toContract(row, replies.get(row.id) ?? []));
  }

  return {
    /** At most `limit` comments of a view after `start`, each with where a next page would begin behind it. */
    page(
      view: CommentView,
      targetId: string | null,
      start: PageStart | null,
      limit: number,
    ): { comments: Comment[]; last: PageStart | null } {
      if (view === 'complaints') {
        const rows = statements.complaints.all({ targetId, limit, ...(start ?? { at: -1, id: 0 }) });
        const last = rows.at(-1);
        return { comments: withReplies(rows), last: last ? { at: last.place, id: last.id } : null };
      }
      const newest = { at: Number.MAX_SAFE_INTEGER, id: 0 };
      const rows = statements.byStatus.all({ status: view, targetId, limit, ...(start ?? newest) });
      const last = rows.at(-1);
      return { comments: withReplies(rows), last: last ? { at: last.created_at, id: last.id } : null };
    },
    contractOf(commentId: number): Comment | null {
      const row = statements.comment.get(commentId);
      return row === undefined ? null : (withReplies([row])[0] ?? null);
    },
    comment(commentId: number): StoredComment | null {
      const row = statements.comment.get(commentId);
      if (row === undefined) return null;
      return {
        commentId: row.id,
        targetId: row.target_id,
        remoteId: row.remote_id,
        postRemoteId: row.post_remote_id,
        authorName: row.author_name,
        status: row.status,
        siteStatus: row.site_status,
        complaint:
          row.complaint_received_at === null
            ? null
            : { note: row.complaint_note ?? '', receivedAt: row.complaint_received_at },
      };
    },
    held: (targetId: string): string[] => statements.held.all(targetId),
    /** Stores a comment as the site had it after `began`; answers whether anything changed. */
    upsert: (found: {
      targetId: string;
      articleId: string | null;
      began: number;
      comment: RemoteComment;
    }): boolean => statements.upsert.run({ ...found, ...found.comment }).changes > 0,
    erased: (targetId: string, remoteId: string): boolean =>
      statements.erased.run(targetId, remoteId).changes > 0,
    decide(decision: { commentId: number; to: CommentStatus; personId: string; now: number }): void {
      statements.decide.run(decision);
    },
    siteTook(told: { commentId: number; status: CommentStatus; now: number }): void {
      statements.siteTook.run(told);
    },
    siteRefused(commentId: number, error: StoredError): void {
      statements.siteRefused.run(JSON.stringify(error), commentId);
    },
    /** False where the reply was there already. */
    addReply: (reply: {
      replyId: string;
      commentId: number;
      text: string;
      personId: string;
      now: number;
    }): boolean => statements.addReply.run(reply).changes > 0,
    reply(replyId: string): StoredReply | null {
      const row = statements.reply.get(replyId);
      return row === undefined
        ? null
        : { replyId: row.id, commentId: row.comment_id, text: row.text, state: row.state };
    },
    writeReply(replyId: string, state: StoredReply['state'], error: StoredError | null): void {
      statements.writeReply.run(state, error === null ? null : JSON.stringify(error), replyId);
    },
    /** `receivedAt` null takes the mark away. */
    complain(complaint: {
      commentId: number;
      note: string | null;
      receivedAt: number | null;
      doneAt: number | null;
      answer: string;
    }): void {
      statements.complain.run(complaint);
    },
    site(targetId: string): { fetchedAt: number | null; error: StoredError | null } {
      const row = statements.site.get(targetId);
      return { fetchedAt: row?.fetched_at ?? null, error: readError(row?.error ?? null) };
    },
    /** What the site has not taken, since the oldest of it, with that one's reason; null where there is none. */
    refusedBy(targetId: string): RefusedWork | null {
      const row = statements.refusedBy.get({ targetId });
      const error = readError(row?.error ?? null);
      if (row === undefined || row.since === null || error === null) return null;
      const { count, since, replyId, commentId } = row;
      return { count, since, error, oldest: { replyId, commentId } };
    },
    writeSite(targetId: string, fetchedAt: number | null, error: StoredError | null): void {
      statements.writeSite.run({
        targetId,
        fetchedAt,
        error: error === null ? null : JSON.stringify(error),
      });
    },
    /** `overdueBefore`: complaints received earlier than this are past their term. */
    counts: (overdueBefore: number) =>
      statements.counts.get({ overdueBefore }) ?? { hold: 0, complaints: 0, overdue: 0 },
  };
}
