import { useSyncExternalStore } from 'react';

/** A value somebody watches. Setting it to what it is already tells nobody. */
export interface Store<Value> {
  get(): Value;
  set(value: Value): void;
  subscribe(listener: () => void): () => void;
}

/** A store that others may watch but not set. */
export type Watched<Value> = Pick<Store<Value>, 'get' | 'subscribe'>;

export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(current, value)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<Value>(store: Watched<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** A part of the value; the component renders again when that part changes. */
export function useSelected<Value, Part>(store: Watched<Value>, select: (value: Value) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
