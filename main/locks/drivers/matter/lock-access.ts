import './matter-settings.ts';
import type { ClientNode, Endpoint } from '@matter/main';
import type { DoorLock } from '@matter/main/clusters/door-lock';
import type { LockLimits, LockRef } from '#domain/house/door';
import type { KnownPlaces } from './known-places.ts';
import { lockCommands } from './lock-commands.ts';
import type { LockCommands } from './lock-commands.ts';

/** One lock for the time of one call. */
export interface LockAccess {
  readonly commands: LockCommands;
  readonly limits: LockLimits;
  readonly cards: CardLimits | null;
  /** How the lock numbers Portal's fabric: whoever else made a user has another number. */
  readonly fabricIndex: number | null;
  readonly places: KnownPlaces;
}

/** What a lock takes of cards. */
export interface CardLimits {
  /** Bytes in a UID. */
  readonly min: number;
  readonly max: number;
  /** How many cards it holds. */
  readonly places: number;
}

export type LockUser = DoorLock.GetUserResponse;

export interface Found {
  readonly user: LockUser | null;
  /** A free place; null when the lock is full, or when nobody looked because the user was where it was expected. */
  readonly free: number | null;
}

export function lockAccess(
  node: ClientNode,
  endpoint: Endpoint,
  { limits, cards, places, signal }: Pick<LockAccess, 'limits' | 'cards' | 'places'> & { readonly signal: AbortSignal },
): LockAccess {
  const fabricIndex = node.maybeStateOf('commissioning')?.['fabricIndexOnPeer'];
  return {
    commands: lockCommands(node, endpoint, signal),
    limits,
    cards,
    fabricIndex: typeof fabricIndex === 'number' ? fabricIndex : null,
    places,
  };
}

/**
 * @returns the tag of an entry that Portal made, null for everybody else's. Known by its name and the number that goes with it,
 * whoever the lock says made it: a gateway that was paired anew numbers Portal's fabric anew, and what Portal wrote before still opens.
 */
export function tagOf(user: LockUser): string | null {
  const name = user.userName;
  if (name === null || user.userUniqueId !== tagNumber(name)) return null;
  return name;
}

/**
 * The user with this tag: where `ref` says, else where it was last seen, else wherever it is. Only when nothing is known of
 * the lock is it asked for one user after the other.
 */
export async function findUser(access: LockAccess, tag: string, ref: LockRef | null): Promise<Found> {
  const { commands, limits, places } = access;
  const expected = (ref === null ? null : indexOf(ref)) ?? places.placeOf(tag);
  if (expected !== null && expected >= 1 && expected <= limits.places) {
    const user = await commands.getUser({ userIndex: expected });
    if (tagOf(user) === tag) return { user, free: null };
    places.forget();
  }
  const free = places.freePlace(limits.places);
  if (free !== null && isFree(await commands.getUser({ userIndex: free }))) return { user: null, free };
  return walk(access, tag);
}

async function walk(access: LockAccess, tag: string): Promise<Found> {
  access.places.forget();
  const users = await allUsers(access, (user) => tagOf(user) === tag);
  const user = users.find((candidate) => tagOf(candidate) === tag) ?? null;
  if (user !== null) return { user, free: null };
  access.places.learn(new Map(users.map((each) => [each.userIndex, tagOf(each)])));
  return { user, free: freePlace(users, access.limits.places) };
}

/** Whether the lock lets Portal change the user: the fabric that made it may, any other can only clear it (Matter, Door Lock cluster, SetUser). */
export function isChangeable({ fabricIndex }: LockAccess, { creatorFabricIndex }: LockUser): boolean {
  return fabricIndex === null || creatorFabricIndex === fabricIndex;
}

/** Where users with this tag are. All users are read where nobody knows what the lock holds. */
export async function placesOfTag(access: LockAccess, tag: string): Promise<readonly number[]> {
  const known = access.places.placesOf(tag);
  if (known !== null) return known;
  const users = await allUsers(access);
  access.places.learn(new Map(users.map((user) => [user.userIndex, tagOf(user)])));
  return access.places.placesOf(tag) ?? [];
}

/** Every user of the lock in order of index, up to the first one that `enough` accepts. */
export async function allUsers(
  { commands }: LockAccess,
  enough: (user: LockUser) => boolean = () => false,
): Promise<readonly LockUser[]> {
  const users: LockUser[] = [];
  for (let next: number | null = 1; next !== null;) {
    const user: LockUser = await commands.getUser({ userIndex: next });
    if (!isFree(user)) users.push(user);
    if (users.length > 0 && enough(user)) break;
    // A lock that points backwards would keep us here for ever.
    next = user.nextUserIndex !== null && user.nextUserIndex > next ? user.nextUserIndex : null;
  }
  return users;
}

const AVAILABLE = 0;

function isFree({ userStatus }: LockUser): boolean {
  return userStatus === null || userStatus === AVAILABLE;
}

function freePlace(users: readonly LockUser[], places: number): number | null {
  const taken = new Set(users.map(({ userIndex }) => userIndex));
  for (let index = 1; index <= places; index += 1) if (!taken.has(index)) return index;
  return null;
}

export function refOf(index: number): LockRef {
  return `user-${index}` as LockRef;
}

function indexOf(ref: LockRef): number | null {
  const index = Number(/^user-(\d+)$/.exec(ref)?.[1]);
  return Number.isInteger(index) ? index : null;
}

/** The user's unique id that goes with a tag (FNV-1a, 32 bit): tells Portal's users from others with a similar name. */
export function tagNumber(tag: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(tag)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
