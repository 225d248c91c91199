import { temporaryFolder } from '#tests/support/storage-folder';
import { killSideBySide } from '#tests/support/storage-kills';
import { describe, expect, it } from 'vitest';

const isThorough = process.env.CI !== undefined || process.env.PORTAL_CRASH_RUNS !== undefined;
const runs = isThorough ? Number(process.env.PORTAL_CRASH_RUNS ?? 200) : 20;

describe('a desk that is killed while it writes', () => {
  it(
    `has every acknowledged commit and no half one after each of ${runs} kills`,
    async () => {
      const folders = [await temporaryFolder(), await temporaryFolder()];

      const report = await killSideBySide(folders, runs);

      expect(report).toMatchObject({ runs, lost: [], halves: [] });
      // The kills must have hit a store at work, compactions included; otherwise the test shows nothing.
      expect(report.acknowledged).toBeGreaterThan(runs * 10);
      expect(report.generations).toBeGreaterThan(runs / 4);
    },
    60_000 + runs * 3_000,
  );
});
