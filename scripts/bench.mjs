/** `npm run bench -- NAME …`: runs scripts/bench/NAME.ts, which exports `bench(args)`, on the project's Node. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, fail, node, root, run } from './setup.mjs';

const folder = path.join(root, 'scripts', 'bench');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
  : [];

bench(process.argv.slice(2)).catch(fail);

async function bench([name, ...args]) {
  if (name === undefined || !names.includes(name)) {
    throw new Error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(none yet)'}.`);
  }
  await ensureDependencies();
  const script = pathToFileURL(path.join(folder, `${name}.ts`)).href;
  const start = `const { bench } = await import(${JSON.stringify(script)}); await bench(process.argv.slice(1));`;
  process.exitCode = await run(node, ['--expose-gc', '--input-type=module', '--eval', start, '--', ...args]);
}
