import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import mantine from 'postcss-preset-mantine';
import { chunkGroups } from './scripts/build-support/chunks.ts';
import { precompress } from './scripts/build-support/precompress.ts';

/** One build for both shells: Electron's main and preload, and the renderer, which the office shell serves as files. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      lib: { entry: ['main/index.ts', 'main/simulation/building/index.ts', 'main/simulation/encoder/index.ts'] },
      rollupOptions: {
        // One file a module, as in the source: matter.js must be set up by an import that comes before it, and one
        // bundle would hoist every outside import above that. The demo's building and encoder are programs of their own beside it.
        output: { preserveModules: true, preserveModulesRoot: 'main' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload must be CommonJS and one file.
      lib: { entry: 'preload/index.ts', formats: ['cjs'] },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), precompress()],
    css: { postcss: { plugins: [mantine()] } },
    build: {
      outDir: 'out/renderer',
      minify: 'oxc',
      // Every browser that can run the rest knows it.
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: 'renderer/index.html',
        output: { codeSplitting: { groups: chunkGroups() } },
      },
    },
  },
});
