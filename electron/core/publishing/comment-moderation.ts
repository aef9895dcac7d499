/** What a target with readers' comments offers beside publishing: reading the queue, and saying what becomes of each. */
import type { CommentStatus } from '../../../shared/contract/comments.ts';
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { FetchedComments } from '../remote-comments.ts';
import type { TargetContext } from './target.ts';

export interface CommentModeration<Configuration extends TargetConfiguration = TargetConfiguration> {
  /**
   * Every held comment, and the latest of each other status. `known` are the ids we believe to be held: where the site
   * has moved one on, its new status is among the answers. Throws PublishError.
   */
  fetch(
    configuration: Configuration,
    known: readonly string[],
    context: TargetContext,
  ): Promise<FetchedComments>;
  /** Sets a comment's status; harmless when repeated. Throws PublishError, `comment-missing` where it is gone. */
  setStatus(
    configuration: Configuration,
    remoteId: string,
    status: CommentStatus,
    context: TargetContext,
  ): Promise<void>;
  /** Answers a comment; one that arrived already is not written a second time. Throws PublishError. */
  reply(
    configuration: Configuration,
    to: { remoteId: string; postRemoteId: string },
    text: string,
    context: TargetContext,
  ): Promise<void>;
}
