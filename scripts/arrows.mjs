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
  ...circlesBetweenFolders(),
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

/**
 * Folders that need each other are one folder, or three. A file that stands beside folders (main/app.ts) counts by itself; a
 * screen of the renderer and a driver of a lock system are folders of their own.
 */
function circlesBetweenFolders() {
  const arrows = new Map();
  for (const { source, dependencies } of modules.filter(({ source }) => files.includes(source))) {
    const from = folderOf(source);
    for (const { resolved } of dependencies.filter((to) => files.includes(to.resolved))) {
      const to = folderOf(resolved);
      if (from === to || from === null || to === null) continue;
      if (!arrows.has(from)) arrows.set(from, new Map());
      if (!arrows.get(from).has(to)) arrows.get(from).set(to, `${source} → ${resolved}`);
    }
  }
  return circleIn(arrows).map(
    ([from, to]) => `no-circles-between-folders: ${from} → ${to}, for one by ${arrows.get(from).get(to)}`,
  );
}

/** null: outside the product. */
function folderOf(file) {
  const [top, ...rest] = file.split('/');
  if (!['api', 'domain', 'hardware', 'main', 'renderer'].includes(top)) return null;
  const depth = ['screens', 'drivers', 'connectors'].includes(rest[0]) && rest.length > 2 ? 2 : 1;
  return rest.length <= depth ? file : [top, ...rest.slice(0, depth)].join('/');
}

/** Every arrow that lies on a circle: what it points to leads back. */
function circleIn(arrows) {
  const reaches = (from, goal, seen = new Set()) => {
    if (from === goal) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(arrows.get(from)?.keys() ?? [])].some((next) => reaches(next, goal, seen));
  };
  return [...arrows].flatMap(([from, tos]) =>
    [...tos.keys()].filter((to) => reaches(to, from)).map((to) => [from, to]),
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
