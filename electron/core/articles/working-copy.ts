/**
 * The working copy of an article and the revisions cut of it. Whatever changes one is called inside the transaction of
 * who asks for it, who also tells the others after the commit.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleFields, ArticleState } from '../../../shared/contract/articles.ts';
import type { CoreEvent } from '../../../shared/contract/events.ts';
import type { Person } from '../../../shared/contract/people.ts';
import type { ArticleDocument } from '../../../shared/document/vocabulary.ts';
import { bringKeptBack, type KeptBlocks } from '../../../shared/document/kept-blocks.ts';
import { publishable } from '../../../shared/document/publishable.ts';
import { countWords, documentImages, documentText } from '../../../shared/document/walk.ts';
import { cutAtWord } from '../../../shared/domain/cut-at-word.ts';
import { contractError } from '../errors.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { ActivityLog } from './activity.ts';
import type { ArticleQueries, StoredArticle } from './queries.ts';

/** UTF-16 units of the opening that lists show. */
const TEASER_LENGTH = 240;
const editingRevisionMs = 5 * 60_000;
/** The base of an article that was made and never written to since. */
export const firstBase = 1;

export type RevisionReason = 'created' | 'editing' | 'state' | 'publish' | 'restore' | 'named';

/** A save of the working copy as the contract has it. */
export interface DraftSave {
  articleId: string;
  base: number;
  mutationId: string;
  fields?: ArticleFields | undefined;
  document?: ArticleDocument | undefined;
  kept?: KeptBlocks | undefined;
}

/** How the event `article.changed` tells of a save. */
export type SavedChange = Pick<Extract<CoreEvent, { type: 'article.changed' }>, 'only'>;

export type WorkingCopies = ReturnType<typeof createWorkingCopies>;

/** The words an article is found by. */
export function searchText({ fields, document }: Pick<StoredArticle, 'fields' | 'document'>): string {
  const { headline, dek, byline, tags } = fields;
  return [headline, dek, documentText(publishable(document)), byline, tags.join(' ')].join('\n');
}

function searchable(fields: ArticleFields, document: ArticleDocument) {
  const text = documentText(publishable(document));
  return {
    text: searchText({ fields, document }),
    teaser: cutAtWord(fields.dek || text, TEASER_LENGTH),
    wordCount: countWords(text),
  };
}

function hasSamePictures(one: ArticleDocument, other: ArticleDocument): boolean {
  return isDeepStrictEqual(documentImages(one), documentImages(other));
}

