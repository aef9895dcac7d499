/** Articles: the working copy, its revisions, states and sources. Every write is one transaction; events follow it. */
import { SqliteError } from 'better-sqlite3';
import type {
  Article,
  ArticleFields,
  ArticleFilter,
  ArticleListItem,
  ArticleState,
} from '../../../shared/contract/articles.ts';
import type { Activity } from '../../../shared/contract/activity.ts';
import type { Recipient } from '../../../shared/contract/people.ts';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import type { WritingSettings } from '../../../shared/contract/writing-settings.ts';
import { mergeNotes } from '../../../shared/document/marks.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import { fullTextMatch } from '../database/full-text.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { createActivityLog } from './activity.ts';
import { createAssignments } from './assignments.ts';
import { articleListQueries } from './list-queries.ts';
import { createArticleNeighbours } from './neighbours.ts';
import { sourceQueries } from './source-queries.ts';
import { createArticleSources, type SourceNeeds } from './sources.ts';
import { createStoryTypes } from './story-types.ts';
import { articleQueries, toContractArticle, type StoredArticle, type StoredRevision } from './queries.ts';
import {
  createWorkingCopies,
  firstBase,
  searchText,
  type DraftSave,
  type RevisionReason,
} from './working-copy.ts';
import type { DraftFromWire } from './write-from-wire.ts';

const mutationMemoryMs = 7 * 24 * 3_600_000;

export type ArticlesService = ReturnType<typeof createArticlesService>;

