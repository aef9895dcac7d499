/** Servers for tests: FTP by ftp-srv, SFTP by ssh2's own server, each over a folder of this machine. */
import { generateKeyPairSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  type Stats,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FtpSrv } from 'ftp-srv';
import ssh2, { type Attributes, type FileEntry, type SFTPWrapper } from 'ssh2';

export const USER = 'kantor';
export const PASSWORD = 'r@hasia';

export interface TestServer {
  port: number;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

const silent: Record<string, unknown> = {};
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) silent[level] = () => {};
silent['child'] = () => silent;

/** A certificate and its key, PEM. */
export interface ServerIdentity {
  cert: string;
  key: string;
}

/** An FTP server over a folder: without encryption, or with TLS after the greeting or from the first byte on. */
export async function startFtp(
  folder: string,
  { tls, implicit = false, port: wanted }: { tls?: ServerIdentity; implicit?: boolean; port?: number } = {},
): Promise<TestServer> {
  const port = wanted ?? (await freePort());
  const server = new FtpSrv({
    url: `${implicit ? 'ftps' : 'ftp'}://127.0.0.1:${port}`,
    pasv_url: '127.0.0.1',
    log: silent,
    ...(tls === undefined ? {} : { tls }),
  });
  server.on('login', ({ username, password }, resolve, reject) => {
    if (username === USER && password === PASSWORD) resolve({ root: folder });
    else reject(new Error('refused'));
  });
  await server.listen();
  return { port, close: async () => void (await server.close()) };
}

/** A new key for an SFTP server. */
export function newHostKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;
}

function attributesOf(stats: Stats): Attributes {
  const { mode, uid, gid, size } = stats;
  return { mode, uid, gid, size, atime: stats.atimeMs / 1000, mtime: stats.mtimeMs / 1000 };
}

/** An SFTP server over a folder. `trusted` may sign in by a key of its own (PEM) instead of the password. */
export async function startSftp(
  folder: string,
  { hostKey = newHostKey(), port = 0, trusted }: { hostKey?: string; port?: number; trusted?: string } = {},
): Promise<TestServer> {
  const known = trusted === undefined ? null : ssh2.utils.parseKey(trusted);
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => {});
    // As real servers do: it answers many small questions, and each answer is waited for.
    (client as unknown as { setNoDelay(noDelay: boolean): void }).setNoDelay(true);
    client.on('authentication', (context) => {
      if (context.username !== USER) return context.reject();
      if (context.method === 'password' && context.password === PASSWORD) return context.accept();
      if (context.method === 'publickey' && known !== null && !(known instanceof Error)) {
        const shown = known.getPublicSSH();
        if (context.key.data.equals(shown)) return context.accept();
      }
      return context.reject();
    });
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serveFolder(acceptSftp(), folder));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const { STATUS_CODE } = ssh2.utils.sftp;

function serveFolder(sftp: SFTPWrapper, root: string): void {
  const handles = new Map<number, { file: number } | { entries: FileEntry[] }>();
  let last = 0;
  const local = (path: string): string => join(root, path);

  function open(value: { file: number } | { entries: FileEntry[] }): Buffer {
    last += 1;
    handles.set(last, value);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(last);
    return handle;
  }

  /** Answers a request; what the file system refuses is refused with its own word. */
  function answer(id: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      sftp.status(id, missing ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE);
    }
  }

  sftp.on('REALPATH', (id, path) => {
    const filename = path === '.' ? '/' : join('/', path);
    sftp.name(id, [{ filename, longname: filename, attrs: {} as Attributes }]);
  });
  for (const request of ['STAT', 'LSTAT'] as const) {
    sftp.on(request, (id: number, path: string) =>
      answer(id, () => sftp.attrs(id, attributesOf(statSync(local(path))))),
    );
  }
  sftp.on('OPENDIR', (id, path) =>
    answer(id, () => {
      const entries = readdirSync(local(path)).map((filename): FileEntry => {
        const stats = statSync(join(local(path), filename));
        const longname = `${stats.isDirectory() ? 'd' : '-'}rw-r--r-- 1 k k ${stats.size} Jan 1 00:00 ${filename}`;
        return { filename, longname, attrs: attributesOf(stats) };
      });
      sftp.handle(id, open({ entries }));
    }),
  );
  sftp.on('READDIR', (id, handle) => {
    const opened = handles.get(handle.readUInt32BE());
    if (opened === undefined || !('entries' in opened)) return sftp.status(id, STATUS_CODE.FAILURE);
    if (opened.entries.length === 0) return sftp.status(id, STATUS_CODE.EOF);
    return sftp.name(id, opened.entries.splice(0));
  });
  sftp.on('OPEN', (id, path) =>
    answer(id, () => sftp.handle(id, open({ file: openSync(local(path), 'r') }))),
  );
  sftp.on('FSTAT', (id, handle) => {
    const opened = handles.get(handle.readUInt32BE());
    answer(id, () => {
      if (opened === undefined || !('file' in opened)) throw new Error('no file');
      sftp.attrs(id, attributesOf(fstatSync(opened.file)));
    });
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const opened = handles.get(handle.readUInt32BE());
    answer(id, () => {
      if (opened === undefined || !('file' in opened)) throw new Error('no file');
      const data = Buffer.alloc(length);
      const count = readSync(opened.file, data, 0, length, offset);
      if (count === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, data.subarray(0, count));
    });
  });
  sftp.on('CLOSE', (id, handle) => {
    const opened = handles.get(handle.readUInt32BE());
    if (opened !== undefined && 'file' in opened) closeSync(opened.file);
    handles.delete(handle.readUInt32BE());
    sftp.status(id, STATUS_CODE.OK);
  });
  sftp.on('MKDIR', (id, path) =>
    answer(id, () => {
      mkdirSync(local(path));
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
  sftp.on('RENAME', (id, from, to) =>
    answer(id, () => {
      if (existsSync(local(to))) throw new Error('exists');
      renameSync(local(from), local(to));
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
}
