/**
 * What the rest of the program may throw, and what follows from it. A normal bad day (a lock offline, a code taken)
 * is a return value; an AppError is for what the caller could not foresee or did wrong.
 */

/** Every code has a sentence for staff in renderer/text/failures.ts, which does not compile without it. */
export const failureCodes = [
  'not-signed-in',
  'wrong-sign-in',
  'too-many-sign-ins',
  'screen-locked',
  'wrong-unlock',
  'choose-password',
  'confirm-password',
  'wrong-password',
  'name-taken',
  'only-an-owner',
  'last-owner',
  'not-allowed',
  'not-found',
  'changed-meanwhile',
  'invalid-input',
  'code-not-available',
  'key-not-restorable',
  'undo-too-late',
  'door-already-mapped',
  'door-name-taken',
  'keycard-number-taken',
  'keycard-known',
  'keycard-not-available',
  'encoder-busy',
  'encoder-problem',
  'card-key-set-in-use',
  'lock-not-found',
  'lock-refused-commissioning',
  'pms-unreachable',
  'pms-token-refused',
  'pms-refused',
  'pms-other-property',
  'already-set-up',
  'data-folder-in-use',
  'data-folder-unwritable',
  'data-damaged',
  'data-too-new',
  'disk-write-failed',
  'store-closed',
  'port-in-use',
  'internal',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * transient: the same call may succeed later; permanent: it will not, say so;
 * needs-staff: somebody has to do something first.
 */
export type FailureFamily = 'transient' | 'permanent' | 'needs-staff';

export class AppError extends Error {
  readonly code: FailureCode;
  /** What its sentence names. */
  readonly facts: Readonly<Record<string, string>>;

  /** @param doing What was being done, in English, for the log: "connecting to Mews". Never a secret or a guest's name. */
  constructor(
    code: FailureCode,
    doing: string,
    { facts = {}, ...options }: { readonly cause?: unknown; readonly facts?: Readonly<Record<string, string>> } = {},
  ) {
    super(`${code}: ${doing}`, options);
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}

/** The only place that decides what a failure means for the caller. */
export function familyOf(code: FailureCode): FailureFamily {
  switch (code) {
    case 'pms-unreachable':
    case 'disk-write-failed':
    case 'too-many-sign-ins':
    case 'encoder-busy':
    case 'changed-meanwhile':
      return 'transient';
    case 'not-signed-in':
    case 'wrong-sign-in':
    case 'screen-locked':
    case 'wrong-unlock':
    case 'choose-password':
    case 'confirm-password':
    case 'wrong-password':
    case 'only-an-owner':
    case 'pms-token-refused':
    case 'data-folder-in-use':
    case 'data-folder-unwritable':
    case 'data-damaged':
    case 'port-in-use':
    case 'lock-not-found':
    case 'encoder-problem':
    case 'card-key-set-in-use':
      return 'needs-staff';
    case 'not-allowed':
    case 'name-taken':
    case 'last-owner':
    case 'not-found':
    case 'invalid-input':
    case 'code-not-available':
    case 'key-not-restorable':
    case 'undo-too-late':
    case 'door-already-mapped':
    case 'door-name-taken':
    case 'keycard-number-taken':
    case 'keycard-known':
    case 'keycard-not-available':
    case 'lock-refused-commissioning':
    case 'pms-refused':
    case 'pms-other-property':
    case 'already-set-up':
    case 'data-too-new':
    case 'store-closed':
    case 'internal':
      return 'permanent';
    default:
      return unreachable(code);
  }
}

/** Makes a switch exhaustive: it does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new AppError('internal', `a case was not handled: ${String(value)}`);
}
