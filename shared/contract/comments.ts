/** Readers' comments: the queue of every site that has one, what became of each, complaints and their term. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { commentStatusSchema, idSchema, instantSchema, rowIdSchema } from './common.ts';
import { contractErrors } from './errors.ts';
import { publishErrorSchema } from './publish-errors.ts';

export { commentStatusSchema, type CommentStatus } from './common.ts';

export const complaintSchema = z.object({
  note: z.string(),
  receivedAt: instantSchema,
  /** 2 × 24 hours after it was received (Pedoman Pemberitaan Media Siber). */
  dueAt: instantSchema,
  doneAt: instantSchema.nullable(),
  /** What was done about it; empty while it is open. */
  answer: z.string(),
});

export const commentReplySchema = z.object({
  replyId: idSchema,
  text: z.string(),
  personId: idSchema,
  createdAt: instantSchema,
  state: z.enum(['queued', 'sent', 'failed']),
  error: publishErrorSchema.nullable(),
});

export const commentSchema = z.object({
  commentId: rowIdSchema,
  targetId: idSchema,
  targetName: z.string(),
  authorName: z.string(),
  /** Plain text; readers' markup is never kept. */
  text: z.string(),
  createdAt: instantSchema,
  status: commentStatusSchema,
  /** True while the site has not been told of `status` yet. */
  waiting: z.boolean(),
  /** Why the site has not taken it. */
  error: publishErrorSchema.nullable(),
  /** Who gave it this status here, and when; null where the site did. */
  decided: z.object({ personId: idSchema, at: instantSchema }).nullable(),
  story: z.object({
    title: z.string(),
    url: z.string().nullable(),
    /** Our article, where the story went out from here. */
    articleId: idSchema.nullable(),
  }),
  /** The comment it answers. */
  parent: z.object({ authorName: z.string(), text: z.string() }).nullable(),
  replies: z.array(commentReplySchema),
  complaint: complaintSchema.nullable(),
});
export type Comment = z.output<typeof commentSchema>;

/** `complaints`: open ones by their term, then those dealt with. The others by status, newest first. */
export const commentViewSchema = z.enum([...commentStatusSchema.options, 'complaints']);
export type CommentView = z.output<typeof commentViewSchema>;

export const commentSiteSchema = z.object({
  targetId: idSchema,
  name: z.string(),
  fetchedAt: instantSchema.nullable(),
  /** Why the comments could not be fetched the last time. */
  error: publishErrorSchema.nullable(),
  /** When they are fetched next by themselves. */
  nextFetchAt: instantSchema.nullable(),
  /** Decisions and replies the site was told of and has not taken; the rest is that of the oldest. */
  refused: z
    .object({
      count: z.int(),
      since: instantSchema,
      error: publishErrorSchema,
      nextTryAt: instantSchema.nullable(),
    })
    .nullable(),
});
export type CommentSite = z.output<typeof commentSiteSchema>;

const changesSchema = z
  .array(z.object({ commentId: rowIdSchema, to: commentStatusSchema }))
  .min(1)
  .max(500);

const base = oc.errors(contractErrors);
const one = z.object({ commentId: rowIdSchema });

export const commentsContract = {
  /** The targets whose comments are moderated here. */
  sites: base.output(z.array(commentSiteSchema)),
  counts: base.output(
    z.object({
      hold: z.int(),
      /** Complaints that nobody has dealt with yet, and how many of them are past their term. */
      complaints: z.int(),
      overdue: z.int(),
    }),
  ),
  list: base
    .input(
      z.object({
        view: commentViewSchema.default('hold'),
        targetId: idSchema.optional(),
        /** `cursor` of the page before. */
        cursor: z.string().nullable().default(null),
        limit: z.int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ rows: z.array(commentSchema), cursor: z.string().nullable() })),
  get: base.input(one).output(commentSchema),
  /** Fetches now instead of at the next round; one site or all. */
  refresh: base.input(z.object({ targetId: idSchema.optional() }).prefault({})),
  /**
   * Sets the status of one comment or many. The site is told in the background, now or when it can be reached. Answers
   * with the changes that undo it. For copy desk, publishers and administrators, else NOT_PERMITTED, as are `reply` and
   * what ends a complaint.
   */
  moderate: base
    .input(z.object({ changes: changesSchema }))
    .output(z.object({ undo: z.array(changesSchema.element) })),
  /** Answers a reader under the newsroom's name; a held comment is approved with it. A repeated `replyId` is one reply. */
  reply: base.input(one.extend({ replyId: idSchema, text: z.string().trim().min(1).max(5000) })),
  /** Marks a comment somebody complained of, whoever of the house the reader reached; its term runs from `receivedAt` (default: now). */
  markComplaint: base.input(
    one.extend({ note: z.string().max(2000).default(''), receivedAt: instantSchema.optional() }),
  ),
  settleComplaint: base.input(one.extend({ answer: z.string().max(2000).default('') })),
  /** Takes the mark, or the answer, back. */
  reopenComplaint: base.input(one),
  unmarkComplaint: base.input(one),
};
