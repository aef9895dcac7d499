/** The core's typed event bus. Events carry ids, never rows, and follow the commit of what they tell of. */
import type { CoreEvent } from '../../shared/contract/events.ts';

export interface EventBus {
  /** Inside a transaction: told after the outermost one was committed, and not at all where it is rolled back. */
  emit(event: CoreEvent): void;
  /** Returns the function that ends the subscription. A listener that throws does not keep others from hearing. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
}

/** `afterCommit`: see database/after-commit.ts; a bus without it tells at once. */
export function createEventBus(
  onListenerError: (error: unknown) => void,
  afterCommit: (work: () => void) => void = (work) => work(),
): EventBus {
  const listeners = new Set<(event: CoreEvent) => void>();

  function tell(event: CoreEvent): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        onListenerError(error);
      }
    }
  }

  return {
    emit: (event) => afterCommit(() => tell(event)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
