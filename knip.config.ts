/*
 * Dead code, looked for twice (scripts/test.mjs): with the tests, and with `--production` without them, where what only
 * tests call is dead too. A mark of `!` says what counts then: the product, and the tools that staff or we run on it.
 */
const isProduction = process.argv.includes('--production');

export default {
  entry: [
    'main/office.ts!',
    'scripts/{arrows,bench,build,complete-lock,dev,start,test}.mjs',
    'scripts/{audit,card}.ts!',
    'scripts/{screenshots,watch-renderer}.ts',
    'scripts/bench/*.ts!',
    'tests/**/*.test.ts',
    'tests/support/shell-{desk,office}-entry.ts',
    'tests/support/electron-stand-in/{electron,register}.ts',
    'tests/support/electron-crypto/preload.ts',
  ],
  project: ['{api,domain,hardware,main,preload,renderer}/**/*.{ts,tsx}!', 'scripts/**/*.{ts,mjs}', 'tests/**/*.ts'],
  // What its own file uses is alive, though it is exported only so that a test can name it.
  ignoreExportsUsedInFile: isProduction ? true : { interface: true, type: true },
  rules: { duplicates: 'error', unlisted: 'error', unresolved: 'error' },
  ignoreDependencies: ['@stoplight/prism-cli'],
  ignoreBinaries: ['mount', 'umount', 'socat'],
};
