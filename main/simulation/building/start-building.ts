import type { ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { ZoneName } from '#domain/time/time';
import { startProgram } from '../start-program.ts';

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
  /** The doors, by name, whose locks take the UIDs of cards; none when left out. */
  readonly cardDoors?: readonly string[];
  readonly zone: ZoneName;
  /** How many people each lock holds; 50 when left out. */
  readonly slots?: number;
  /** Minutes by which the bridge's clock is ahead when it starts; 0 when left out. */
  readonly clockAhead?: number | 'unknown';
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
  const { ready, process: child, stop, kill } = await startProgram(program, words(options), 'the virtual building');
  const { control, matter } = readyLine.parse(ready);
  return { control, matter, process: child, stop, kill };
}

function words({
  dataFolder,
  doors,
  names,
  cardDoors = [],
  zone,
  slots = 50,
  clockAhead = 0,
  matterPort = 0,
  controlPort = 0,
}: StartBuildingOptions): string[] {
  return [
    `--data=${dataFolder}`,
    `--card-doors=${cardDoors.join(',')}`,
    `--zone=${zone}`,
    `--slots=${slots}`,
    `--clock-ahead=${clockAhead}`,
    `--matter-port=${matterPort}`,
    `--control-port=${controlPort}`,
    ...(doors === undefined ? [] : [`--doors=${doors}`]),
    ...(names === undefined ? [] : [`--names=${names.join(',')}`]),
  ];
}
