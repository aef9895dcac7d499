/** A client of the core that outlives its connection: one that broke is opened again by the next call. */
import { createORPCClient, DynamicLink, ORPCError, type ClientContext, type ClientLink } from '@orpc/client';
import { contractErrors } from '../../shared/contract/errors.ts';
import type { CoreClient } from './core-client.ts';

/** A way to the core that stands; `closed` settles when it is gone. */
export interface Connection {
  link: ClientLink<ClientContext>;
  closed: Promise<void>;
}

/** The call had no answer: the core could not be reached, or the connection broke. It may or may not have been done. */
export class CoreDisconnectedError extends Error {
  readonly code = 'CORE_DISCONNECTED';

  constructor(options?: ErrorOptions) {
    super('The connection to the core broke.', options);
    this.name = 'CoreDisconnectedError';
  }
}

/** The web host takes no message beyond 64 MB, and to send one would cost the connection. */
const LARGEST_FILE_BYTES = 60 * 1024 * 1024;

function refuseHugeFiles(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  for (const value of Object.values(input)) {
    if (!(value instanceof Blob) || value.size <= LARGEST_FILE_BYTES) continue;
    const { status, message } = contractErrors.UNREADABLE;
    const data = { code: 'too-large', detail: `${value.size} bytes` };
    throw new ORPCError('UNREADABLE', { defined: true, status, message, data });
  }
}

function isAnswer(error: unknown): boolean {
  return error instanceof ORPCError;
}

/**
 * Calls go over the connection that stands, else `open` is asked for one; calls made meanwhile wait for that one
 * attempt. Where it fails, and where a connection breaks under a call, the call fails with CoreDisconnectedError and
 * is not repeated here: only its maker knows whether that is safe.
 */
export function createReconnectingClient(open: () => Promise<Connection>): CoreClient {
  let current: Promise<ClientLink<ClientContext>> | null = null;

  async function openOnce(): Promise<ClientLink<ClientContext>> {
    try {
      const { link, closed } = await open();
      void closed.then(() => (current = null));
      return link;
    } catch (error) {
      current = null;
      throw new CoreDisconnectedError({ cause: error });
    }
  }

  const link = new DynamicLink<ClientContext>((options, path, input) => {
    refuseHugeFiles(input);
    return {
      async call() {
        const standing = await (current ??= openOnce());
        try {
          return await standing.call(path, input, options);
        } catch (error) {
          if (isAnswer(error) || options.signal?.aborted) throw error;
          throw new CoreDisconnectedError({ cause: error });
        }
      },
    };
  });
  return createORPCClient(link);
}
