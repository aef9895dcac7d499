import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: renderer/ → dist/renderer/, loaded by the web host and by Electron's app:// protocol alike. */
export default defineConfig({
  root: 'renderer',
  base: './',
  cacheDir: '../.cache/vite',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    // The content security policy is 'self' only: no data: addresses, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
  },
});
