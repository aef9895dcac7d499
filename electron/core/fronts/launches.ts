/** Launches: what readers see of a front, each one a version that is kept for good. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { FrontContent } from '../../../shared/contract/front-content.ts';
import type { Launch } from '../../../shared/contract/fronts.ts';
import { compareContents } from '../../../shared/domain/front/compare.ts';
import { editTowards } from '../../../shared/domain/front/edit-towards.ts';
import { launchContent } from '../../../shared/domain/front/launch-content.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { Drafts } from './drafts.ts';
import type { FrontQueries, StoredFront, StoredLaunch } from './queries.ts';

const jobKind = 'fronts.launch';

export interface LaunchRequest {
  frontId: string;
  /** Null: the whole front. */
  collectionIds: string[] | null;
  note: string;
  requestId: string;
  /** What its preview answered with; null: whatever the draft holds. */
  seen: string | null;
}

export function launchToContract(launch: StoredLaunch): Launch {
  return {
    launchId: launch.launchId,
    frontId: launch.frontId,
    number: launch.number ?? 0,
    at: new Date(launch.at).toISOString(),
    askedAt: new Date(launch.askedAt).toISOString(),
    personId: launch.personId,
    note: launch.note,
    reason: launch.reason,
    collectionIds: launch.collectionIds,
    state: launch.state,
  };
}

