/** Articles: the working copy, its revisions, states and sources. Every write is one transaction; events follow it. */
import { randomUUID } from 'node:crypto';
import { SqliteError } from 'better-sqlite3';
import type {
  Article,
  ArticleFields,
  ArticleFilter,
  ArticleListItem,
  ArticleState,
} from '../../../shared/contract/articles.ts';
import type { Person } from '../../../shared/contract/people.ts';
import type { WireStoryDetail } from '../../../shared/contract/wire.ts';
import { buildDocument } from '../../../shared/document/build.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { countWords, documentText } from '../../../shared/document/walk.ts';
import { articleFieldsSchema } from '../../../shared/contract/articles.ts';
import { decideTransition } from '../../../shared/domain/article-state.ts';
import { fullTextMatch } from '../database/full-text.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import { articleQueries, toContractArticle, type StoredArticle, type StoredRevision } from './queries.ts';
import type { DraftFromWire } from './write-from-wire.ts';

const editingRevisionMs = 5 * 60_000;
/** The base of an article that was made and never written to since. */
const firstBase = 1;
const mutationMemoryMs = 7 * 24 * 3_600_000;

export type RevisionReason = 'created' | 'editing' | 'state' | 'publish' | 'restore' | 'named';

export type ArticlesService = ReturnType<typeof createArticlesService>;

