/**
 * One delivery to a site that keeps stories as posts of its own (WordPress, Ghost). A new post is made as a draft first and
 * goes public, or is scheduled, in a second step: however answers get lost, there are never two public posts. A post that
 * stands there is compared before it is written, and read back after.
 */
import {
  isUnrecorded,
  PublishConflict,
  PublishError,
  type Difference,
  type PublishedArticle,
  type PublishRequest,
  type RemotePost,
  type TargetContext,
  type Visibility,
} from '../target.ts';
import { articleMarker } from './find-by-marker.ts';

/** A schedule is kept by the site's clock: further off than this it would miss its minute by far. */
const scheduleToleranceMs = 300_000;

/** What is known of a post by reading it. */
export interface PostFacts {
  remote: RemotePost;
  /** Where a person finds it, also while readers do not. */
  address: string;
  visibility: Visibility;
  /** Its state by the site's own name. */
  status: string;
  /** By the state the site keeps it in: published for readers, or kept for a time to come. */
  state: 'published' | 'scheduled' | 'neither';
  /** Milliseconds since 1970; null where no time is set. */
  publicAt: number | null;
}

/**
 * A site as it is for one request. `Payload`: what the article is there, its pictures and terms in place; `Meant`:
 * everything that is to stand in the post.
 */
export interface PostSite<Post, Payload, Meant> {
  /** Milliseconds the site's clock is ahead of ours. */
  clockAheadMs(): number;
  /** The post as it stands; null where it was deleted. */
  read(remoteId: string): Promise<Post | null>;
  /** The post that carries one of the markers; see `findByMarker`. */
  find(markers: readonly string[], since: number | null): Promise<Post | null>;
  carries(post: Post, marker: string): boolean;
  facts(post: Post): PostFacts;
  /** Puts pictures and terms in place. `standing`: the post that is to be written, null where it has yet to be made. */
  prepare(standing: Post | null): Promise<{ payload: Payload; differences: Difference[] }>;
  makeDraft(payload: Payload): Promise<Post>;
  /** What else is ours to write of a post that is there: who it is filed under, what search engines show. */
  complete(post: Post, payload: Payload): Promise<{ meant: Meant; differences: Difference[] }>;
  isUnchanged(post: Post, stamp: string | null, meant: Meant): boolean;
  /** `schedule` in milliseconds since 1970; null for a post that is to be public now. */
  differences(post: Post, meant: Meant, schedule: number | null): Promise<Difference[]>;
  /**
   * Fills the post and makes it public, or gives it its time. Where the site tells that somebody changed it since it was
   * read, nothing is written: `editedMeanwhile` is the post as it stands now.
   */
  write(
    post: Post,
    meant: Meant,
    schedule: number | null,
  ): Promise<{ written: Post } | { editedMeanwhile: Post }>;
  /** Notes what reading the post as the very same article again takes. */
  remember(post: Post, meant: Meant): void;
}

/** What is remembered of a post; of one that was taken in also what is left as it was. */
function keeping(remote: RemotePost, before: RemotePost | null): RemotePost {
  return { ...remote, ...(before?.kept === undefined ? {} : { kept: before.kept }) };
}

/** The time to give the site's scheduler; null where the post is to be public at once. */
function scheduleOf({ publishAt }: PublishRequest, aheadMs: number, context: TargetContext): number | null {
  if (publishAt === null || publishAt <= context.now()) return null;
  if (Math.abs(aheadMs) > scheduleToleranceMs) {
    throw new PublishError('clock-wrong', `${Math.round(aheadMs / 1000)} s`);
  }
  return publishAt;
}

