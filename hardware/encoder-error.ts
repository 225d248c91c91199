/** Why a job on the encoder ended without its result. */
export const encoderErrorCodes = [
  // The link.
  'not-found',
  'in-use',
  'not-an-encoder',
  'lost',
  'timeout',
  'frame-error',
  'syntax',
  'device-fault',
  // The card.
  'no-card',
  'two-cards',
  'card-removed',
  'card-changed',
  'wrong-type',
  // What is on it.
  'foreign',
  'still-valid',
  'locked',
  'write-protected',
  'key-mismatch',
  // The result.
  'verify-mismatch',
  'verify-unreadable',
  // The job.
  'cancelled',
  'deadline',
  'refused',
] as const;

export type EncoderErrorCode = (typeof encoderErrorCodes)[number];

/** nothing-written: the card is as it was. unknown: a write was sent; only reading the card tells. */
export type Outcome = 'nothing-written' | 'unknown';
/** What has to change before the job can be tried again. */
export type Retry = 'same-card' | 'other-card' | 'reconnect' | 'no';

export class EncoderError extends Error {
  readonly code: EncoderErrorCode;
  readonly outcome: Outcome;
  readonly retry: Retry;
  /** The chip's own number, for the log. */
  readonly chipStatus: number | null;
  /** For 'refused' and 'wrong-type': why, in a word. Never what is on the card. */
  readonly reason: string;

  constructor(
    code: EncoderErrorCode,
    reason: string,
    options: { readonly outcome?: Outcome; readonly chipStatus?: number; readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${reason}`, { cause: options.cause });
    this.name = 'EncoderError';
    this.code = code;
    this.reason = reason;
    this.outcome = options.outcome ?? 'nothing-written';
    this.retry = retryAfter(code);
    this.chipStatus = options.chipStatus ?? null;
  }

  /** The same, once it is known whether anything was written. */
  withOutcome(outcome: Outcome): EncoderError {
    const chip = this.chipStatus === null ? {} : { chipStatus: this.chipStatus };
    return new EncoderError(this.code, this.reason, { outcome, cause: this.cause ?? this, ...chip });
  }
}

/** A computer that was busy for a second looks the same as an encoder that does not answer: it may be asked once more. */
export function mayPass(problem: unknown): boolean {
  return problem instanceof EncoderError && ['timeout', 'frame-error'].includes(problem.code);
}

/** The state of a key's record after the job failed (docs/encoders.md has the table, with the sentences for staff). */
export type RecordAfter = 'requested' | 'waiting' | 'failed' | 'unknown';

export function recordAfter({ code, outcome }: EncoderError): RecordAfter {
  // Read back as different and made invalid: it is known that nothing valid is there.
  if (code === 'verify-mismatch') return 'failed';
  if (outcome === 'unknown') return 'unknown';
  switch (code) {
    case 'not-found':
    case 'in-use':
    case 'not-an-encoder':
    case 'lost':
    case 'timeout':
    case 'frame-error':
    case 'syntax':
    case 'device-fault':
    case 'refused':
      return 'requested';
    case 'two-cards':
    case 'card-removed':
    case 'card-changed':
    case 'wrong-type':
    case 'foreign':
    case 'still-valid':
    case 'locked':
    case 'key-mismatch':
      return 'waiting';
    case 'no-card':
    case 'write-protected':
    case 'verify-unreadable':
    case 'cancelled':
    case 'deadline':
      return 'failed';
  }
}

function retryAfter(code: EncoderErrorCode): Retry {
  switch (code) {
    case 'not-found':
    case 'in-use':
    case 'not-an-encoder':
    case 'lost':
    case 'timeout':
    case 'frame-error':
    case 'syntax':
    case 'device-fault':
      return 'reconnect';
    case 'no-card':
    case 'two-cards':
    case 'card-removed':
    case 'card-changed':
    case 'still-valid':
    case 'verify-unreadable':
    case 'cancelled':
    case 'deadline':
      return 'same-card';
    case 'wrong-type':
    case 'foreign':
    case 'locked':
    case 'write-protected':
    case 'key-mismatch':
    case 'verify-mismatch':
      return 'other-card';
    case 'refused':
      return 'no';
  }
}