/** `draftFromWire` makes fields and body of a story. */
export function createArticlesService({
  database,
  events,
  clock,
  workplace,
  draftFromWire,
  liveTargets,
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
}) {
  const queries = articleQueries(database);
  const atomically = <Result>(work: () => Result): Result => database.transaction(work).immediate();

  function stored(articleId: string): StoredArticle {
    const article = queries.get(articleId);
    if (!article) throw contractError('NOT_FOUND', { kind: 'article', id: articleId });
    return article;
  }

  function toContract(article: StoredArticle): Article {
    const sources = queries
      .sources(article.articleId)
      .map(({ embargoUnreadable: _unreadable, ...source }) => source);
    return toContractArticle(article, sources, queries.revisionCount(article.articleId));
  }

  function get(articleId: string): Article {
    return toContract(stored(articleId));
  }

  function searchable(fields: ArticleFields, document: ArticleDocument) {
    const text = documentText(document);
    return {
      text: [fields.headline, fields.dek, text, fields.byline, fields.tags.join(' ')].join('\n'),
      teaser: (fields.dek || text).slice(0, 240),
      wordCount: countWords(text),
    };
  }

  /** Writes the working copy anew under the next base; returns what now stands. Call inside a transaction. */
  function writeWorkingCopy(
    article: StoredArticle,
    change: { fields?: ArticleFields; document?: ArticleDocument; state?: ArticleState },
  ): StoredArticle {
    const fields = change.fields ?? article.fields;
    const document = change.document ?? article.document;
    const next: StoredArticle = {
      ...article,
      fields,
      document,
      state: change.state ?? article.state,
      base: article.base + 1,
      updatedAt: clock.now(),
      editedBy: change.fields || change.document ? workplace.currentPerson().personId : article.editedBy,
    };
    const { text, teaser, wordCount } = searchable(fields, document);
    queries.update(article.number, {
      articleId: article.articleId,
      base: next.base,
      state: next.state,
      fields,
      document,
      teaser,
      text,
      wordCount,
      editedBy: next.editedBy,
      now: next.updatedAt,
    });
    return { ...next, wordCount };
  }

  /** Cuts an immutable revision of the working copy. Call inside a transaction. */
  function addRevision(
    article: StoredArticle,
    reason: RevisionReason,
    note = '',
    person: Person = workplace.currentPerson(),
  ): number {
    return queries.addRevision({
      articleId: article.articleId,
      reason,
      note,
      personId: person.personId,
      personCode: person.code,
      base: article.base,
      fields: article.fields,
      document: article.document,
      wordCount: article.wordCount,
      now: clock.now(),
    });
  }

  /** Who wrote what the working copy holds. */
  function writerOf({ editedBy }: StoredArticle): Person {
    return (editedBy === null ? null : workplace.person(editedBy)) ?? workplace.currentPerson();
  }

  /**
   * Before a save overwrites the working copy: cuts a revision of it every few minutes, and whenever somebody else goes
   * on with it, so that everybody's words stand under their own name. Call inside a transaction.
   */
  function keepEarlierWords(article: StoredArticle): void {
    const newest = queries.newestRevision(article.articleId);
    if (!newest || newest.base === article.base) return;
    const writer = writerOf(article);
    const changesHands = writer.personId !== workplace.currentPerson().personId;
    if (changesHands || clock.now() - newest.created_at >= editingRevisionMs) {
      addRevision(article, 'editing', '', writer);
    }
  }

  function changed(articleId: string, base: number): void {
    events.emit({ type: 'article.changed', articleId, base });
  }

  function insertArticle(fields: ArticleFields, document: ArticleDocument): StoredArticle {
    const articleId = randomUUID();
    const now = clock.now();
    const { text, teaser, wordCount } = searchable(fields, document);
    queries.insert({
      articleId,
      base: firstBase,
      state: 'draft',
      fields,
      document,
      teaser,
      text,
      wordCount,
      editedBy: workplace.currentPerson().personId,
      now,
    });
    return stored(articleId);
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

  function setState(
    articleId: string,
    to: ArticleState,
    note: string,
    person: Person = workplace.currentPerson(),
  ): Article {
    const article = atomically(() => {
      const before = stored(articleId);
      const after = writeWorkingCopy(before, { state: to });
      addRevision(after, 'state', note === '' ? `${before.state} → ${to}` : note, person);
      return after;
    });
    changed(articleId, article.base);
    return toContract(article);
  }

  return {
    get,
    create(): Article {
      const article = atomically(() => {
        const made = insertArticle(articleFieldsSchema.parse({}), buildDocument([]));
        addRevision(made, 'created');
        return made;
      });
      changed(article.articleId, article.base);
      return toContract(article);
    },

    writeFromWire(storyId: number, versionId: number | undefined): Article {
      const { story, draft, creditName } = draftFromWire(storyId, versionId);
      const article = atomically(() => {
        const made = insertArticle(draft.fields, draft.document);
        queries.addSource({
          articleId: made.articleId,
          storyId: story.storyId,
          versionId: story.versionId,
          uri: story.uri,
          headline: story.headline ?? '',
          sourceName: story.sourceName,
          creditName,
          now: clock.now(),
        });
        addRevision(made, 'created');
        return made;
      });
      changed(article.articleId, article.base);
      return toContract(article);
    },

    /** See the contract: idempotent by `mutationId`, refused with DRAFT_CONFLICT on a stale `base`. */
    saveDraft(save: {
      articleId: string;
      base: number;
      mutationId: string;
      fields?: ArticleFields | undefined;
      document?: ArticleDocument | undefined;
    }): { base: number; savedAt: string } {
      const result = atomically(() => {
        const earlier = queries.findMutation(save.mutationId);
        if (earlier && earlier.article_id === save.articleId) {
          return { base: earlier.base, savedAt: earlier.saved_at, repeated: true };
        }
        const article = stored(save.articleId);
        if (article.base !== save.base) {
          throw contractError('DRAFT_CONFLICT', { articleId: save.articleId, currentBase: article.base });
        }
        keepEarlierWords(article);
        const next = writeWorkingCopy(article, {
          ...(save.fields ? { fields: save.fields } : {}),
          ...(save.document ? { document: save.document } : {}),
        });
        queries.addMutation(save.mutationId, save.articleId, next.base, next.updatedAt);
        return { base: next.base, savedAt: next.updatedAt, repeated: false };
      });
      if (!result.repeated) changed(save.articleId, result.base);
      return { base: result.base, savedAt: new Date(result.savedAt).toISOString() };
    },

    changeState(articleId: string, to: ArticleState, note: string): Article {
      const { state } = stored(articleId);
      const decision = decideTransition(state, to);
      if (!decision.ok || to === 'published') throw contractError('TRANSITION_REFUSED', { from: state, to });
      return setState(articleId, to, note);
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
      const revisionId = atomically(() => addRevision(stored(articleId), 'named', note));
      return revisionSummary(storedRevision(articleId, revisionId));
    },

    restoreRevision(articleId: string, revisionId: number, base: number): Article {
      const article = atomically(() => {
        const before = stored(articleId);
        if (before.base !== base) {
          throw contractError('DRAFT_CONFLICT', { articleId, currentBase: before.base });
        }
        const revision = storedRevision(articleId, revisionId);
        if (queries.newestRevision(articleId)?.base !== before.base) {
          addRevision(before, 'editing', '', writerOf(before));
        }
        const after = writeWorkingCopy(before, { fields: revision.fields, document: revision.document });
        addRevision(after, 'restore', `#${revisionId}`);
        return after;
      });
      changed(articleId, article.base);
      return toContract(article);
    },

    setTrashed(articleId: string, trashed: boolean): void {
      const article = stored(articleId);
      queries.setTrashed(articleId, trashed ? clock.now() : null);
      changed(articleId, article.base);
    },

    list(filter: ArticleFilter, cursor: string | null, limit: number) {
      const match = filter.query.trim() === '' ? null : fullTextMatch(filter.query);
      if (filter.query.trim() !== '' && match === null) return { rows: [], cursor: null };
      const [time, number] = (cursor ?? '').split('.').map(Number);
      const before = { time: time || Number.MAX_SAFE_INTEGER, number: number || Number.MAX_SAFE_INTEGER };
      const found = queries.list(filter, match, before, limit + 1);
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

    counts(): Record<ArticleState, number> {
      const counts: Record<ArticleState, number> = { draft: 0, submitted: 0, ready: 0, published: 0 };
      for (const row of queries.counts()) counts[row.state] = row.count;
      return counts;
    },

    /** Ids of the articles written from a wire story. */
    articlesOfStory: (storyId: number) => queries.articlesOfStory(storyId),

    /** What was written from these stories; `untouched` are drafts as *Tulis dari kawat* made them, without a single save. */
    writtenFrom: (storyIds: readonly number[]) =>
      queries
        .writtenFrom(storyIds)
        .map(({ base, ...article }) => ({ ...article, untouched: base === firstBase })),

    /** Deletes an article nobody has worked on, for good. False (and nothing done) where anything else refers to it. */
    eraseUntouched(articleId: string): boolean {
      const { base } = stored(articleId);
      if (base !== firstBase) return false;
      try {
        atomically(() => queries.erase(articleId));
      } catch (error) {
        if (error instanceof SqliteError && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return false;
        throw error;
      }
      changed(articleId, base);
      return true;
    },

    /** What the publishing slice needs of articles; create-core.ts hands these over. */
    forPublishing: {
      stored,
      /** Cuts the revision that goes out. */
      cutRevision: (articleId: string): number => addRevision(stored(articleId), 'publish'),
      revision: (revisionId: number): StoredRevision | null => queries.revision(revisionId),
      sources: (articleId: string) => queries.sources(articleId),
      /** Follows a delivery: live at some target, or at none any more. */
      markPublished(articleId: string, published: boolean, personId: string | null): void {
        const { state } = stored(articleId);
        const person = (personId === null ? null : workplace.person(personId)) ?? workplace.currentPerson();
        if (published && state !== 'published') setState(articleId, 'published', '', person);
        if (!published && state === 'published') setState(articleId, 'ready', '', person);
      },
    },

    /** Forgets answers to saves that nobody can repeat any more. */
    tidy: () => queries.forgetMutations(clock.now() - mutationMemoryMs),
  };
}
