/**
 * Which answers an event makes stale. Events come in bursts (a feed poll, a save every second), so they are gathered
 * for a moment. Two things are left alone on purpose: the wire list, which must not move under the reader's eyes (its
 * feature decides), and the article that is open, whose editor holds the newer text.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { CoreEvent } from '../../shared/contract/events.ts';
import type { CoreQueries } from './core-client.ts';
import type { EventFeed } from './event-feed.ts';

const GATHER_MS = 150;
/** What takes longer than this to be fetched anew holds nothing else up. */
const PATIENCE_MS = 2_000;

/** The queries that are not fetched anew after a break, for the reasons above. */
const LEFT_ALONE = new Set(['wire.list', 'articles.get']);

type Key = readonly unknown[];

/** `wire.list`: the procedure a query key belongs to. */
function pathOf(queryKey: Key): string {
  return Array.isArray(queryKey[0]) ? queryKey[0].join('.') : '';
}

function staleKeys(event: CoreEvent, queries: CoreQueries): Key[] {
  const {
    wire,
    articles,
    people,
    publishing,
    fronts,
    comments,
    corrections,
    notifications,
    settings,
    sample,
    system,
    checks,
    rules,
    impact,
    provenance,
    record,
    rights,
  } = queries;
  switch (event.type) {
    case 'wire.changed':
      return [
        wire.counts.key(),
        wire.countNewer.key(),
        wire.sources.list.key(),
        wire.get.key(),
        articles.list.key(),
        system.status.key(),
      ];
    // The list strikes it through where it stands; what was written from it says so too.
    case 'wire.withdrawn':
      return [wire.get.key(), fronts.pool.key(), fronts.facts.key(), publishing.publishability.key()];
    case 'searches.changed':
      return [wire.searches.key()];
    case 'rules.changed':
      return [rules.list.key(), rules.log.key()];
    case 'wire.read':
      return [wire.counts.key(), wire.countNewer.key(), wire.sources.list.key()];
    case 'wire.marked':
      return [
        wire.list.key(),
        wire.get.key(),
        wire.counts.key(),
        wire.countNewer.key(),
        wire.sources.list.key(),
      ];
    case 'wire.folded':
      return [wire.list.key(), wire.get.key(), wire.counts.key(), wire.countNewer.key()];
    case 'source.changed':
      return [
        wire.sources.list.key(),
        wire.sources.deliveries.key(),
        system.status.key(),
        people.trail.key(),
        rights.key(),
      ];
    case 'intake.changed':
      return [wire.sources.list.key(), system.status.key(), people.trail.key()];
    case 'article.changed':
      return [
        ...(event.only !== undefined
          ? []
          : [articles.counts.key(), articles.revisions.key(), articles.assignments.key()]),
        ...(event.only === 'words' ? [] : [rights.findings.key()]),
        articles.list.key(),
        articles.activity.key(),
        publishing.publishability.key(),
        fronts.pool.key(),
        fronts.facts.key(),
        impact.list.key(),
        impact.get.key(),
      ];
    // The article itself is told of by `article.changed`.
    case 'article.sent':
      return [];
    case 'delivery.changed':
      return [
        publishing.deliveries.key(),
        publishing.attempts.key(),
        publishing.calendar.key(),
        publishing.counts.key(),
        publishing.publishability.key(),
        articles.list.key(),
        articles.activity.key(),
        record.list.key(),
        system.status.key(),
        corrections.of.key(),
        fronts.pool.key(),
        fronts.facts.key(),
        impact.list.key(),
        impact.get.key(),
      ];
    case 'corrections.changed':
      return [
        corrections.key(),
        articles.activity.key(),
        publishing.publishability.key(),
        fronts.pool.key(),
        fronts.facts.key(),
      ];
    case 'target.changed':
      // Deliveries, of fronts too, and articles tell the target's name.
      return [publishing.key(), articles.list.key(), comments.key(), people.trail.key()];
    case 'transfer.changed':
      return [publishing.transfers.key()];
    case 'comments.changed':
      return [comments.key(), people.trail.key()];
    case 'rights.changed':
      return [rights.key(), publishing.publishability.key()];
    case 'checks.changed':
      return [checks.ignored.key(), provenance.accepted.key()];
    case 'front.edited':
      return [
        fronts.list.key(),
        fronts.facts.key(),
        fronts.launchPreview.key(),
        fronts.compare.key(),
        fronts.placements.key(),
      ];
    case 'front.changed':
      return [
        fronts.list.key(),
        fronts.facts.key(),
        fronts.launches.key(),
        fronts.launchAt.key(),
        fronts.launchPreview.key(),
        fronts.compare.key(),
        fronts.placements.key(),
        publishing.fronts.key(),
        publishing.counts.key(),
      ];
    case 'front.delivered':
      return [publishing.fronts.key(), publishing.counts.key()];
    case 'impact.changed':
      return [impact.key(), articles.list.key()];
    case 'clipboard.changed':
      return [fronts.clipboard.key()];
    case 'popularity.changed':
      return [fronts.popularity.key(), fronts.facts.key()];
    case 'settings.changed':
      return [settings.key(), checks.condition.key(), people.trail.key()];
    case 'people.changed':
      return [people.key(), articles.list.key(), articles.assignments.key(), notifications.key()];
    case 'notifications.changed':
      return [notifications.key()];
    // The one time the list moves by itself: what it shows is there no more, or was asked for with a click.
    case 'sample.changed':
      return [sample.key(), wire.key(), articles.key(), impact.key(), publishing.key(), system.status.key()];
    case 'system.changed':
      return [system.status.key(), system.backups.key(), system.recovery.key(), people.trail.key()];
  }
}

/** Keeps the answers in step with the core. Returns the function that ends it. */
export function keepInStep(events: EventFeed, queries: CoreQueries, queryClient: QueryClient): () => void {
  const gathered = new Map<string, Key>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  /** The next burst waits until this one is answered: what is asked anew all the time would never be. */
  async function flush(): Promise<void> {
    const keys = [...gathered.values()];
    gathered.clear();
    const answered = Promise.allSettled(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    await Promise.race([answered, sleep(PATIENCE_MS)]);
    timer = undefined;
    if (gathered.size > 0 && !stopped) schedule();
  }

  function schedule(): void {
    timer ??= setTimeout(() => void flush(), GATHER_MS);
  }

  const stopEvents = events.subscribe((event) => {
    if (event.type === 'article.changed') {
      const input = { articleId: event.articleId };
      void queryClient.invalidateQueries({
        queryKey: queries.articles.get.key({ input }),
        refetchType: 'none',
      });
    }
    for (const key of staleKeys(event, queries)) gathered.set(JSON.stringify(key), key);
    schedule();
  });
  const stopResumed = events.subscribeResumed(() => {
    void queryClient.invalidateQueries({
      predicate: ({ queryKey, state }) => state.status === 'error' || !LEFT_ALONE.has(pathOf(queryKey)),
    });
  });
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopEvents();
    stopResumed();
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
