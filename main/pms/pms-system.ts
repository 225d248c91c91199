import type { PmsFieldKind, PmsFieldLabel } from '#domain/pms/pms-field';
import { refuse, type RefusalCode } from '#domain/refusal';
import type { Reservation } from '#domain/stay/reservation';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import type { Random } from '#main/ports/random';
import { z } from 'zod';
import type { Credentials, CredentialsPort } from './credentials.ts';
import type { PmsConnector, PmsStay } from './pms-connector.ts';

/**
 * One make of PMS, described by itself: what to ask to connect it, how fast it may be asked, what it can tell. Screens, the
 * poller and the contract suite go by this description; none of them knows a make by its name.
 */
export interface PmsSystem {
  /** As stored with the connection: `mews`. Lower-case letters and digits. */
  readonly name: string;
  /** As staff know it: `Mews`. */
  readonly title: string;
  readonly fields: readonly PmsField[];
  readonly limits: PmsLimits;
  readonly abilities: PmsAbilities;
  /** One property in this PMS. Asks nothing yet. Throws a ZodError for credentials that are none of this system's. */
  open(credentials: CredentialsPort, ports: PmsPorts): PmsConnector;
  /**
   * Where the PMS changes the ids of its stays: which of the known ones is this, that comes under an id of which Portal has not
   * heard? Pure. `known` are the connection's open stays that the PMS did not tell under their own ids in the same answer; null:
   * none of them, it is a new stay. Absent: an id is for ever.
   */
  identify?(stay: PmsStay, known: readonly Reservation[]): Reservation | null;
}

/** One thing to enter. */
export interface PmsField {
  /** Its name in the credentials. */
  readonly name: string;
  readonly label: PmsFieldLabel;
  readonly kind: PmsFieldKind;
  /** Of a `choice`. */
  readonly choices?: readonly string[];
  readonly required: boolean;
  /** What is in the field before somebody writes. Empty: nothing. */
  readonly default: string;
  /** Why a required one is not taken empty. */
  readonly missing: RefusalCode;
  /** Of what was entered, without blanks around it; its messages are refusal codes. */
  readonly check: z.ZodType<string, string>;
}

export interface PmsLimits {
  /** At most so many requests in any so many seconds; what is left of the vendor's own limit is for others. */
  readonly requests: { readonly most: number; readonly inSeconds: number };
  /** The least seconds between two rounds, however short the property's own pace is. */
  readonly pollSeconds: number;
}

/** What it can tell. The contract suite asks a connector for what is claimed here, and for nothing else. */
export interface PmsAbilities {
  /** stamped: what changed since a moment · none: whole windows only, compared each round (a calendar feed). */
  readonly changes: 'stamped' | 'none';
  /** A check-in and a check-out are told; without, stays go by their dates. */
  readonly checkIn: boolean;
  /** instants, or dates whose times of day are the property's. */
  readonly times: 'instants' | 'dates';
  /** Who stays: nobody, the guest the stay is for, or the companions too. */
  readonly guests: 'none' | 'primary' | 'all';
  /** It calls when something changed (`PmsConnector.hints`). */
  readonly hints: boolean;
}

/** What a connector gets of the outside. */
export interface PmsPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Name and version of the program: `Portal 0.1.0`. */
  readonly client: string;
}

/** For a field's `check`. */
export const fieldChecks = {
  secret: z.string().max(300),
  url: z.url({ protocol: /^https?$/, error: refuse('not-a-web-address') }),
} as const;

/**
 * Checks what was entered for a system and returns it as its credentials; what no field asks for is dropped. Throws a ZodError
 * whose paths are `fields.<name>` and whose messages are refusal codes.
 */
export function enteredCredentials(system: PmsSystem, entered: Readonly<Record<string, string>>): Credentials {
  const fields = Object.fromEntries(system.fields.map((field) => [field.name, checkOf(field)]));
  return z.object({ fields: z.object(fields) }).parse({ fields: entered }).fields;
}

/** Of credentials, what may be shown: everything that is no secret. */
export function shownOf(system: PmsSystem, credentials: Credentials): Credentials {
  const shown = system.fields.filter(({ kind }) => kind !== 'secret');
  return Object.fromEntries(shown.map(({ name }) => [name, credentials[name] ?? '']));
}

function checkOf({ required, missing, check, choices }: PmsField): z.ZodType<string> {
  const text = z.string({ error: missing }).trim();
  const checked =
    choices === undefined ? check : check.refine((each) => choices.includes(each), { error: refuse('not-valid') });
  if (required) return text.min(1, { error: missing, abort: true }).pipe(checked);
  return text.refine((value) => value === '' || checked.safeParse(value).success, {
    error: ({ input }) => checked.safeParse(input).error?.issues[0]?.message,
  });
}
