import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWebHost } from '../web.ts';
import { lastPort } from './last-port.ts';

let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-port-'));
});

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** Starts the workstation on the folder and stops it; its address. */
async function addressOfStart(): Promise<string> {
  const host = await startWebHost({ dataFolder, port: 0, rendererFolder: dataFolder, echoLog: false });
  await host.close();
  return host.url;
}

test('the address is that of the last time, where nobody else took it meanwhile', async () => {
  const first = await addressOfStart();
  expect(await addressOfStart()).toBe(first);
  const stranger = createServer().listen(Number(new URL(first).port), '127.0.0.1');
  await once(stranger, 'listening');
  try {
    expect(await addressOfStart()).not.toBe(first);
  } finally {
    stranger.close();
  }
});

test.each(['', 'entah', '80', '70000', '-1', '4000.5'])(
  'what is remembered as “%s” counts for nothing',
  (text) => {
    writeFileSync(join(dataFolder, 'web-port'), text);
    expect(lastPort(dataFolder)).toBe(0);
  },
);
