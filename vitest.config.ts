import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  cacheDir: '.cache/vitest',
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Every core starts workers of its own from source: what Node makes of that is kept from one to the next.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache/node') },
    projects: [
      {
        extends: true,
        // Electron's program cannot be had everywhere; its module is stood in for, in what it uses too.
        resolve: { alias: { electron: join(import.meta.dirname, 'tests/electron-fake/electron.ts') } },
        test: {
          name: 'unit',
          server: { deps: { inline: ['electron-store'] } },
          include: ['electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
        },
      },
      // Pure: nothing of one file is met by the next, so that they share their workers and what those have read.
      { extends: true, test: { name: 'shared', include: ['shared/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      // Only when asked for by name: a real WordPress is started; a folder of feeds is needed.
      {
        extends: true,
        test: {
          name: 'cms',
          include: ['tests/cms/**/*.test.ts'],
          exclude: ['tests/cms/browser/**'],
          globalSetup: ['tests/cms/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: { name: 'samples', include: ['tests/samples/**/*.test.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
