import type { KnipConfig } from 'knip';

/** Dead code: files nobody reaches from an entry, exports nobody imports, packages nobody uses. */
const config: KnipConfig = {
  entry: [
    'electron/hosts/{web,cli,utility}.ts',
    'electron/main/main.ts',
    'electron/preload/preload.ts',
    'electron/core/**/*-worker.ts',
    'renderer/index.html',
    '.ci/*.{ts,mjs}',
    // Named by their paths: an alias, and what is loaded before the program in a forked process.
    'tests/electron-fake/{electron,electron-host,utility-host}.ts',
    'vite.node.config.ts',
    'tests/{desktop,screenshots,cms/browser}/playwright.config.ts',
    'tests/**/*.test.{ts,tsx}',
    'tests/bench/rows/*.ts',
    'tests/bench/bare-lexical/*.ts',
    '{electron,shared,renderer}/**/*.test.{ts,tsx}',
  ],
  project: ['{electron,shared,renderer,tests}/**/*.{ts,tsx,mts}', '.ci/*.{ts,mjs}', '*.config.ts'],
  // Schemas and types are exported with the contract or module they are part of.
  ignoreExportsUsedInFile: true,
  // Brought by the tests that need it.
  ignoreBinaries: ['php'],
};

export default config;
