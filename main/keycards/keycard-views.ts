import type { CardWritingView, KeycardView } from '#api/keycards';
import { kindOf, type CardWriting } from '#domain/cards/card-writing';
import { entryIdOf } from '#domain/locks/entry-plan';
import type { CredentialId, DoorId } from '#domain/ids';
import { doorsBehind } from '#domain/key/opened-doors';
import { heldKeycards, type HeldKeycard } from '#domain/situation/held-keycards';
import type { KeySituation } from '#domain/situation/key-situation';
import { localAt, type ZoneName } from '#domain/time/time';
import type { View } from '#main/storage/store';

/** "card …580": as much of a UID as the desk reads. */
export function uidEnd(uid: string | null): string | null {
  return uid === null ? null : uid.slice(-3);
}

/** Every keycard of a key as Key Details shows it. */
export async function keycardViews(
  view: View,
  situation: KeySituation,
): Promise<ReadonlyMap<CredentialId, KeycardView>> {
  const held = [...heldKeycards(situation).values()];
  const written = held.flatMap(({ writing }) => writing?.content.doors.map(({ doorId }) => doorId) ?? []);
  const names = await doorNamesById(view, written);
  const views = new Map<CredentialId, KeycardView>();
  for (const each of held) {
    const { credential, card, isTheirs, writing, encoding } = each;
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
      writing: writing === null ? null : cardWritingView(writing, names, situation.settings.zone),
      encoding,
      locks: atLocks(situation, each),
    });
  }
  return views;
}

/** @param names Of the doors on the card; see `doorNamesById`. */
export function cardWritingView(
  writing: CardWriting,
  names: ReadonlyMap<string, string>,
  zone: ZoneName,
): CardWritingView {
  const { id, state, why, content, encoder, by, requestedAt, endedAt } = writing;
  return {
    id,
    state,
    why,
    kind: kindOf(writing),
    from: localAt(content.from, zone),
    until: localAt(content.to, zone),
    doors: content.doors.flatMap(({ doorId }) => names.get(doorId) ?? []),
    encoder,
    by,
    at: endedAt ?? requestedAt,
  };
}

/** Those that are still in the house. */
export async function doorNamesById(view: View, ids: readonly DoorId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { doors } = await view.getMany({ doors: { collection: 'doors', ids } });
  return new Map([...doors].map(([id, { name }]) => [id, name]));
}

/** At how many of the key's locks that take cards this one was read to be. */
function atLocks(situation: KeySituation, { credential }: HeldKeycard): KeycardView['locks'] {
  if (credential.kind === 'one-shot') return { provisioned: 0, doors: 0 };
  const { key, doors, locks, entries } = situation;
  const own = key.doors.filter((door) => door.revoked === null && door.allowProvisioning);
  const lockIds = doorsBehind(own, doors).flatMap(({ door }) => door.lockId ?? []);
  const taking = [...new Set(lockIds)].filter((id) => locks.get(id)?.limits.cards === true);
  const there = taking.filter((lockId) => {
    const entry = entries.get(entryIdOf({ lockId, credentialId: credential.credentialId }));
    return entry !== undefined && entry.wanted !== null && entry.held !== null && entry.job === null;
  });
  return { provisioned: there.length, doors: taking.length };
}
