/** The core's typed event bus. Emit after commit only; events carry ids, never rows. */
import type { CoreEvent } from '../../shared/contract/events.ts';

export interface EventBus {
  emit(event: CoreEvent): void;
  /** Returns the function that ends the subscription. A listener that throws does not keep others from hearing. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
}

export function createEventBus(onListenerError: (error: unknown) => void): EventBus {
  const listeners = new Set<(event: CoreEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
