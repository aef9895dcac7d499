/** Whom an article lies with: sent to a person or a desk with a note, done, returned, taken back. */
import { randomUUID } from 'node:crypto';
import type { ArticleState } from '../../../shared/contract/articles.ts';
import type { Assignment, Person, Recipient } from '../../../shared/contract/people.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { Workplace } from '../workplace.ts';
import type { ActivityLog } from './activity.ts';
import { assignmentQueries, type StoredAssignment } from './assignment-queries.ts';
import type { StoryTypes } from './story-types.ts';
import type { WorkingCopies } from './working-copy.ts';

export type Assignments = ReturnType<typeof createAssignments>;

export function createAssignments({
  database,
  copies,
  activity,
  events,
  clock,
  workplace,
  refuseMove,
}: {
  database: Database;
  copies: WorkingCopies;
  activity: ActivityLog;
  events: EventBus;
  clock: Clock;
  workplace: Workplace;
  refuseMove: StoryTypes['refuseMove'];
}) {
  const queries = assignmentQueries(database);

  /** Does the work in one transaction, then tells of the article. */
  function change(articleId: string, work: () => void): void {
    database.transaction(work)();
    events.emit({ type: 'article.changed', articleId, base: copies.stored(articleId).base });
  }

  /** Throws where nobody can get it. */
  function checkRecipient(to: Recipient): void {
    if (to.kind === 'desk') return;
    const person = workplace.person(to.personId);
    if (!person) throw contractError('NOT_FOUND', { kind: 'person', id: to.personId });
    if (!person.active) throw contractError('INVALID', { field: 'to', reason: 'person-left' });
  }

  function sent(articleId: string, sending: { to: Recipient; note: string; state?: ArticleState }): void {
    const { to, note, state } = sending;
    checkRecipient(to);
    const before = copies.stored(articleId);
    const open = queries.open(articleId);
    const from = workplace.currentPerson().personId;
    if (state !== undefined && state !== before.state) {
      refuseMove(before, state);
      copies.moveState(before, state);
    }
    const returned = open !== null && to.kind === 'person' && to.personId === open.from && open.from !== from;
    if (open) queries.end(open.id, returned ? 'returned' : 'passed-on', clock.now());
    const id = randomUUID();
    queries.add({
      id,
      articleId,
      from,
      to,
      note,
      sentAt: clock.now(),
      stateBefore: before.state,
      stateAfter: state ?? before.state,
      previous: open?.id ?? null,
    });
    if (to.kind === 'person' && to.personId === from) queries.markOpened(id, from, clock.now());
    activity.record(articleId, { kind: 'sent', to, returned }, note);
  }

  /** Throws where the article is not as the assignment left it. */
  function undone(assignment: StoredAssignment): void {
    const { id, articleId, to, outcome, previous, stateBefore, stateAfter } = assignment;
    const article = copies.stored(articleId);
    const open = queries.open(articleId);
    if (outcome === 'done' && open === null) {
      queries.reopen(id);
      activity.record(articleId, { kind: 'reopened' });
      return;
    }
    if (open?.id !== id || article.state !== stateAfter) {
      throw contractError('INVALID', { field: 'assignmentId', reason: 'assignment-moved-on' });
    }
    queries.end(id, 'taken-back', clock.now());
    if (previous !== null) queries.reopen(previous);
    if (stateBefore !== stateAfter) copies.moveState(article, stateBefore);
    activity.record(articleId, { kind: 'taken-back', to });
  }

  return {
    ofArticle: (articleId: string): Assignment | null =>
      queries.ofArticle(articleId, workplace.currentPerson()),

    counts: () => queries.counts(workplace.currentPerson()),

    /** See the contract. Throws NOT_FOUND, INVALID, TRANSITION_REFUSED, NOT_READY. */
    send(articleId: string, to: Recipient, note: string, state?: ArticleState): void {
      change(articleId, () => sent(articleId, { to, note, ...(state === undefined ? {} : { state }) }));
      events.emit({ type: 'article.sent', articleId });
    },

    /** See the contract. Throws NOT_FOUND, INVALID. */
    finish(articleId: string, note: string): void {
      change(articleId, () => {
        copies.stored(articleId);
        const open = queries.open(articleId);
        if (!open) throw contractError('INVALID', { field: 'articleId', reason: 'not-assigned' });
        queries.end(open.id, 'done', clock.now());
        activity.record(articleId, { kind: 'done' }, note);
      });
    },

    /** See the contract. Throws NOT_FOUND, INVALID. Returns the article's id. */
    undo(assignmentId: string): string {
      const assignment = queries.get(assignmentId);
      if (!assignment) throw contractError('NOT_FOUND', { kind: 'assignment', id: assignmentId });
      change(assignment.articleId, () => undone(assignment));
      return assignment.articleId;
    },

    /** Unread no more for who sits here; told only where it was unread. */
    markOpened(articleId: string): void {
      const person: Person = workplace.currentPerson();
      const assignment = queries.ofArticle(articleId, person);
      if (!assignment?.unread) return;
      change(articleId, () => queries.markOpened(assignment.assignmentId, person.personId, clock.now()));
    },

    /** The article reached readers: whatever it was sent for is done. Call inside a transaction. */
    endOnPublish(articleId: string): void {
      const open = queries.open(articleId);
      if (open) queries.end(open.id, 'done', clock.now());
    },
  };
}