/** `deliver` puts what is live now into the outbox, for every target that shows fronts; it is called in a transaction. */
export function createLaunches({
  database,
  queries,
  drafts,
  jobs,
  events,
  clock,
  workplace,
  deliver,
}: {
  database: Database;
  queries: FrontQueries;
  drafts: Drafts;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  deliver: (frontId: string, launchId: string) => void;
}) {
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  function stored(launchId: string): StoredLaunch {
    const launch = queries.launch(launchId);
    if (!launch) throw contractError('NOT_FOUND', { kind: 'launch', id: launchId });
    return launch;
  }

  /** Those named of the whole, or all there are in either state. */
  function idsOf({ draft, live }: StoredFront, collectionIds: string[] | null): string[] {
    const known = new Set(
      [...draft.collections, ...live.collections].map(({ collectionId }) => collectionId),
    );
    const unknown = collectionIds?.find((id) => !known.has(id));
    if (unknown !== undefined)
      throw contractError('INVALID', { field: 'collectionIds', reason: 'collection-gone' });
    return collectionIds ?? [...known];
  }

  function add(
    front: StoredFront,
    request: LaunchRequest,
    launch: Pick<StoredLaunch, 'reason' | 'state' | 'content' | 'at'>,
  ): StoredLaunch {
    const { frontId } = front;
    const launchId = randomUUID();
    queries.addLaunch({
      launchId,
      requestId: request.requestId,
      frontId,
      number: launch.state === 'launched' ? queries.nextNumber(frontId) : null,
      askedAt: clock.now(),
      personId: workplace.currentPerson().personId,
      note: request.note,
      collectionIds: idsOf(front, request.collectionIds),
      whole: request.collectionIds === null,
      ...launch,
    });
    return stored(launchId);
  }

  /** The front of a request. Throws FRONT_CONFLICT where the draft is not any more what was shown to the person. */
  function asSeen({ frontId, collectionIds, seen }: LaunchRequest): StoredFront {
    const front = drafts.stored(frontId);
    if (seen !== null && seen !== digestOfDraft(front.draft, collectionIds)) {
      throw contractError('FRONT_CONFLICT', { frontId, kind: 'front', id: frontId });
    }
    return front;
  }

  /** Makes content live; call it in a transaction, behind the launch that says so. */
  function makeLive({ frontId, launchId, content }: StoredLaunch): void {
    queries.writeLive(frontId, content);
    deliver(frontId, launchId);
  }

  /** Does the work in a transaction, a request that is repeated answers as the first time. */
  function once(requestId: string, work: () => StoredLaunch): Launch {
    const { launch, repeated } = atomically(() => {
      const earlier = queries.launchOfRequest(requestId);
      return earlier ? { launch: earlier, repeated: true } : { launch: work(), repeated: false };
    });
    if (!repeated) events.emit({ type: 'front.changed', frontId: launch.frontId });
    return launchToContract(launch);
  }

  /** Its time has come: what it pinned goes live, as far as the front is still there. */
  function release(launch: StoredLaunch): void {
    atomically(() => {
      const front = queries.front(launch.frontId);
      if (!front || front.removed) return queries.settleLaunch({ ...launch, state: 'cancelled' });
      const content = launchContent(front.live, launch.content, launch.whole ? null : launch.collectionIds);
      const next = {
        ...launch,
        state: 'launched' as const,
        number: queries.nextNumber(launch.frontId),
        at: clock.now(),
        content,
      };
      queries.settleLaunch(next);
      makeLive(next);
    });
    events.emit({ type: 'front.changed', frontId: launch.frontId });
  }

  jobs.register({
    kind: jobKind,
    payload: z.object({ launchId: z.string() }),
    concurrency: 1,
    async run({ launchId }) {
      const launch = queries.launch(launchId);
      if (launch?.state !== 'scheduled') return { done: true };
      if (launch.at > clock.now()) return { runAgainAt: launch.at };
      release(launch);
      return { done: true };
    },
  });

  return {
    stored,

    /** See the contract. Throws NOT_PERMITTED, NOT_FOUND, INVALID. */
    launch: (request: LaunchRequest): Launch =>
      once(request.requestId, () => {
        workplace.requirePermission('publish');
        const front = asSeen(request);
        const ids = request.collectionIds === null ? null : idsOf(front, request.collectionIds);
        const content = launchContent(front.live, front.draft, ids);
        const launch = add(front, request, { reason: 'launch', state: 'launched', content, at: clock.now() });
        makeLive(launch);
        return launch;
      }),

    /** Throws as `launch`, and INVALID `time-past`. */
    schedule: (request: LaunchRequest, at: number): Launch =>
      once(request.requestId, () => {
        workplace.requirePermission('publish');
        if (at <= clock.now()) throw contractError('INVALID', { field: 'at', reason: 'time-past' });
        const front = asSeen(request);
        const launch = add(front, request, {
          reason: 'launch',
          state: 'scheduled',
          content: front.draft,
          at,
        });
        jobs.enqueue(jobKind, launch.launchId, { launchId: launch.launchId }, at);
        return launch;
      }),

    cancel(launchId: string): Launch {
      workplace.requirePermission('publish');
      const cancelled = atomically(() => {
        const launch = stored(launchId);
        if (launch.state !== 'scheduled') {
          throw contractError('INVALID', { field: 'launchId', reason: 'not-scheduled' });
        }
        queries.settleLaunch({ ...launch, state: 'cancelled' });
        jobs.remove(jobKind, launchId);
        return stored(launchId);
      });
      events.emit({ type: 'front.changed', frontId: cancelled.frontId });
      return launchToContract(cancelled);
    },

    /** See the contract. Throws NOT_PERMITTED, NOT_FOUND, INVALID. */
    relaunch: (launchId: string, note: string, requestId: string): Launch =>
      once(requestId, () => {
        workplace.requirePermission('publish');
        const { frontId, content } = launched(launchId);
        const before = drafts.stored(frontId);
        drafts.write(
          before,
          randomUUID(),
          editTowards(before.draft, content, settledCollections(before, content)),
        );
        const front = drafts.stored(frontId);
        const launch = add(
          front,
          { frontId, collectionIds: null, note, requestId, seen: null },
          { reason: 'restore', state: 'launched', content, at: clock.now() },
        );
        makeLive(launch);
        return launch;
      }),

    /** The number counts on from the cursor of the page before. */
    list(frontId: string, cursor: string | null, limit: number) {
      const before = Number(cursor ?? '') || Number.MAX_SAFE_INTEGER;
      const found = queries.launches(frontId, before, limit + 1);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: page.map(launchToContract),
        cursor: found.length > limit && last ? String(last.number) : null,
      };
    },

    /** See the contract. `at` in milliseconds since 1970. */
    at(frontId: string, at: number): Launch | null {
      const launch = queries.launchAt(frontId, at);
      return launch && launchToContract(launch);
    },

    /** A state of a front by its name: `draft`, `live`, or the id of a launch of that front. */
    contentOf({ frontId, draft, live }: StoredFront, state: string): FrontContent {
      if (state === 'draft') return draft;
      if (state === 'live') return live;
      const launch = stored(state);
      if (launch.frontId !== frontId) throw contractError('NOT_FOUND', { kind: 'launch', id: state });
      return launch.content;
    },
  };

  function launched(launchId: string): StoredLaunch {
    const launch = stored(launchId);
    if (launch.state !== 'launched') {
      throw contractError('INVALID', { field: 'launchId', reason: 'not-launched' });
    }
    return launch;
  }
}

/** How many collections of the draft are not what is live. */
export function changedCollections({ live, draft }: StoredFront): number {
  return compareContents(live, draft, () => null).filter(({ kind }) => kind !== 'same').length;
}

/** Tells one state of what is to be launched from another: of some collections of a draft, or (null) of all. */
export function digestOfDraft(
  { collections }: FrontContent,
  collectionIds: readonly string[] | null,
): string {
  const meant = collections.filter(
    ({ collectionId }) => collectionIds === null || collectionIds.includes(collectionId),
  );
  return createHash('sha256').update(JSON.stringify(meant)).digest('hex');
}

/** Collections in which nothing waits to be launched, those of `content` that are nowhere now among them. */
function settledCollections({ live, draft }: StoredFront, content: FrontContent): string[] {
  const differences = compareContents(live, draft, () => null);
  const waiting = new Set(
    differences.filter(({ kind }) => kind !== 'same').map(({ collectionId }) => collectionId),
  );
  const all = [...draft.collections, ...content.collections].map(({ collectionId }) => collectionId);
  return [...new Set(all)].filter((collectionId) => !waiting.has(collectionId));
}
