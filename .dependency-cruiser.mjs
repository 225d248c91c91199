/**
 * The arrows of docs/architecture.md: who may import whom. Type imports count. A new arrow needs a decision record.
 * Run by scripts/arrows.mjs, which also makes sure that every file was really seen.
 */
const product = '^(domain|api|main|hardware|preload|renderer)/';
const electron = '(^|/)node_modules/electron(-store)?/|^electron(-store|/|$)';
const serialport = '(^|/)node_modules/(serialport|@serialport)/|^serialport$';

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    never('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    never(
      'domain-is-pure',
      'The rules know Temporal and zod, nothing else.',
      { path: '^domain/' },
      { pathNot: '^domain/|(^|/)node_modules/(zod|temporal-polyfill|temporal-spec)/' },
    ),
    never(
      'api-knows-only-the-domain',
      'What a portal may ask is said in words of the domain.',
      { path: '^api/' },
      { path: '^(main|hardware|preload|renderer|tests|scripts)/' },
    ),
    never(
      'hardware-stands-alone',
      'The encoder knows bytes and cards, not hotels.',
      { path: '^hardware/' },
      { path: '^(domain|api|main|preload|renderer|tests|scripts)/' },
    ),
    never(
      'serialport-stays-in-one-file',
      'Every other file works on a port interface.',
      { pathNot: '^hardware/bindings\\.ts$|node_modules' },
      { path: serialport },
    ),
    never(
      'renderer-talks-through-the-api',
      'Screens run in a browser and reach the desk through api/ alone.',
      { path: '^renderer/' },
      { path: '^(main|hardware|preload|tests|scripts)/' },
    ),
    never(
      'renderer-runs-in-a-browser',
      'No module of Node exists there.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'screens-do-not-meet',
      'What two screens share is in components/, channel/ or text/.',
      { path: '^renderer/screens/([^/]+)/' },
      { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
    ),
    never(
      'text-knows-only-words',
      'Every other folder of the renderer may speak; a sentence needs none of them.',
      { path: '^renderer/text/' },
      { path: '^renderer/', pathNot: '^renderer/text/' },
    ),
    never(
      'electron-stays-in-its-shell',
      'The application does not know which shell runs it.',
      { pathNot: '^(main/electron/|main/index\\.ts$|preload/)|node_modules' },
      { path: electron },
    ),
    never(
      'nobody-imports-a-shell',
      'Only the two entries do, and each its own.',
      { path: product, pathNot: '^main/(electron/|office/|index\\.ts$|office\\.ts$)' },
      { path: '^main/(electron/|office/|index\\.ts$|office\\.ts$)' },
    ),
    never(
      'shells-do-not-meet',
      'What both shells need belongs to neither.',
      { path: '^main/(electron/|index\\.ts$)' },
      { path: '^main/office(/|\\.ts$)' },
    ),
    never(
      'no-tests-in-the-product',
      'Simulators live in main/simulation; helpers of tests stay there.',
      { path: product },
      { path: '^(tests|scripts)/' },
    ),
    never(
      'product-runs-without-dev-dependencies',
      'What main imports at run time is a dependency (the renderer is bundled; the runtime brings electron).',
      { path: '^(domain|api|main|hardware|preload)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: electron },
    ),
    never('nothing-unresolved', 'An import that leads nowhere would hide an arrow.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|\\.cache|screenshots|test-results)/' },
    tsPreCompilationDeps: true,
    // Without @swc/core it would see no TypeScript at all under TypeScript 7, and report success.
    parser: 'swc',
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
