/**
 * A workstation of one's own for every test: a data folder, the real web host as a process, a browser page on it. The
 * host says when it is ready; nothing here waits for time to pass.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { test as base, type Page } from '@playwright/test';
import { articlePlaceSchema, type ArticlePlace } from '../../../shared/contract/places.ts';
import { settingsSchema, type Settings } from '../../../shared/contract/settings.ts';
import { Composer } from '../pages/composer.ts';
import { Inbox } from '../pages/inbox.ts';
import { putUnderPressure } from './pressure.ts';

const cli = resolve(import.meta.dirname, '../../../dist/node/cli.js');

interface PersonBefore {
  name: string;
  code: string;
}

/** A port that is free now; a host started again takes the same one, as the open page knows no other. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
}

export class Workstation {
  readonly dataFolder: string;
  /** A folder for a source to watch. */
  readonly dropFolder: string;
  #process: ChildProcess | null = null;
  #port = 0;

  constructor(root: string) {
    this.dataFolder = join(root, 'data');
    this.dropFolder = join(root, 'drop');
    mkdirSync(this.dataFolder, { recursive: true });
    mkdirSync(this.dropFolder, { recursive: true });
  }

  get siteFolder(): string {
    return join(this.dataFolder, 'site');
  }

  /** The running host's process. */
  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('the host is not running');
    return pid;
  }

  /**
   * Puts settings in place before the host starts, the person as versions without a list of people wrote it. The house
   * counts as introduced unless the test says otherwise.
   */
  arrange({
    person,
    ...settings
  }: {
    house?: Partial<Settings['house']>;
    person?: PersonBefore;
    firstRun?: Settings['firstRun'];
  }): void {
    const complete = { ...settingsSchema.parse({ firstRun: { done: true }, ...settings }), person };
    writeFileSync(join(this.dataFolder, 'settings.json'), JSON.stringify(complete));
  }

  /** Starts the host; answers with the address that lets one browser in. */
  async start(prefix: readonly string[] = []): Promise<string> {
    if (this.#port === 0) this.#port = await freePort();
    const [program = process.execPath, ...args] = [...prefix, process.execPath];
    const child = spawn(
      program,
      [
        ...(prefix.length === 0 ? [] : args),
        cli,
        'serve',
        '--no-open',
        '--print-ticket',
        '--port',
        String(this.#port),
        '--data-dir',
        this.dataFolder,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#process = child;
    for await (const line of createInterface({ input: child.stdout })) {
      child.stdout.resume();
      return (JSON.parse(line) as { url: string }).url;
    }
    throw new Error('the host ended before it was ready');
  }

  /**
   * Starts the host with the data folder on a file system of its own, this many megabytes large: real, seen by the host
   * alone, and gone with it. Linux only.
   */
  startOnSmallDisk(megabytes: number): Promise<string> {
    const script =
      'cp -a "$0" "$0.before" && mount -t tmpfs -o size=$1m tmpfs "$0" && cp -a "$0.before/." "$0" && shift && exec "$@"';
    return this.start(['unshare', '-rm', 'sh', '-c', script, this.dataFolder, String(megabytes)]);
  }

  /** Fills the file system the host works on to the last byte; what is given back makes room again. */
  fillDisk(): () => void {
    const file = join(`/proc/${this.#process?.pid}/root`, this.dataFolder, 'filler');
    const handle = openSync(file, 'w');
    for (let size = 1024 * 1024; size >= 1;) {
      try {
        if (writeSync(handle, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
      } catch {
        size = Math.floor(size / 2);
      }
    }
    closeSync(handle);
    return () => rmSync(file);
  }

  /** Where the host knows one to be in an article, as it stands on disk now; null where it does not. */
  keptPlace(articleId: string): ArticlePlace | null {
    const database = new DatabaseSync(join(this.dataFolder, 'desk.db'), { readOnly: true });
    try {
      const row = database.prepare('SELECT place FROM article_place WHERE article_id = ?').get(articleId);
      return row === undefined ? null : articlePlaceSchema.parse(JSON.parse(String(row['place'])));
    } finally {
      database.close();
    }
  }

  /** Moves every launch of a front so many hours into the past. Only while the host is stopped. */
  ageLaunches(hours: number): void {
    const milliseconds = hours * 3_600_000;
    const database = new DatabaseSync(join(this.dataFolder, 'desk.db'));
    database
      .prepare('UPDATE launch SET at = at - ?, asked_at = asked_at - ?')
      .run(milliseconds, milliseconds);
    database.close();
  }

  /** Ends the host: by default as it is meant to be ended, with SIGKILL as a crash or a power cut would. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

interface Fixtures {
  workstation: Workstation;
  /** The page, open on the running workstation's inbox. */
  desk: Page;
  inbox: Inbox;
  composer: Composer;
}

export const test = base.extend<Fixtures>({
  workstation: async ({ baseURL: _none }, provide) => {
    const root = mkdtempSync(join(tmpdir(), 'redaksi-e2e-'));
    const workstation = new Workstation(root);
    workstation.arrange({
      house: { name: 'Seruji', outlet: 'SERUJI.CO.ID', comments: settingsSchema.parse({}).house.comments },
      person: { name: 'Penyunting Meja', code: 'SU02' },
    });
    await provide(workstation);
    await workstation.stop();
    rmSync(root, { recursive: true, force: true });
  },
  context: async ({ context }, provide) => {
    await putUnderPressure(context);
    await provide(context);
  },
  desk: async ({ workstation, page }, provide) => {
    await page.goto(await workstation.start());
    await provide(page);
  },
  inbox: async ({ desk }, provide) => provide(new Inbox(desk)),
  composer: async ({ desk }, provide) => provide(new Composer(desk)),
});

export { expect } from '@playwright/test';
