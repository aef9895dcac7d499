/** Fronts: drafts of what stands where, what was launched of them, and the stories to choose from. */
import { randomUUID } from 'node:crypto';
import type { ArticleSource } from '../../../shared/contract/article-sources.ts';
import type { FrontContent, FrontKind, Slot } from '../../../shared/contract/front-content.ts';
import type { FrontEdit } from '../../../shared/contract/front-edits.ts';
import type {
  CollectionDifference,
  Front,
  FrontFacts,
  FrontSummary,
  Placement,
} from '../../../shared/contract/fronts.ts';
import type { House } from '../../../shared/contract/settings.ts';
import { sectionCollections } from '../../../shared/domain/front/build.ts';
import { compareContents, comparePages } from '../../../shared/domain/front/compare.ts';
import { launchContent } from '../../../shared/domain/front/launch-content.ts';
import { indexFacts, resolveFront } from '../../../shared/domain/front/resolve.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { JobQueue } from '../jobs/queue.ts';
import type { LaunchedFront } from '../launched-front.ts';
import type { Clock } from '../providers.ts';
import type { SiteFigures } from '../site-figures.ts';
import type { Workplace } from '../workplace.ts';
import { createClipboard } from './clipboard.ts';
import { createDrafts } from './drafts.ts';
import { createFacts } from './facts.ts';
import { createForgetArticles } from './forget-articles.ts';
import { changedCollections, createLaunches, digestOfDraft, launchToContract } from './launches.ts';
import { createLiveFronts } from './live-fronts.ts';
import { createPool, type ListArticles } from './pool.ts';
import { createPopularity } from './popularity.ts';
import { popularityQueries } from './popularity-queries.ts';
import { frontQueries, type StoredFront } from './queries.ts';
import { storyQueries } from './story-queries.ts';

const mutationMemoryMs = 7 * 24 * 3_600_000;

/** What fronts need of other slices; create-slices.ts hands it over. */
export interface FrontNeighbours {
  listArticles: ListArticles;
  sources: (articleId: string) => (ArticleSource & { embargoUnreadable: boolean })[];
  /** The same number for wire stories that are duplicates of one another. */
  clusterOf: (storyId: number) => number;
  /** Puts a launch into the outbox of every target that shows fronts; called in its transaction. */
  deliver: (frontId: string, launchId: string) => void;
  /** Has the targets look whether a front shows something else by now. */
  refresh: (frontId: string) => void;
  siteFigures: SiteFigures;
}

export type FrontsService = ReturnType<typeof createFrontsService>;

