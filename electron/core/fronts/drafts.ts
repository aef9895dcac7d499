/** The draft of a front: edits applied for good, each in one transaction, a repeated one answered as before. */
import type { FrontContent } from '../../../shared/contract/front-content.ts';
import type { FrontEdit } from '../../../shared/contract/front-edits.ts';
import { applyFrontEdit } from '../../../shared/domain/front/apply-edit.ts';
import type { Database } from '../database/open.ts';
import { contractError } from '../errors.ts';
import type { EventBus } from '../events.ts';
import type { Clock } from '../providers.ts';
import type { FrontQueries, StoredFront } from './queries.ts';

export interface EditAnswer {
  version: number;
  inverse: FrontEdit;
}

export interface Drafts {
  /** Throws NOT_FOUND. */
  stored(frontId: string): StoredFront;
  /** Throws NOT_FOUND, FRONT_CONFLICT, INVALID. */
  edit(frontId: string, mutationId: string, edit: FrontEdit): EditAnswer;
  /** The same as part of a transaction, whose owner tells of the change. */
  write(front: StoredFront, mutationId: string, edit: FrontEdit): EditAnswer;
}

export function createDrafts({
  database,
  queries,
  events,
  clock,
}: {
  database: Database;
  queries: FrontQueries;
  events: EventBus;
  clock: Clock;
}): Drafts {
  function stored(frontId: string): StoredFront {
    const front = queries.front(frontId);
    if (!front || front.removed) throw contractError('NOT_FOUND', { kind: 'front', id: frontId });
    return front;
  }

  function apply(
    front: StoredFront,
    edit: FrontEdit,
    mutationId: string,
  ): { content: FrontContent; inverse: FrontEdit } {
    const result = applyFrontEdit(front.draft, edit, mutationId);
    if (result.ok) return result;
    const { reason, id } = result;
    if (reason !== 'stale') throw contractError('INVALID', { field: 'edit', reason });
    const isCollection = front.draft.collections.some(({ collectionId }) => collectionId === id);
    throw contractError('FRONT_CONFLICT', {
      frontId: front.frontId,
      kind: isCollection ? 'collection' : 'slot',
      id,
    });
  }

  function write(front: StoredFront, mutationId: string, edit: FrontEdit): EditAnswer {
    const { frontId } = front;
    const { content, inverse } = apply(front, edit, mutationId);
    const version = front.version + 1;
    queries.writeDraft(frontId, version, content);
    queries.addMutation({ mutationId, frontId, version, inverse, now: clock.now() });
    return { version, inverse };
  }

  return {
    stored,
    write,
    edit(frontId, mutationId, edit) {
      const { answer, repeated } = database.transaction(() => {
        const earlier = queries.mutation(mutationId);
        if (earlier?.frontId === frontId) {
          return { answer: { version: earlier.version, inverse: earlier.inverse }, repeated: true };
        }
        return { answer: write(stored(frontId), mutationId, edit), repeated: false };
      })();
      if (!repeated) events.emit({ type: 'front.edited', frontId, version: answer.version });
      return answer;
    },
  };
}
