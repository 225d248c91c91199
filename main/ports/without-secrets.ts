import type { LogFacts } from './log.ts';

/** Compared in lower case, so that a PMS's `AccessToken` is caught like our own `accessToken`. */
const secretNames: ReadonlySet<string> = new Set([
  'code',
  'doorcode',
  'pin',
  'pincode',
  'password',
  'passwordhash',
  'pinhash',
  'secret',
  'token',
  'accesstoken',
  'clienttoken',
  'authorization',
  'cookie',
  'email',
  'phone',
  'firstname',
  'lastname',
]);

const REMOVED = '[removed]';

/** Facts that nest deeper are cut: nobody reads them, and they may be a whole reply with guests in it. */
const DEEPEST = 3;

/**
 * The same facts with the values of secret names removed at every depth. Errors become plain facts: their `code` is
 * a cause and not a doorcode, so it is kept, as `failure`.
 */
export function withoutSecrets(facts: LogFacts): Record<string, unknown> {
  return cleanRecord(facts, 0);
}

function clean(value: unknown, depth: number): unknown {
  if (value instanceof Error) return errorFacts(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return clean(value.toJSON(), depth);
  if (depth > DEEPEST) return Array.isArray(value) ? '[list]' : '[record]';
  if (Array.isArray(value)) return value.map((element: unknown) => clean(element, depth + 1));
  return cleanRecord(value, depth);
}

function cleanRecord(record: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]: [string, unknown]) => [
      name,
      secretNames.has(name.toLowerCase()) && value !== undefined ? REMOVED : clean(value, depth + 1),
    ]),
  );
}

function errorFacts(error: Error, depth: number): Record<string, unknown> {
  return {
    type: error.name,
    ...('code' in error ? { failure: error.code } : {}),
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined || depth > DEEPEST ? {} : { cause: clean(error.cause, depth + 1) }),
  };
}
