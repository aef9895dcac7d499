/**
 * `npm start`: the workstation in Electron where Electron is there or can be fetched, else the same app served on this
 * machine alone and shown in a browser's app window, else its address.
 *
 * Options: --no-open (only serve, print the address), --port P, --data-dir D. The first two ask for the web host.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { electronProgram, fetchElectron } from './electron-program.ts';
import { findBrowser, hasDisplay, openAppWindow } from './open-window.ts';

/** An Electron that ends with an error within this time never showed a window. */
const AT_ONCE_MS = 10_000;

const root = resolve(import.meta.dirname, '..', '..');
const isIndonesian = new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('id');

function say(id: string, en: string): void {
  process.stderr.write(`${isIndonesian ? id : en}\n`);
}

/** Passes the signals that end this launcher on to what it launched. */
function endWith(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
}

/** Runs the app in Electron until it ends. False when it ended at once with an error, so that something else is tried. */
function runElectron(program: string, dataDir: string | undefined): Promise<boolean> {
  const started = Date.now();
  const args = [root, ...(dataDir === undefined ? [] : [`--data-dir=${resolve(dataDir)}`])];
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    endWith(child);
    child.on('error', () => done(false));
    child.on('exit', (code) => {
      if (code !== 0 && Date.now() - started < AT_ONCE_MS) return done(false);
      process.exitCode = code ?? 1;
      done(true);
    });
  });
}

type ServeOptions = { port: string | undefined; dataDir: string | undefined; open: boolean };

/** Serves the app from the loopback web host until it ends, and shows it. */
async function runWebHost({ port, dataDir, open }: ServeOptions): Promise<void> {
  const args = [join(root, 'dist', 'node', 'cli.js'), 'serve', '--no-open', '--print-ticket'];
  if (port !== undefined) args.push('--port', port);
  if (dataDir !== undefined) args.push('--data-dir', resolve(dataDir));
  const host = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  endWith(host);
  const ended = new Promise<number>((done) => host.on('exit', (code) => done(code ?? 0)));

  for await (const line of createInterface({ input: host.stdout })) {
    const url = readAddress(line);
    if (url === null) continue;
    void show(url, open).then((outcome) => outcome === 'closed' && host.kill('SIGTERM'));
    break;
  }
  // Nothing more is read from it, but a full pipe must not stop the host.
  host.stdout.resume();
  process.exitCode = await ended;
}

/** The address in the host's one line of JSON, or null for any other line. */
function readAddress(line: string): string | null {
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === 'object' && said !== null && 'url' in said ? String(said.url) : null;
  } catch {
    return null;
  }
}

/** Opens the window; where there is none to open, prints the address, which lets one browser in, once. */
async function show(url: string, open: boolean): Promise<'closed' | 'open'> {
  const browser = open && hasDisplay() ? findBrowser() : null;
  if (browser !== null) {
    const outcome = await openAppWindow(browser, url);
    if (outcome === 'closed') return 'closed';
    if (outcome === 'passed on') return 'open';
  }
  say(
    'Redaksi berjalan. Buka alamat ini di peramban:',
    'Redaksi is running. Open this address in a browser:',
  );
  process.stdout.write(`${url}\n`);
  return 'open';
}

/** Why Electron is not used, or null after it ran. */
async function tryElectron(dataDir: string | undefined): Promise<{ id: string; en: string } | null> {
  if (!hasDisplay()) return { id: 'tidak ada layar di sini', en: 'there is no display here' };
  let program = electronProgram(root);
  if (program === null) {
    say('Mengunduh Electron (paling lama satu menit) …', 'Fetching Electron (a minute at most) …');
    program = fetchElectron(root);
  }
  if (program === null) return { id: 'Electron tidak dapat diunduh', en: 'Electron could not be fetched' };
  if (await runElectron(program, dataDir)) return null;
  return { id: 'Electron tidak dapat dibuka di mesin ini', en: 'Electron does not open on this machine' };
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, 'data-dir': { type: 'string' } },
  });
  const { port, 'data-dir': dataDir } = values;
  const open = !values['no-open'];

  if (open && port === undefined) {
    const reason = await tryElectron(dataDir);
    if (reason === null) return;
    say(
      `Redaksi dibuka lewat peramban: ${reason.id}.`,
      `Redaksi opens in a browser instead of Electron: ${reason.en}.`,
    );
  }
  await runWebHost({ port, dataDir, open });
}

await start();
