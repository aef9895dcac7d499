/** What changes of sources mean for the articles made from them: found as they arrive, kept until somebody has decided. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArticleFields } from '../../../shared/contract/articles.ts';
import type { Impact, ImpactDetail, MendedSentence } from '../../../shared/contract/impact.ts';
import type { News } from '../../../shared/contract/notifications.ts';
import type { WireStory } from '../../../shared/contract/wire-story.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock, Log } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createJudge, type WireForImpact } from './judge.ts';
import { impactQueries, type ListedImpact } from './queries.ts';
import { createReminders } from './reminders.ts';

/** Versions looked through at a time: people's calls come in between. */
const versionsAtOnce = 500;

const remindEveryMs = 5 * 60_000;

/** What the impact slice needs of other slices; create-slices.ts hands it over. */
export interface ImpactNeighbours {
  wire: WireForImpact;
  /** A version as *Tulis dari kawat* would make it. */
  houseCopy: (story: WireStory) => { headline: string; dek: string; document: ArticleDocument };
  articles: {
    /** Throws NOT_FOUND. */
    stored(articleId: string): { base: number; fields: ArticleFields; document: ArticleDocument };
    /** Writes the mended copy and answers its base; call it inside a transaction. Throws DRAFT_CONFLICT, NOT_FOUND. */
    mend(
      articleId: string,
      base: number,
      copy: { fields: ArticleFields; document: ArticleDocument },
      storyId: number,
    ): number;
  };
  liveTargets: (articleIds: string[]) => Map<string, Impact['liveTargets']>;
  /** What is to go out of the article at a time, or was until it was stopped. */
  schedulesOf: (articleId: string) => Impact['schedules'];
  /** Slots of fronts that show the article. */
  slotsOf: (articleId: string) => ImpactDetail['slots'];
  notify: (news: readonly News[]) => void;
  /** What the house said when it took the article back from its readers (*Cabut berita*); null where it did not. */
  withdrawalOf: (articleId: string) => { text: string; personId: string } | null;
}

export type ImpactService = ReturnType<typeof createImpactService>;

