import { pino, stdTimeFunctions } from 'pino';
import type { DestinationStream, Level } from 'pino';
import type { Log } from './log.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface LogOptions {
  readonly level: Level | 'silent';
  /** Gets one JSON line an entry; standard output when left out. */
  readonly destination?: DestinationStream;
}

/** The technical log as JSON lines, with everything that names a guest or opens a door taken out (withoutSecrets). */
export function createLog({ level, destination }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
    // withoutSecrets has already turned the error into plain facts.
    serializers: { err: (err: unknown) => err },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
