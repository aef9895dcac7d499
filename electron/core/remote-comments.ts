/**
 * What a site says of its readers' comments: the shapes that the publishing slice (which asks the sites) and the
 * comments slice (which keeps what they answer) share.
 */
import type { CommentStatus } from '../../shared/contract/comments.ts';
import type { PublishErrorCode } from '../../shared/contract/publish-errors.ts';

/** A reader's comment as the site has it. */
export interface RemoteComment {
  remoteId: string;
  postRemoteId: string;
  postTitle: string;
  postUrl: string | null;
  /** The comment it answers, where it answers one. */
  parentRemoteId: string | null;
  authorName: string;
  /** Plain text. */
  text: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  status: CommentStatus;
}

export interface FetchedComments {
  comments: RemoteComment[];
  /** Of the ids asked about: those the site has erased for good. */
  gone: string[];
}

/** What came of asking a site; never thrown, so that whoever asked decides what is tried again. */
export type SiteAnswer<Value> =
  | { ok: true; value: Value }
  | {
      ok: false;
      error: { code: PublishErrorCode; detail: string };
      retryable: boolean;
      /** Milliseconds to wait at least, where the site said so. */
      retryAfterMs: number | null;
    };

/** A site with comments, ready to be asked. Rejects only with the reason of `signal`. */
export interface CommentSite {
  targetId: string;
  name: string;
  /** Held comments, the latest others, and what became of those we `know` as held. */
  fetch(known: readonly string[], signal: AbortSignal): Promise<SiteAnswer<FetchedComments>>;
  setStatus(remoteId: string, status: CommentStatus, signal: AbortSignal): Promise<SiteAnswer<void>>;
  reply(
    to: { remoteId: string; postRemoteId: string },
    text: string,
    signal: AbortSignal,
  ): Promise<SiteAnswer<void>>;
  /** Our article that stands at the site as that post, or null. */
  articleOf(postRemoteId: string): string | null;
}
