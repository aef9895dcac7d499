import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** `npm start` as it runs after the set-up: the launcher, the built command line, the built page. */
const launcher = resolve(import.meta.dirname, '..', 'electron', 'hosts', 'start.mts');

let dataDir = '';
let launched: ChildProcess | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'redaksi-start-'));
});

afterEach(async () => {
  await end();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Ends what was started the way a terminal does; the exit code, or null where a signal ended it. */
async function end(): Promise<number | null> {
  const child = launched;
  launched = undefined;
  if (child === undefined) return null;
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  return new Promise((done) => child.on('exit', done));
}

/** Starts the workstation where there is no display, and reads the address it prints. */
async function start(...args: string[]): Promise<{ address: string; said: () => string }> {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', LC_ALL: 'en_US.UTF-8' };
  const child = spawn(process.execPath, [launcher, '--data-dir', dataDir, ...args], { env, stdio: 'pipe' });
  launched = child;
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout }))
    return { address: line, said: () => said };
  throw new Error(`It ended without an address: ${said}`);
}

describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  it('says in one line why not Electron, prints an address that lets one browser in, and ends when told', async () => {
    const { address, said } = await start();
    expect(said().split('\n')[0]).toMatch(/browser instead of Electron: there is no display/);
    const url = new URL(address);
    expect(url.hostname).toBe('127.0.0.1');
    const ticket = url.hash.replace('#ticket=', '');
    expect(Buffer.from(ticket, 'base64url')).toHaveLength(32);

    const page = await fetch(url.origin);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');

    const enter = () =>
      fetch(`${url.origin}/session`, { method: 'POST', body: ticket, headers: { origin: url.origin } });
    expect((await enter()).status).toBe(204);
    expect((await enter()).status).toBe(401);

    expect(await end()).toBe(0);
    await expect(fetch(url.origin)).rejects.toThrow('fetch failed');
  });

  it('serves without a word of Electron when asked not to open anything', async () => {
    const { address, said } = await start('--no-open');
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#ticket=/);
    expect(said()).not.toContain('Electron');
  });

  it('listens on the port asked for', async () => {
    const first = await start('--no-open');
    const { port } = new URL(first.address);
    await end();
    const second = await start('--no-open', '--port', port);
    expect(new URL(second.address).port).toBe(port);
  });
});
