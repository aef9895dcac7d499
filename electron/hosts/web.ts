/**
 * The loopback web host: the same app in a browser tab, for locked-down machines and for tests. It listens on
 * 127.0.0.1 alone; a one-time ticket in the address's fragment is exchanged for a cookie, and the core is reached over
 * one WebSocket.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Log } from '../core/providers.ts';
import { serveLocalSocket } from './local-socket.ts';
import { systemClock } from './providers/clock.ts';
import { takeDataFolder } from './providers/data-folder.ts';
import { createFileLog } from './providers/log.ts';
import { createSettingsStore } from './providers/settings-store.ts';
import { createFileVault } from './providers/vault.ts';
import { openRunningCore, type RunningCore } from './running-core.ts';
import { programVersion } from './version.ts';
import { createGate, type Refusal } from './web/gate.ts';
import { lastPort, rememberPort } from './web/last-port.ts';
import { createRequestListener } from './web/request-listener.ts';
import { createSessions, type Sessions } from './web/sessions.ts';
import { listStaticFiles } from './web/static-files.ts';

/** Pictures of up to 50 MB go in through one message. */
const largestMessageBytes = 64 * 1024 * 1024;
/** A page is given this long to hear that the host is closed. */
const GOODBYE_MS = 500;
/** Close codes of RFC 6455, 7.4.1, and of the IANA registry it founded. */
const GOING_AWAY = 1001;
const SERVICE_RESTART = 1012;

export interface WebHost {
  /** `http://127.0.0.1:PORT/` */
  url: string;
  /** The address with a fresh ticket, good for one browser, once. */
  ticketUrl(): string;
  close(): Promise<void>;
}

export interface WebHostOptions {
  dataFolder: string;
  /** 0: that of the last time where it is free, else any that is. */
  port: number;
  /** The built page. */
  rendererFolder: string;
  /** Warnings and errors go to standard error as well as to the log file. */
  echoLog: boolean;
}

function refuseUpgrade(socket: Duplex, { status, reason }: Refusal): void {
  socket.end(
    `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: ${reason.length}\r\n\r\n${reason}`,
  );
}

/** Tells a page that the host is closed in order (1001, going away); one that does not answer is cut off. */
async function sayGoodbye(websocket: WebSocket): Promise<void> {
  const closed = once(websocket, 'close');
  websocket.close(GOING_AWAY);
  const timer = setTimeout(() => websocket.terminate(), GOODBYE_MS);
  await closed;
  clearTimeout(timer);
}

/** Serves a core that runs. Throws what `listen` throws (EADDRINUSE where the port is taken). */
export async function serveCore({
  running,
  log,
  port,
  rendererFolder,
  sessions,
}: {
  running: RunningCore;
  log: Log;
  port: number;
  rendererFolder: string;
  sessions: Sessions;
}): Promise<WebHost> {
  const staticFiles = listStaticFiles(rendererFolder);
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const gate = createGate((server.address() as AddressInfo).port, sessions);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });

  server.on('request', createRequestListener({ gate, running, log, staticFiles }));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const refusal =
      gate.refuseHost(request.headers) ??
      gate.refuseOrigin(request.headers) ??
      gate.refuseSession(request.headers) ??
      (request.url === '/rpc' ? null : ({ status: 404, reason: 'there is nothing here' } as const));
    if (refusal) return refuseUpgrade(socket, refusal);
    running.current().then(
      (core) =>
        sockets.handleUpgrade(request, socket, head, (websocket) => {
          websocket.on('error', (error) => log.warn('websocket', { error: String(error) }));
          void new RPCHandler(core.router).upgrade(websocket, { context: {} });
        }),
      () => socket.destroy(),
    );
  });
  running.onReopening(() => {
    for (const websocket of sockets.clients) websocket.close(SERVICE_RESTART);
  });

  return {
    url: `${gate.origin}/`,
    ticketUrl: () => `${gate.origin}/#ticket=${sessions.issueTicket()}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      await Promise.all([...sockets.clients].map(sayGoodbye));
      server.closeAllConnections();
      await closed;
      sessions.end();
    },
  };
}

async function serveAtLastPort(
  dataFolder: string,
  serveAt: (port: number) => Promise<WebHost>,
): Promise<WebHost> {
  const host = await serveAt(lastPort(dataFolder)).catch(() => serveAt(0));
  rememberPort(dataFolder, Number(new URL(host.url).port));
  return host;
}

/**
 * Takes the data folder, opens the core and serves it. Throws DataFolderError, DatabaseFromTheFutureError, or
 * EADDRINUSE; nothing is left open then.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const folder = takeDataFolder(options.dataFolder);
  const { log, readLog } = createFileLog(folder.path, options.echoLog);
  try {
    const running = await openRunningCore({
      dataFolder: folder.path,
      version: programVersion,
      settingsStore: createSettingsStore(folder.path),
      vault: createFileVault(folder.path),
      clock: systemClock,
      log,
      readLog,
      background: true,
    });
    try {
      const sessions = createSessions(join(folder.path, 'web-sessions.json'));
      const serveAt = (port: number): Promise<WebHost> =>
        serveCore({ running, log, port, rendererFolder: options.rendererFolder, sessions });
      const host =
        options.port === 0 ? await serveAtLastPort(folder.path, serveAt) : await serveAt(options.port);
      const localSocket = await serveLocalSocket(running, folder.path, log);
      return {
        ...host,
        async close() {
          await localSocket?.close();
          await host.close();
          await running.stop();
          folder.release();
        },
      };
    } catch (error) {
      await running.stop();
      throw error;
    }
  } catch (error) {
    folder.release();
    throw error;
  }
}
