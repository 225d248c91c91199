import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, onTestFinished } from 'vitest';

const count = path.resolve(import.meta.dirname, '../../scripts/count.mjs');

/** What `npm test` says after Playwright left this report and ended well. */
function after(report: object): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-count-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = `
    import { writeFileSync } from 'node:fs';
    import { playwrightCount, sentence } from ${JSON.stringify(count)};
    const report = ${JSON.stringify(path.join(folder, 'playwright.json'))};
    const runner = async () => { writeFileSync(report, ${JSON.stringify(JSON.stringify(report))}); return 0; };
    console.log(sentence(await playwrightCount(report, runner)));
  `;
  writeFileSync(path.join(folder, 'after.mjs'), program);
  return spawnSync(process.execPath, [path.join(folder, 'after.mjs')], { encoding: 'utf8' }).stdout;
}

const spec = (title: string, status: string) => ({ title, tests: [{ status }] });

test('a story that passed only on its second try is named, and counted apart from what passed', () => {
  const said = after({
    stats: { expected: 2, unexpected: 0, flaky: 2, skipped: 0 },
    suites: [
      {
        title: 'keycards.test.ts',
        specs: [spec('a card is put back', 'flaky'), spec('a card is refused', 'expected')],
        suites: [{ title: 'one-shot', specs: [spec('opens once', 'flaky'), spec('opens twice', 'expected')] }],
      },
    ],
  });

  expect(said).toBe(
    [
      'only on its second try: keycards.test.ts › a card is put back',
      'only on its second try: keycards.test.ts › one-shot › opens once',
      '2 passed only on a second try, named above and counted apart',
      '2 passed, 0 failed',
      '',
    ].join('\n'),
  );
});

test('a story that was left out is counted apart', () => {
  const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 1 };

  expect(after({ stats, suites: [] })).toBe('2 passed, 0 failed, 1 skipped\n');
});
