/** Every command of the command line, on a folder of its own and on one that a desk works in. */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Article } from '../../shared/contract/articles.ts';
import type { Backup } from '../../shared/contract/system.ts';
import { buildDocument, paragraph, text } from '../../shared/document/build.ts';
import { openTestCore } from '../core/testing.ts';
import { runCommand } from './cli/run.ts';
import { connectToDesk } from './desk-client.ts';
import { socketPath } from './local-socket.ts';
import { takeDataFolder } from './providers/data-folder.ts';
import { startWebHost, type WebHost } from './web.ts';

interface Said {
  code: number | null;
  out: string;
  told: string;
}

/** Runs a command as `cli.ts` does, and keeps what it writes. */
async function redaksi(...args: string[]): Promise<Said> {
  const written = { out: '', told: '' };
  const keep = (where: 'out' | 'told') => (chunk: string | Uint8Array) => {
    written[where] += chunk.toString();
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('told')),
  ];
  try {
    const code = await runCommand(args);
    return { code, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function asJson<Result>(...args: string[]): Promise<Result> {
  const { code, out, told } = await redaksi(...args, '--json');
  expect({ code, told: code === 0 ? '' : told }).toEqual({ code: 0, told: '' });
  return JSON.parse(out) as Result;
}

/** A folder with one article that may be published. */
async function prepareFolder(): Promise<{ folder: string; articleId: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-cli-'));
  const desk = await openTestCore({}, folder);
  const { articleId, base } = await desk.client.articles.create({});
  await desk.client.articles.saveDraft({
    articleId,
    base,
    mutationId: randomUUID(),
    fields: {
      headline: 'Harga cabai turun',
      section: 'ekonomi',
      dateline: 'JAKARTA – ',
      credit: '(Ant/SU02)',
    },
    document: buildDocument([paragraph([text('Pasokan kembali normal.')])]),
  });
  await desk.core.stop();
  return { folder, articleId };
}

describe.each([
  { name: 'a folder nobody works in', withDesk: false },
  { name: 'a folder a desk works in', withDesk: true },
])('on $name', ({ withDesk }) => {
  let folder: string;
  let articleId: string;
  let host: WebHost | null = null;

  beforeAll(async () => {
    ({ folder, articleId } = await prepareFolder());
    if (!withDesk) return;
    const rendererFolder = join(folder, 'page');
    mkdirSync(rendererFolder);
    writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>Redaksi</title>');
    host = await startWebHost({ dataFolder: folder, port: 0, rendererFolder, echoLog: false });
  });

  afterAll(async () => {
    await host?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const here = (): string[] => ['--data-dir', folder];

  test('ingest and search', async () => {
    const file = join(folder, 'kiriman.txt');
    writeFileSync(file, 'Rupiah ditutup menguat\n\nJakarta (ANTARA) - Rupiah menguat tipis.');
    expect(await asJson('ingest', file, ...here())).toMatchObject({ added: 1, unreadable: 0 });
    expect(await asJson('search', 'rupiah', ...here())).toMatchObject([
      { headline: 'Rupiah ditutup menguat' },
    ]);
    expect((await redaksi('search', 'rupiah', ...here())).out).toContain('Rupiah ditutup menguat');
  });

  test('list and show', async () => {
    expect(await asJson('list', ...here())).toMatchObject([{ articleId, headline: 'Harga cabai turun' }]);
    expect(await asJson('list', 'bukan', '--state', 'draft', ...here())).toEqual([]);
    expect((await redaksi('list', 'cabai', ...here())).out).toContain(articleId);
    const shown = await redaksi('show', articleId, ...here());
    expect(shown).toMatchObject({ code: 0, told: '' });
    expect(shown.out).toBe('Harga cabai turun\n\nJAKARTA – Pasokan kembali normal.\n(Ant/SU02)\n');
    expect((await asJson<Article>('show', articleId, ...here())).fields.headline).toBe('Harga cabai turun');
  });

  test('publish waits until the page is there, unpublish until it is gone', async () => {
    const page = (): boolean =>
      existsSync(join(folder, 'site')) &&
      readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' }).some((name) =>
        name.includes('harga-cabai-turun'),
      );
    const published = await asJson('publish', articleId, ...here());
    expect(published).toMatchObject({ state: 'live', action: 'publish' });
    expect(page()).toBe(true);
    const taken = await redaksi('unpublish', articleId, ...here());
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.out).toMatch(/^live/);
    const entries = await asJson<{ number: number; content: { kind: string } }[]>(
      'show',
      articleId,
      '--record',
      ...here(),
    );
    expect(entries.map(({ content }) => content.kind)).toEqual(['taken-down', 'published']);
    expect((await redaksi('show', articleId, '--record', ...here())).out).toMatch(/^2 .* taken-down .*\n1 /);
  });

  test('backup, and restore, which keeps what stood there', async () => {
    const made = await asJson<Backup>('backup', ...here());
    expect(made).toMatchObject({ kind: 'by-hand', articles: 1, good: true });
    expect((await redaksi('backup', '--list', ...here())).out).toContain(made.name);
    const restored = await asJson('restore', made.name, ...here());
    expect(restored).toMatchObject({ restored: { name: made.name }, articles: 1 });
    const backups = await asJson<Backup[]>('backup', '--list', ...here());
    expect(backups.map(({ kind }) => kind)).toContain('before-restore');
    expect(await asJson('list', ...here())).toHaveLength(1);
  });

  test('check finds all sound, and what is not', async () => {
    expect(await asJson('check', ...here())).toHaveLength(5);
    const { name } = await asJson<Backup>('backup', ...here());
    writeFileSync(join(folder, 'backups', name), 'rusak');
    const damaged = await redaksi('check', ...here());
    expect(damaged.code).toBe(7);
    expect(damaged.told).toContain(name);
    rmSync(join(folder, 'backups', name));
  });

  test('export', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'redaksi-cli-export-'));
    const { folder: written } = await asJson<{ folder: string }>(
      'export',
      parent,
      '--without-wire',
      ...here(),
    );
    expect(JSON.parse(readFileSync(join(written, 'about.json'), 'utf8'))).toMatchObject({
      counts: { articles: 1, wireVersions: 0 },
    });
    expect(existsSync(join(written, 'articles', `${articleId}.json`))).toBe(true);
    const recorded = readFileSync(join(written, 'tables', 'publication_record.jsonl'), 'utf8');
    expect(recorded.trim().split('\n')).toHaveLength(2);
    rmSync(parent, { recursive: true, force: true });
  });

  test('what the core refuses is told in a sentence, with code 5', async () => {
    const unknown = await redaksi('show', randomUUID(), ...here());
    expect(unknown).toMatchObject({ code: 5, out: '', told: 'redaksi: This is no longer here.\n' });
    const backup = await redaksi('restore', 'desk-999999.db', ...here());
    expect(backup).toMatchObject({ code: 5, out: '' });
  });

  test('export-article: a file of its own, never over another', async () => {
    const path = join(folder, 'cabai.md');
    expect((await redaksi('export-article', articleId, '--format', 'md', '--to', path, ...here())).out).toBe(
      `${path}\n`,
    );
    expect(readFileSync(path, 'utf8')).toContain('title: "Harga cabai turun"');
    expect(readFileSync(path, 'utf8')).toContain('Pasokan kembali normal.');
    expect((await redaksi('export-article', articleId, '--format', 'md', '--to', path, ...here())).code).toBe(
      2,
    );
    const odt = await redaksi('export-article', articleId, '--format', 'odt', ...here());
    expect(odt).toMatchObject({ code: 2, out: '' });
    expect((await redaksi('export-article', randomUUID(), '--to', '-', ...here())).code).toBe(5);
  });

  test('import: drafts of what can be read, a sentence for what cannot', async () => {
    const [story, other] = [join(folder, 'naskah.md'), join(folder, 'lain.pdf')];
    writeFileSync(story, '# Beras melimpah\n\nPanen raya.\n\n![x](tidak-ada.png)');
    writeFileSync(other, '%PDF-1.7');
    const { code, out, told } = await redaksi('import', story, other, ...here());
    expect(code).toBe(1);
    expect(out).toMatch(/^[0-9a-f-]{36} {2}Beras melimpah\n$/);
    expect(told).toMatch(/naskah\.md: .*1 (?:gambar|picture).*\n.*lain\.pdf: .*PDF/);
    expect((await redaksi('show', out.slice(0, 36), ...here())).out).toContain('Panen raya.');
    expect((await redaksi('import', ...here())).code).toBe(2);
  });
});

