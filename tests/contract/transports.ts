/** One core, two ways to it: the web host's WebSocket, and a MessageChannel as Electron's ports are. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { openTestCore } from '../../electron/core/testing.ts';
import { createFileLog } from '../../electron/hosts/providers/log.ts';
import { serveOverPort } from '../../electron/hosts/serve-over-port.ts';
import { startWebHost, type WebHost } from '../../electron/hosts/web.ts';
import type { CoreClient } from '../../renderer/core-client/core-client.ts';
import { createReconnectingClient, type Connection } from '../../renderer/core-client/reconnecting-client.ts';

export interface OpenedTransport {
  client: CoreClient;
  close(): Promise<void>;
}

export interface TestHost extends WebHost {
  dataFolder: string;
  rendererFolder: string;
}

/** The real web host on a free port, with a data folder of its own and a page of two files. */
export async function startTestHost({ port = 0, folder = newFolder() } = {}): Promise<TestHost> {
  const rendererFolder = join(folder, 'page');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Redaksi</title>');
  writeFileSync(join(rendererFolder, 'assets', 'index-1a2b3c.js'), 'export {};');
  const dataFolder = join(folder, 'data');
  const host = await startWebHost({ dataFolder, port, rendererFolder, echoLog: false });
  return { ...host, dataFolder, rendererFolder };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'redaksi-contract-'));
}

/** Spends the host's ticket as the page does; the cookie to send from then on. */
export async function signIn(host: Pick<WebHost, 'ticketUrl'>): Promise<string> {
  const { origin, hash } = new URL(host.ticketUrl());
  const body = hash.slice('#ticket='.length);
  const answer = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 204 || cookie === undefined) throw new Error(`no session: ${answer.status}`);
  return cookie;
}

/** A client that connects as a page with this cookie does, and again after a break. */
export function clientOfHost(
  url: string,
  cookie: () => string,
): { client: CoreClient; sockets: Set<WebSocket> } {
  const { origin, host } = new URL(url);
  const sockets = new Set<WebSocket>();
  const client = createReconnectingClient(
    () =>
      new Promise<Connection>((resolve, reject) => {
        const websocket = new WebSocket(`ws://${host}/rpc`, { origin, headers: { cookie: cookie() } });
        websocket.binaryType = 'arraybuffer';
        sockets.add(websocket);
        const link = new SocketLink({ websocket: websocket as unknown as globalThis.WebSocket });
        const closed = new Promise<void>((gone) => websocket.once('close', () => gone()));
        websocket.once('open', () => resolve({ link, closed }));
        websocket.on('error', reject);
      }),
  );
  return { client, sockets };
}

async function overWebSocket(): Promise<OpenedTransport> {
  const folder = newFolder();
  const host = await startTestHost({ folder });
  const cookie = await signIn(host);
  const { client } = clientOfHost(host.url, () => cookie);
  return {
    client,
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function overMessageChannel(): Promise<OpenedTransport> {
  const folder = newFolder();
  const opened = await openTestCore({ background: true, ...createFileLog(folder, false) });
  const { port1, port2 } = new MessageChannel();
  serveOverPort(opened.core, port1);
  const client = createReconnectingClient(async () => {
    const link = new PortLink({ port: port2 });
    port2.start();
    return { link, closed: new Promise((gone) => port2.once('close', () => gone())) };
  });
  return {
    client,
    async close() {
      port1.close();
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const transports = [
  { name: 'WebSocket', open: overWebSocket },
  { name: 'MessageChannel', open: overMessageChannel },
];
