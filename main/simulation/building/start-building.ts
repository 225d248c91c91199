import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError } from '#domain/failure';
import type { ZoneName } from '#domain/time';

const readyLine = z.object({
  ready: z.literal(true),
  control: z.string(),
  matter: z.object({
    address: z.string(),
    port: z.number(),
    passcode: z.number(),
    discriminator: z.number(),
    setupCode: z.string(),
  }),
});

export interface StartBuildingOptions {
  readonly dataFolder: string;
  /** How many doors, or their names, or both: then the names come first. */
  readonly doors?: number;
  readonly names?: readonly string[];
  readonly zone: ZoneName;
  /** How many people each lock holds; 50 when left out. */
  readonly slots?: number;
  /** 0 or left out: the port of the last time, else any. */
  readonly matterPort?: number;
  readonly controlPort?: number;
}

export interface RunningBuilding {
  /** Base address of the control API. */
  readonly control: string;
  readonly matter: z.infer<typeof readyLine>['matter'];
  readonly process: ChildProcess;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** kill -9: what a power cut does. */
  kill(): Promise<void>;
}

/** Beside this file, in the source (.ts) and in the build (.js). */
const program = join(import.meta.dirname, `index${extname(import.meta.filename)}`);

/**
 * Starts the virtual building in a program of its own and waits until its locks answer.
 * Throws AppError('internal') with what it wrote on standard error when it ends before.
 */
export async function startBuilding(options: StartBuildingOptions): Promise<RunningBuilding> {
  const child = spawn(process.execPath, [program, ...words(options)], {
    // Its standard input ends when this process does, in whatever way, and then it ends too.
    stdio: ['pipe', 'pipe', 'pipe'],
    // On the desk the running program is Electron, which with this is a plain Node; Node itself does not know it.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = once(child, 'exit');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => null)]);
  if (first === null) {
    throw new AppError('internal', 'starting the virtual building', { cause: new Error(complaints.join('')) });
  }
  const { control, matter } = readyLine.parse(JSON.parse(String(first[0])));
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  return { control, matter, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function words({
  dataFolder,
  doors,
  names,
  zone,
  slots = 50,
  matterPort = 0,
  controlPort = 0,
}: StartBuildingOptions): string[] {
  return [
    `--data=${dataFolder}`,
    `--zone=${zone}`,
    `--slots=${slots}`,
    '--with-parent',
    `--matter-port=${matterPort}`,
    `--control-port=${controlPort}`,
    ...(doors === undefined ? [] : [`--doors=${doors}`]),
    ...(names === undefined ? [] : [`--names=${names.join(',')}`]),
  ];
}
