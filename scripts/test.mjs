/**
 * `npm test`: everything that must be true before a change is done. Ends with one line that counts.
 *
 *   npm test                 all of it
 *   npm test -- static       types, format, lint, arrows, dead code
 *   npm test -- unit         the vitest suites: unit, contract, property and crash tests
 *   npm test -- e2e          builds both shells and runs the clerk's day in Chromium
 *   npm test -- --quick      as much as was asked for, with fewer repetitions (PORTAL_QUICK=1 for the tests)
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureCardTools } from './debian-packages.mjs';
import { add, none, playwrightCount, sentence, vitestCount } from './count.mjs';
import { ensureDependencies, fail, node, root, run } from './setup.mjs';

const parts = ['static', 'unit', 'e2e'];
const bin = (...place) => path.join(root, 'node_modules', ...place);

/** Each is one line in the count. The longest first: two of them run at the same time. */
const checks = [
  ['types', [bin('typescript/bin/tsc'), '-b']],
  [
    'format',
    [
      bin('prettier/bin/prettier.cjs'),
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ],
  ],
  ['lint', [bin('oxlint/bin/oxlint'), '--quiet']],
  ['arrows', [path.join(root, 'scripts/arrows.mjs')]],
  ['dead code', [bin('knip/bin/knip.js'), '--no-progress']],
  ['code that only tests call', [bin('knip/bin/knip.js'), '--no-progress', '--production']],
];
const theBuild = ['build of both shells', [path.join(root, 'scripts/build.mjs')]];
const atOnce = 2;

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

  // What Node makes of our sources is kept: the suites start some hundred programs.
  process.env['NODE_COMPILE_CACHE'] ??= path.join(root, '.cache', 'node');

  const quiet = [...(wanted('e2e') ? [theBuild] : []), ...(wanted('static') ? checks : [])];
  const results = await eachAtOnce(atOnce, quiet, runCheck);
  let count = results.reduce(add, none);
  if (wanted('unit')) count = add(count, await suite('unit, contract, property and crash tests', runVitest));
  const isBuilt = wanted('e2e') && results[0].failed === 0;
  if (isBuilt) count = add(count, await suite('end to end in Chromium', runPlaywright));
  if (count.failed > 0) process.exitCode = 1;
  console.log(`\n${sentence(count)}`);
}

/** Shows what a check has to say only when it found something. */
async function runCheck([name, args]) {
  const begun = performance.now();
  const { code, said } = await hear(args);
  headline(code === 0, name, begun);
  if (code === 0) return { ...none, passed: 1 };
  console.log(said.trimEnd());
  return { ...none, failed: 1 };
}

/** @returns {Promise<{ code: number, said: string }>} */
function hear(args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** @returns the results in the order of what was given. */
async function eachAtOnce(width, all, work) {
  const results = [];
  const left = [...all.entries()];
  const walk = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: width }, walk));
  return results;
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
