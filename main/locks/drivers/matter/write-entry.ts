import './matter-settings.ts';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { StatusResponseError } from '@matter/main/types';
import type { LockLimits, LockRef } from '#domain/house/door';
import type { LockContent } from '#domain/locks/lock-entry';
import type { PutOrder, RemoveOrder } from '#main/locks/lock-driver';
import { heldEntry, isRestrictedTo, mustHold, userTypeFor } from './held-entry.ts';
import type { HeldEntry } from './held-entry.ts';
import { LockRefusal } from './lock-answers.ts';
import { findUser, isChangeable, placesOfTag, refOf, tagNumber, tagOf } from './lock-access.ts';
import type { LockAccess, LockUser } from './lock-access.ts';
import { credentialOf } from './lock-credential.ts';
import { overlap, sameSchedules, toSchedules } from './window-schedules.ts';
import type { WantedSchedules } from './window-schedules.ts';
import { addCode, changeCode, removeCode } from './write-code.ts';
import { writeSchedules, writeYearDay } from './write-schedules.ts';

const { Add, Modify } = DoorLock.DataOperationType;
const { OccupiedEnabled, OccupiedDisabled } = DoorLock.UserStatus;

/**
 * Makes the lock hold this entry and nothing else under its tag, whatever an earlier attempt left behind.
 *
 * The order of steps keeps every code or card inside every window it was ever wanted in, even if the last step never happens:
 * a new user is restricted before it has a schedule, and has its schedule before it has a code (without a schedule a
 * restricted user is refused, Cluster spec 5.2.6.18); a code and dates that change together pass through the overlap
 * of both windows; without overlap the old code goes first; week-day schedules change while the user is disabled.
 */
export async function putEntry(access: LockAccess, { tag, ref, content: order }: PutOrder): Promise<LockRef> {
  const { window } = order;
  if (window === null) throw new LockRefusal('unsupported', 'the lock keeps no dates');
  const content = { ...order, window };
  mustFit(access, content);
  const { user, free } = await findUser(access, tag, ref);
  if (user === null) return addEntry(access, tag, free, content);
  if (!isChangeable(access, user)) {
    await clear(access, user.userIndex, tag);
    return addEntry(access, tag, user.userIndex, content);
  }
  await changeEntry(access, await heldEntry(access, user), content);
  return verified(access, user.userIndex, tag, content);
}

/**
 * Removes every user with this tag, wherever one was expected: where a gateway was paired again, an older Portal may have left two.
 * Only where nobody knows what the lock holds are all of its users read for it.
 */
export async function removeEntry(access: LockAccess, { tag, ref }: RemoveOrder): Promise<void> {
  const { user } = await findUser(access, tag, ref);
  if (user !== null) await clear(access, user.userIndex, tag);
  for (const userIndex of await placesOfTag(access, tag)) await clear(access, userIndex, tag);
}

async function clear(access: LockAccess, userIndex: number, tag: string): Promise<void> {
  await access.commands.clearUser({ userIndex });
  access.places.remove(userIndex);
  const left = await access.commands.getUser({ userIndex });
  if (tagOf(left) === tag) throw new LockRefusal('rejected', 'read back: user still there');
}

async function addEntry(access: LockAccess, tag: string, free: number | null, content: LockContent): Promise<LockRef> {
  if (free === null) throw new LockRefusal('no-space', 'every user place is taken');
  const wanted = toSchedules(content.window);
  await access.commands.setUser({
    operationType: Add,
    userIndex: free,
    userName: tag,
    userUniqueId: tagNumber(tag),
    userStatus: OccupiedEnabled,
    userType: userTypeFor(wanted),
    credentialRule: DoorLock.CredentialRule.Single,
  });
  access.places.put(free, tag);
  const empty = { yearDay: null, weekDays: [] };
  try {
    const added = { index: free, userType: userTypeFor(wanted), enabled: true, credentials: [], schedules: empty };
    await writeSchedules(access, added, wanted);
    await addCode(access, free, credentialOf(content));
  } catch (error) {
    // A user without a code opens nothing, but takes a place; a lock that fell silent is tidied by the next attempt.
    if (error instanceof LockRefusal || error instanceof StatusResponseError)
      await access.commands.clearUser({ userIndex: free });
    throw error;
  }
  return verified(access, free, tag, content);
}