export function createImpactService({
  database,
  events,
  clock,
  log,
  workplace,
  neighbours,
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  log: Log;
  workplace: Workplace;
  neighbours: ImpactNeighbours;
}) {
  const queries = impactQueries(database);
  const { wire, articles } = neighbours;
  const judge = createJudge({
    queries,
    wire,
    clock,
    articles: {
      isWithdrawn: (articleId) => neighbours.withdrawalOf(articleId) !== null,
      hasStopped: (articleId) => neighbours.schedulesOf(articleId).some(({ stopped }) => stopped),
    },
  });
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();
  const remindersNow = createReminders({
    queries,
    clock,
    isScheduled: (articleId) => neighbours.schedulesOf(articleId).length > 0,
  });
  let reminding: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  function changed(): void {
    events.emit({ type: 'impact.changed' });
  }

  /** Looks through the next versions that arrived. True where there are more. */
  function lookOn(): boolean {
    const newest = queries.newestVersion();
    const from = queries.progress();
    if (from === null) {
      // What came before this desk kept entries is told where the article shows its sources.
      queries.setProgress(newest);
      return false;
    }
    if (from >= newest) return false;
    const upTo = Math.min(newest, from + versionsAtOnce);
    const found = atomically(() => {
      const judged = queries.changedStories(from, upTo).map(judge);
      queries.setProgress(upTo);
      return judged;
    });
    if (found.some((one) => one.changed)) changed();
    neighbours.notify(found.flatMap(({ news }) => news));
    return upTo < newest;
  }

  async function lookThrough(): Promise<void> {
    do {
      again = false;
      while (!stopped && lookOn()) await nextTurn();
    } while (again && !stopped);
  }

  /** Looks at what arrived since the last look; resolves when everything was looked at. */
  function look(): Promise<void> {
    again = true;
    looking ??= lookThrough()
      .catch((error: unknown) => log.error('impact not looked at', { error: String(error) }))
      .finally(() => {
        looking = null;
      });
    return looking;
  }

  function remind(): void {
    if (stopped) return;
    try {
      neighbours.notify(atomically(remindersNow));
    } catch (error) {
      log.error('open entries not told again', { error: String(error) });
    }
  }

  /** A story taken back for good: whatever its sources say, there is nothing left to mend. */
  function closeWithdrawn(articleId: string): void {
    const withdrawal = neighbours.withdrawalOf(articleId);
    if (withdrawal === null) return;
    const { text: reason, personId: by } = withdrawal;
    const closed = atomically(() => {
      const open = queries.openOfArticle(articleId);
      for (const { impactId, storyId, versionId, status } of open) {
        queries.settle({ articleId, storyId, versionId, status, taken: false });
        queries.close({ impactId, state: 'applied', reason, mended: [], by, now: clock.now() });
      }
      return open.length;
    });
    if (closed > 0) changed();
  }

  const stopHearing = events.subscribe((event) => {
    if (event.type === 'wire.changed') void look();
    if (event.type === 'corrections.changed') closeWithdrawn(event.articleId);
  });

  function stored(impactId: number): ListedImpact {
    const entry = queries.get(impactId);
    if (entry === null) throw contractError('NOT_FOUND', { kind: 'impact', id: String(impactId) });
    return entry;
  }

  function toContract(entry: ListedImpact, liveTargets: Impact['liveTargets']): Impact {
    const { closedAt, closedBy } = entry;
    const person = closedBy === null ? null : workplace.person(closedBy);
    return {
      impactId: entry.impactId,
      state: entry.state,
      storyId: entry.storyId,
      storyHeadline: entry.storyHeadline,
      sourceName: entry.sourceName,
      articleId: entry.articleId,
      articleHeadline: entry.articleHeadline,
      articleState: entry.articleState,
      kinds: entry.kinds,
      openedAt: new Date(entry.openedAt).toISOString(),
      changedAt: new Date(entry.changedAt).toISOString(),
      liveTargets,
      schedules: neighbours.schedulesOf(entry.articleId),
      closed:
        closedAt === null
          ? null
          : {
              at: new Date(closedAt).toISOString(),
              by: person === null ? null : person.name || person.code,
              reason: entry.reason,
            },
    };
  }

  function versionOf(versionId: number): ImpactDetail['base'] {
    const version = wire.version(versionId);
    if (version === null) return null;
    const arrivedAt = new Date(version.arrivedAt).toISOString();
    return { versionId, arrivedAt, copy: neighbours.houseCopy(version.story) };
  }

  function get(impactId: number): ImpactDetail {
    const entry = stored(impactId);
    const { articleId, storyId } = entry;
    const article = articles.stored(articleId);
    const story = wire.story(storyId);
    const newest = versionOf(entry.versionId);
    if (story === null || newest === null) {
      throw contractError('NOT_FOUND', { kind: 'story', id: String(storyId) });
    }
    const version = wire.version(entry.versionId);
    return {
      ...toContract(entry, neighbours.liveTargets([articleId]).get(articleId) ?? []),
      effectiveStatus: story.effectiveStatus,
      withdrawalReason: story.withdrawalReason,
      embargoed: version?.story.embargoed ?? null,
      edNote: version?.story.edNote ?? null,
      base: versionOf(entry.baseVersionId),
      newest,
      article: { base: article.base, fields: article.fields, document: article.document },
      slots: neighbours.slotsOf(articleId),
      siblings: queries
        .siblings(storyId, impactId)
        .map(({ impactId: other, articleHeadline, state }) => ({ impactId: other, articleHeadline, state })),
      mended: entry.mended,
    };
  }

  /** Throws INVALID where somebody has decided, or the source has changed since it was seen. */
  function openAsSeen(impactId: number, versionId: number): ListedImpact {
    const entry = stored(impactId);
    if (entry.state !== 'open') throw contractError('INVALID', { field: null, reason: 'impact-closed' });
    const story = wire.story(entry.storyId);
    if (entry.versionId !== versionId || (story !== null && story.newestVersionId !== versionId)) {
      throw contractError('INVALID', { field: 'versionId', reason: 'impact-moved-on' });
    }
    return entry;
  }

  return {
    get,

    list(state: 'open' | 'closed', cursor: string | null, limit: number) {
      const offset = Number(cursor ?? '') || 0;
      const found = queries.list(state, offset, limit + 1);
      const page = found.slice(0, limit);
      const live = neighbours.liveTargets(page.map(({ articleId }) => articleId));
      return {
        rows: page.map((entry) => toContract(entry, live.get(entry.articleId) ?? [])),
        cursor: found.length > limit ? String(offset + limit) : null,
      };
    },

    counts() {
      const { open, live, oldest } = queries.counts();
      return { open, live, oldestAt: oldest === null ? null : new Date(oldest).toISOString() };
    },

    /** See the contract. Throws NOT_FOUND, INVALID, DRAFT_CONFLICT. */
    apply({
      impactId,
      versionId,
      base,
      fields,
      document,
      mended,
      note,
    }: {
      impactId: number;
      versionId: number;
      base: number;
      fields: ArticleFields;
      document: ArticleDocument;
      mended: MendedSentence[];
      note: string;
    }): ImpactDetail {
      const { entry, next } = atomically(() => {
        const seen = openAsSeen(impactId, versionId);
        const { articleId, storyId, status } = seen;
        const written = articles.mend(articleId, base, { fields, document }, storyId);
        queries.settle({ articleId, storyId, versionId, status, taken: true });
        const by = workplace.currentPerson().personId;
        queries.close({ impactId, state: 'applied', reason: note, mended, by, now: clock.now() });
        return { entry: seen, next: written };
      });
      const { articleId, storyId, kinds } = entry;
      events.emit({ type: 'article.changed', articleId, base: next });
      changed();
      log.info('correction applied', { impactId, articleId, storyId, kinds: kinds.join(), base: next });
      return get(impactId);
    },

    /** See the contract. Throws NOT_FOUND, INVALID. */
    dismiss(impactId: number, versionId: number, reason: string): ImpactDetail {
      atomically(() => {
        const { articleId, storyId, status } = openAsSeen(impactId, versionId);
        queries.settle({ articleId, storyId, versionId, status, taken: false });
        const by = workplace.currentPerson().personId;
        queries.close({ impactId, state: 'not-affected', reason, mended: [], by, now: clock.now() });
      });
      changed();
      return get(impactId);
    },

    /** See the contract. Throws NOT_FOUND, INVALID. */
    reopen(impactId: number): ImpactDetail {
      atomically(() => {
        const { articleId, storyId, baseVersionId, baseStatus, state } = stored(impactId);
        if (state !== 'not-affected' || queries.openOf(storyId).has(articleId)) {
          throw contractError('INVALID', { field: null, reason: 'impact-not-dismissed' });
        }
        queries.reopen(impactId);
        queries.settle({ articleId, storyId, versionId: baseVersionId, status: baseStatus, taken: false });
        judge(storyId);
      });
      changed();
      return get(impactId);
    },

    look,

    /** Looks at what arrived while nothing ran, and from now on tells again of what stays open. */
    start(): void {
      void look().then(remind);
      reminding = setInterval(remind, remindEveryMs).unref();
    },

    /** Hears and looks at nothing more: the database is about to be closed. */
    async stop(): Promise<void> {
      stopHearing();
      clearInterval(reminding);
      stopped = true;
      await looking;
    },
  };
}
