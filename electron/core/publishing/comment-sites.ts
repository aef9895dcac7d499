/** The targets with readers' comments, each ready to be asked: configuration and secret are settled here. */
import type { TargetConfiguration } from '../../../shared/contract/target-configuration.ts';
import type { CommentSite, SiteAnswer } from '../remote-comments.ts';

import type { PublishingQueries, StoredTarget } from './queries.ts';
import { PublishError, type PublishingTarget } from './target.ts';
import type { TargetContexts } from './target-context.ts';

/** What came of asking a site, as a value. Rejects with the signal's reason, and what is no PublishError. */
export async function answerOf<Value>(work: Promise<Value>, signal: AbortSignal): Promise<SiteAnswer<Value>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!(error instanceof PublishError)) throw error;
    const { code, message: detail, retryable, retryAfterMs } = error;
    return { ok: false, error: { code, detail }, retryable, retryAfterMs };
  }
}

export function createCommentSites({
  queries,
  contexts,
  targetFor,
}: {
  queries: PublishingQueries;
  contexts: TargetContexts;
  targetFor: (configuration: TargetConfiguration) => PublishingTarget;
}) {
  function siteOf({ id, name, configuration }: StoredTarget): CommentSite | null {
    const { comments } = targetFor(configuration);
    if (comments === undefined) return null;
    const context = (signal: AbortSignal) => contexts.of(id, signal, null);
    return {
      targetId: id,
      name,
      fetch: (known, signal) =>
        answerOf(
          context(signal).then((given) => comments.fetch(configuration, known, given)),
          signal,
        ),
      setStatus: (remoteId, status, signal) =>
        answerOf(
          context(signal).then((given) => comments.setStatus(configuration, remoteId, status, given)),
          signal,
        ),
      reply: (to, text, signal) =>
        answerOf(
          context(signal).then((given) => comments.reply(configuration, to, text, given)),
          signal,
        ),
      articleOf: (postRemoteId) => queries.articleOfPost(id, postRemoteId),
    };
  }

  return {
    all: (): CommentSite[] =>
      queries
        .targets()
        .map(siteOf)
        .filter((site) => site !== null),
    /** Null where the target was removed, or has no comments. */
    find(targetId: string): CommentSite | null {
      const target = queries.target(targetId);
      return target === null || target.removed ? null : siteOf(target);
    },
  };
}
