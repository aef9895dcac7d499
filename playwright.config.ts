import { defineConfig } from '@playwright/test';
import { findChromium } from './.ci/find-chromium.ts';

const chromium = findChromium();
if (chromium === null) {
  throw new Error(
    'The end-to-end tests need Chromium, Chrome or Edge, and none was found: run `npm test`, which fetches one.',
  );
}
const isRoot = process.getuid?.() === 0;
const report = process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'];

/** A whole workstation in a real browser: every test starts its own web host on its own folder and port. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.{test,spec}.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // Where nobody watches, a test that a loaded machine upset is tried once more; .ci/reports.ts tells which those were.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  // A test tells a whole story; what it waits for has its own, shorter limit.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    browserName: 'chromium',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1440, height: 900 },
    // Pictures of every step, which a trace has as well, make a test three times as long: `--trace on` asks for them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
