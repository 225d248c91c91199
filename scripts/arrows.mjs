/**
 * Checks who imports whom (.dependency-cruiser.mjs), and that the check saw every file and every alias. A checker that
 * looks at nothing is green too. Works on the current folder.
 */
import { cruise } from 'dependency-cruiser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import rules from '../.dependency-cruiser.mjs';

const folders = readdirSync('.').filter((name) =>
  ['api', 'domain', 'hardware', 'main', 'preload', 'renderer', 'scripts', 'tests'].includes(name),
);
const files = folders.flatMap((folder) => sourcesIn(folder));

const { forbidden, options } = rules;
const { output } = await cruise(folders, {
  ...options,
  ruleSet: { forbidden },
  validate: true,
  outputType: 'json',
  baseDir: process.cwd(),
});
const { modules, summary } = JSON.parse(output);

const complaints = [
  ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  ...unseenFiles(),
  ...unseenAliases(),
];
for (const complaint of complaints) console.error(complaint);
console.log(`${files.length} files, ${arrowCount()} arrows, ${complaints.length} forbidden or unseen.`);
process.exitCode = complaints.length === 0 ? 0 : 1;

function unseenFiles() {
  if (files.length === 0) return ['nothing-seen: there are no files here'];
  const seen = new Set(modules.map((module) => module.source));
  return files.filter((file) => !seen.has(file)).map((file) => `unseen: ${file} was not looked at`);
}

/** Every `from '#…'` in our text must be an arrow that leads to one of our files. */
function unseenAliases() {
  const arrows = new Set(
    modules.flatMap(({ source, dependencies }) =>
      dependencies.filter((to) => files.includes(to.resolved)).map((to) => `${source} → ${to.module}`),
    ),
  );
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?from '(#[^']+)';/gm)]
      .map(([, alias]) => `${file} → ${alias}`)
      .filter((arrow) => !arrows.has(arrow))
      .map((arrow) => `unseen: ${arrow} was not followed`),
  );
}

function arrowCount() {
  return modules.reduce((sum, module) => sum + module.dependencies.length, 0);
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(place);
    return /(?<!\.d)\.(ts|tsx)$/.test(entry.name) ? [place] : [];
  });
}
