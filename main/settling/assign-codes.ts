import {
  allocateDoorcode,
  generateAllowed,
  keepOrAllocate,
  type Allocation,
  type AllocationRequest,
} from '#domain/credentials/allocation';
import { claimedInterval, claimsOf, claimsOfEntry, lockIdsOf, type CodeClaim } from '#domain/credentials/code-claim';
import { setDoorcode } from '#domain/credentials/doorcode-edits';
import type { Actor, Doorcode, Key } from '#domain/key/key';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import type { Surroundings } from './surroundings.ts';

/** Codes that are looked up one by one before the whole property's are gathered. */
const lookUps = 40;

export interface CodeFacts {
  readonly key: Key;
  readonly by: Actor;
  readonly around: Surroundings;
  readonly now: InstantText;
}

/** Every doorcode of the key: kept where it is still free, drawn where it is missing, without digits where it cannot be. */
export async function withCodes(
  view: View,
  base: Pick<Base, 'random'>,
  facts: CodeFacts,
): Promise<{ readonly key: Key; readonly notes: readonly TimelineNote[] }> {
  let { key } = facts;
  const notes: TimelineNote[] = [];
  for (const person of facts.key.people) {
    if (person.doorcode === null) continue;
    const allocation = await allocationFor(view, base, { ...facts, key }, person.doorcode);
    const isKnown = allocation.outcome === 'unassigned' && allocation.reason === person.doorcode.unassigned;
    if (isKnown) continue;
    const edit = setDoorcode(key, person.personId, allocation, {
      by: facts.by,
      at: facts.now,
      reservation: facts.around.reservation,
      zone: facts.around.settings.zone,
    });
    if (edit.outcome !== 'changed') continue;
    // What staff did is one version, whatever follows from it.
    key = { ...edit.key, version: key.version };
    notes.push(...edit.notes);
  }
  return { key, notes };
}

/** What the allocation rule answers for one doorcode of a key now. Reads only. */
export async function allocationFor(
  view: View,
  base: Pick<Base, 'random'>,
  facts: CodeFacts,
  doorcode: Doorcode,
): Promise<Allocation> {
  const { key, around } = facts;
  const { settings, doors, locks, reservation } = around;
  const due = generateAllowed(settings, key.source === 'manual' ? null : (reservation?.state ?? null));
  if (!due.allowed && doorcode.code === null) return { outcome: 'unassigned', reason: due.reason, heldBy: null };

  const lockIds = lockIdsOf(key, doors);
  const request: Omit<AllocationRequest, 'claims'> = {
    policy: doorcode.policy,
    asked: doorcode.asked,
    length: settings.codeLength,
    limits: lockIds.flatMap((id) => locks.get(id)?.limits ?? []),
    avoid: key.doors.flatMap(({ arrival, departure }) => [arrival, departure]),
    lockIds,
    interval: claimedInterval(key, settings) ?? { from: facts.now, to: facts.now },
    pick: (below) => base.random.integer(below),
  };
  const claims = (codes: readonly string[] | null): Promise<readonly CodeClaim[]> =>
    otherClaims(view, { doorcode, around, lockIds: request.lockIds, codes });
  return allocate(doorcode, request, claims);
}

/**
 * Asks who holds a code only for the codes that come up: a hotel has thousands of live keys, and a draw hardly ever hits
 * one of theirs. When draw after draw is taken, all of them are gathered and the domain's exhaustive walk decides.
 */
async function allocate(
  doorcode: Doorcode,
  request: Omit<AllocationRequest, 'claims'>,
  claims: (codes: readonly string[] | null) => Promise<readonly CodeClaim[]>,
): Promise<Allocation> {
  if (request.policy !== 'random') {
    const asked = request.asked === null ? [] : [request.asked];
    return keepOrAllocate(doorcode.code, { ...request, claims: await claims(asked) });
  }
  let candidate = doorcode.code;
  for (let draw = 0; draw < lookUps; draw += 1) {
    const known = candidate === null ? [] : await claims([candidate]);
    const allocation = keepOrAllocate(candidate, { ...request, claims: known });
    if (allocation.outcome === 'unassigned' || allocation.code === candidate) return allocation;
    candidate = allocation.code;
  }
  return allocateDoorcode({ ...request, claims: await claims(null) });
}

/** What every other live key holds, and what the locks at hand may still hold of ended ones. @param codes null: any. */
async function otherClaims(
  view: View,
  facts: Pick<AllocationRequest, 'lockIds'> & {
    readonly doorcode: Doorcode;
    readonly around: Surroundings;
    readonly codes: readonly string[] | null;
  },
): Promise<readonly CodeClaim[]> {
  const { doorcode, around, codes } = facts;
  const live =
    codes === null
      ? await view.find('keys', 'liveCode', {})
      : (await Promise.all(codes.map((code) => view.find('keys', 'liveCode', { value: code })))).flat();
  const doors = live.length === 0 ? around.doors : new Map((await view.all('doors')).map((door) => [door.id, door]));
  const ofKeys = live.flatMap((key) =>
    claimsOf({ key, doors, settings: around.settings, except: doorcode.credentialId }),
  );
  const entries = await Promise.all(facts.lockIds.map((lockId) => view.find('entries', 'lock', { value: lockId })));
  const ofLocks = entries
    .flat()
    .filter((entry) => entry.credentialId !== doorcode.credentialId)
    .flatMap(claimsOfEntry);
  return [...ofKeys, ...ofLocks].filter((claim) => codes === null || codes.includes(claim.code));
}
