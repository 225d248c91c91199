import type { Allocation } from './allocation.ts';
import type { CredentialId, PersonId } from '#domain/ids';
import { changed, refused, type EditContext, type KeyEdit } from '#domain/key/key-edit';
import type { AllocationPolicy, Doorcode, Key, UnassignedReason } from '#domain/key/key';

/** A doorcode before its digits are allocated. @param waitsFor Why they are not yet; null: at once. */
export function newDoorcode(facts: {
  readonly credentialId: CredentialId;
  readonly policy: AllocationPolicy;
  readonly asked: string | null;
  readonly waitsFor: UnassignedReason | null;
}): Doorcode {
  const { credentialId, policy, asked, waitsFor } = facts;
  return { credentialId, policy, asked, code: null, unassigned: waitsFor, assignedAt: null };
}

export interface PolicyChoice {
  readonly policy: AllocationPolicy;
  /** With Preferred and Strict; null with Random. */
  readonly asked: string | null;
  /** For a person who has no doorcode yet. */
  readonly newId: () => string;
}

/** The doorcode loses its digits unless they are the asked ones; Random keeps what it has until it is regenerated. */
export function setDoorcodePolicy(key: Key, personId: PersonId, choice: PolicyChoice, context: EditContext): KeyEdit {
  const { policy, asked } = choice;
  if ((policy === 'random') !== (asked === null)) return refused('invalid-input');
  const person = key.people.find((each) => each.personId === personId);
  if (person === undefined) return refused('not-found');
  const credentialId = person.doorcode?.credentialId ?? (choice.newId() as CredentialId);
  const fresh = newDoorcode({ credentialId, policy, asked, waitsFor: null });
  const isKept = person.doorcode !== null && (policy === 'random' || person.doorcode.code === asked);
  const doorcode = isKept && person.doorcode !== null ? { ...person.doorcode, policy, asked } : fresh;
  return changed(withDoorcode(key, personId, doorcode), context, {
    notes: [{ kind: 'key-changed', facts: { change: 'doorcode-policy', policy } }],
    codeNeeded: true,
  });
}

/** The circle icon: a random doorcode is drawn anew; an asked one is asked for again. */
export function regenerate(key: Key, personId: PersonId, context: EditContext): KeyEdit {
  const doorcode = key.people.find((each) => each.personId === personId)?.doorcode;
  if (doorcode === undefined || doorcode === null) return refused('not-found');
  const empty = { ...doorcode, code: null, unassigned: null, assignedAt: null };
  return changed(withDoorcode(key, personId, empty), context, {
    notes: [{ kind: 'key-changed', facts: { change: 'doorcode-regenerated' } }],
    codeNeeded: true,
  });
}

/** The Doorcode switch of a person turned off: no lock keeps the code. */
export function removeDoorcode(key: Key, personId: PersonId, context: EditContext): KeyEdit {
  const person = key.people.find((each) => each.personId === personId);
  if (person === undefined || person.doorcode === null) return refused('not-found');
  const people = key.people.map((each) => (each.personId === personId ? { ...each, doorcode: null } : each));
  return changed({ ...key, people }, context, {
    notes: [{ kind: 'key-changed', facts: { change: 'doorcode-removed' } }],
    codeNeeded: false,
  });
}

/** What `allocateDoorcode` or `keepOrAllocate` gave; the same code as before leaves the moment it was assigned. */
export function setDoorcode(key: Key, personId: PersonId, allocation: Allocation, context: EditContext): KeyEdit {
  const doorcode = key.people.find((each) => each.personId === personId)?.doorcode;
  if (doorcode === undefined || doorcode === null) return refused('not-found');
  if (allocation.outcome === 'unassigned') {
    const none = { ...doorcode, code: null, unassigned: allocation.reason, assignedAt: null };
    const facts = { reason: allocation.reason };
    return changed(withDoorcode(key, personId, none), context, {
      notes: [{ kind: 'doorcode-unassigned', facts }],
      codeNeeded: false,
    });
  }
  const isSame = doorcode.code === allocation.code;
  const assignedAt = isSame ? doorcode.assignedAt : context.at;
  const assigned = { ...doorcode, code: allocation.code, unassigned: null, assignedAt };
  return changed(withDoorcode(key, personId, assigned), context, {
    notes: isSame ? [] : [{ kind: 'doorcode-assigned', facts: { policy: doorcode.policy } }],
    codeNeeded: false,
  });
}

function withDoorcode(key: Key, personId: PersonId, doorcode: Doorcode): Key {
  return { ...key, people: key.people.map((each) => (each.personId === personId ? { ...each, doorcode } : each)) };
}
