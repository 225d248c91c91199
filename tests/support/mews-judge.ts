import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const DESCRIPTION = 'mews-connector-subset.openapi.json';

/** Where the official API descriptions are: not in this repository, because their licence is not stated. */
const pmsDataFolder = process.env['PORTAL_PMS_DATA'] ?? resolve(REPOSITORY, '../shared/facts/pms-data');

export const judgeIsHere = existsSync(resolve(pmsDataFolder, DESCRIPTION));

/** For a test's name: why it was skipped, and what to do about it. Empty where it is not. */
export const whySkipped = judgeIsHere
  ? ''
  : ` (SKIPPED: there is no ${DESCRIPTION} in ${pmsDataFolder}; set PORTAL_PMS_DATA to the folder that has it)`;

export interface Judge {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Prism between the connector and the simulator, with Mews' own description in its hand: a request that breaks it gets
 * 422, an answer that does becomes a 500 with a list of violations.
 */
export async function startJudge(upstream: string): Promise<Judge> {
  const child = spawn(
    process.execPath,
    [
      resolve(REPOSITORY, 'node_modules/.bin/prism'),
      'proxy',
      '--errors',
      '--host=127.0.0.1',
      '--port=0',
      resolve(pmsDataFolder, DESCRIPTION),
      upstream,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return { address: await addressOf(child), stop: () => ended(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const listen = (part: Buffer): void => {
      said += part.toString();
      const address = /Prism is listening on (http:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => failed(new Error(`Prism ended with ${code}: ${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
