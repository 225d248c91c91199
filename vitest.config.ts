import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';

const electronCrypto = `--import=${pathToFileURL('tests/support/electron-crypto/preload.ts').href}`;
const aboutElectronCrypto = 'tests/main/locks/matter/electron-crypto.test.ts';

export default defineConfig({
  test: {
    testTimeout: 20_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'portal',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', aboutElectronCrypto],
        },
      },
      {
        // What uses crypto, once more with no more of it than Electron has; see docs/shells.md.
        extends: true,
        test: {
          name: 'electron crypto',
          include: [
            aboutElectronCrypto,
            'tests/main/locks/matter/matter-driver.test.ts',
            'tests/main/secrets/*.test.ts',
            'tests/hardware/{aes-cmac,key-record}.test.ts',
            'tests/main/audit/chain.test.ts',
          ],
          execArgv: [electronCrypto],
          env: { NODE_OPTIONS: electronCrypto },
        },
      },
      {
        // What a transaction does apart from its writes would be done twice, and show: see openMemoryStore.
        extends: true,
        test: {
          name: 'transactions run twice',
          include: ['tests/main/{keys,keycards,pms,settings,doors,provisioning}/*.test.ts'],
          env: { PORTAL_RUN_TWICE: '1' },
        },
      },
    ],
  },
});
