import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-ci-'));
  mkdirSync(join(folder, '.ci'));
  cpSync(resolve(import.meta.dirname, '..', '.ci', 'run'), join(folder, '.ci', 'run'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs .ci/run where `npm run check` and `npm run test:cms` print and end as given. */
function run(check: string, cms: string): { status: number | null; lines: string[] } {
  const npm = join(folder, 'npm');
  writeFileSync(npm, `#!/bin/sh\ncase "$2" in\ncheck) ${check} ;;\ntest:cms) ${cms} ;;\nesac\n`);
  chmodSync(npm, 0o755);
  const { status, stdout } = spawnSync('bash', [join(folder, '.ci', 'run')], {
    encoding: 'utf8',
    env: { ...process.env, PATH: [folder, process.env['PATH'] ?? ''].join(delimiter) },
  });
  return { status, lines: stdout.trim().split('\n') };
}

describe.runIf(process.platform !== 'win32')('.ci/run', () => {
  it('adds the counts of both parts up in its last line', () => {
    const { status, lines } = run('echo 120 passed, 0 failed', 'echo 6 passed, 0 failed');
    expect(lines.at(-1)).toBe('126 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('runs the second part although the first failed', () => {
    const { status, lines } = run('echo 119 passed, 1 failed; exit 1', 'echo 6 passed, 0 failed');
    expect(lines.at(-1)).toBe('125 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('counts a part that breaks off before its closing line as a failure', () => {
    const { status, lines } = run('echo installing; exit 1', 'echo 6 passed, 0 failed');
    expect(lines.at(-1)).toBe('6 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('believes an exit code more than a closing line', () => {
    const { status, lines } = run('echo 120 passed, 0 failed', 'echo 6 passed, 0 failed; exit 3');
    expect(lines.at(-1)).toBe('126 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('tells failed and flaky tests of the first part again before the last line', () => {
    const check =
      'printf "FLAKY (passed when tried again)  a.test.ts:3\\n      a page opens\\n        too slow\\n\\n7 passed, 0 failed\\n"';
    const { status, lines } = run(check, 'echo 6 passed, 0 failed');
    expect(lines.slice(lines.indexOf('6 passed, 0 failed'))).toContain('      a page opens');
    expect(lines.at(-1)).toBe('13 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('does not call silence a success', () => {
    const { status, lines } = run('true', 'echo 6 passed, 0 failed');
    expect(lines.at(-1)).toBe('6 passed, 1 failed');
    expect(status).toBe(1);
  });
});
