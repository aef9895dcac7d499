/**
 * Makes a clone ready to run: packages, a Node of the right age, the build. Every npm script runs this first, so it
 * uses no package, runs on Node 18, says what it does on stderr only, and ends at once when nothing has changed.
 *
 * Two stamps, each written last, tell what stands: one for the packages (lockfile, platform), one for the build (the
 * sources). A source edit therefore never reinstalls anything.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = 24;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.redaksi-install');
const buildStamp = join(root, 'dist', '.redaksi-build');
const lock = join(root, '.cache', 'set-up.lock');
const isWindows = process.platform === 'win32';
const nodeFile = isWindows ? 'node.exe' : 'node';

function say(text) {
  process.stderr.write(`redaksi: ${text}\n`);
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** A program's major version, or 0 where it does not run. */
function majorVersion(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? Number.parseInt(stdout.replace(/^v/, ''), 10) || 0 : 0;
}

/** PATH without the folders npm puts in front of it for this project: what the machine itself offers. */
function systemPath() {
  const own = join(modules, '.bin');
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => folder !== '' && resolve(folder) !== own && !/node-gyp-bin/.test(folder));
}

/** The Node a fresh clone would get. While this runs, `node` may already be the one from node_modules. */
function systemNode() {
  for (const folder of systemPath()) {
    const file = join(folder, nodeFile);
    if (!resolve(file).startsWith(modules) && existsSync(file)) return file;
  }
  return process.execPath;
}

/** Where the npm package `node` puts its program, once it was allowed to. */
function pinnedNode() {
  return join(modules, 'node', 'bin', nodeFile);
}

/** Runs npm on the machine's own Node; its messages go to stderr, stdout stays the command's own. */
function npm(node, args) {
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (key.toUpperCase() === 'PATH') delete env[key];
  env.PATH = [dirname(node), ...systemPath()].join(delimiter);
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const script = process.env.npm_execpath ?? '';
  const { status } = /npm-cli\.c?js$/.test(script)
    ? spawnSync(node, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: isWindows });
  if (status !== 0)
    throw new Error(`npm ${args.join(' ')} failed. Is this machine connected to the package registry?`);
}

function installKey() {
  const hash = createHash('sha256');
  hash.update(readText(join(root, 'package-lock.json')) ?? '');
  return `${process.platform} ${process.arch} ${hash.digest('hex')}`;
}

/** Whether node_modules already holds what the lockfile says, for instance after somebody's own `npm install`. */
function packagesMatch() {
  const wanted = JSON.parse(readText(join(root, 'package-lock.json')) ?? '{}').packages ?? {};
  const found = JSON.parse(readText(join(modules, '.package-lock.json')) ?? '{}').packages ?? {};
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional }]) =>
      path === '' || optional || (found[path]?.version === version && found[path]?.integrity === integrity),
  );
}

/** Whether the `node` that npm scripts get is new enough. This very process runs on it. */
function nodeIsFine() {
  return Number.parseInt(process.versions.node, 10) >= NODE_NEEDED;
}

function install() {
  const node = systemNode();
  const key = installKey();
  const present = existsSync(installStamp) || existsSync(join(modules, '.package-lock.json'));
  if (!present || !packagesMatch()) {
    say('installing packages …');
    // Of what it would warn about, the machine's own Node is the most, and that one is not used.
    npm(node, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  if (majorVersion(node) >= NODE_NEEDED) {
    // The package `node` was not set up, so the commands npm made for it lead nowhere.
    if (!existsSync(pinnedNode())) {
      for (const file of ['node', 'node.cmd', 'node.ps1'])
        rmSync(join(modules, '.bin', file), { force: true });
    }
  } else if (majorVersion(pinnedNode()) < NODE_NEEDED) {
    say(`fetching Node ${NODE_NEEDED} (this machine has ${process.version}) …`);
    npm(node, ['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts', '--loglevel=error']);
    if (majorVersion(pinnedNode()) < NODE_NEEDED)
      throw new Error(`Node ${NODE_NEEDED} could not be fetched.`);
  }
  writeFileSync(installStamp, key);
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) yield path;
  }
}

/** What the build is made from: the code and the tools' settings by their content, resources by size and time. */
function buildKey() {
  const hash = createHash('sha256').update(installKey());
  for (const file of ['package.json', 'vite.config.ts', 'vite.node.config.ts', '.ci/build.ts']) {
    hash.update(file).update(readText(join(root, file)) ?? '');
  }
  for (const folder of ['electron', 'renderer', 'shared']) {
    if (!existsSync(join(root, folder))) continue;
    for (const file of sourceFiles(join(root, folder))) {
      hash.update(file.slice(root.length)).update(readFileSync(file));
    }
  }
  if (existsSync(join(root, 'resources'))) {
    for (const file of sourceFiles(join(root, 'resources'))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}`);
    }
  }
  return hash.digest('hex');
}

function build(key) {
  say('building …');
  rmSync(buildStamp, { force: true });
  const pinned = pinnedNode();
  const node = existsSync(pinned) ? pinned : systemNode();
  const { status } = spawnSync(node, [join(root, '.ci', 'build.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the build failed; its message stands above.');
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, key);
}

function isInstalled() {
  return nodeIsFine() && readText(installStamp) === installKey();
}

/** Runs the work alone: a second set-up in the same clone waits, a lock left by a dead process is taken over. */
function alone(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lock, { force: true });
    else {
      if (!waited) say('another set-up is running here; waiting for it …');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAbandoned() {
  const holder = Number(readText(lock));
  if (!holder) {
    // Between its creation and its first byte the file is empty for a moment; older than that, it was left behind.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age > 5000;
  }
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

try {
  if (!isInstalled() || readText(buildStamp) !== buildKey()) {
    alone(() => {
      if (!isInstalled()) install();
      const key = buildKey();
      if (readText(buildStamp) !== key) build(key);
    });
  }
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