describe('on a folder whose desk.db is damaged', () => {
  test('every command says so, a copy is chosen, and what could be read is salvaged', async () => {
    const { folder, articleId } = await prepareFolder();
    const here = ['--data-dir', folder];
    const backup = await asJson<Backup>('backup', ...here);
    const file = join(folder, 'desk.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x41, 0, 4096));

    const listed = await redaksi('list', '--json', ...here);
    expect(listed.code).toBe(0);
    expect(listed.told).toContain(`Open now: ${backup.name}`);
    expect(listed.told).toContain('choose with redaksi restore NAME');
    const [damaged = ''] = readdirSync(join(folder, 'damaged'));
    expect(listed.told).toContain(`damaged/${damaged}`);

    const salvaged = await redaksi('salvage', damaged, '--json', ...here);
    expect(JSON.parse(salvaged.out)).toMatchObject({
      salvagedBackup: expect.stringMatching(/-salvaged\.db$/) as string,
      salvaged: expect.arrayContaining([{ name: 'article', saved: 1 }]) as unknown[],
    });
    expect((await redaksi('restore', '--keep', ...here)).code).toBe(0);
    expect(await asJson('list', ...here)).toMatchObject([{ articleId }]);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('words that are off', () => {
  const folder = join(tmpdir(), 'redaksi-never-made');
  test.each([
    [['lost'], 'there is no command "lost"'],
    [['toString'], 'there is no command "toString"'],
    [['show'], "show needs one article's ID"],
    [['show', 'bukan-id'], "show needs one article's ID"],
    [['publish', 'a', 'b'], "publish needs one article's ID"],
    [['publish', randomUUID(), '--wait', 'lama'], '--wait takes'],
    [['list', '--state', 'lost'], '--state takes one of: draft'],
    [['list', '--limit', '0'], '--limit takes 1 to 200'],
    [['restore'], 'restore takes one NAME'],
    [['restore', 'a', '--latest'], 'restore takes one NAME'],
    [['salvage'], 'salvage needs one FILE'],
    [['export'], 'export needs one FOLDER'],
    [['backup', '--lost'], "Unknown option '--lost'"],
  ])('%j is refused with code 2, and nothing is made', async (args, sentence) => {
    const said = await redaksi(...args, '--data-dir', folder);
    expect(said.code).toBe(2);
    expect(said.out).toBe('');
    expect(said.told).toContain(sentence);
    expect(existsSync(folder)).toBe(false);
  });
});

test('a folder held by something that cannot be talked to is refused with a sentence and code 3', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-cli-'));
  const held = takeDataFolder(folder);
  const said = await redaksi('list', '--data-dir', folder);
  held.release();
  expect(said.code).toBe(3);
  expect(said.told).toMatch(/is in use by another Redaksi/);
  rmSync(folder, { recursive: true, force: true });
});

describe('the local socket', () => {
  test('only the owner can open it, and it goes with the desk', async () => {
    const { folder } = await prepareFolder();
    const rendererFolder = join(folder, 'page');
    mkdirSync(rendererFolder);
    const host = await startWebHost({ dataFolder: folder, port: 0, rendererFolder, echoLog: false });
    expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
    const desk = await connectToDesk(folder);
    expect((await desk?.client.articles.list({}))?.rows).toHaveLength(1);
    desk?.close();
    await host.close();
    expect(existsSync(socketPath(folder))).toBe(false);
    expect(await connectToDesk(folder)).toBeNull();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one left by a crash keeps nobody from it', async () => {
    const { folder } = await prepareFolder();
    writeFileSync(socketPath(folder), '');
    expect(await connectToDesk(folder)).toBeNull();
    const rendererFolder = join(folder, 'page');
    mkdirSync(rendererFolder);
    const host = await startWebHost({ dataFolder: folder, port: 0, rendererFolder, echoLog: false });
    const desk = await connectToDesk(folder);
    expect(desk).not.toBeNull();
    desk?.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('has a path of a length the system takes, however deep the folder lies', () => {
    const deep = `/${'folder-yang-dalam/'.repeat(20)}`;
    expect(Buffer.byteLength(socketPath(deep, 'linux'))).toBeLessThan(104);
    expect(socketPath('/a', 'linux')).toBe('/a/desk.sock');
    expect(socketPath('C:\\a', 'win32')).toMatch(/^\\\\\.\\pipe\\redaksi-[0-9a-f]{24}$/);
  });
});

describe('lint', () => {
  const time = { timeout: 60_000 };

  test('tells what the checks find in a file, one a line, and stores nothing', time, async () => {
    const { folder } = await prepareFolder();
    const file = join(folder, 'draf.md');
    writeFileSync(file, '# Bantuan tiba\n\nGubernur mengatakn bantuan menumpuk diatas truk.\n');
    const { code, out } = await redaksi('lint', file, '--data-dir', folder);
    expect(code).toBe(8);
    expect(out.trim().split('\n')).toEqual([
      expect.stringMatching(/^1: .+ “mengatakn”$/),
      expect.stringMatching(/^1: .+ “diatas” → di atas$/),
    ]);
    const desk = await openTestCore({}, folder);
    expect((await desk.client.articles.list({})).rows).toHaveLength(1);
    await desk.core.stop();
    expect((await redaksi('lint', join(folder, 'tidak-ada.md'), '--data-dir', folder)).code).toBe(1);
    expect((await redaksi('lint', '--data-dir', folder)).code).toBe(2);
  });

  test(
    'words of a link are checked like others, and a link that could not be tried is told and no finding',
    time,
    async () => {
      const { folder } = await prepareFolder();
      const file = join(folder, 'draf.md');
      const words = 'Warga [silahkan datang](https://tidak-ada.invalid/x) ke [balai](http://127.0.0.1/y).';
      writeFileSync(file, `# Bantuan tiba\n\n${words}\n`);
      const said = await redaksi('lint', file, '--data-dir', folder, '--json');
      expect(said.told).toMatch(/not tried|belum dicoba/);
      expect(JSON.parse(said.out)).toEqual([
        expect.objectContaining({
          block: 1,
          code: 'kata-baku',
          text: 'silahkan',
          start: 'Warga '.length,
          fixes: ['silakan'],
        }),
      ]);
      expect(said.code).toBe(8);
    },
  );

  test('an article is checked without what is ignored in it', time, async () => {
    const { folder, articleId } = await prepareFolder();
    const desk = await openTestCore({}, folder);
    const { base, fields } = await desk.client.articles.get({ articleId });
    const document = buildDocument([paragraph([text('Silahkan datang, zimbrot.')])]);
    await desk.client.articles.saveDraft({ articleId, base, mutationId: randomUUID(), document, fields });
    await desk.client.checks.ignored.add({ articleId, key: 'spelling/unknown-word/zimbrot' });
    await desk.core.stop();
    const said = await redaksi('lint', articleId, '--data-dir', folder, '--json');
    expect(said.code).toBe(8);
    expect(JSON.parse(said.out)).toMatchObject([
      { block: 1, code: 'kata-baku', text: 'Silahkan', fixes: ['Silakan'] },
    ]);
  });
});
