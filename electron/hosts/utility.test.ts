import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CoreDisconnectedError,
  createReconnectingClient,
  type Connection,
} from '../../renderer/core-client/reconnecting-client.ts';
import { resetElectron } from '../../tests/electron-fake/reset.ts';
import { ForkedUtilityProcess, utilityProcess } from '../../tests/electron-fake/utility-process.ts';
import { FakeWebContents } from '../../tests/electron-fake/windows.ts';
import { startCoreProcess, type CoreNews, type CoreProcess } from '../main/core-process.ts';

/** Long enough for a busy machine; nothing waits that long where all is well. */
function eventually<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitFor(condition, { timeout: 18_000 }) as Promise<Awaited<Result>>;
}

/** The main process's side for real, the core for real in a forked Node; only Electron's own channel is stood in for. */
let dataFolder: string;
let core: CoreProcess;
const news: CoreNews[] = [];
const failures: unknown[] = [];

function child(): ForkedUtilityProcess {
  return utilityProcess.last() as ForkedUtilityProcess;
}

function start(): CoreProcess {
  return startCoreProcess({
    entry: join(import.meta.dirname, 'utility.ts'),
    args: [`--data-dir=${dataFolder}`, '--keychain'],
    crashLog: () => {},
    onNews: (told) => news.push(told),
    onGone: () => {},
    onFailed: (sentences) => failures.push(sentences),
  });
}

/** Connects as a page does: asks for a port, and again for another after it was closed. */
function connectPage() {
  return createReconnectingClient(async (): Promise<Connection> => {
    const page = new FakeWebContents();
    const handed = new Promise<void>((resolve) => page.once('fake-ports', () => resolve()));
    core.handPort(page as FakeWebContents & Electron.WebContents);
    await handed;
    const port = page.ports[0]?.port;
    if (port === undefined) throw new Error('no port');
    const link = new RPCLink({ port });
    const closed = new Promise<void>((gone) => port.once('close', () => gone()));
    port.start();
    return { link, closed };
  });
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'redaksi-utility-'));
  news.length = 0;
  failures.length = 0;
  utilityProcess.start = (entry, args = []) => new ForkedUtilityProcess(entry, args);
  core = start();
});

afterEach(async () => {
  await core.stop();
  resetElectron();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('the core in a process of its own', { timeout: 60_000 }, () => {
  it('answers a page, serves it files, keeps secrets by the keychain, and tells the desktop what is so', async () => {
    const client = connectPage();
    expect((await client.system.status()).dataFolder).toBe(dataFolder);
    const { articleId } = await client.articles.create({});
    const preview = await core.serve(`/preview/${articleId}`);
    expect(preview?.mimeType).toMatch(/^text\/html/);
    expect(await core.serve('/media/none')).toBeNull();
    expect((await client.system.status()).secretsKeptBy).toBe('keychain');
    const target = await client.publishing.targets.add({
      name: 'Situs',
      configuration: { kind: 'wordpress', siteUrl: 'https://situs.example', user: 'redaksi' },
      secret: 'abcd efgh ijkl mnop',
    });
    expect(target.hasSecret).toBe(true);
    expect(readFileSync(join(dataFolder, 'vault.json'), 'utf8')).toMatch(/"keychain:/);
    await eventually(() =>
      expect(news).toContainEqual({
        type: 'look',
        look: { language: 'id', theme: 'system', keepInTray: true },
      }),
    );
    core.tell({ type: 'pause-intake', paused: true });
    await eventually(() => expect(news).toContainEqual({ type: 'intake', paused: true }));
    expect((await client.system.status()).intakePaused).toBe(true);
  });

  it('killed under a page, comes back: what waited is rejected, what was stored is there, calls go on', async () => {
    const client = connectPage();
    const { articleId } = await client.articles.create({});
    child().freeze();
    const waiting = client.system.status();
    child().crash();
    await expect(waiting).rejects.toThrow(CoreDisconnectedError);

    const article = await eventually(() => client.articles.get({ articleId }));
    expect(article.articleId).toBe(articleId);
    expect(utilityProcess.forked).toHaveLength(2);
    expect(failures).toEqual([]);
  });

  it('says in words that another desk works in the folder, and gets in when that has stopped', async () => {
    await connectPage().system.status();
    const second = start();
    await eventually(() => expect(failures).toHaveLength(1));
    expect(failures[0]).toEqual({
      id: expect.stringContaining('sedang dipakai'),
      en: expect.stringContaining('in use'),
    });

    await core.stop();
    second.startAgain();
    core = second;
    expect((await connectPage().system.status()).dataFolder).toBe(dataFolder);
  });
});
