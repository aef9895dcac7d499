/**
 * Readers' comments: fetched from their sites at a quiet pace, decided here at once, told to the site in the background.
 * A decision is on disk before anybody is told; without a network it waits, and what the site says meanwhile does not
 * undo it.
 */
import { z } from 'zod';
import type { Comment, CommentSite, CommentStatus, CommentView } from '../../../shared/contract/comments.ts';
import type { HouseEntry } from '../../../shared/contract/house-trail.ts';
import { complaintDueAt } from '../../../shared/domain/complaints.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import { backoffMs, type JobQueue, type JobResult } from '../jobs/queue.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { CommentSite as ConnectedSite, FetchedComments, SiteAnswer } from '../remote-comments.ts';
import { commentsQueries, type PageStart, type RefusedWork, type StoredComment } from './queries.ts';

const fetchKind = 'comments.fetch';
const moderateKind = 'comments.moderate';
const replyKind = 'comments.reply';

/** Between two looks at a site's queue. */
const fetchIntervalMs = 90_000;

export type CommentsService = ReturnType<typeof createCommentsService>;
type Change = { commentId: number; to: CommentStatus };
type ComplaintKind = Extract<HouseEntry['kind'], `complaint-${string}`>;
type Refusal = Extract<SiteAnswer<unknown>, { ok: false }>;

