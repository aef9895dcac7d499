/** OpenSSH's own server on loopback, from Debian's packages, unpacked into a cache folder and not installed. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, run } from '../install.ts';
import { freePort, Service } from '../service.ts';

const PACKAGES = ['openssh-server', 'openssh-sftp-server', 'openssh-client', 'libwrap0', 'libnss-wrapper'];

/** User and group `nobody` of Debian. */
const NOBODY = 65_534;

export interface RunningSftp {
  port: number;
  user: string;
  /** Number of the user it writes files as. */
  userNumber: number;
  privateKey: string;
  /** Where one lands, seen from this machine. */
  folder: string;
  /** Starts it again with another host key, on the same port. */
  changeHostKey(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes sure the packages are there and answers with the folder they are unpacked in. */
export function ensureSshd(): string {
  const cache = cacheFolder('redaksi-sshd');
  const root = join(cache, 'root');
  const stamp = join(cache, 'complete');
  if (existsSync(stamp)) return root;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  run('apt-get', ['download', '-q', ...PACKAGES], { folder: cache });
  for (const file of readdirSync(cache).filter((name) => name.endsWith('.deb'))) {
    run('dpkg', ['-x', file, 'root'], { folder: cache });
  }
  writeFileSync(stamp, '');
  return root;
}

/** Folders of shared libraries in an unpacked tree: one for each kind of machine. */
function libraries(root: string): string[] {
  return ['lib', 'usr/lib'].flatMap((folder) => {
    const full = join(root, folder);
    if (!existsSync(full)) return [];
    return readdirSync(full)
      .filter((name) => name.endsWith('-linux-gnu'))
      .map((name) => join(full, name));
  });
}

export async function startSftp(): Promise<RunningSftp> {
  const root = ensureSshd();
  const base = mkdtempSync(join(tmpdir(), 'redaksi-sftp-'));
  // The user at the far end has to get through to its folder.
  chmodSync(base, 0o755);
  const folder = join(base, 'drop');
  mkdirSync(folder);
  // Where sshd separates its privileges; it insists.
  mkdirSync('/run/sshd', { recursive: true });
  chownSync(folder, NOBODY, NOBODY);
  const port = await freePort();
  const libraryPath = libraries(root);
  const wrapper = libraryPath.map((each) => join(each, 'libnss_wrapper.so')).find((file) => existsSync(file));
  if (wrapper === undefined) throw new Error('libnss-wrapper has no library in it');
  const keygen = join(root, 'usr/bin/ssh-keygen');
  const makeKey = (name: string): string => {
    rmSync(join(base, name), { force: true });
    run(keygen, ['-q', '-t', 'ed25519', '-N', '', '-f', join(base, name)]);
    return join(base, name);
  };
  const userKey = makeKey('user');
  makeKey('host');
  // sshd wants a user of its own, and the one that signs in: both live in a file that is nobody else's.
  writeFileSync(
    join(base, 'passwd'),
    `root:x:0:0::/root:/bin/bash\nsshd:x:990:${NOBODY}::/run/sshd:/usr/sbin/nologin\nkoran:x:${NOBODY}:${NOBODY}::${folder}:/bin/sh\n`,
  );
  writeFileSync(join(base, 'group'), `root:x:0:\nnogroup:x:${NOBODY}:\n`);
  chmodSync(`${userKey}.pub`, 0o644);
  const settings = [
    ...[`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${join(base, 'host')}`, 'PidFile none'],
    ...[`AuthorizedKeysFile ${userKey}.pub`, 'PasswordAuthentication no', 'KbdInteractiveAuthentication no'],
    ...[
      'UsePAM no',
      'StrictModes no',
      'Subsystem sftp internal-sftp',
      `ForceCommand internal-sftp -d ${folder}`,
    ],
    'AllowTcpForwarding no',
  ];
  writeFileSync(join(base, 'sshd.conf'), `${settings.join('\n')}\n`);

  async function start(): Promise<Service> {
    const service = new Service(join(root, 'usr/sbin/sshd'), ['-D', '-e', '-f', join(base, 'sshd.conf')], {
      log: join(base, 'sshd.log'),
      env: {
        PATH: process.env['PATH'] ?? '',
        LD_PRELOAD: wrapper,
        NSS_WRAPPER_PASSWD: join(base, 'passwd'),
        NSS_WRAPPER_GROUP: join(base, 'group'),
        LD_LIBRARY_PATH: libraryPath.join(':'),
      },
      as: null,
    });
    const answers = () =>
      new Promise<boolean>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        socket.once('data', () => resolve(true)).once('error', () => resolve(false));
        socket.once('data', () => socket.destroy());
      });
    await service.until(answers, 'sshd');
    return service;
  }

  let service = await start();
  return {
    port,
    user: 'koran',
    userNumber: NOBODY,
    privateKey: readFileSync(userKey, 'utf8'),
    folder,
    async changeHostKey() {
      await service.stop();
      rmSync(join(base, 'host.pub'), { force: true });
      makeKey('host');
      service = await start();
    },
    async stop() {
      await service.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
