import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Builds the real preload script and the small page of these tests; returns where main's bundle would be. */
export async function buildSmallDesk(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      outDir: join(folder, 'preload'),
      lib: { entry: 'preload/index.ts', formats: ['cjs'], fileName: () => 'index.cjs' },
      rollupOptions: { external: ['electron'] },
    },
  });
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(import.meta.dirname, 'shell-desk-page'),
    base: './',
    build: { outDir: join(folder, 'renderer'), emptyOutDir: false },
  });
  return join(folder, 'main');
}