function instant(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

function readCursor(cursor: string | null): PageStart | null {
  const [at, id] = (cursor ?? '').split(' ').map(Number);
  return Number.isSafeInteger(at) && Number.isSafeInteger(id) ? { at: Number(at), id: Number(id) } : null;
}

export function createCommentsService({
  database,
  jobs,
  events,
  clock,
  sites,
  workplace,
}: {
  database: Database;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  sites: { all(): ConnectedSite[]; find(targetId: string): ConnectedSite | null };
  workplace: Workplace;
}) {
  const queries = commentsQueries(database);
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  function tell(targetIds: Iterable<string>): void {
    for (const targetId of new Set(targetIds)) events.emit({ type: 'comments.changed', targetId });
  }

  function stored(commentId: number): StoredComment {
    const comment = queries.comment(commentId);
    if (!comment) throw contractError('NOT_FOUND', { kind: 'comment', id: String(commentId) });
    return comment;
  }

  /** What cannot succeed later is told at the comment and ends; everything else is tried again. */
  function afterRefusal(refusal: Refusal, attempts: number): JobResult {
    if (!refusal.retryable) return { done: true };
    return { runAgainAt: clock.now() + Math.max(refusal.retryAfterMs ?? 0, backoffMs(attempts)) };
  }

  function store(site: ConnectedSite, { comments, gone }: FetchedComments, began: number): boolean {
    const { targetId } = site;
    return atomically(() => {
      let changed = false;
      for (const comment of comments) {
        const articleId = site.articleOf(comment.postRemoteId);
        changed = queries.upsert({ targetId, articleId, began, comment }) || changed;
      }
      for (const remoteId of gone) changed = queries.erased(targetId, remoteId) || changed;
      return changed;
    });
  }

  async function fetchSite(targetId: string, signal: AbortSignal): Promise<JobResult> {
    const site = sites.find(targetId);
    if (site === null) return { done: true };
    const began = clock.now();
    const before = queries.site(targetId);
    const answer = await site.fetch(queries.held(targetId), signal);
    const changed = answer.ok && store(site, answer.value, began);
    queries.writeSite(targetId, answer.ok ? clock.now() : null, answer.ok ? null : answer.error);
    const statusChanged = answer.ok ? before.error !== null || before.fetchedAt === null : true;
    if (changed || statusChanged) tell([targetId]);
    const pause = answer.ok ? fetchIntervalMs : Math.max(fetchIntervalMs, answer.retryAfterMs ?? 0);
    return { runAgainAt: clock.now() + pause };
  }

  async function tellSite(commentId: number, attempts: number, signal: AbortSignal): Promise<JobResult> {
    const comment = queries.comment(commentId);
    const site = comment && sites.find(comment.targetId);
    if (!comment || !site || comment.status === comment.siteStatus) return { done: true };
    const answer = await site.setStatus(comment.remoteId, comment.status, signal);
    if (answer.ok) queries.siteTook({ commentId, status: comment.status, now: clock.now() });
    else if (answer.error.code === 'comment-missing') queries.erased(comment.targetId, comment.remoteId);
    else queries.siteRefused(commentId, answer.error);
    tell([comment.targetId]);
    return answer.ok ? { done: true } : afterRefusal(answer, attempts);
  }

  async function sendReply(replyId: string, attempts: number, signal: AbortSignal): Promise<JobResult> {
    const reply = queries.reply(replyId);
    const comment = reply && queries.comment(reply.commentId);
    const site = comment && sites.find(comment.targetId);
    if (!reply || !comment || !site || reply.state === 'sent') return { done: true };
    const answer = await site.reply(comment, reply.text, signal);
    if (answer.ok) queries.writeReply(replyId, 'sent', null);
    else queries.writeReply(replyId, answer.retryable ? 'queued' : 'failed', answer.error);
    tell([comment.targetId]);
    return answer.ok ? { done: true } : afterRefusal(answer, attempts);
  }

  const targetPayload = z.object({ targetId: z.string() });
  const commentPayload = z.object({ commentId: z.int() });
  const replyPayload = z.object({ replyId: z.string() });
  jobs.register({
    kind: fetchKind,
    payload: targetPayload,
    concurrency: 2,
    run: ({ targetId }, { signal }) => fetchSite(targetId, signal),
  });
  jobs.register({
    kind: moderateKind,
    payload: commentPayload,
    concurrency: 4,
    run: ({ commentId }, { attempts, signal }) => tellSite(commentId, attempts, signal),
  });
  jobs.register({
    kind: replyKind,
    payload: replyPayload,
    concurrency: 2,
    run: ({ replyId }, { attempts, signal }) => sendReply(replyId, attempts, signal),
  });

  function fetchNow(targetId: string): void {
    jobs.enqueue(fetchKind, targetId, { targetId });
  }

  function refusedToContract({ count, since, error, oldest }: RefusedWork): CommentSite['refused'] {
    const { replyId, commentId } = oldest;
    const dueAt =
      replyId === null ? jobs.dueAt(moderateKind, String(commentId)) : jobs.dueAt(replyKind, replyId);
    return { count, since: new Date(since).toISOString(), error, nextTryAt: instant(dueAt) };
  }

  /** Inside a transaction: decides one comment, and has the site told. */
  function decide({ commentId, to }: Change): void {
    const { personId } = workplace.currentPerson();
    queries.decide({ commentId, to, personId, now: clock.now() });
    jobs.enqueue(moderateKind, String(commentId), { commentId });
  }

  events.subscribe((event) => {
    if (event.type === 'target.changed' && sites.find(event.targetId) !== null) fetchNow(event.targetId);
  });

  return {
    /** Begins to watch every site that has comments. */
    start(): void {
      for (const { targetId } of sites.all()) fetchNow(targetId);
    },

    sites: (): CommentSite[] =>
      sites.all().map(({ targetId, name }) => {
        const { fetchedAt, error } = queries.site(targetId);
        const refused = queries.refusedBy(targetId);
        return {
          targetId,
          name,
          fetchedAt: instant(fetchedAt),
          error,
          nextFetchAt: instant(jobs.dueAt(fetchKind, targetId)),
          refused: refused && refusedToContract(refused),
        };
      }),

    counts: () => queries.counts(clock.now() - complaintDueAt(0)),

    list(view: CommentView, targetId: string | undefined, cursor: string | null, limit: number) {
      const { comments, last } = queries.page(view, targetId ?? null, readCursor(cursor), limit);
      const more = comments.length === limit && last !== null;
      return { rows: comments, cursor: more ? `${last.at} ${last.id}` : null };
    },

    get(commentId: number): Comment {
      const comment = queries.contractOf(commentId);
      if (!comment) throw contractError('NOT_FOUND', { kind: 'comment', id: String(commentId) });
      return comment;
    },

    refresh(targetId: string | undefined): void {
      for (const site of sites.all()) {
        if (targetId === undefined || site.targetId === targetId) fetchNow(site.targetId);
      }
    },

    /** See the contract. Throws NOT_PERMITTED, and NOT_FOUND, having changed nothing. */
    moderate(changes: readonly Change[]): { undo: Change[] } {
      workplace.requirePermission('moderate');
      const before = atomically(() => {
        const moved = changes
          .map((change) => ({ change, comment: stored(change.commentId) }))
          .filter(({ change, comment }) => comment.status !== change.to);
        for (const { change } of moved) decide(change);
        recordDecisions(moved);
        return moved.map(({ comment }) => comment);
      });
      tell(before.map(({ targetId }) => targetId));
      return { undo: before.map(({ commentId, status }) => ({ commentId, to: status })) };
    },

    /** See the contract. Throws NOT_PERMITTED, NOT_FOUND. */
    reply({ commentId, replyId, text }: { commentId: number; replyId: string; text: string }): void {
      const { personId } = workplace.requirePermission('moderate');
      const { targetId } = atomically(() => {
        const comment = stored(commentId);
        const added = queries.addReply({ replyId, commentId, text, personId, now: clock.now() });
        if (added) {
          if (comment.status !== 'approved') decide({ commentId, to: 'approved' });
          workplace.record({ kind: 'comment-answered', author: comment.authorName });
          jobs.enqueue(replyKind, replyId, { replyId });
        }
        return comment;
      });
      tell([targetId]);
    },

    markComplaint(complaint: { commentId: number; note: string; receivedAt?: string | undefined }): void {
      const { commentId, note } = complaint;
      const receivedAt = Math.min(Date.parse(complaint.receivedAt ?? '') || clock.now(), clock.now());
      const state = { note, receivedAt, doneAt: null, answer: '' };
      writeComplaint(stored(commentId), state, 'complaint-marked');
    },

    /** Throws NOT_PERMITTED, and INVALID where nobody complained of the comment. */
    settleComplaint({ commentId, answer }: { commentId: number; answer: string }): void {
      changeComplaint(commentId, { doneAt: clock.now(), answer }, 'complaint-settled');
    },
    reopenComplaint(commentId: number): void {
      changeComplaint(commentId, { doneAt: null, answer: '' }, 'complaint-reopened');
    },
    /** Throws NOT_PERMITTED. */
    unmarkComplaint(commentId: number): void {
      workplace.requirePermission('moderate');
      const state = { note: null, receivedAt: null, doneAt: null, answer: '' };
      writeComplaint(stored(commentId), state, 'complaint-unmarked');
    },
  };

  function changeComplaint(
    commentId: number,
    change: { doneAt: number | null; answer: string },
    kind: ComplaintKind,
  ): void {
    workplace.requirePermission('moderate');
    const comment = stored(commentId);
    const { complaint } = comment;
    if (complaint === null) throw contractError('INVALID', { field: 'commentId', reason: 'not-a-complaint' });
    writeComplaint(comment, { ...complaint, ...change }, kind);
  }

  function writeComplaint(
    { commentId, targetId, authorName }: StoredComment,
    state: { note: string | null; receivedAt: number | null; doneAt: number | null; answer: string },
    kind: ComplaintKind,
  ): void {
    atomically(() => {
      queries.complain({ commentId, ...state });
      workplace.record({ kind, author: authorName });
    });
    tell([targetId]);
  }

  /** One line of the trail for each status that comments were given in one go. */
  function recordDecisions(moved: readonly { change: Change; comment: StoredComment }[]): void {
    for (const [to, decided] of Map.groupBy(moved, ({ change }) => change.to)) {
      const author = decided[0]?.comment.authorName ?? '';
      workplace.record({ kind: 'comments-decided', to, count: decided.length, author });
    }
  }
}
