/**
 * The only place that knows by which way the page reaches the core: over a MessagePort that the preload hands in
 * (Electron), else over a WebSocket to the host that served the page.
 */
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { CoreClient } from './core-client.ts';
import { CoreDisconnectedError, createReconnectingClient, type Connection } from './reconnecting-client.ts';

/** Words the preload knows too; electron/preload/preload.ts. */
const PORT_WANTED = 'redaksi:core-port-wanted';
const PORT_GIVEN = 'redaksi:core-port';
const CORE_GONE = 'redaksi:core-gone';
const PORT_WAIT_MS = 10_000;

/** How a host that is closed in order says goodbye to its pages (RFC 6455, 7.4.1: going away). */
const GOING_AWAY = 1001;

/** The page has no session with the host: its ticket was used up, or it was opened without one. */
export class SessionRequiredError extends Error {
  readonly code = 'SESSION_REQUIRED';

  constructor() {
    super('The page must be opened from the workstation: it has no session.');
    this.name = 'SessionRequiredError';
  }
}

export interface WayToCore {
  client: CoreClient;
  /** Whether the workstation was closed (sessions end with it), so that this page must be opened anew. */
  hasEnded(): Promise<boolean>;
}

/** The host's last connection was closed in order; a new one undoes it. */
let closedInOrder = false;

/**
 * Connects to the core. A connection that breaks later is opened again by the next call. Throws SessionRequiredError
 * or CoreDisconnectedError where there is no way to the core.
 */
export async function connect(): Promise<WayToCore> {
  const inElectron = window.location.protocol === 'app:';
  if (!inElectron) await startSession();
  const client = createReconnectingClient(inElectron ? openPort : openSocket);
  try {
    await client.settings.get();
  } catch (error) {
    if (!inElectron && (await isSessionMissing())) throw new SessionRequiredError();
    if (error instanceof CoreDisconnectedError) throw error;
  }
  return { client, hasEnded: async () => !inElectron && (closedInOrder || (await isSessionMissing())) };
}

/** Exchanges the one-time ticket in the address for a session cookie. It leaves the address before it is used. */
async function startSession(): Promise<void> {
  const ticket = /^#ticket=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (ticket === undefined) return;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  // A ticket refused is no end: the browser may hold a session from before.
  await fetch('/session', { method: 'POST', body: ticket }).catch(() => null);
}

async function isSessionMissing(): Promise<boolean> {
  const answer = await fetch('/session').catch(() => null);
  return answer?.status === 401;
}

function openSocket(): Promise<Connection> {
  const address = new URL('/rpc', window.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const websocket = new WebSocket(address);
  // Blobs would be read one by one, and answers could overtake each other.
  websocket.binaryType = 'arraybuffer';
  const link = new SocketLink({ websocket });
  return new Promise((resolve, reject) => {
    const closed = new Promise<void>((gone) => {
      websocket.addEventListener('close', ({ code }) => {
        if (code === GOING_AWAY) closedInOrder = true;
        reject(new Error('The socket was not opened.'));
        gone();
      });
    });
    websocket.addEventListener(
      'open',
      () => {
        closedInOrder = false;
        resolve({ link, closed });
      },
      { once: true },
    );
  });
}

/** Asks the preload for a port; every port is a new one to the core that runs now. */
function openPort(): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error('No port was given.'))), PORT_WAIT_MS);

    function finish(settle: () => void): void {
      clearTimeout(timer);
      window.removeEventListener('message', onMessage);
      settle();
    }

    function onMessage(event: MessageEvent<unknown>): void {
      const port = event.ports[0];
      if (event.source !== window || event.origin !== window.location.origin) return;
      if (event.data !== PORT_GIVEN || port === undefined) return;
      const closed = new Promise<void>((gone) => port.addEventListener('close', () => gone()));
      const link = new PortLink({ port });
      port.start();
      closeWithCore(port, closed);
      finish(() => resolve({ link, closed }));
    }

    window.addEventListener('message', onMessage);
    window.postMessage(PORT_WANTED, window.location.origin);
  });
}

/** Closes the port when the main process says that the core has crashed: whatever waits for an answer is rejected. */
function closeWithCore(port: MessagePort, closed: Promise<void>): void {
  function onMessage(event: MessageEvent<unknown>): void {
    if (event.source !== window || event.origin !== window.location.origin || event.data !== CORE_GONE)
      return;
    port.close();
    port.dispatchEvent(new Event('close'));
  }
  window.addEventListener('message', onMessage);
  void closed.then(() => window.removeEventListener('message', onMessage));
}
