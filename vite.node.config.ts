import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Left outside the bundles: Node itself, native code, and what Electron must load as files of their own. */
const external = [
  /^node:/,
  ...builtinModules,
  'better-sqlite3',
  '@napi-rs/image',
  // Finds its WebAssembly beside itself.
  'hunspell-wasm',
  // They find their own files beside themselves.
  'ssh2',
  'imapflow',
  // Requires its parser of XML as it runs, and reads no XMP without it.
  'exifreader',
  'electron',
  'electron-store',
  'electron-updater',
  // Optional helpers that ws looks for and does without.
  'bufferutil',
  'utf-8-validate',
];

/** Flat ES modules: the hosts and the workers they start lie beside each other in dist/node/. */
const entries: Record<string, string> = {
  'node/cli': 'electron/hosts/cli.ts',
  'node/utility': 'electron/hosts/utility.ts',
  'node/ingest-worker': 'electron/core/wire/ingest-worker.ts',
  'node/parse-worker': 'electron/core/wire/parse-worker.ts',
  'node/try-worker': 'electron/core/rules/try-worker.ts',
  'node/check-worker': 'electron/core/database/check-worker.ts',
  'node/export-worker': 'electron/core/system/export-worker.ts',
  'node/copy-worker': 'electron/core/checks/copy-worker.ts',
  'node/fidelity-worker': 'electron/core/provenance/fidelity-worker.ts',
  'node/picture-worker': 'electron/core/media/picture-worker.ts',
  'node/export-article-worker': 'electron/core/articles/export/export-article-worker.ts',
  'node/import-worker': 'electron/core/articles/import/import-worker.ts',
  'electron/main': 'electron/main/main.ts',
};

/** The page may load one CommonJS file before it starts, and a sandboxed one may require nothing else. */
const preload: Record<string, string> = { 'electron/preload': 'electron/preload/preload.ts' };

/** The Node side. `--mode node` builds hosts, workers and Electron's main process; `--mode preload` the preload. */
export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: true,
      outDir: 'dist',
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: !isPreload,
      reportCompressedSize: false,
      rolldownOptions: {
        input: isPreload ? preload : entries,
        external,
        output: isPreload
          ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'node/[name]-[hash].js' },
      },
    },
  };
});
