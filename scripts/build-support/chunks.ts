import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { normalizePath, type Rolldown } from 'vite';

type Group = Rolldown.CodeSplittingGroup;
type Context = Parameters<Exclude<Group['name'], string>>[1];

/** What is seen right after the sign-in: the frame, and the list of keys. */
const desk = ['renderer/desk.tsx', 'renderer/screens/keys/keys-screen.tsx'].map((file) => normalizePath(resolve(file)));

/**
 * Few files, and in each only what whoever fetches it needs: the way to the sign-in; what the desk and the list of keys
 * share with each other or with other screens; what only other screens share. The rest is in the file of its screen.
 * A module in the wrong one of the two costs bytes and nothing else: tests/e2e/page-size.test.ts counts them.
 */
export function chunkGroups(): Group[] {
  const ofDesk = new WeakMap<Context, ReadonlySet<string>>();

  function isOfDesk(id: string, context: Context): boolean {
    const known = ofDesk.get(context) ?? reachedFrom(desk, context);
    ofDesk.set(context, known);
    return known.has(id);
  }
  return [
    { name: 'portal', tags: ['$initial'], priority: 2 },
    {
      name: (id, context) => (isOfDesk(id, context) ? 'desk-parts' : 'screen-parts'),
      debugName: 'parts',
      minShareCount: 2,
      priority: 1,
    },
  ];
}

/** These modules and all that they import, except what is only imported when it is needed. */
function reachedFrom(modules: readonly string[], context: Context): ReadonlySet<string> {
  const reached = new Set<string>(modules);
  for (const id of reached) {
    const module = context.getModuleInfo(id);
    for (const imported of module?.importedIds ?? []) {
      const isBarrel = imported.endsWith('/@mantine/core/esm/index.mjs');
      for (const each of isBarrel ? behindBarrel(imported, module?.code ?? '') : [imported]) reached.add(each);
    }
  }
  return reached;
}

const namedImports = /import\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g;

/** Mantine's index imports every component that there is: only those that this code names count. */
function behindBarrel(barrel: string, code: string): string[] {
  const named = new Set(
    [...code.matchAll(namedImports)]
      .filter(([, , from]) => from === '@mantine/core')
      .flatMap(([, names = '']) => namesIn(names)),
  );
  return [...readFileSync(barrel, 'utf8').matchAll(namedImports)]
    .filter(([, names = '']) => namesIn(names).some((name) => named.has(name)))
    .map(([, , from = '']) => normalizePath(resolve(dirname(barrel), from)));
}

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim().split(' ')[0] ?? '');
}
