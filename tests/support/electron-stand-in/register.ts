import { registerHooks } from 'node:module';

/**
 * `node --import …/register.ts out/main/index.js`: whoever imports electron gets the stand-in. Electron's runtime cannot
 * be had on every machine, and the npm package of that name tries to download it when it is imported.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('electron.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
