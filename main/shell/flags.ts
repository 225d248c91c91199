import { parseArgs } from 'node:util';

/** What was asked for on the command line, the same for both shells. */
export interface Flags {
  readonly demo: boolean;
  /** undefined: what the settings of this PC say. 0: any free one. */
  readonly port: number | undefined;
  /** undefined: the platform's usual place. */
  readonly dataFolder: string | undefined;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly flags: Flags }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const DEFAULT_PORT = 7717;

const options = {
  demo: { type: 'boolean' },
  // npm start reads it, and hands it on with the rest.
  'no-open': { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const help = `Portal: a reservation becomes a working doorcode.

  --demo       Run the demo hotel: a simulated PMS and a building of virtual locks on this computer
  --no-open    For npm start: do not open the browser
  --port N     Listen on this port; 0 takes any free one (the office shell; ${DEFAULT_PORT} unless the settings say otherwise)
  --data DIR   Keep everything in this folder (the demo has its own by default)
  --help       Show this text
`;

export function parseCommandLine(args: readonly string[]): CommandLine {
  const parsed = parseStrictly(args);
  if (typeof parsed === 'string') return { kind: 'wrong', sentence: `${parsed} Try --help.` };
  if (parsed.help === true) return { kind: 'help', text: help };
  const port = parsed.port === undefined ? undefined : portFrom(parsed.port);
  if (port === null) {
    return {
      kind: 'wrong',
      sentence: `--port takes a number from 0 to 65535, not "${parsed.port ?? ''}". Try --help.`,
    };
  }
  if (parsed.data === '') return { kind: 'wrong', sentence: '--data needs the path to a folder. Try --help.' };
  const flags = { demo: parsed.demo === true, port, dataFolder: parsed.data };
  return { kind: 'run', flags };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    // Node's message names the flag: "Unknown option '--prot'. To specify …"; its first sentence is enough.
    const message = cause instanceof Error ? cause.message : String(cause);
    return `${(message.split('. ')[0] ?? message).replace(/\.$/, '')}.`;
  }
}

function portFrom(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}
