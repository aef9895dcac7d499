/** Runs named commands one after another, goes on after a failure, and sums up what passed and what failed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readReport, tellTroubles, type Report } from './reports.ts';

export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const reports = join(root, '.cache', 'reports');
const modules = join(root, 'node_modules');

/** A step that hangs is ended, so that the closing line is printed all the same. */
const LONGEST_MS = 40 * 60 * 1000;

/** A command run on this Node; with a report, the tests in it are counted. */
export type Step = { name: string; command: string[]; report?: string; env?: Record<string, string> };

type Result = Report & { name: string; ok: boolean; counted: boolean };

/** A tool's own script, run by the Node that runs this: no shell, no look-up, the same on every system. */
export function tool(script: string, ...args: string[]): string[] {
  return [join(modules, script), ...args];
}

export function vitest(report: string, ...args: string[]): Omit<Step, 'name'> {
  return {
    report,
    command: tool('vitest/vitest.mjs', 'run', ...args, ...jsonReporter(join(reports, report))),
  };
}

function jsonReporter(file: string): string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}

export function playwright(report: string, ...args: string[]): Omit<Step, 'name'> {
  return {
    report,
    command: tool('@playwright/test/cli.js', 'test', ...args),
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, report) },
  };
}

/** Runs one step; a failed run whose report shows no failed test counts as one failure. */
function runStep({ name, command, report, env = {} }: Step): Result {
  process.stdout.write(`\n── ${name}\n`);
  if (report) {
    mkdirSync(reports, { recursive: true });
    rmSync(join(reports, report), { force: true });
  }
  const path = [join(modules, '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: LONGEST_MS,
    env: { ...process.env, ...env, PATH: path },
  });
  const left = report !== undefined && existsSync(join(reports, report));
  const counts = left
    ? readReport(join(reports, report), root)
    : { passed: 0, failed: 0, skipped: 0, troubles: [] };
  const ok = status === 0 && counts.failed === 0;
  return { ...counts, name, ok, failed: ok ? 0 : Math.max(counts.failed, 1), counted: Boolean(report) };
}

/** Runs all steps, prints one line for each and a last line for all; sets the exit code. */
export function runSteps(steps: Step[]): void {
  const results = steps.map(runStep);
  const width = Math.max(...results.map(({ name }) => name.length));
  process.stdout.write('\n');
  for (const { name, ok, passed, failed, skipped, counted } of results) {
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    const numbers = counted ? `  ${passed} passed, ${failed} failed${left}` : '';
    process.stdout.write(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}${numbers}\n`);
  }
  // Told again at the end: a long run is kept at its beginning and its end.
  const troubles = tellTroubles(results.flatMap((result) => result.troubles));
  if (troubles !== '') process.stdout.write(`\n${troubles}`);
  const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  if (results.some(({ ok }) => !ok)) process.exitCode = 1;
}