async function changeEntry(access: LockAccess, held: HeldEntry, content: LockContent): Promise<void> {
  const wanted = toSchedules(content.window);
  const credential = credentialOf(content);
  const present = held.credentials.find(({ type }) => type === credential.type);
  for (const extra of held.credentials.filter((each) => each !== present)) await removeCode(access, extra);
  const setCode = () =>
    present === undefined
      ? addCode(access, held.index, credential)
      : changeCode(access, held.index, present, credential);
  const before = held.schedules.yearDay;
  if (present === undefined || before === null || !onlyDatesDiffer(held, wanted)) {
    await whileDisabled(access, held, wanted, setCode);
    return;
  }
  if (sameSchedules(held.schedules, wanted)) {
    await setCode();
    return;
  }
  const { yearDay } = wanted;
  const both = overlap(before, yearDay);
  if (both === null) {
    await removeCode(access, present);
    await writeYearDay(access, held.index, yearDay);
    await addCode(access, held.index, credential);
    return;
  }
  await writeYearDay(access, held.index, both);
  await setCode();
  await writeYearDay(access, held.index, yearDay);
}

/** True when the entry works, and at most its dates are to change: one command, which the lock does at once. */
function onlyDatesDiffer(held: HeldEntry, wanted: WantedSchedules): boolean {
  return (
    held.enabled &&
    isRestrictedTo(held.userType, wanted) &&
    held.schedules.yearDay !== null &&
    sameSchedules({ ...held.schedules, yearDay: null }, { ...wanted, yearDay: null })
  );
}

async function whileDisabled(
  access: LockAccess,
  held: HeldEntry,
  wanted: WantedSchedules,
  change: () => Promise<void>,
): Promise<void> {
  await modifyUser(access, held.index, { userStatus: OccupiedDisabled, userType: userTypeFor(wanted) });
  await writeSchedules(access, held, wanted);
  await change();
  await modifyUser(access, held.index, { userStatus: OccupiedEnabled, userType: null });
}

async function modifyUser(
  { commands }: LockAccess,
  userIndex: number,
  change: { readonly userStatus: DoorLock.UserStatus; readonly userType: DoorLock.UserType | null },
): Promise<void> {
  const unchanged = { userName: null, userUniqueId: null, credentialRule: null };
  await commands.setUser({ operationType: Modify, userIndex, ...unchanged, ...change });
}

async function verified(access: LockAccess, index: number, tag: string, wanted: LockContent): Promise<LockRef> {
  const user: LockUser = await access.commands.getUser({ userIndex: index });
  if (tagOf(user) !== tag) throw new LockRefusal('rejected', 'read back: user not there');
  mustHold(await heldEntry(access, user), wanted);
  return refOf(index);
}

/** What needs no radio to be known to fail. */
function mustFit(access: LockAccess, { kind, code, window }: LockContent): void {
  const { limits } = access;
  if (kind === 'card') mustFitCard(access, code);
  else mustFitCode(limits, code);
  if (window.from >= window.to) throw new LockRefusal('bad-value', 'the window ends before it starts');
  if (limits.windows === 'none') throw new LockRefusal('unsupported', 'the lock keeps no dates');
  if (toSchedules(window).weekDays.length > 0 && limits.windows !== 'dates-and-weekly') {
    throw new LockRefusal('unsupported', 'the lock keeps no days and hours together with dates');
  }
}

function mustFitCode({ codeLength: { min, max } }: LockLimits, code: string): void {
  if (!/^\d+$/.test(code) || code.length < min || code.length > max) {
    throw new LockRefusal('bad-value', `codes have ${min} to ${max} digits`);
  }
}

function mustFitCard({ cards }: LockAccess, uid: string): void {
  if (cards === null) throw new LockRefusal('unsupported', 'the lock takes no cards');
  const bytes = uid.length / 2;
  if (!/^([\da-f]{2})+$/.test(uid) || bytes < cards.min || bytes > cards.max) {
    throw new LockRefusal('bad-value', `cards have ${cards.min} to ${cards.max} bytes`);
  }
}