export function createWorkingCopies({
  queries,
  activity,
  clock,
  workplace,
}: {
  queries: ArticleQueries;
  activity: ActivityLog;
  clock: Clock;
  workplace: Workplace;
}) {
  /** Throws NOT_FOUND. */
  function stored(articleId: string): StoredArticle {
    const article = queries.get(articleId);
    if (!article) throw contractError('NOT_FOUND', { kind: 'article', id: articleId });
    return article;
  }

  /** Throws NOT_FOUND, and DRAFT_CONFLICT where it is not the one somebody has seen. */
  function atBase(articleId: string, base: number): StoredArticle {
    const article = stored(articleId);
    if (article.base !== base) {
      throw contractError('DRAFT_CONFLICT', { articleId, currentBase: article.base });
    }
    return article;
  }

  /** A new article, its first revision and the first line of its trail. */
  function insert(
    fields: ArticleFields,
    document: ArticleDocument,
    state: ArticleState = 'draft',
  ): StoredArticle {
    const articleId = randomUUID();
    const { text, teaser, wordCount } = searchable(fields, document);
    queries.insert({
      articleId,
      base: firstBase,
      state,
      fields,
      document,
      teaser,
      text,
      wordCount,
      editedBy: workplace.currentPerson().personId,
      now: clock.now(),
    });
    const article = stored(articleId);
    cutRevision(article, 'created');
    activity.record(articleId, { kind: 'created' });
    if (state !== 'draft') activity.record(articleId, { kind: 'state', from: 'draft', to: state });
    return article;
  }

  /** Writes the working copy anew under the next base; returns what now stands. */
  function write(
    article: StoredArticle,
    change: { fields?: ArticleFields; document?: ArticleDocument; state?: ArticleState },
  ): StoredArticle {
    const fields = change.fields ?? article.fields;
    const document = change.document ?? article.document;
    const { text, teaser, wordCount } = searchable(fields, document);
    const next: StoredArticle = {
      ...article,
      fields,
      document,
      state: change.state ?? article.state,
      base: article.base + 1,
      wordCount,
      updatedAt: clock.now(),
      editedBy: change.fields || change.document ? workplace.currentPerson().personId : article.editedBy,
    };
    queries.update(article.number, { ...next, teaser, text, now: next.updatedAt });
    return next;
  }

  /** Cuts an immutable revision of the working copy; returns its id. */
  function cutRevision(
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
   * on with it, so that everybody's words stand under their own name. Answers whether it cut one.
   */
  function keepEarlierWords(article: StoredArticle): boolean {
    const newest = queries.newestRevision(article.articleId);
    if (!newest || newest.base === article.base) return false;
    const writer = writerOf(article);
    const changesHands = writer.personId !== workplace.currentPerson().personId;
    const isDue = changesHands || Math.abs(clock.now() - newest.created_at) >= editingRevisionMs;
    if (isDue) cutRevision(article, 'editing', '', writer);
    return isDue;
  }

  /** The copy a save means; null where it says nothing of it. Throws DRAFT_CONFLICT where it was made from another. */
  function documentOf({ document, kept }: DraftSave, article: StoredArticle): ArticleDocument | null {
    if (document === undefined || kept === undefined) return document ?? null;
    const whole = bringKeptBack(document, kept, article.document);
    if (whole !== null) return whole;
    throw contractError('DRAFT_CONFLICT', { articleId: article.articleId, currentBase: article.base });
  }

  /**
   * A save answered before is answered the same way, and changes nothing. `told`: what others are told of it, null where
   * they were before. Throws NOT_FOUND, DRAFT_CONFLICT.
   */
  function save(draft: DraftSave): { base: number; savedAt: number; told: SavedChange | null } {
    const earlier = queries.findMutation(draft.mutationId);
    if (earlier?.article_id === draft.articleId) {
      return { base: earlier.base, savedAt: earlier.saved_at, told: null };
    }
    const article = atBase(draft.articleId, draft.base);
    const document = documentOf(draft, article);
    const revised = keepEarlierWords(article);
    const { base, updatedAt } = write(article, {
      ...(draft.fields ? { fields: draft.fields } : {}),
      ...(document ? { document } : {}),
    });
    queries.addMutation(draft.mutationId, draft.articleId, base, updatedAt);
    const isWords = !draft.fields && (document === null || hasSamePictures(article.document, document));
    return { base, savedAt: updatedAt, told: revised ? {} : { only: isWords ? 'words' : 'copy' } };
  }

  /** Keeps what stands as a revision, unless the newest one holds it already. */
  function keepAll(article: StoredArticle): void {
    if (queries.newestRevision(article.articleId)?.base === article.base) return;
    cutRevision(article, 'editing', '', writerOf(article));
  }

  /** Moves the article to a state, with a revision and a line in its trail. Whether it may go there is decided before. */
  function moveState(
    before: StoredArticle,
    to: ArticleState,
    note = '',
    person: Person = workplace.currentPerson(),
  ): StoredArticle {
    const after = write(before, { state: to });
    cutRevision(after, 'state', note === '' ? `${before.state} → ${to}` : note, person);
    activity.record(before.articleId, { kind: 'state', from: before.state, to }, note, person.personId);
    return after;
  }

  return { stored, atBase, insert, write, save, cutRevision, keepEarlierWords, keepAll, moveState };
}
