import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Source } from '../../../../shared/contract/wire-sources.ts';
import { eventually, feedOf, openSourceDesk, type SourceDesk } from '../testing-sources.ts';
import { fingerprint } from '../../network/sftp-connection.ts';
import { newHostKey, PASSWORD, startFtp, startSftp, USER, type TestServer } from './testing-servers.ts';
import ssh2 from 'ssh2';

let open: SourceDesk;
let folder: string;
let server: TestServer;

beforeEach(async () => {
  open = await openSourceDesk();
  folder = mkdtempSync(join(tmpdir(), 'redaksi-server-'));
});

afterEach(async () => {
  await open.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
  const longAgo = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(join(folder, name), longAgo, longAgo);
}

const PICTURE = Buffer.from('89504e470d0a1a0a0000ff00fe', 'hex');

const KINDS = {
  ftp: { start: () => startFtp(folder), details: { encryption: 'none' } },
  sftp: { start: () => startSftp(folder), details: {} },
};

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('%s', (kind) => {
  const { start, details } = KINDS[kind];
  const add = (more: Record<string, unknown> = {}) =>
    open.add({
      kind,
      address: `${kind}://127.0.0.1:${server.port}/`,
      user: USER,
      secret: PASSWORD,
      ...details,
      ...more,
    });

  /** Looked at twice: servers that tell no exact times have their files taken when they stayed the same. */
  async function read(id: string): Promise<Source['state']> {
    await open.settled(id);
    return open.checkAgain(id);
  }

  beforeEach(async () => {
    server = await start();
  });

  test('files that are dropped bring stories, each once; one that is no copy holds nothing up', async () => {
    put('a.xml', feedOf(['Satu']));
    put('b.png', PICTURE);
    mkdirSync(join(folder, 'arsip'));
    const { id } = await add();
    expect((await read(id)).error).toMatchObject({ code: 'not-recognised' });
    expect(await open.headlines()).toEqual(['Satu']);
    put('c.xml', feedOf(['Satu', 'Dua']));
    await read(id);
    expect((await open.checkAgain(id)).error).toBeNull();
    expect(await open.headlines()).toContain('Dua');
    const { rows } = await open.deliveries(id);
    expect(rows.map(({ name, added }) => [name, added])).toEqual([
      ['c.xml', 1],
      ['b.png', 0],
      ['a.xml', 1],
    ]);
    expect(readdirSync(folder).sort()).toEqual(['a.xml', 'arsip', 'b.png', 'c.xml']);
  });

  test('a file that is still being written is left alone until it stays the same', async () => {
    writeFileSync(join(folder, 'a.xml'), feedOf(['Satu']).slice(0, 100));
    const { id } = await add();
    await open.settled(id);
    expect(await open.headlines()).toEqual([]);
    writeFileSync(join(folder, 'a.xml'), feedOf(['Satu']));
    expect((await open.checkAgain(id)).error).toBeNull();
    expect(await open.headlines()).toEqual([]);
    expect((await open.checkAgain(id)).error).toBeNull();
    expect(await open.headlines()).toEqual(['Satu']);
    expect((await open.deliveries(id)).rows.map(({ error }) => error)).toEqual([null]);
  });

  test('moves what it has read, where the house wants that', async () => {
    put('a.xml', feedOf(['Satu']));
    put('b.png', PICTURE);
    const { id } = await add({ afterReading: 'move' });
    await read(id);
    expect(readdirSync(folder).sort()).toEqual(['failed', 'processed']);
    expect(readdirSync(join(folder, 'processed'))).toEqual(['a.xml']);
    expect(readdirSync(join(folder, 'failed'))).toEqual(['b.png']);
    put('a.xml', feedOf(['Dua'], { from: 1 }));
    await read(id);
    await open.checkAgain(id);
    expect(readdirSync(join(folder, 'processed')).sort()).toEqual(['a-2.xml', 'a.xml']);
  });

  test.each([
    ['a wrong password', { secret: 'lain' }, 'unauthorised'],
    ['no password', { secret: '' }, 'secret-missing'],
    ['a folder that is not there', { folder: '/tidak-ada' }, 'folder-missing'],
    ['an address inside the house', { allowPrivateAddress: false }, 'private-address'],
  ])('%s is told', async (_what, { folder: path, ...more }: Record<string, unknown>, code) => {
    const address = `${kind}://127.0.0.1:${server.port}${typeof path === 'string' ? path : '/'}`;
    const { id } = await add({ address, ...more });
    expect((await open.settled(id)).error).toMatchObject({ code });
    expect((await open.deliveries(id)).rows[0]!.error).toMatchObject({ code });
  });

  test('a server that is gone is told, and found again', async () => {
    const { port } = server;
    await server.close();
    const { id } = await add({ address: `${kind}://127.0.0.1:${port}/` });
    expect((await open.settled(id)).error).toMatchObject({ code: 'unreachable' });
    server = await start();
  });

  test('an address of another kind is refused', async () => {
    await expect(add({ address: 'https://kawat.example/' })).rejects.toMatchObject({
      code: 'INVALID',
      data: { field: 'address', reason: 'not-a-server-address' },
    });
  });
});

test('an FTP server without encryption is not told a password unless the house says so', async () => {
  server = await startFtp(folder);
  const address = `ftp://127.0.0.1:${server.port}/`;
  const { id } = await open.add({ kind: 'ftp', address, user: USER, secret: PASSWORD });
  expect((await open.settled(id)).error).toMatchObject({ code: 'no-encryption' });
});

describe('the key of an SFTP server', () => {
  const keyOf = (pem: string): string => {
    const parsed = ssh2.utils.parseKey(pem);
    if (parsed instanceof Error) throw parsed;
    return fingerprint(parsed.getPublicSSH());
  };

  test('is noted at the first visit; with another one nobody signs in until a person says so', async () => {
    const [first, second] = [newHostKey(), newHostKey()];
    put('a.xml', feedOf(['Satu']));
    server = await startSftp(folder, { hostKey: first });
    const { port } = server;
    const { id } = await open.add({
      kind: 'sftp',
      address: `sftp://127.0.0.1:${port}/`,
      user: USER,
      secret: PASSWORD,
    });
    expect((await open.settled(id)).error).toBeNull();
    await server.close();

    server = await startSftp(folder, { hostKey: second, port });
    put('b.xml', feedOf(['Dua'], { from: 1 }));
    const refused = await open.checkAgain(id);
    expect(refused.error).toMatchObject({ code: 'host-key-changed' });
    expect(refused.error!.detail).toContain(keyOf(first));
    expect(refused.error!.detail.endsWith(keyOf(second))).toBe(true);
    expect(await open.headlines()).toEqual(['Satu']);

    await open.desk.client.wire.sources.trustServer({ id, fingerprint: keyOf(second) });
    await eventually(async () => expect(await open.headlines()).toContain('Dua'));
    await eventually(async () => expect((await open.source(id)).state.error).toBeNull());
  });

  test('and one signs in by a private key too', async () => {
    const own = newHostKey();
    server = await startSftp(folder, { trusted: own });
    put('a.xml', feedOf(['Satu']));
    const address = `sftp://127.0.0.1:${server.port}/`;
    const { id } = await open.add({ kind: 'sftp', address, user: USER, signIn: 'key', secret: own });
    expect((await open.settled(id)).error).toBeNull();
    expect(await open.headlines()).toEqual(['Satu']);
  });
});
