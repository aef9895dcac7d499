/**
 * The way in for the command line on a data folder that a desk works in: a socket only the folder's owner can open (a
 * named pipe on Windows), with the contract on it as everywhere.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../core/providers.ts';
import type { RunningCore } from './running-core.ts';

/** What a socket's path may be long at most on macOS (104 bytes with the end mark) and on Linux (108). */
const LONGEST_PATH = 103;

/** Where the socket of a data folder is: in it, or where its path would be too long, among the user's temporary files. */
export function socketPath(dataFolder: string, platform: NodeJS.Platform = process.platform): string {
  const short = createHash('sha256').update(dataFolder).digest('hex').slice(0, 24);
  if (platform === 'win32') return `\\\\.\\pipe\\redaksi-${short}`;
  const inFolder = join(dataFolder, 'desk.sock');
  return Buffer.byteLength(inFolder) <= LONGEST_PATH ? inFolder : join(tmpdir(), `redaksi-${short}.sock`);
}

export interface LocalSocket {
  close(): Promise<void>;
}

/**
 * Serves the core on the folder's socket. The folder is ours alone, so a socket that is there already was left by a
 * crash. Where none can be made (a file system without them), null: the command line then waits until the desk is closed.
 */
export async function serveLocalSocket(
  running: RunningCore,
  dataFolder: string,
  log: Log,
): Promise<LocalSocket | null> {
  const path = socketPath(dataFolder);
  const isFile = process.platform !== 'win32';
  const server = createServer((_request, response) => response.writeHead(426).end());
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    running.current().then(
      (core) =>
        sockets.handleUpgrade(request, socket, head, (websocket) => {
          websocket.on('error', (error) => log.warn('local socket', { error: String(error) }));
          void new RPCHandler(core.router).upgrade(websocket, { context: {} });
        }),
      () => socket.destroy(),
    );
  });
  running.onReopening(() => {
    for (const websocket of sockets.clients) websocket.close(1012);
  });

  if (isFile) rmSync(path, { force: true });
  // It must not be open to others even for the moment between making it and changing its mode.
  const mask = isFile ? process.umask(0o177) : null;
  try {
    server.listen(path);
    await once(server, 'listening');
    if (isFile) chmodSync(path, 0o600);
  } catch (error) {
    log.warn('no local socket', { error: String(error) });
    return null;
  } finally {
    if (mask !== null) process.umask(mask);
  }
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const websocket of sockets.clients) websocket.terminate();
      server.closeAllConnections();
      await closed;
      if (isFile) rmSync(path, { force: true });
    },
  };
}
