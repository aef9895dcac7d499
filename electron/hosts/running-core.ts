/**
 * The core as a host holds it: one that can be closed and opened again under way, when a backup is restored. Whoever is
 * connected is cut off then and comes back to the new one.
 */
import { createCore } from '../core/create-core.ts';
import type { Core } from '../core/core.ts';
import type { CoreProviders } from '../core/providers.ts';

export interface RunningCore {
  /** The core that runs; while it is being opened again, the one that will. Rejects where it could not be opened. */
  current(): Promise<Core>;
  /** The listener cuts its connections: they lead to a core that is being closed. */
  onReopening(listener: () => void): void;
  stop(): Promise<void>;
}

/** Opens and starts a core. Throws what `createCore` throws. */
export async function openRunningCore(providers: Omit<CoreProviders, 'reopen'>): Promise<RunningCore> {
  const listeners = new Set<() => void>();
  let current = open();
  let stopping = false;

  async function open(): Promise<Core> {
    return createCore({ ...providers, reopen });
  }

  async function openAgain(closing: Promise<Core>): Promise<Core> {
    await (await closing).stop();
    const core = await open();
    await core.start();
    return core;
  }

  function reopen(): void {
    if (stopping) return;
    // The answer to the call that asked for this goes out first.
    setTimeout(() => {
      current = openAgain(current);
      current.catch((error: unknown) =>
        providers.log.error('core not opened again', { error: String(error) }),
      );
      for (const listener of listeners) listener();
    }, 0);
  }

  await (await current).start();
  return {
    current: () => current,
    onReopening: (listener) => listeners.add(listener),
    async stop() {
      stopping = true;
      const core = await current.catch(() => null);
      await core?.stop();
    },
  };
}
