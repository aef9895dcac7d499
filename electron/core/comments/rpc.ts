import { implement } from '@orpc/server';
import { commentsContract } from '../../../shared/contract/comments.ts';
import type { CommentsService } from './service.ts';

const procedures = implement(commentsContract);

/** The comments slice behind the contract. */
export function commentsRouter(comments: CommentsService) {
  return {
    sites: procedures.sites.handler(() => comments.sites()),
    counts: procedures.counts.handler(() => comments.counts()),
    list: procedures.list.handler(({ input }) =>
      comments.list(input.view, input.targetId, input.cursor, input.limit),
    ),
    get: procedures.get.handler(({ input }) => comments.get(input.commentId)),
    refresh: procedures.refresh.handler(({ input }) => comments.refresh(input.targetId)),
    moderate: procedures.moderate.handler(({ input }) => comments.moderate(input.changes)),
    reply: procedures.reply.handler(({ input }) => comments.reply(input)),
    markComplaint: procedures.markComplaint.handler(({ input }) => comments.markComplaint(input)),
    settleComplaint: procedures.settleComplaint.handler(({ input }) => comments.settleComplaint(input)),
    reopenComplaint: procedures.reopenComplaint.handler(({ input }) =>
      comments.reopenComplaint(input.commentId),
    ),
    unmarkComplaint: procedures.unmarkComplaint.handler(({ input }) =>
      comments.unmarkComplaint(input.commentId),
    ),
  };
}
