import { defineConfig } from '@playwright/test';
import endToEnd from '../../playwright.config.ts';

/** `npm run screenshots`: the browser of the end-to-end tests, one window. */
export default defineConfig(endToEnd, {
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  workers: 1,
  timeout: 10 * 60_000,
});
