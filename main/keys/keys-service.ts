import type { KeyServices } from '#api/services';
import type { KeyDetails } from '#api/views';
import { editDoor, protectDoor, unprotectDoor } from '#domain/key/door-edits';
import { regenerate, removeDoorcode, setDoorcodePolicy } from '#domain/credentials/doorcode-edits';
import { AppError } from '#domain/failure';
import type { DoorId, KeyId } from '#domain/ids';
import { restoreDoor, restoreKey, revokeDoor, revokeKey } from '#domain/key/revoke-and-restore';
import { noteExport } from '#main/audit/note-export';
import type { Base } from '#main/base';
import { keycardViews } from '#main/keycards/keycard-views';
import { replanStay } from '#main/reservations/apply-stay';
import type { View } from '#main/storage/store';
import { alertViews, timelineViews } from '#main/timeline/views';
import { record } from '#main/timeline/record';
import { loadSituation } from '#main/settling/load-situation';
import { editKey } from '#main/settling/edit-key';
import { keyMaking } from './key-making.ts';
import { keyCounts } from './key-counts.ts';
import { detailsOf } from './key-views.ts';
import { listKeys } from './list-keys.ts';
import { giveUpAt, reprovisionKey, retryKeyNow } from './provision-key.ts';

/** Every use of keys that staff have, one function each. */
export function keysService(base: Base): KeyServices {
  const { store, clock } = base;
  return {
    ...keyMaking(base),

    counts: () => store.read(keyCounts),

    list: (input) => store.read((view) => listKeys(view, input, clock.now())),

    details: (id) => store.read((view) => details(base, view, id)),

    timeline: (id, limit) =>
      store.read(async (view) =>
        timelineViews(view, await view.find('timeline', 'key', { value: id }, { limit, descending: true })),
      ),

    timelineExported: ({ keyId, entries }, by) =>
      noteExport(base, { by, what: 'timeline-exported', keyId, facts: { entries: String(entries) } }),

    async showDoorcode({ keyId, personId }, by) {
      return store.transact(async (transaction) => {
        const key = await transaction.get('keys', keyId);
        const person = key?.people.find((each) => each.personId === personId);
        if (person === undefined) throw new AppError('not-found', 'showing a doorcode');
        await record(transaction, { at: clock.now(), by, notes: [{ kind: 'doorcode-shown', keyId }] });
        return { code: person.doorcode?.code ?? null };
      });
    },

    async setDoorcodePolicy({ keyId, personId, version, policy, code }, by) {
      return editKey(base, {
        keyId,
        version,
        by,
        undoable: 'policy',
        edit: (key, context) =>
          setDoorcodePolicy(
            key,
            personId,
            { policy, asked: policy === 'random' ? null : code, newId: () => base.random.id() },
            context,
          ),
      });
    },

    async regenerateDoorcode({ keyId, version, personId }, by) {
      await editKey(base, { keyId, version, by, edit: (key, context) => regenerate(key, personId, context) });
    },

    async removeDoorcode({ keyId, version, personId }, by) {
      await editKey(base, { keyId, version, by, edit: (key, context) => removeDoorcode(key, personId, context) });
    },

    async editDoor({ keyId, version, doorId, ...settings }, by) {
      return editKey(base, {
        keyId,
        version,
        by,
        undoable: 'edit-door',
        edit: (key, context) => editDoor(key, doorId, changedOnly(key, doorId, settings), context),
      });
    },

    async protect({ keyId, version, doorId, protect }, by) {
      await editKey(base, {
        keyId,
        version,
        by,
        edit: (key, context) => (protect ? protectDoor : unprotectDoor)(key, doorId, context),
        // What the PMS wanted meanwhile applies now.
        also: async (transaction, key) => {
          if (!protect && key.reservationId !== null) await replanStay(transaction, base, key.reservationId);
        },
      });
    },

    async revoke({ keyId, version, doorId }, by) {
      return editKey(base, {
        keyId,
        version,
        by,
        undoable: 'revoke',
        edit: (key, context) => (doorId === null ? revokeKey(key, context) : revokeDoor(key, doorId, context)),
      });
    },

    async restore({ keyId, version, doorId }, by) {
      return editKey(base, {
        keyId,
        version,
        by,
        undoable: 'restore',
        edit: (key, context) => (doorId === null ? restoreKey(key, context) : restoreDoor(key, doorId, context)),
      });
    },

    reprovision: (input, by) => reprovisionKey(base, input, by),
    retryNow: (input, by) => retryKeyNow(base, input, by),
    giveUp: (input, by) => giveUpAt(base, input, by),
  };
}

type EditedSettings = Parameters<typeof editDoor>[2];

/** Only what staff changed becomes theirs; the rest goes on following the PMS. */
function changedOnly(
  key: { readonly doors: readonly EditedSettings[] },
  doorId: DoorId,
  settings: EditedSettings,
): EditedSettings {
  const doors: readonly (EditedSettings & { readonly doorId?: DoorId })[] = key.doors;
  const present = doors.find((door) => door.doorId === doorId);
  if (present === undefined) return settings;
  const differs = ([field, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(present[field as keyof EditedSettings]);
  return Object.fromEntries(Object.entries(settings).filter(differs));
}

async function details(base: Base, view: View, id: KeyId): Promise<KeyDetails> {
  const key = await view.get('keys', id);
  if (key === null) throw new AppError('not-found', 'showing a key');
  const situation = await loadSituation(view, key, base.clock.now());
  const alerts = await alertViews(view, situation.alerts);
  return detailsOf(situation, { alerts, keycards: await keycardViews(view, situation) });
}
