import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Core, ServedFile } from '../../core/core.ts';
import type { Gate } from './gate.ts';
import { createRequestListener } from './request-listener.ts';

const open: Gate = {
  origin: 'http://127.0.0.1',
  refuseHost: () => null,
  refuseOrigin: () => null,
  refuseSession: () => null,
  exchange: () => null,
};

async function host(path: string) {
  const file: ServedFile = { mimeType: 'image/png', headers: {}, content: { path } };
  const core = { serve: async () => file } as unknown as Core;
  const told: string[] = [];
  const log = { info() {}, warn() {}, error: (event: string) => void told.push(event) };
  const running = { current: async () => core } as unknown as Parameters<
    typeof createRequestListener
  >[0]['running'];
  const ended: string[] = [];
  const listener = createRequestListener({ gate: open, running, staticFiles: () => null, log });
  const server = createServer((request, response) => {
    response.on('close', () => ended.push(request.url ?? ''));
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/x`, told, ended };
}

test('a client that goes away in the middle of an answer is no error of ours; a file that cannot be read is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-listener-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'large');
  writeFileSync(path, Buffer.alloc(16 * 1024 * 1024));
  const left = await host(path);
  const [answer] = await once(get(left.address), 'response');
  await once(answer, 'data');
  answer.destroy();
  await vi.waitFor(() => expect(left.ended).toHaveLength(1));
  await new Promise((resolve) => setImmediate(resolve));
  expect(left.told).toEqual([]);

  const broken = await host(join(folder, 'missing'));
  get(broken.address).on('error', () => {});
  await vi.waitFor(() => expect(broken.told).toEqual(['request failed']));
});
