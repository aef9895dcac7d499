import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { CoreEvent } from '../../shared/contract/events.ts';
import { useCore } from './core-client.ts';
import type { ConnectionStatus } from './event-feed.ts';

/** Calls the listener for every event of the core while the component is shown. */
export function useCoreEvents(listener: (event: CoreEvent) => void): void {
  const { events } = useCore();
  const hear = useEffectEvent(listener);
  useEffect(() => events.subscribe((event) => hear(event)), [events]);
}

/** Whether this window hears the core. */
export function useConnectionStatus(): ConnectionStatus {
  const { events } = useCore();
  return useSyncExternalStore(events.subscribeStatus, events.status);
}
