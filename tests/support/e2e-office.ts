import { runShell, type Ended } from '#tests/support/shell-process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const entry = join(import.meta.dirname, '../../main/office.ts');

const demoEndpoints = z.object({
  portal: z.url(),
  pms: z.url(),
  pmsControl: z.url(),
  locksControl: z.url(),
  encoderPort: z.url({ protocol: /^tcp$/ }),
  encoderControl: z.url(),
});
export type DemoEndpoints = z.infer<typeof demoEndpoints>;

/** Portal's office shell, running as `npm start` runs it, as a process of its own. */
export interface RunningOffice {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Ends it in order; with the demo, its building too. */
  stop(): Promise<Ended>;
  /** The plug is pulled: `kill -9`. */
  pullThePlug(): Promise<void>;
}

/** The office shell with the demo hotel. */
export interface RunningDemo extends RunningOffice {
  readonly endpoints: DemoEndpoints;
  /** As printed at its start. */
  readonly owner: { readonly name: string; readonly password: string };
}

/** @param dataFolder Exists; the same one again goes on where the last process ended. */
export async function startOffice(dataFolder: string, flags: readonly string[] = []): Promise<RunningOffice> {
  return (await start(dataFolder, flags)).office;
}

/** @param options `program`: the office shell of another Portal than this one, to compare with. `port`: where it listens; 0: anywhere. */
export async function startDemo(
  dataFolder: string,
  options: { readonly program?: string; readonly port?: number } = {},
): Promise<RunningDemo> {
  const { office, shell } = await start(dataFolder, ['--demo'], options);
  const [, name = '', password = ''] =
    /^Sign in as (.+) with the password and PIN (\d+)$/.exec(await shell.line('Sign in as ')) ?? [];
  const endpoints = demoEndpoints.parse(JSON.parse(await readFile(join(dataFolder, 'endpoints.json'), 'utf8')));
  return { ...office, endpoints, owner: { name, password } };
}

async function start(
  dataFolder: string,
  flags: readonly string[],
  { program = entry, port = 0 }: { readonly program?: string; readonly port?: number } = {},
) {
  const shell = runShell(program, [...flags, '--no-open', '--port', String(port), '--data', dataFolder]);
  const ready = 'Portal ready at ';
  const office: RunningOffice = {
    address: (await shell.line(ready)).slice(ready.length),
    stop() {
      shell.child.kill('SIGTERM');
      return shell.ended;
    },
    pullThePlug: () => shell.kill(),
  };
  return { office, shell };
}
