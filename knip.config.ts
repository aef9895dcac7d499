import type { KnipConfig } from 'knip';

/** Dead code: files nobody reaches from an entry, exports nobody imports, packages nobody uses. */
const config: KnipConfig = {
  entry: [
    'electron/hosts/{web,cli,utility}.ts',
    'electron/hosts/start.mts',
    'electron/main/main.ts',
    'electron/preload/preload.ts',
    'electron/core/wire/{ingest,parse}-worker.ts',
    'renderer/index.html',
    'renderer/main.tsx',
    '.ci/*.{ts,mjs}',
    'vite.node.config.ts',
    'tests/**/*.test.{ts,tsx}',
    'tests/bench/run.ts',
    '{electron,shared,renderer}/**/*.test.{ts,tsx}',
  ],
  project: ['{electron,shared,renderer,tests}/**/*.{ts,tsx,mts}', '.ci/*.{ts,mjs}', '*.config.ts'],
  ignore: ['shared/globals.d.ts', 'tests/fixtures/**'],
  // Read by their programs, not imported: the pinned Node, the packager.
  ignoreDependencies: ['node', 'electron-builder'],
};

export default config;
