import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readReport, tellTroubles, type Report } from '../.ci/reports.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redaksi-reports-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(report: unknown): Report {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return readReport(file, '/project');
}

const spec = (title: string, status: string, ...messages: string[]) => ({
  title,
  file: 'loop.test.ts',
  line: 7,
  tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
});

describe('a report of Playwright', () => {
  const report = {
    config: { rootDir: '/project/tests/e2e' },
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [],
    suites: [
      {
        specs: [spec('goes well', 'expected')],
        suites: [
          {
            specs: [
              spec('goes wrong', 'unexpected', '\u001B[31mexpected\u001B[39m a page', 'again'),
              spec('goes well in the end', 'flaky', 'too slow'),
            ],
          },
        ],
      },
    ],
  };

  it('counts a test that passed on another try as passed', () => {
    expect(read(report)).toMatchObject({ passed: 4, failed: 1, skipped: 2 });
  });

  it('tells what failed and what had to be tried again, with place and first error', () => {
    const told = tellTroubles(read(report).troubles);
    expect(told).toMatch(/^FAILED {2}tests\/e2e\/loop\.test\.ts:7\n\s+goes wrong\n\s+expected a page\n/);
    expect(told).toMatch(
      /FLAKY \(.*\) {2}tests\/e2e\/loop\.test\.ts:7\n\s+goes well in the end\n\s+too slow\n/,
    );
    expect(told).not.toContain('goes well\n');
  });

  it('is a failure where something broke outside of the tests', () => {
    const broken = { ...report, stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] };
    const said = read({ ...broken, errors: [{ message: 'port taken' }] });
    expect(said).toMatchObject({ passed: 0, failed: 1 });
    expect(tellTroubles(said.troubles)).toContain('port taken');
  });
});

describe('a report of vitest', () => {
  const suite = (name: string, message: string, ...assertionResults: unknown[]) => ({
    name: `/project/${name}`,
    status: 'failed',
    message,
    assertionResults,
  });

  it('counts and tells failed tests and files that could not be loaded', () => {
    const said = read({
      numPassedTests: 8,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        suite(
          'shared/a.test.ts',
          '',
          { fullName: 'dates go wrong', status: 'failed', failureMessages: ['1 is not 2'] },
          { fullName: 'dates go well', status: 'passed', failureMessages: [] },
        ),
        suite('shared/b.test.ts', 'SyntaxError: no such export'),
      ],
    });
    expect(said).toMatchObject({ passed: 8, failed: 2, skipped: 2 });
    const told = tellTroubles(said.troubles);
    expect(told).toContain('FAILED  shared/a.test.ts\n      dates go wrong\n        1 is not 2\n');
    expect(told).toContain(
      'FAILED  shared/b.test.ts\n      (not loaded)\n        SyntaxError: no such export\n',
    );
    expect(told).not.toContain('dates go well');
  });

  it('keeps the beginning of a long error', () => {
    const failureMessages = [Array.from({ length: 90 }, (_, line) => `line ${line}`).join('\n')];
    const said = read({
      numPassedTests: 0,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
      testResults: [suite('a.test.ts', '', { fullName: 'a', status: 'failed', failureMessages })],
    });
    expect(said.troubles[0]?.error.split('\n')).toHaveLength(16);
  });
});
