import './matter-settings.ts';
import { getCiphers } from 'node:crypto';
import { LogDestination, LogLevel, Logger, Network } from '@matter/main';
import type { Environment } from '@matter/main';
import { NodeJsEnvironment } from '@matter/nodejs';
import type { Log } from '#main/ports/log';
import { useMatterCrypto } from './matter-crypto.ts';

export interface MatterEnvironmentOptions {
  /** Everything that matter.js keeps (fabric, peers, lock contents) lives here. */
  readonly storageFolder: string;
  /** null: the computer's own network, with mDNS. */
  readonly network: Network | null;
  readonly log: Log;
  /** The ciphers that this program's crypto has; node:crypto's when left out. */
  readonly ciphers?: readonly string[];
}

/**
 * A root environment of its own, so that several controllers or buildings in one program share neither network nor
 * storage. matter.js has one logger for all of them: the last one opened gets its lines.
 */
export function matterEnvironment({
  storageFolder,
  network,
  log,
  ciphers = getCiphers(),
}: MatterEnvironmentOptions): Environment {
  const environment = NodeJsEnvironment();
  environment.vars.set('storage.path', storageFolder);
  if (network !== null) environment.set(Network, network);
  useMatterCrypto(environment, ciphers);
  logTo(log);
  return environment;
}

/**
 * Warnings and worse only: at lower levels matter.js prints commands with their arguments, PINs among them. Only the
 * facility and the first line are kept, for the same reason.
 */
function logTo(log: Log): void {
  Logger.destinations['default'] = LogDestination({
    name: 'default',
    level: LogLevel.WARN,
    // Says at every start that the vendor id is the one for development, which it is.
    facilityLevels: { BasicInformationServer: LogLevel.ERROR },
    add: (message) => {
      const facts = { facility: message.facility };
      const text = firstLine(message.values);
      if (message.level >= LogLevel.ERROR) log.error(facts, text);
      else if (message.level >= LogLevel.WARN) log.warn(facts, text);
    },
  });
}

function firstLine(values: readonly unknown[]): string {
  return values.map(textOf).join(' ').split('\n')[0]?.trim() ?? '';
}

function textOf(value: unknown): string {
  if (value instanceof Error) return value.message;
  return typeof value === 'string' ? value : '';
}
