/** Counting what the test runners report. */
import { readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, flaky: number }} Count `flaky`: passed only on a second try. */

/** @type {Count} */
export const none = { passed: 0, failed: 0, skipped: 0, flaky: 0 };

/** @param {Count} a @param {Count} b @returns {Count} */
export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    flaky: a.flaky + b.flaky,
  };
}

/** @param {Count} count */
export function sentence({ passed, failed, skipped, flaky }) {
  const apart = flaky > 0 ? `${flaky} passed only on a second try, named above and counted apart\n` : '';
  return `${apart}${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {string} report @param {() => Promise<number>} runner @returns {Promise<Count>} */
export function vitestCount(report, runner) {
  return countFrom(report, runner, (json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
    flaky: 0,
  }));
}

/**
 * A test that passed only on its second try is named and counted apart: somebody has to look at it (decision 0007).
 * @param {string} report @param {() => Promise<number>} runner @returns {Promise<Count>}
 */
export function playwrightCount(report, runner) {
  return countFrom(report, runner, ({ stats, suites }) => {
    for (const name of suites.flatMap((suite) => flakyIn(suite, []))) console.log(`only on its second try: ${name}`);
    return { passed: stats.expected, failed: stats.unexpected, skipped: stats.skipped, flaky: stats.flaky };
  });
}

/** @returns {string[]} `keycards.test.ts › a card …` for each of them. */
function flakyIn({ title, suites = [], specs = [] }, above) {
  const path = [...above, title];
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map((spec) => [...path, spec.title].join(' › ')), ...suites.flatMap((suite) => flakyIn(suite, path))];
}

/** A runner that fails without a failed test (a suite that does not load, a crash) counts as one failure. */
async function countFrom(report, runner, read) {
  rmSync(report, { force: true });
  const code = await runner();
  const count = readCount(report, read);
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readCount(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(`${report} does not say how many tests ran: ${error.message}`);
    return { ...none, failed: 1 };
  }
}
