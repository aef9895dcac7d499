/** What a run of vitest or Playwright left in its JSON report: counts, and what went wrong, in a form that can be printed. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** One test that failed, or that failed and passed when it was tried again (flaky). */
export type Trouble = { test: string; file: string; error: string; flaky: boolean };

export type Report = { passed: number; failed: number; skipped: number; troubles: Trouble[] };

const LINES_OF_AN_ERROR = 16;

/** The parts read of vitest's report, which is Jest's. */
type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/** The parts read of Playwright's own report. */
type PlaywrightReport = {
  config: { rootDir: string };
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: PlaywrightError[];
  suites: PlaywrightSuite[];
};
type PlaywrightError = { message?: string };
type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors: PlaywrightError[] }[] }[];
  }[];
};

/** Reads a report; files are told relative to `root`. A test that passed on another try has passed, and is told as flaky. */
export function readReport(file: string, root: string): Report {
  const said: VitestReport | PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'));
  return 'numPassedTests' in said ? ofVitest(said, root) : ofPlaywright(said, root);
}

function ofVitest(said: VitestReport, root: string): Report {
  // A suite that could not be loaded ran no test, yet it failed.
  const unloaded = said.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: said.numPassedTests,
    failed: said.numFailedTests + unloaded.length,
    skipped: said.numPendingTests + said.numTodoTests,
    troubles: [
      ...unloaded.map(({ name, message }) => trouble('(not loaded)', relative(root, name), message)),
      ...said.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map((test) => trouble(test.fullName, relative(root, name), test.failureMessages[0])),
      ),
    ],
  };
}

function ofPlaywright(said: PlaywrightReport, root: string): Report {
  const { expected, unexpected, flaky, skipped } = said.stats;
  const troubles = said.suites.flatMap(specsOf).flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const error = results.flatMap(({ errors }) => errors).find(({ message }) => message !== undefined);
        const place = `${relative(root, join(said.config.rootDir, file))}:${line}`;
        return trouble(title, place, error?.message, status === 'flaky');
      }),
  );
  return {
    passed: expected + flaky,
    failed: Math.max(unexpected, said.errors.length > 0 ? 1 : 0),
    skipped,
    troubles: [...troubles, ...said.errors.map(({ message }) => trouble('(outside of a test)', '', message))],
  };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function trouble(test: string, file: string, error = 'no error was told', flaky = false): Trouble {
  const lines = stripVTControlCharacters(error).trim().split('\n');
  return { test, file, error: lines.slice(0, LINES_OF_AN_ERROR).join('\n'), flaky };
}

/** The troubles as lines to print: what failed and what passed only on another try, each with the beginning of its error. */
export function tellTroubles(troubles: Trouble[]): string {
  return troubles
    .map(({ test, file, error, flaky }) => {
      const said = error.replaceAll(/^/gm, '        ');
      return `${flaky ? 'FLAKY (passed when tried again)' : 'FAILED'}  ${file}\n      ${test}\n${said}\n`;
    })
    .join('\n');
}
