/** What is live of the fronts: handed to the targets, and followed when a story on it goes away by itself. */
import { z } from 'zod';
import type { FrontNotice } from '../../../shared/contract/fronts.ts';
import { indexFacts, resolveFront } from '../../../shared/domain/front/resolve.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { LaunchedFront } from '../launched-front.ts';
import type { Clock } from '../providers.ts';
import type { Facts } from './facts.ts';
import type { FrontQueries, StoredFront } from './queries.ts';

const jobKind = 'fronts.follow';

/** Changes come in bursts (a save each second, wire copy by the hundred): they are followed once for each. */
const PAUSE_MS = 2_000;

/** Why a story that was launched is not on the page, where nobody meant that. */
const UNMEANT: readonly FrontNotice['why'][] = [
  'withdrawn',
  'embargoed',
  'trashed',
  'not-public',
  'story-gone',
];

export interface LiveFronts {
  /** Everything launched, as it stands at a target. */
  launched(targetId: string): LaunchedFront[];
  /** Looks soon at what left the page by itself, and has the targets look whether a front shows something else. */
  followSoon(): void;
}

export function createLiveFronts({
  queries,
  facts,
  jobs,
  events,
  clock,
  refresh,
}: {
  queries: FrontQueries;
  facts: Facts;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  /** Has the targets of a front look whether it shows something else by now. */
  refresh: (frontId: string) => void;
}): LiveFronts {
  /** Stories on any live front: a save of another article is nothing to follow. */
  let shown: ReadonlySet<string> | null = null;

  function noticesOf({ live, notices }: StoredFront, shownNow: Set<string>): FrontNotice[] {
    const index = indexFacts(facts.of([live], null));
    const slots = new Map(
      live.collections.flatMap((each) => each.slots.map((slot) => [slot.slotId, slot] as const)),
    );
    const resolved = resolveFront(live, index, clock.now());
    for (const { items } of resolved.collections) {
      for (const { content } of items) if (content.kind === 'article') shownNow.add(content.articleId);
    }
    return resolved.collections.flatMap(({ title: collectionTitle, hidden }) =>
      hidden.flatMap(({ slotId, why: reason }): FrontNotice[] => {
        const slot = slots.get(slotId);
        const why = UNMEANT.find((each) => each === reason);
        if (slot?.content.kind !== 'article' || why === undefined) return [];
        const { articleId } = slot.content;
        shownNow.add(articleId);
        const before = notices.find((notice) => notice.slotId === slotId && notice.why === why);
        const title = slot.headline ?? index.story(articleId)?.headline ?? '';
        const at = before?.at ?? new Date(clock.now()).toISOString();
        return [{ slotId, articleId, title, collectionTitle, why, at }];
      }),
    );
  }

  function follow(): void {
    const shownNow = new Set<string>();
    for (const front of queries.fronts()) {
      const notices = noticesOf(front, shownNow);
      if (JSON.stringify(notices) !== JSON.stringify(front.notices)) {
        queries.writeNotices(front.frontId, notices);
        events.emit({ type: 'front.changed', frontId: front.frontId });
      }
      refresh(front.frontId);
    }
    shown = shownNow;
  }

  jobs.register({
    kind: jobKind,
    payload: z.object({}),
    concurrency: 1,
    longestPauseMs: PAUSE_MS,
    // What had ended by the wrong clock is shown again.
    clockSetBack: followSoon,
    async run() {
      follow();
      return { done: true };
    },
  });
  events.subscribe((event) => {
    const matters =
      event.type === 'delivery.changed' ||
      event.type === 'wire.changed' ||
      event.type === 'popularity.changed' ||
      event.type === 'target.changed' ||
      ((event.type === 'article.changed' || event.type === 'corrections.changed') &&
        (shown === null || shown.has(event.articleId)));
    if (matters) followSoon();
  });

  function followSoon(): void {
    // Not moved by what comes meanwhile: a steady stream of changes must not put it off for ever.
    if (jobs.dueAt(jobKind, 'all') === null) jobs.enqueue(jobKind, 'all', {}, clock.now() + PAUSE_MS);
  }

  return {
    launched: (targetId) =>
      queries
        .fronts()
        .filter(({ live }) => live.collections.length > 0)
        .map(({ frontId, kind, section, name, live }) => ({
          frontId,
          kind,
          section,
          name,
          content: live,
          facts: facts.of([live], targetId),
        })),
    followSoon,
  };
}
