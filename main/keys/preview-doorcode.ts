import type { PreviewDoorcodeInput } from '#api/key-inputs';
import type { CodeHolder, DoorcodePreview } from '#api/key-making';
import { doorsBehind, isStanding, lockIdsOf } from '#domain/key/opened-doors';
import { newDoorcode } from '#domain/credentials/doorcode-edits';
import { AppError } from '#domain/failure';
import type { CredentialId, KeyId } from '#domain/ids';
import type { Doorcode, Key } from '#domain/key/key';
import { newManualKey } from '#domain/acts/manual-key';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import { allocationFor } from '#main/settling/assign-codes';
import { periodOf } from '#domain/key/period';
import type { Door } from '#domain/house/door';
import type { KeySituation } from '#domain/situation/key-situation';
import { loadSituation, propertyOf } from '#main/settling/load-situation';
import { nameOf } from '#domain/text/names';

/** Whether the asked doorcode could be had now, by the rule that `settleKey` applies. Stores nothing. */
export async function previewDoorcode(
  view: View,
  base: Base,
  { input, names }: { readonly input: PreviewDoorcodeInput; readonly names: 'named' | 'unnamed' },
): Promise<DoorcodePreview> {
  const key = input.keyId === null ? await draftOf(view, base, input) : await view.get('keys', input.keyId);
  if (key === null) throw new AppError('not-found', 'looking at a doorcode');
  const situation = await loadSituation(view, key, base.clock.now());
  const allocation = await allocationFor(view, base, situation, askingFor(key, input));
  if (allocation.outcome === 'assigned') return { outcome: 'free', doors: standingDoors(situation).length };
  const { reason, heldBy } = allocation;
  const holder = heldBy === null || names === 'unnamed' ? null : await holderOf(view, situation, heldBy);
  return { outcome: 'not-free', reason, heldBy: holder };
}

/** The key that Add Key would make of these doors. */
async function draftOf(view: View, base: Base, input: PreviewDoorcodeInput): Promise<Key> {
  const settings = await propertyOf(view, 'looking at a doorcode');
  const person = { personId: 'preview' as never, firstName: '', lastName: '', doorcode: null, keycard: null };
  const doors = input.doors.map((door) => ({ ...door, weekdays: null, hours: null, allowProvisioning: true }));
  const draft = newManualKey(
    { id: 'preview' as KeyId, people: [person], doors, newId: () => 'preview' },
    { by: { kind: 'portal' }, at: base.clock.now(), zone: settings.zone },
  );
  if (draft.outcome === 'refused') throw new AppError(draft.reason, 'looking at a doorcode');
  return draft.key;
}

function askingFor(key: Key, { personId, policy, code }: PreviewDoorcodeInput): Doorcode {
  const present = key.people.find((person) => person.personId === personId)?.doorcode ?? null;
  const credentialId = present?.credentialId ?? ('preview' as CredentialId);
  const asked = newDoorcode({ credentialId, policy, asked: code, waitsFor: null });
  // The code that the person has already may be kept, whatever day it spells.
  return present?.code === code ? { ...present, policy, asked: code } : asked;
}

/** The doors that the code would open, each once. */
function standingDoors({ key, doors }: KeySituation): readonly Door[] {
  const standing = key.doors.filter((own) => isStanding(own));
  return [...new Set(doorsBehind(standing, doors).map(({ door }) => door))];
}

async function holderOf(view: View, asking: KeySituation, heldBy: KeyId): Promise<CodeHolder | null> {
  const holder = await view.get('keys', heldBy);
  if (holder === null) return null;
  const theirs = await loadSituation(view, holder, asking.now);
  const lockIds = new Set(lockIdsOf(holder, theirs.doors));
  const shared = standingDoors(asking).find(({ lockId }) => lockId !== null && lockIds.has(lockId));
  const [owner] = holder.people;
  return {
    keyId: holder.id,
    owner: owner === undefined ? '' : nameOf(owner),
    doorName: shared?.name ?? null,
    until: periodOf(holder).departure,
  };
}
