import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { farFilesOver, type FarClient } from './far-files.ts';

/** A server in memory that fails where it is told to, in its own words. */
function server(faults: Partial<Record<'put' | 'posixRename' | 'rename', string[]>> = {}, takes = Infinity) {
  const files = new Map<string, Buffer>();
  const calls: string[] = [];
  function call(name: 'put' | 'posixRename' | 'rename' | 'delete', what: string): void {
    calls.push(`${name} ${what}`);
    const fault = name === 'delete' ? undefined : faults[name]?.shift();
    if (fault !== undefined && fault !== '') throw new Error(fault);
  }
  function move(from: string, to: string): string {
    const bytes = files.get(from);
    if (bytes === undefined) throw new Error('No such file');
    files.delete(from);
    files.set(to, bytes);
    return '';
  }
  const client: FarClient = {
    async get(path: string) {
      const found = files.get(path);
      if (found === undefined) throw new Error(`get: No such file ${path}`);
      return found;
    },
    async put(bytes, path) {
      call('put', path);
      const all = bytes instanceof Readable ? await buffer(bytes) : (bytes as Buffer);
      files.set(path, all.subarray(0, takes));
      return '';
    },
    async stat(path) {
      const rights = { mode: 0o644, uid: 0, gid: 0, accessTime: 0, modifyTime: 0 };
      const kind = { isDirectory: false, isFile: true, isBlockDevice: false, isCharacterDevice: false };
      const rest = { isSymbolicLink: false, isFIFO: false, isSocket: false };
      return { ...rights, ...kind, ...rest, size: files.get(path)?.length ?? 0 };
    },
    async list(folder) {
      const beginning = `${folder}/`;
      const inside = [...files].filter(([path]) => path.startsWith(beginning));
      if (inside.length === 0) throw new Error(`list: No such file ${folder}`);
      return inside.map(([path, { length: size }]) => {
        const name = path.slice(beginning.length);
        const kind = name.includes('/') ? ('d' as const) : ('-' as const);
        const rights = { user: 'rw', group: 'r', other: 'r' };
        return {
          type: kind,
          name,
          size,
          modifyTime: 0,
          accessTime: 0,
          rights,
          owner: 0,
          group: 0,
          longname: '',
        };
      });
    },
    async posixRename(from, to) {
      call('posixRename', to);
      return move(from, to);
    },
    async rename(from, to) {
      call('rename', to);
      return move(from, to);
    },
    async delete(path) {
      call('delete', path);
      files.delete(path);
      return '';
    },
    exists: async () => 'd',
    mkdir: async () => '',
    end: async () => true,
  };
  return { files, calls, far: farFilesOver(client, '/srv/koran'), client };
}

const page = Buffer.from('halaman');

test('a file is written beside and put in its place in one step', async () => {
  const { far, files, calls } = server();
  await far.write('berita/index.html', page);
  expect([...files.keys()]).toEqual(['/srv/koran/berita/index.html']);
  expect(calls).toEqual([
    'put /srv/koran/berita/.redaksi-unfinished-index.html',
    'posixRename /srv/koran/berita/index.html',
  ]);
  expect(await far.read('berita/index.html')).toEqual(page);
  expect(await far.read('lain.html')).toBeNull();
});

test('a large file is told of as it goes, a small one at once; what arrives is the same', async () => {
  const { far, files } = server();
  const large = Buffer.alloc(300_000, 'x');
  const told: number[] = [];
  await far.write('foto.jpg', large, (bytes) => told.push(bytes));
  await far.write('kecil.txt', page, (bytes) => told.push(bytes));
  expect(files.get('/srv/koran/foto.jpg')?.equals(large)).toBe(true);
  expect(told).toEqual([131_072, 131_072, 37_856, page.length]);
});

test('what is in a folder is told with its size, and of a folder that is not there nothing', async () => {
  const { far } = server();
  await far.write('berita/satu.html', page);
  await far.write('berita/dua/index.html', page);
  expect([...(await far.sizes('berita'))]).toEqual([['satu.html', page.length]]);
  expect((await far.sizes('tidak-ada')).size).toBe(0);
});

test('a connection lost between the two leaves the old page, and the next attempt uses up what lies there', async () => {
  const { far, files } = server({ posixRename: ['', 'posixRename: Connection lost'] });
  await far.write('index.html', Buffer.from('lama'));
  await expect(far.write('index.html', page)).rejects.toMatchObject({ code: 'unreachable', retryable: true });
  expect(files.get('/srv/koran/index.html')?.toString()).toBe('lama');
  await far.write('index.html', page);
  expect([...files.keys()]).toEqual(['/srv/koran/index.html']);
  expect(files.get('/srv/koran/index.html')).toEqual(page);
});

test('a file of which the server kept only a part, without a word, is never put in place of the old one', async () => {
  const { far, files } = server({}, 3);
  files.set('/srv/koran/index.html', Buffer.from('lama'));
  await expect(far.write('index.html', page)).rejects.toMatchObject({ code: 'disk-full', retryable: true });
  expect([...files]).toEqual([['/srv/koran/index.html', Buffer.from('lama')]]);
});

test('a server without OpenSSH’s extension gets the file all the same', async () => {
  const { far, files, calls } = server({ posixRename: ['Operation unsupported', 'Operation unsupported'] });
  await far.write('a.html', Buffer.from('lama'));
  await far.write('a.html', page);
  expect(files.get('/srv/koran/a.html')).toEqual(page);
  expect(calls.slice(-2)).toEqual(['delete /srv/koran/a.html', 'rename /srv/koran/a.html']);
});

describe('what the server says is told typed', () => {
  test.each([
    ['_put: Write stream error: No space left on device', { code: 'disk-full', retryable: true }],
    ['Disk quota exceeded', { code: 'disk-full', retryable: true }],
    ['Permission denied', { code: 'folder-unwritable', retryable: false }],
    ['read ECONNRESET', { code: 'unreachable', retryable: true }],
  ])('%s', async (said, expected) => {
    const { far } = server({ put: [said] });
    await expect(far.write('a.html', page)).rejects.toMatchObject(expected);
  });

  test.each([
    [0, { code: 'disk-full', retryable: true }],
    [1_000_000, { code: 'folder-unwritable', retryable: false }],
  ])('a bare failure, with %i blocks free by its own account', async (f_bavail, expected) => {
    const { client, files } = server({ put: ['Failure'] });
    const sftp = {
      ext_openssh_statvfs: (_path: string, done: (error: unknown, found: object) => void) =>
        done(null, { f_bavail, f_frsize: 4096 }),
    };
    const far = farFilesOver(Object.assign(client, { sftp }), '/srv/koran');
    await expect(far.write('a.html', page)).rejects.toMatchObject(expected);
    expect(files.size).toBe(0);
  });
});
