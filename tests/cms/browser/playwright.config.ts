import { defineConfig } from '@playwright/test';
import endToEnd from '../../../playwright.config.ts';

/** The browser part of `npm run test:cms`: the workstation of the end-to-end tests beside a real WordPress. */
export default defineConfig(endToEnd, {
  testDir: '.',
  outputDir: '../../../test-results/cms',
  workers: 1,
  timeout: 5 * 60_000,
  expect: { timeout: 60_000 },
});
