import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

const electronCrypto = `--import=${pathToFileURL('tests/support/electron-crypto/preload.ts').href}`;
const aboutElectronCrypto = 'tests/main/locks/matter/electron-crypto.test.ts';

/** Tests that start programs, wait for real time, or change what their process has in common. Each has a process of its own. */
const apart = [
  'tests/{ground,hardware,renderer}/**/*.test.ts',
  'tests/main/{crash,electron,office,simulation,storage}/**/*.test.ts',
  'tests/main/locks/matter/**/*.test.ts',
  'tests/main/**/{kill,conformance,*monitor*,*matter*}.test.ts',
];

/** They wait the longest, so they begin first: what is left over at the end is short. */
const longest = ['storage/crash', 'crash/demo-kill', 'matter/matter-driver', 'crash/random-week', 'office-process'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((part) => moduleId.includes(part));
      return place < 0 ? longest.length : place;
    };
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, not an array's
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    testTimeout: 20_000,
    pool: 'forks',
    // More than there are cores: half of the time of those that stand apart is waiting.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: apart, exclude: [aboutElectronCrypto] } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', ...apart],
          // Loading the rules anew for every file takes longer than asking them.
          isolate: false,
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
