/** Starts a complete WordPress on loopback in a throw-away folder, and takes it down again with all its processes. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort, Service, type Account } from '../service.ts';
import { programPath } from '../install.ts';
import { ensureWordPressPackages } from './packages.ts';
import { install, offlineWhileInstalling, router, wpConfig } from './site-files.ts';

const userSchema = z.object({ user: z.string(), password: z.string() });
const usersSchema = z.object({
  administrator: userSchema,
  editor: userSchema,
  author: userSchema,
  contributor: userSchema,
});

export interface RunningWordPress {
  /** Without a slash at the end. */
  url: string;
  users: z.output<typeof usersSchema>;
  /** Runs PHP inside the site, for what its REST interface does not offer. */
  php(code: string): void;
  /** Writes a plugin that is always on; PHP without its opening tag. Empty: takes it away. */
  plugin(name: string, code: string): void;
  /** What PHP and WordPress complained of so far. */
  debugLog(): string;
  stop(): Promise<void>;
}

/** MariaDB and a web server have no business being root: where we are, they run as `nobody`. */
function account(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string) =>
    Number(spawnSync('id', [option, 'nobody'], { encoding: 'utf8' }).stdout.trim());
  return { uid: id('-u'), gid: id('-g') };
}

function program(name: string): string {
  const path = programPath(name);
  if (path === null) throw new Error(`${name} is not there although its package was installed`);
  return path;
}

function must(result: ReturnType<typeof spawnSync>, what: string): void {
  if (result.status === 0) return;
  throw new Error(`${what}: ${String(result.stderr)}${String(result.stdout)}`.slice(0, 2000));
}

export async function startWordPress(): Promise<RunningWordPress> {
  const share = ensureWordPressPackages();
  const base = mkdtempSync(join(tmpdir(), 'redaksi-wordpress-'));
  const as = account();
  const site = join(base, 'site');
  const data = join(base, 'database');
  const socket = join(base, 'database.sock');
  const debugLog = join(base, 'debug.log');
  const url = `http://127.0.0.1:${await freePort()}`;
  const env: NodeJS.ProcessEnv = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/bin`, HOME: base };

  // Debian links configuration files that exist only where the package is installed.
  cpSync(join(share, 'wordpress'), site, {
    recursive: true,
    dereference: true,
    filter: (file) => existsSync(file),
  });
  for (const folder of [data, join(site, 'wp-content/uploads'), join(site, 'wp-content/mu-plugins')]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(site, 'wp-config.php'), wpConfig({ socket, url, debugLog }));
  writeFileSync(join(site, 'wp-content/mu-plugins/offline.php'), offlineWhileInstalling);
  writeFileSync(join(base, 'router.php'), router);
  writeFileSync(join(base, 'install.php'), install);
  if (as) must(spawnSync('chown', ['-R', `${as.uid}:${as.gid}`, base]), 'chown');

  const services: Service[] = [];
  async function stop(): Promise<void> {
    for (const service of services.toReversed()) await service.stop();
    rmSync(base, { recursive: true, force: true });
  }

  try {
    must(
      spawnSync(
        program('mariadb-install-db'),
        [
          '--no-defaults',
          `--datadir=${data}`,
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          '--skip-name-resolve',
        ],
        { env, encoding: 'utf8', ...as },
      ),
      'making the database',
    );
    const database = new Service(
      program('mariadbd'),
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--pid-file=${join(base, 'database.pid')}`,
        `--tmpdir=${base}`,
        '--skip-networking',
        '--innodb-flush-log-at-trx-commit=0',
        '--innodb-buffer-pool-size=64M',
      ],
      { log: join(base, 'mariadb.log'), env, as },
    );
    services.push(database);
    const sql = (statement: string) =>
      spawnSync(program('mariadb'), ['--no-defaults', '-uroot', `-S${socket}`, '-e', statement], {
        encoding: 'utf8',
      });
    await database.until(() => sql('select 1').status === 0, 'MariaDB');
    must(
      sql(
        "create database wordpress character set utf8mb4; create user wordpress@localhost identified by 'wordpress'; grant all on wordpress.* to wordpress@localhost",
      ),
      'making the database user',
    );

    const answer = join(base, 'users.json');
    must(
      spawnSync(program('php'), ['-d', 'memory_limit=256M', join(base, 'install.php')], {
        env: { ...env, SITE_FOLDER: site, SITE_URL: url, ANSWER: answer },
        encoding: 'utf8',
        ...as,
      }),
      'installing WordPress',
    );
    if (!existsSync(answer)) throw new Error('installing WordPress: no users were made');

    const web = new Service(
      program('php'),
      [
        '-d',
        'upload_max_filesize=64M',
        '-d',
        'post_max_size=64M',
        '-d',
        'memory_limit=256M',
        '-d',
        `upload_tmp_dir=${base}`,
        '-S',
        new URL(url).host,
        '-t',
        site,
        join(base, 'router.php'),
      ],
      { log: join(base, 'php.log'), env: { ...env, PHP_CLI_SERVER_WORKERS: '4' }, as },
    );
    services.push(web);
    await web.until(
      () =>
        fetch(`${url}/wp-json/`).then(
          (response) => response.ok,
          () => false,
        ),
      'the web server',
    );
    return {
      url,
      users: usersSchema.parse(JSON.parse(readFileSync(answer, 'utf8'))),
      php: (code) =>
        must(
          spawnSync(program('php'), ['-r', `require '${site}/wp-load.php'; ${code}`], {
            env,
            encoding: 'utf8',
            ...as,
          }),
          'PHP in the site',
        ),
      plugin(name, code) {
        const file = join(site, 'wp-content/mu-plugins', name);
        if (code === '') rmSync(file, { force: true });
        else writeFileSync(file, `<?php\n${code}`);
      },
      debugLog: () => (existsSync(debugLog) ? readFileSync(debugLog, 'utf8') : ''),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
