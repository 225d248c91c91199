import { overlaps, type Interval } from '#domain/key/access-window';
import type { CodeClaim } from './code-claim.ts';
import type { LockLimits } from '#domain/house/door';
import type { KeyId, LockId } from '#domain/ids';
import type { AllocationPolicy, UnassignedReason } from '#domain/key/key';
import type { StayState } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import { isWeak } from './weak-code.ts';

export interface AllocationRequest {
  readonly policy: AllocationPolicy;
  /** The code that staff ask for with Preferred and Strict; null with Random. */
  readonly asked: string | null;
  /** Digits in a random code: the property's rule. */
  readonly length: number;
  /** Of the locks of all doors, linked ones included. */
  readonly limits: readonly LockLimits[];
  /** What every other live credential holds; not the claim of the credential that asks. */
  readonly claims: readonly CodeClaim[];
  /** Dates of the stay: a code that spells one is weak. `2026-11-23` or local date-times. */
  readonly avoid: readonly string[];
  readonly lockIds: readonly LockId[];
  /** As `claimedInterval` gives it. */
  readonly interval: Interval;
  /** An even draw from 0 to `below - 1`, fit for secrets. */
  readonly pick: (below: number) => number;
}

export type Allocation =
  | { readonly outcome: 'assigned'; readonly code: string }
  | { readonly outcome: 'unassigned'; readonly reason: UnassignedReason; readonly heldBy: KeyId | null };

/** Draws before the walk: enough while half the codes are free, and a bound when few are. */
const draws = 64;

/**
 * Random: drawn among the codes that the property and every lock accept, that are not weak, that no other key holds on
 * one of the locks in that time, and that nobody has reserved. Preferred: the asked code, if free in that sense.
 * Strict: the asked code, if nobody else in the property holds it at all. Never another code than the asked one.
 * None at all where a lock makes its own codes.
 */
export function allocateDoorcode(request: AllocationRequest): Allocation {
  if (request.policy === 'random') return drawCode(request);
  const { asked } = request;
  if (asked === null) return unassigned('not-accepted-by-lock');
  return refusalOf(asked, request) ?? { outcome: 'assigned', code: asked };
}

/**
 * As `allocateDoorcode`, but the code that the key has is kept where it is still right: after a change of dates, a room
 * move, a restored key.
 */
export function keepOrAllocate(current: string | null, request: AllocationRequest): Allocation {
  const wanted = request.policy === 'random' ? current : request.asked;
  const mayKeep = current !== null && current === wanted && refusalOf(current, { ...request, avoid: [] }) === null;
  return mayKeep ? { outcome: 'assigned', code: current } : allocateDoorcode(request);
}

export type Generation =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: Extract<UnassignedReason, 'type-disabled' | 'not-yet-due'> };

/** Whether a PMS key's doorcode may be drawn yet. @param stayState null for a manual key, which never waits. */
export function generateAllowed(
  settings: Pick<PropertySettings, 'doorcodes' | 'generateCodes'>,
  stayState: StayState | null,
): Generation {
  if (stayState === null) return { allowed: true };
  if (!settings.doorcodes) return { allowed: false, reason: 'type-disabled' };
  if (stayState === 'in-house') return { allowed: true };
  const early = stayState === 'expected' && settings.generateCodes === 'when-the-reservation-arrives';
  return early ? { allowed: true } : { allowed: false, reason: 'not-yet-due' };
}

function drawCode(request: AllocationRequest): Allocation {
  const { length, limits, pick } = request;
  if (limits.some(makesItsOwn)) return unassigned('computed-by-lock');
  if (!limits.every((lock) => takesLength(lock, length))) {
    return unassigned('not-accepted-by-lock');
  }
  const taken = new Set(request.claims.filter((claim) => collides(claim, request)).map(({ code }) => code));
  const isFree = (code: string): boolean => !taken.has(code) && !isWeak(code, request.avoid);
  for (let draw = 0; draw < draws; draw += 1) {
    const code = randomDigits(length, pick);
    if (isFree(code)) return { outcome: 'assigned', code };
  }
  const size = 10 ** length;
  const start = Number(randomDigits(length, pick));
  for (let step = 0; step < size; step += 1) {
    const code = String((start + step) % size).padStart(length, '0');
    if (isFree(code)) return { outcome: 'assigned', code };
  }
  return unassigned('no-code-left');
}

function refusalOf(code: string, request: AllocationRequest): Allocation | null {
  if (request.limits.some(makesItsOwn)) return unassigned('computed-by-lock');
  if (!isAccepted(code, request.limits)) return unassigned('not-accepted-by-lock');
  if (isWeak(code, request.avoid)) return unassigned('too-weak');
  const same = request.claims.filter((claim) => claim.code === code);
  const reserved = same.find((claim) => claim.policy === 'strict');
  if (reserved !== undefined) return unassigned('reserved-by-strict', reserved.keyId);
  const holder = same.find((claim) => request.policy === 'strict' || collides(claim, request));
  return holder === undefined ? null : unassigned('held-by-another-key', holder.keyId);
}

function isAccepted(code: string, limits: readonly LockLimits[]): boolean {
  return /^\d{1,16}$/.test(code) && limits.every((lock) => takesLength(lock, code.length));
}

function makesItsOwn({ codes }: LockLimits): boolean {
  return codes === 'computed';
}

function takesLength({ codeLength }: LockLimits, length: number): boolean {
  return length >= codeLength.min && length <= codeLength.max;
}

function collides(claim: CodeClaim, request: AllocationRequest): boolean {
  if (claim.policy === 'strict') return true;
  return overlaps(claim, request.interval) && claim.lockIds.some((lockId) => request.lockIds.includes(lockId));
}

function randomDigits(length: number, pick: (below: number) => number): string {
  return Array.from({ length }, () => String(pick(10))).join('');
}

function unassigned(reason: UnassignedReason, heldBy: KeyId | null = null): Allocation {
  return { outcome: 'unassigned', reason, heldBy };
}
