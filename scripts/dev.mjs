/** `npm run dev`: the demo hotel in the office shell, which starts again and builds the portal again at every change. */
import { ensureDependencies, fail, node, run } from './setup.mjs';

dev(process.argv.slice(2)).catch(fail);

async function dev(flags) {
  await ensureDependencies();
  const renderer = run(node, ['scripts/watch-renderer.ts']);
  const office = run(node, ['--watch', '--watch-preserve-output', 'main/office.ts', '--demo', '--no-open', ...flags]);
  await Promise.race([renderer, office]);
}
