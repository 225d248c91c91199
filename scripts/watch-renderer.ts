import { loadConfigFromFile } from 'electron-vite';
import { build } from 'vite';

/** Rebuilds out/renderer at every change, with the renderer's part of electron.vite.config.ts. */
const loaded = await loadConfigFromFile({ command: 'serve', mode: 'development' }, 'electron.vite.config.ts');
const renderer = loaded.config.renderer;
if (renderer === undefined) throw new Error('electron.vite.config.ts has no renderer part');

await build({
  ...renderer,
  configFile: false,
  build: { ...renderer.build, outDir: '../out/renderer', emptyOutDir: true, watch: {} },
});
