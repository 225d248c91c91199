/**
 * `npm test`: everything that must be true before a change is done. Ends with one line that counts.
 *
 *   npm test                 all of it
 *   npm test -- static       types, format, lint, arrows, dead code
 *   npm test -- unit         the vitest suites: unit, contract, property and crash tests
 *   npm test -- e2e          builds both shells and runs the clerk's day in Chromium
 *   npm test -- --quick      as much as was asked for, with fewer repetitions (PORTAL_QUICK=1 for the tests)
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureCardTools } from './debian-packages.mjs';
import { add, none, playwrightCount, sentence, vitestCount } from './count.mjs';
import { ensureDependencies, fail, node, root, run } from './setup.mjs';

const parts = ['static', 'unit', 'e2e'];
const bin = (...place) => path.join(root, 'node_modules', ...place);

/** Each is one line in the count. */
const checks = [
  ['types', [bin('typescript/bin/tsc'), '-b']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['lint', [bin('oxlint/bin/oxlint'), '--quiet']],
  ['arrows', [path.join(root, 'scripts/arrows.mjs')]],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['code that only tests call', [bin('knip/bin/knip.js'), '--no-progress', '--production']],
];

test(process.argv.slice(2)).catch((error) => {
  fail(error);
  console.log(sentence({ ...none, failed: 1 }));
});

async function test(words) {
  const unknown = words.find((word) => ![...parts, '--quick'].includes(word));
  if (unknown !== undefined) throw new Error(`npm test knows ${parts.join(', ')} and --quick, not "${unknown}".`);
  const asked = words.filter((word) => parts.includes(word));
  const wanted = (part) => asked.length === 0 || asked.includes(part);

  await ensureDependencies();
  if (words.includes('--quick')) process.env['PORTAL_QUICK'] = '1';
  // The suites find this Node first, also where they start programs by name.
  process.env['PATH'] = `${path.dirname(node)}${path.delimiter}${bin('.bin')}${path.delimiter}${process.env['PATH']}`;
  if (wanted('unit')) await ensureCardTools();
  if (wanted('e2e')) process.env['PORTAL_CHROMIUM'] = await ensureChromium();
  mkdirSync(path.join(root, '.cache'), { recursive: true });

  let count = none;
  if (wanted('static')) for (const check of checks) count = add(count, runCheck(check));
  if (wanted('unit')) count = add(count, await suite('unit, contract, property and crash tests', runVitest));
  if (wanted('e2e')) count = add(count, await endToEnd());
  if (count.failed > 0) process.exitCode = 1;
  console.log(`\n${sentence(count)}`);
}

/** Shows what a check has to say only when it found something. */
function runCheck([name, args]) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(node, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  headline(status === 0, name, begun);
  if (status === 0) return { ...none, passed: 1 };
  console.log(`${stdout}${stderr}`.trimEnd());
  return { ...none, failed: 1 };
}

async function endToEnd() {
  const built = await suite('build of both shells', async () => {
    const problem = await build().catch((error) => error);
    if (problem !== undefined) console.error(problem.message);
    return problem === undefined ? { ...none, passed: 1 } : { ...none, failed: 1 };
  });
  if (built.failed > 0) return built;
  return add(built, await suite('end to end in Chromium', runPlaywright));
}

async function suite(name, work) {
  console.log(`\n── ${name}`);
  const begun = performance.now();
  const count = await work();
  headline(count.failed === 0, name, begun);
  return count;
}

async function runVitest() {
  const report = path.join(root, '.cache', 'vitest.json');
  return vitestCount(report, () =>
    run(node, [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]),
  );
}

async function runPlaywright() {
  const report = path.join(root, '.cache', 'playwright.json');
  return playwrightCount(report, () =>
    run(node, [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], {
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
  );
}

function headline(isFine, name, begun) {
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  console.log(`${isFine ? 'ok  ' : 'FAIL'}  ${name}  (${seconds} s)`);
}
