import {
  allocateDoorcode,
  generateAllowed,
  keepOrAllocate,
  type Allocation,
  type AllocationRequest,
} from '#domain/credentials/allocation';
import { claimedInterval, claimsOf, claimsOfEntry, type CodeClaim } from '#domain/credentials/code-claim';
import { lockIdsOf } from '#domain/key/opened-doors';
import { setDoorcode } from '#domain/credentials/doorcode-edits';
import type { Actor, Doorcode, Key } from '#domain/key/key';
import type { KeySituation } from '#domain/situation/key-situation';
import type { TimelineNote } from '#domain/key/timeline';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';

/** Codes that are looked up one by one before the whole property's are gathered. */
const lookUps = 40;

export interface CodeFacts {
  readonly situation: KeySituation;
  readonly by: Actor;
}

/** Every doorcode of the key: kept where it is still free, drawn where it is missing, without digits where it cannot be. */
export async function withCodes(
  view: View,
  base: Pick<Base, 'random'>,
  facts: CodeFacts,
): Promise<{ readonly key: Key; readonly notes: readonly TimelineNote[] }> {
  const { reservation, settings, now } = facts.situation;
  let { key } = facts.situation;
  const notes: TimelineNote[] = [];
  for (const person of key.people) {
    if (person.doorcode === null) continue;
    const allocation = await allocationFor(view, base, { ...facts.situation, key }, person.doorcode);
    const isKnown = allocation.outcome === 'unassigned' && allocation.reason === person.doorcode.unassigned;
    if (isKnown) continue;
    const edit = setDoorcode(key, person.personId, allocation, {
      by: facts.by,
      at: now,
      reservation,
      zone: settings.zone,
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
  situation: KeySituation,
  doorcode: Doorcode,
): Promise<Allocation> {
  const { key, settings, doors, locks, reservation, now } = situation;
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
    interval: claimedInterval(key, settings) ?? { from: now, to: now },
    pick: (below) => base.random.integer(below),
  };
  const claims = (codes: readonly string[] | null): Promise<readonly CodeClaim[]> =>
    otherClaims(view, { doorcode, situation, lockIds: request.lockIds, codes });
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
    readonly situation: KeySituation;
    readonly codes: readonly string[] | null;
  },
): Promise<readonly CodeClaim[]> {
  const { doorcode, situation, lockIds, codes } = facts;
  const found = await view.getMany({
    live: { collection: 'keys', index: 'liveCode', values: codes ?? [] },
    entries: { collection: 'entries', index: 'lock', values: lockIds },
  });
  const live = codes === null ? await view.find('keys', 'liveCode', {}) : [...found.live.values()].flat();
  const doors = live.length === 0 ? situation.doors : new Map((await view.all('doors')).map((door) => [door.id, door]));
  const ofKeys = live.flatMap((key) =>
    claimsOf({ key, doors, settings: situation.settings, except: doorcode.credentialId }),
  );
  const ofLocks = [...found.entries.values()]
    .flat()
    .filter((entry) => entry.credentialId !== doorcode.credentialId)
    .flatMap(claimsOfEntry);
  return [...ofKeys, ...ofLocks].filter((claim) => codes === null || codes.includes(claim.code));
}