/** `draftFromWire` makes fields and body of a story. */
export function createArticlesService({
  database,
  events,
  clock,
  workplace,
  draftFromWire,
  liveTargets,
  writing: writingSettings,
  sourceNeeds,
  creditInStep,
}: {
  database: Database;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  draftFromWire: (
    storyId: number,
    versionId: number | undefined,
  ) => { story: WireStoryDetail; draft: DraftFromWire; creditName: string };
  liveTargets: (articleIds: string[]) => Map<string, ArticleListItem['liveTargets']>;
  writing: () => WritingSettings;
  sourceNeeds: SourceNeeds;
  /** The credit line for other agencies; null where somebody wrote it by hand. */
  creditInStep: (credit: string, before: readonly string[], after: readonly string[]) => string | null;
}) {
  const queries = articleQueries(database);
  const atomically = <Result>(work: () => Result): Result => database.transaction(work)();

  const listQuery = articleListQueries(database);
  const activity = createActivityLog({ database, clock, workplace });
  const copies = createWorkingCopies({ queries, activity, clock, workplace });
  const { stored } = copies;
  const fromQueries = sourceQueries(database);
  const sources = createArticleSources({
    queries: fromQueries,
    newestRevision: queries.newestRevision,
    copies,
    activity,
    atomically,
    events,
    clock,
    workplace,
    findStory: draftFromWire,
    needs: sourceNeeds,
    creditInStep,
  });
  const storyTypes = createStoryTypes(writingSettings);
  const assignments = createAssignments({
    database,
    copies,
    activity,
    events,
    clock,
    workplace,
    refuseMove: storyTypes.refuseMove,
  });

  function toContract(article: StoredArticle): Article {
    const { articleId } = article;
    return toContractArticle(
      article,
      sources.of(articleId),
      assignments.ofArticle(articleId),
      queries.revisionCount(articleId),
    );
  }

  function get(articleId: string): Article {
    return toContract(stored(articleId));
  }

  function changed(articleId: string, base: number): void {
    events.emit({ type: 'article.changed', articleId, base });
  }

  /** Does the work in one transaction, tells of the article after it, and answers with it. */
  function writing(work: () => StoredArticle): Article {
    const article = atomically(work);
    changed(article.articleId, article.base);
    return toContract(article);
  }

  function revisionSummary(revision: Omit<StoredRevision, 'fields' | 'document' | 'articleId' | 'base'>) {
    return {
      revisionId: revision.revisionId,
      createdAt: new Date(revision.createdAt).toISOString(),
      reason: revision.reason as RevisionReason,
      note: revision.note,
      personId: revision.personId,
      personCode: revision.personCode,
      wordCount: revision.wordCount,
    };
  }

  function storedRevision(articleId: string, revisionId: number): StoredRevision {
    const revision = queries.revision(revisionId);
    if (!revision || revision.articleId !== articleId) {
      throw contractError('NOT_FOUND', { kind: 'revision', id: String(revisionId) });
    }
    return revision;
  }

  const neighbours = createArticleNeighbours({
    queries,
    sourceQueries: fromQueries,
    copies,
    activity,
    sources,
    storyTypes,
    assignments,
    workplace,
    writing,
  });

  return {
    get,
    /** `storyType`: see the contract. Throws NOT_FOUND. */
    create(storyType?: string): Article {
      const { fields, document } = storyTypes.begin(storyType);
      return writing(() => copies.insert(fields, document));
    },

    /** A draft of what was written elsewhere. */
    createFrom(fields: Partial<ArticleFields>, document: ArticleDocument): Article {
      return writing(() => copies.insert(articleFieldsSchema.parse(fields), document));
    },

    /** `as`: how far along it is at once; a section only where the house has it, else the story's; its type as in the contract. */
    writeFromWire(
      storyId: number,
      versionId: number | undefined,
      as: { section?: string; state?: ArticleState; storyType?: string | undefined } = {},
    ): Article {
      const { story, draft, creditName } = draftFromWire(storyId, versionId);
      const fields = storyTypes.dress(
        { ...draft.fields, ...(as.section ? { section: as.section } : {}) },
        as.storyType,
      );
      return writing(() => {
        const made = copies.insert(fields, draft.document, as.state);
        sources.record(made.articleId, story, creditName);
        return made;
      });
    },

    sources,

    /** See the contract. Throws NOT_FOUND. */
    appendStory(articleId: string, storyId: number, versionId: number | undefined, as: 'copy' | 'source') {
      const { article, ...before } = atomically(() =>
        sources.append(articleId, draftFromWire(storyId, versionId), as),
      );
      changed(articleId, article.base);
      return { article: toContract(article), ...before };
    },

    /** See the contract: idempotent by `mutationId`, refused with DRAFT_CONFLICT on a stale `base`. */
    saveDraft(save: DraftSave): { base: number; savedAt: string } {
      const { base, savedAt, told } = atomically(() => copies.save(save));
      const { articleId } = save;
      if (told !== null) events.emit({ type: 'article.changed', articleId, base, ...told });
      return { base, savedAt: new Date(savedAt).toISOString() };
    },

    changeState(articleId: string, to: ArticleState, note: string): Article {
      return writing(() => {
        const before = stored(articleId);
        storyTypes.refuseMove(before, to);
        return copies.moveState(before, to, note);
      });
    },

    revisions(articleId: string) {
      stored(articleId);
      return queries.revisions(articleId).map((row) =>
        revisionSummary({
          revisionId: row.id,
          createdAt: row.created_at,
          reason: row.reason,
          note: row.note,
          personId: row.person_id,
          personCode: row.person_code,
          wordCount: row.word_count,
        }),
      );
    },

    revision(articleId: string, revisionId: number) {
      const revision = storedRevision(articleId, revisionId);
      return { ...revisionSummary(revision), fields: revision.fields, document: revision.document };
    },

    saveRevision(articleId: string, note: string) {
      const revisionId = atomically(() => {
        const cut = copies.cutRevision(stored(articleId), 'named', note);
        activity.record(articleId, { kind: 'named', revisionId: cut }, note);
        return cut;
      });
      return revisionSummary(storedRevision(articleId, revisionId));
    },

    restoreRevision(articleId: string, revisionId: number, base: number): Article {
      return writing(() => {
        const before = copies.atBase(articleId, base);
        const revision = storedRevision(articleId, revisionId);
        copies.keepAll(before);
        // Conversations go on whatever becomes of the words they were about.
        const notes = mergeNotes(before.document.notes, revision.document.notes);
        const document = { ...revision.document, notes };
        const after = copies.write(before, { fields: revision.fields, document });
        copies.cutRevision(after, 'restore', `#${revisionId}`);
        activity.record(articleId, { kind: 'restored', revisionId });
        return after;
      });
    },

    setTrashed(articleId: string, trashed: boolean): void {
      writing(() => {
        const article = stored(articleId);
        queries.setTrashed(articleId, trashed ? clock.now() : null);
        activity.record(articleId, { kind: trashed ? 'trashed' : 'untrashed' });
        return article;
      });
    },

    list(filter: ArticleFilter, cursor: string | null, limit: number) {
      const match = filter.query.trim() === '' ? null : fullTextMatch(filter.query);
      if (filter.query.trim() !== '' && match === null) return { rows: [], cursor: null };
      const [time, number] = (cursor ?? '').split('.').map(Number);
      const before = { time: time || Number.MAX_SAFE_INTEGER, number: number || Number.MAX_SAFE_INTEGER };
      const found = listQuery(filter, workplace.currentPerson(), match, before, limit + 1);
      const page = found.slice(0, limit);
      const live = liveTargets(page.map((row) => row.articleId));
      const last = page.at(-1);
      return {
        rows: page.map(({ number: _number, updatedAtMs: _time, ...row }) => ({
          ...row,
          liveTargets: live.get(row.articleId) ?? [],
        })),
        cursor: found.length > limit && last ? `${last.updatedAtMs}.${last.number}` : null,
      };
    },

    sameHeadline: (articleId: string, headline: string, slug: string) =>
      queries.sameHeadline(articleId, headline.trim(), slug.trim()),

    counts(): Record<ArticleState, number> {
      const counts: Record<ArticleState, number> = { draft: 0, submitted: 0, ready: 0, published: 0 };
      for (const row of queries.counts()) counts[row.state] = row.count;
      return counts;
    },

    activity(articleId: string): Activity[] {
      stored(articleId);
      return activity.list(articleId);
    },

    assignments: {
      counts: () => assignments.counts(),
      send(articleId: string, to: Recipient, note: string, state?: ArticleState): Article {
        assignments.send(articleId, to, note, state);
        return get(articleId);
      },
      finish(articleId: string, note: string): Article {
        assignments.finish(articleId, note);
        return get(articleId);
      },
      undo: (assignmentId: string): Article => get(assignments.undo(assignmentId)),
      markOpened: (articleId: string) => assignments.markOpened(articleId),
    },

    /** Ids of the articles written from a wire story. */
    articlesOfStory: (storyId: number) => queries.articlesOfStory(storyId),

    /**
     * What was written from these stories; `untouched` are articles as *Tulis dari kawat* made them, without a single save:
     * nothing but deliveries moved them.
     */
    writtenFrom: (storyIds: readonly number[]) =>
      queries.writtenFrom(storyIds).map(({ base, moves, sent, ...article }) => ({
        ...article,
        untouched: base === firstBase + moves && !sent,
      })),

    /** Deletes an article for good. False (and nothing done) where anything else refers to it. */
    erase(articleId: string): boolean {
      const { base } = stored(articleId);
      try {
        atomically(() => queries.erase(articleId));
      } catch (error) {
        if (error instanceof SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false;
        throw error;
      }
      changed(articleId, base);
      return true;
    },

    ...neighbours,

    /** Makes the search index anew where it does not know every article: after a damaged file was salvaged. */
    ensureIndexed(): void {
      if (queries.isIndexed()) return;
      atomically(() => {
        queries.emptyIndex();
        for (const articleId of queries.ids()) {
          const article = stored(articleId);
          queries.index(article, searchText(article));
        }
      });
    },

    /** Forgets answers to saves that nobody can repeat any more. */
    tidy: () => queries.forgetMutations(clock.now() - mutationMemoryMs),
  };
}