/** The post the request is about as it stands now, and whether this very delivery wrote it. */
async function standingPost<Post>(
  site: Pick<PostSite<Post, unknown, unknown>, 'read' | 'find' | 'carries' | 'facts'>,
  { article, existing, marker, mayHaveArrived, earlierMarkers, recordsLostSince }: PublishRequest,
): Promise<{ post: Post | null; ours: boolean }> {
  if (existing) {
    const post = await site.read(existing.remoteId);
    const where = existing.url ?? `#${existing.remoteId}`;
    if (post === null) throw new PublishError('post-missing', where);
    if (site.facts(post).visibility === 'trashed') throw new PublishError('post-missing', `trash: ${where}`);
    return { post, ours: site.carries(post, marker) };
  }
  const isLost = recordsLostSince !== null;
  if (!mayHaveArrived && !isLost) return { post: null, ours: false };
  const markers = [marker, ...earlierMarkers, ...(isLost ? [articleMarker(article.articleId)] : [])];
  const post = await site.find(markers, recordsLostSince);
  return { post, ours: post !== null && site.carries(post, marker) };
}

/**
 * How the post differs from what is meant, where writing it would undo work that our records do not know: somebody's
 * edit there, or ours, lost with them. Null where nothing would be lost.
 */
async function editedThere<Post, Meant>(
  site: Pick<PostSite<Post, unknown, Meant>, 'carries' | 'isUnchanged' | 'differences'>,
  post: Post,
  { existing, earlierMarkers }: PublishRequest,
  meant: Meant,
  schedule: number | null,
): Promise<Difference[] | null> {
  if (existing) {
    return site.isUnchanged(post, existing.modifiedStamp, meant)
      ? null
      : site.differences(post, meant, schedule);
  }
  if (earlierMarkers.some((marker) => site.carries(post, marker))) return null;
  const found = await site.differences(post, meant, schedule);
  return found.length === 0 ? null : found;
}

/** Publishes, schedules or updates, reads back and compares. */
export async function publishPost<Post, Payload, Meant>(
  site: PostSite<Post, Payload, Meant>,
  request: PublishRequest,
  context: TargetContext,
): Promise<PublishedArticle> {
  const schedule = scheduleOf(request, site.clockAheadMs(), context);
  const { post: standing, ours } = await standingPost(site, request);
  if (schedule !== null && standing !== null && !ours && site.facts(standing).state === 'published') {
    throw new PublishError('already-public', site.facts(standing).address);
  }
  const { payload, differences } = await site.prepare(standing);
  const post = standing ?? (await site.makeDraft(payload));
  const { meant, differences: alsoDifferent } = await site.complete(post, payload);

  function conflict(found: Post, edits: Difference[], code?: 'already-there'): PublishConflict {
    const { address, remote } = site.facts(found);
    return new PublishConflict(address, keeping(remote, request.existing), edits, code);
  }

  if (standing !== null && !ours) {
    const edited = await editedThere(site, standing, request, meant, schedule);
    if (edited !== null) {
      throw conflict(standing, edited, isUnrecorded(request) ? 'already-there' : undefined);
    }
  }
  const isDone = ours && site.facts(post).state !== 'neither';
  const attempt = isDone ? { written: post } : await site.write(post, meant, schedule);
  if ('editedMeanwhile' in attempt) {
    const { editedMeanwhile } = attempt;
    throw conflict(editedMeanwhile, await site.differences(editedMeanwhile, meant, schedule));
  }
  site.remember(attempt.written, meant);
  const live = await site.read(site.facts(attempt.written).remote.remoteId);
  if (live === null || site.facts(live).visibility === 'trashed') {
    throw new PublishError('post-missing', 'gone right after it was written', { retryable: true });
  }
  const { remote, address, visibility, status, publicAt } = site.facts(live);
  if (visibility !== 'public' && visibility !== 'scheduled')
    throw new PublishError('held-at-target', `${status}: ${address}`);
  // Known is how it was written: what somebody made of it before it could be read back is an edit like any later one. Where
  // the answer to our write was lost nobody saw that, unless it stands exactly as it was meant.
  const isSeenWritten = !isDone || (await site.differences(post, meant, schedule)).length === 0;
  const modifiedStamp = isSeenWritten
    ? site.facts(attempt.written).remote.modifiedStamp
    : (request.existing?.modifiedStamp ?? null);
  return {
    post: keeping({ ...remote, modifiedStamp }, request.existing),
    visibility,
    publicAt: publicAt ?? context.now(),
    differences: [...(await site.differences(live, meant, schedule)), ...differences, ...alsoDifferent],
  };
}
