import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/**
 * The set-up runs in a small clone whose npm and build are stand-ins that write down what they are asked for: what is
 * tested is when each of them is called, not the package registry.
 */
const setUp = resolve(import.meta.dirname, '..', '.ci', 'set-up.mjs');

let clone = '';
let machine = '';

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'redaksi-set-up-'));
  machine = mkdtempSync(join(tmpdir(), 'redaksi-machine-'));
  for (const folder of ['.ci', 'electron', 'renderer', 'shared']) mkdirSync(join(clone, folder));
  cpSync(setUp, join(clone, '.ci', 'set-up.mjs'));
  writeFileSync(join(clone, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(clone, 'electron', 'code.ts'), 'export const first = 1;');
  writeFileSync(join(clone, '.ci', 'build.ts'), noting('build'));
  lockfile('1.0.0');
  writeFileSync(join(machine, 'npm-cli.js'), NPM);
  machineNode('v24.21.0');
});

afterEach(() => {
  for (const folder of [clone, machine]) rmSync(folder, { recursive: true, force: true });
});

function noting(word: string): string {
  return `import { appendFileSync } from 'node:fs';\nconsole.log('building');\nappendFileSync('log', '${word}\\n');\n`;
}

/** npm as far as the set-up needs it: `ci` starts node_modules anew, `rebuild node` brings the pinned Node. */
const NPM = `
const fs = require('node:fs');
const args = process.argv.slice(2);
console.log('npm says something');
fs.appendFileSync('log', 'npm ' + args.slice(0, 2).join(' ') + '\\n');
if (fs.existsSync('offline')) process.exit(1);
if (args[0] === 'ci') {
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules/.bin', { recursive: true });
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
} else {
  fs.mkdirSync('node_modules/node/bin', { recursive: true });
  fs.symlinkSync(process.env.REAL_NODE, 'node_modules/node/bin/node');
}
`;

/** A Node of that version first on PATH: it runs scripts like the real one, only its age is another. */
function machineNode(version: string): void {
  const file = join(machine, 'node');
  const script = `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; else exec "${process.execPath}" "$@"; fi\n`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
}

function lockfile(version: string): void {
  const packages = { '': {}, 'node_modules/thing': { version, integrity: `sha512-${version}` } };
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages }));
}

/** Runs the set-up as an npm script does, with the clone's own commands first on PATH. */
function run(): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const path = [join(clone, 'node_modules', '.bin'), machine, process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(process.execPath, [join(clone, '.ci', 'set-up.mjs')], {
    cwd: clone,
    env: {
      ...process.env,
      PATH: path,
      npm_execpath: join(machine, 'npm-cli.js'),
      REAL_NODE: process.execPath,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

/** What was called since the last look. */
function called(): string[] {
  const file = join(clone, 'log');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  rmSync(file);
  return lines;
}

describe('set-up of a clone', () => {
  it('installs and builds once, and prints nothing on stdout', async () => {
    const first = await run();
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(called()).toEqual(['npm ci --ignore-scripts', 'build']);

    const second = await run();
    expect(second).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(called()).toEqual([]);
  });

  it('brings Node 24 where the machine has an older one', async () => {
    machineNode('v20.20.2');
    await run();
    expect(called()).toEqual(['npm ci --ignore-scripts', 'npm rebuild node', 'build']);
  });

  it('brings it again after a change of packages, although it runs on the pinned one by then', async () => {
    machineNode('v20.20.2');
    await run();
    called();
    lockfile('2.0.0');
    await run();
    expect(called()).toEqual(['npm ci --ignore-scripts', 'npm rebuild node', 'build']);
  });

  it('only builds after an edit of the source, and not at all after one of a test', async () => {
    await run();
    called();
    writeFileSync(join(clone, 'electron', 'code.ts'), 'export const first = 2;');
    await run();
    expect(called()).toEqual(['build']);
    writeFileSync(join(clone, 'electron', 'code.test.ts'), 'export {};');
    await run();
    expect(called()).toEqual([]);
  });

  it('does not install over packages somebody has brought up to date already', async () => {
    await run();
    called();
    lockfile('2.0.0');
    cpSync(join(clone, 'package-lock.json'), join(clone, 'node_modules', '.package-lock.json'));
    await run();
    expect(called()).toEqual(['build']);
  });

  it('says in a sentence what failed, and tries again the next time', async () => {
    writeFileSync(join(clone, 'offline'), '');
    const failed = await run();
    expect(failed.code).toBe(1);
    expect(failed.stdout).toBe('');
    expect(failed.stderr).toContain('npm ci --ignore-scripts');
    called();

    rmSync(join(clone, 'offline'));
    expect((await run()).code).toBe(0);
    expect(called()).toEqual(['npm ci --ignore-scripts', 'build']);
  });

  it('fails when the build fails, and builds again the next time', async () => {
    writeFileSync(join(clone, '.ci', 'build.ts'), "throw new Error('broken');");
    expect((await run()).code).toBe(1);
    called();
    writeFileSync(join(clone, '.ci', 'build.ts'), noting('build'));
    expect((await run()).code).toBe(0);
    expect(called()).toEqual(['build']);
  });

  it('does the work once when two start at the same time', async () => {
    const both = await Promise.all([run(), run(), run()]);
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(called()).toEqual(['npm ci --ignore-scripts', 'build']);
  });

  it('takes over from a set-up that was killed', async () => {
    mkdirSync(join(clone, '.cache'));
    // No process has this number: it is above what systems hand out.
    writeFileSync(join(clone, '.cache', 'set-up.lock'), '99999999');
    expect((await run()).code).toBe(0);
    expect(called()).toEqual(['npm ci --ignore-scripts', 'build']);
  });
});