export function createFrontsService({
  database,
  jobs,
  events,
  clock,
  house,
  workplace,
  neighbours,
}: {
  database: Database;
  jobs: JobQueue;
  events: EventBus;
  clock: Clock;
  house: () => House;
  workplace: Workplace;
  neighbours: FrontNeighbours;
}) {
  const queries = frontQueries(database);
  const stories = storyQueries(database);
  const drafts = createDrafts({ database, queries, events, clock });
  const popularity = createPopularity({
    queries: popularityQueries(database),
    jobs,
    events,
    clock,
    workplace,
    siteFigures: neighbours.siteFigures,
  });
  const facts = createFacts({
    queries: stories,
    sources: neighbours.sources,
    clusterOf: neighbours.clusterOf,
    popularity: () => popularity.current(),
  });
  const launches = createLaunches({
    database,
    queries,
    drafts,
    jobs,
    events,
    clock,
    workplace,
    deliver: neighbours.deliver,
  });
  const live = createLiveFronts({ queries, facts, jobs, events, clock, refresh: neighbours.refresh });
  const clipboard = createClipboard({ database, queries, events, workplace, facts });
  const pool = createPool({ stories, facts, listArticles: neighbours.listArticles });

  function summary(front: StoredFront): FrontSummary {
    const { frontId, kind, section, name, position, version, notices } = front;
    const lastLaunch = queries.lastLaunch(frontId);
    return {
      frontId,
      kind,
      section,
      name,
      order: position,
      version,
      changed: changedCollections(front),
      collections: front.draft.collections.map(({ collectionId, title, cap }) => ({
        collectionId,
        title,
        cap,
      })),
      lastLaunch: lastLaunch && launchToContract(lastLaunch),
      scheduled: queries.scheduled(frontId).map(launchToContract),
      notices,
    };
  }

  /** See the contract. Throws NOT_FOUND. */
  function get(frontId: string): Front {
    const front = drafts.stored(frontId);
    return { ...summary(front), draft: front.draft, live: front.live };
  }

  function headlineOf(articleId: string): string | null {
    return facts.stories([articleId], null)[0]?.headline ?? null;
  }

  function changed(frontId: string): Front {
    events.emit({ type: 'front.changed', frontId });
    return get(frontId);
  }

  return {
    list: (): FrontSummary[] => queries.fronts().map(summary),
    get,

    /** See the contract. Throws INVALID. */
    create(kind: Exclude<FrontKind, 'home'>, slug: string, name: string): Front {
      const section = house().sections.find((each) => each.slug === slug);
      if (kind === 'section' && !section)
        throw contractError('INVALID', { field: 'section', reason: 'section-unknown' });
      const frontId = randomUUID();
      const collections = kind === 'section' && section ? sectionCollections(section, randomUUID) : [];
      database.transaction(() => {
        const isTaken = queries.fronts().some((front) => front.kind === 'section' && front.section === slug);
        if (kind === 'section' && isTaken)
          throw contractError('INVALID', { field: 'section', reason: 'section-taken' });
        queries.addFront(
          { frontId, kind, section: kind === 'section' ? slug : '', name, draft: { collections } },
          clock.now(),
        );
      })();
      return changed(frontId);
    },

    rename(frontId: string, name: string): Front {
      drafts.stored(frontId);
      queries.rename(frontId, name);
      return changed(frontId);
    },

    /** Throws NOT_PERMITTED: readers see it go. INVALID `front-home`. */
    remove(frontId: string): void {
      workplace.requirePermission('publish');
      if (drafts.stored(frontId).kind === 'home') {
        throw contractError('INVALID', { field: 'frontId', reason: 'front-home' });
      }
      queries.remove(frontId, clock.now());
      neighbours.refresh(frontId);
      events.emit({ type: 'front.changed', frontId });
    },

    edit: (frontId: string, mutationId: string, edit: FrontEdit) => drafts.edit(frontId, mutationId, edit),

    /** See the contract. Throws NOT_FOUND. */
    facts(frontId: string): FrontFacts {
      const { draft, live: launched } = drafts.stored(frontId);
      return facts.of([draft, launched], null);
    },

    /** See the contract. Throws NOT_FOUND. */
    launchPreview(frontId: string, collectionIds: string[] | null) {
      const { draft, live: launched } = drafts.stored(frontId);
      const index = indexFacts(facts.of([draft, launched], null));
      const page = (content: FrontContent) => resolveFront(content, index, clock.now());
      const differences: CollectionDifference[] = comparePages(
        page(launched),
        page(launchContent(launched, draft, collectionIds)),
      );
      return { seen: digestOfDraft(draft, collectionIds), differences };
    },

    launches,

    /** See the contract. Throws NOT_FOUND. */
    launchContent(launchId: string) {
      const launch = launches.stored(launchId);
      return { launch: launchToContract(launch), content: launch.content };
    },

    compare(frontId: string, from: string, to: string): CollectionDifference[] {
      const front = drafts.stored(frontId);
      return compareContents(launches.contentOf(front, from), launches.contentOf(front, to), headlineOf);
    },

    pool,

    /** See the contract. */
    placements: (): Placement[] =>
      queries
        .fronts()
        .flatMap(({ frontId, name: frontName, draft }) =>
          draft.collections.flatMap(({ collectionId, title, slots }) =>
            slots.flatMap(({ content }) =>
              content.kind === 'article'
                ? [{ articleId: content.articleId, frontId, frontName, collectionId, title }]
                : [],
            ),
          ),
        ),

    clipboard,
    popularity,

    /** What publishing needs of fronts; create-slices.ts hands it over. */
    forPublishing: {
      launched: live.launched,
      /** A state of a front with what is live anywhere: for previews. Throws NOT_FOUND. */
      stateOf(frontId: string, state: string): LaunchedFront {
        const front = drafts.stored(frontId);
        const { kind, section, name } = front;
        const content = launches.contentOf(front, state);
        return { frontId, kind, section, name, content, facts: facts.of([content], null) };
      },
    },

    followSoon: live.followSoon,

    /** Where an article stands, placed by hand or by a rule, once for each collection; `live`: readers see it there. */
    slotsOf(articleId: string) {
      const isOf = ({ content }: Pick<Slot, 'content'>): boolean =>
        content.kind === 'article' && content.articleId === articleId;
      const byHand = ({ collections }: FrontContent): string[] =>
        collections.filter(({ slots }) => slots.some(isOf)).map(({ title }) => title);
      const byRule = (content: FrontContent): string[] =>
        resolveFront(content, indexFacts(facts.of([content], null)), clock.now())
          .collections.filter(({ items }) => items.some(isOf))
          .map(({ title }) => title);
      return queries.fronts().flatMap(({ frontId, name: frontName, draft, live: launched }) => {
        const placesIn = (content: FrontContent): string[] => [...byHand(content), ...byRule(content)];
        const readersSee = placesIn(launched);
        return [...new Set([...readersSee, ...placesIn(draft)])].map((collection) => ({
          frontId,
          frontName,
          collection,
          live: readersSee.includes(collection),
        }));
      });
    },

    forgetArticles: createForgetArticles({ database, queries, events }),

    /** Forgets answers to edits that nobody can repeat any more. */
    tidy: () => queries.forgetMutations(clock.now() - mutationMemoryMs),
  };
}
