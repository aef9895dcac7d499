/**
 * What a real WordPress needs, from Debian's own packages: PHP and MariaDB are installed (without any service being set
 * up), WordPress itself is only unpacked into a cache folder outside the repository. Done once; later runs find it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, programPath, run } from '../install.ts';

const programs = ['php', 'mariadbd', 'mariadb', 'mariadb-install-db'];

const installed = [
  'php-cli',
  'php-mysql',
  'php-gd',
  'php-mbstring',
  'php-xml',
  'php-curl',
  'php-getid3',
  'libjs-cropper',
  'libjs-underscore',
  'mariadb-server-core',
  'mariadb-client-core',
];

const unpacked = ['wordpress', 'wordpress-theme-twentytwentythree'];

function hasPhpExtensions(): boolean {
  const modules = spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout ?? '';
  return ['mysqli', 'gd', 'mbstring', 'xml'].every((name) => new RegExp(`^${name}$`, 'm').test(modules));
}

function installPrograms(): void {
  const missing = programs.filter((name) => programPath(name) === null);
  if (missing.length === 0 && hasPhpExtensions()) return;
  if (process.getuid?.() !== 0 || programPath('apt-get') === null) {
    throw new Error(
      `The CMS tests need ${missing.join(', ') || 'more PHP extensions'}. On Debian, as root: apt-get install ${installed.join(' ')}`,
    );
  }
  run('apt-get', ['update', '-q']);
  run('apt-get', [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...installed,
  ]);
}

/** Makes sure everything is there and answers with the folder that holds `wordpress`, `php` and `javascript`. */
export function ensureWordPressPackages(): string {
  installPrograms();
  const cache = cacheFolder('redaksi-cms');
  const share = join(cache, 'root', 'usr', 'share');
  const stamp = join(cache, 'complete');
  if (existsSync(stamp)) return share;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  run('apt-get', ['download', '-q', ...unpacked], { folder: cache });
  for (const file of readdirSync(cache).filter((name) => name.endsWith('.deb'))) {
    run('dpkg', ['-x', file, 'root'], { folder: cache });
  }
  // Debian's WordPress points to these with relative links.
  for (const name of ['php', 'javascript']) {
    if (!existsSync(join(share, name))) symlinkSync(join('/usr/share', name), join(share, name));
  }
  writeFileSync(stamp, '');
  return share;
}
