import type { CardWritingView, KeycardView } from '#api/keycards';
import { kindOf, type CardWriting } from '#domain/cards/card-writing';
import { entryIdOf } from '#domain/locks/entry-plan';
import type { CredentialId, DoorId, LockId } from '#domain/ids';
import { localAt, type ZoneName } from '#domain/time/time';
import type { JoinedKey } from '#main/keys/key-doors-view';
import type { View } from '#main/storage/store';
import type { HeldKeycard } from '#main/settling/encoding';

/** "card …580": as much of a UID as the desk reads. */
export function uidEnd(uid: string | null): string | null {
  return uid === null ? null : uid.slice(-3);
}

/** Every keycard of a key as Key Details shows it. */
export async function keycardViews(view: View, joined: JoinedKey): Promise<ReadonlyMap<CredentialId, KeycardView>> {
  const views = new Map<CredentialId, KeycardView>();
  for (const held of joined.keycards.values()) {
    const { credential, card, isTheirs, writing, encoding } = held;
    const { credentialId, kind, policy, keycardId, unassigned, assignedAt } = credential;
    views.set(credentialId, {
      credentialId,
      kind,
      policy,
      keycardId,
      number: card?.number ?? null,
      name: card?.name ?? null,
      uidEnd: uidEnd(card?.uid ?? null),
      type: card?.type ?? null,
      unassigned,
      assignedAt,
      state: isTheirs ? (card?.state ?? null) : null,
      writing: writing === null ? null : await cardWritingView(view, writing, joined.settings.zone),
      encoding,
      locks: atLocks(joined, held),
    });
  }
  return views;
}

export async function cardWritingView(view: View, writing: CardWriting, zone: ZoneName): Promise<CardWritingView> {
  const { id, state, why, content, encoder, by, requestedAt, endedAt } = writing;
  return {
    id,
    state,
    why,
    kind: kindOf(writing),
    from: localAt(content.from, zone),
    until: localAt(content.to, zone),
    doors: await doorNames(
      view,
      content.doors.map(({ doorId }) => doorId),
    ),
    encoder,
    by,
    at: endedAt ?? requestedAt,
  };
}

export async function doorNames(view: View, ids: readonly DoorId[]): Promise<readonly string[]> {
  const doors = await Promise.all(ids.map((id) => view.get('doors', id)));
  return doors.flatMap((door) => door?.name ?? []);
}

/** At how many of the key's locks that take cards this one was read to be. */
function atLocks({ key, doors, locks, entries }: JoinedKey, { credential }: HeldKeycard): KeycardView['locks'] {
  if (credential.kind === 'one-shot') return { provisioned: 0, doors: 0 };
  const own = key.doors.filter((door) => door.revoked === null && door.allowProvisioning);
  const behind = own.flatMap(({ doorId, allowLinkedDoors }) => {
    const door = doors.get(doorId);
    const linked = allowLinkedDoors ? (door?.linkedDoorIds.map((id) => doors.get(id)) ?? []) : [];
    return [door, ...linked];
  });
  const taking = new Set(
    behind.flatMap((door): readonly LockId[] => {
      const lock = door?.lockId == null ? undefined : locks.get(door.lockId);
      return lock?.limits.cards === true ? [lock.id] : [];
    }),
  );
  const there = [...taking].filter((lockId) => {
    const entry = entries.get(entryIdOf({ lockId, credentialId: credential.credentialId }));
    return entry !== undefined && entry.wanted !== null && entry.held !== null && entry.job === null;
  });
  return { provisioned: there.length, doors: taking.size };
}
