import type { KeyDetails } from '#api/views';
import type { DoorId, PersonId } from '#domain/ids';
import { localAt, type ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { portal } from '../../channel/portal-client.ts';
import { useSeed } from '../../components/use-draft.ts';
import { useAct } from '../../channel/use-portal.ts';
import type { DoorRules } from '../../components/edit-door-form.ts';
import { pmsName } from '../../text/pms.ts';
import { actTexts, doorcodeActTexts } from './act-sentences.ts';
import { AllocationDialog } from './allocation-dialog.tsx';
import { EditDoorDialog } from './edit-door-dialog.tsx';
import { heldBy } from './held-credentials.ts';
import { closingWith, nameOf, openingWith, ownersOf } from './key-act.ts';
import { PortalRoomDialog } from './portal-room-dialog.tsx';
import type { Place, Said } from './said-note.tsx';

/** A form over the key, opened from a door's menu or a doorcode's card. */
export type KeyForm =
  | { readonly form: 'edit-door' | 'portal-room'; readonly doorId: DoorId }
  | { readonly form: 'stay' | 'add-doors' | 'add-person' }
  | { readonly form: 'move-room'; readonly doorId: DoorId }
  | { readonly form: 'allocation'; readonly personId: PersonId };

type DoorForm = Extract<KeyForm, { form: 'edit-door' | 'portal-room' }>;

export interface KeyDialogProps<F extends KeyForm> {
  readonly opened: F;
  readonly details: KeyDetails;
  readonly zone: ZoneName;
  /** @param version What Undo names; null: it cannot be taken back. */
  readonly onDone: (place: Place, text: string, version: number | null, tone?: Said['tone']) => void;
  readonly onClose: () => void;
}

export function EditDoorForm({ opened, details, zone, onDone, onClose }: KeyDialogProps<DoorForm>) {
  const { seed, showNow } = useSeed(details);
  const now = localAt(useNow(), zone);
  const edit = useAct(async (rules: DoorRules) => {
    const edit = { keyId: seed.id, version: seed.version, doorId: opened.doorId };
    const { version } = await portal.keys.editDoor.mutate({ ...edit, ...rules });
    onDone(`door/${opened.doorId}`, actTexts.editDoor.done, version);
  });
  const door = seed.doors.find((one) => one.doorId === opened.doorId);
  if (door === undefined) return null;
  return (
    <EditDoorDialog
      key={seed.version}
      door={door}
      owner={ownersOf(seed)}
      isManual={seed.source === 'manual'}
      linkedDoors={openingWith(door, seed)}
      closing={closingWith(door, seed)}
      held={heldBy(seed.people)}
      now={now}
      pending={edit.pending}
      failure={edit.failure}
      onUpdate={(rules) => void edit.run(rules)}
      onShowNow={() => {
        edit.reset();
        showNow();
      }}
      onClose={onClose}
    />
  );
}

export function PortalRoomForm({ opened, details, zone, onDone, onClose }: KeyDialogProps<DoorForm>) {
  const { seed, showNow } = useSeed(details);
  const save = useAct(async (protect: boolean) => {
    await portal.keys.protect.mutate({ keyId: seed.id, version: seed.version, doorId: opened.doorId, protect });
    onDone(`door/${opened.doorId}`, protect ? actTexts.protect.done : actTexts.unprotect.done, null);
  });
  const door = seed.doors.find((one) => one.doorId === opened.doorId);
  if (door === undefined) return null;
  const wantedDoor = seed.doors.find((one) => one.doorId === door.pmsWish?.doorId && one.doorId !== door.doorId);
  return (
    <PortalRoomDialog
      key={seed.version}
      door={door}
      system={pmsName(seed.connector)}
      wantedDoor={wantedDoor?.name ?? null}
      zone={zone}
      pending={save.pending}
      failure={save.failure}
      onSave={(protect) => void save.run(protect)}
      onShowNow={() => {
        save.reset();
        showNow();
      }}
      onClose={onClose}
    />
  );
}

export function AllocationForm({
  opened,
  details,
  onDone,
  onClose,
}: KeyDialogProps<Extract<KeyForm, { personId: PersonId }>>) {
  const { seed, showNow } = useSeed(details);
  const person = seed.people.find((one) => one.personId === opened.personId);
  const update = useAct(async (input: Parameters<Parameters<typeof AllocationDialog>[0]['onUpdate']>[0]) => {
    const { version } = await portal.keys.setDoorcodePolicy.mutate({
      keyId: seed.id,
      version: seed.version,
      personId: opened.personId,
      ...input,
    });
    const { people } = await portal.keys.details.query({ keyId: seed.id });
    const isAssigned = people.some((one) => one.personId === opened.personId && one.doorcode?.assigned === true);
    const place: Place = `doorcode/${opened.personId}`;
    const done = person?.doorcode === null ? doorcodeActTexts.added : doorcodeActTexts.updated;
    if (isAssigned) onDone(place, done, version);
    else onDone(place, doorcodeActTexts.updatedWithoutCode, version, 'failed');
  });
  if (person === undefined) return null;
  return (
    <AllocationDialog
      key={seed.version}
      owner={nameOf(person)}
      doorcode={person.doorcode}
      keyId={seed.id}
      personId={opened.personId}
      stay={seed.doors.flatMap((door) => [door.arrival, door.departure])}
      pending={update.pending}
      failure={update.failure}
      onUpdate={(input) => void update.run(input)}
      onShowNow={() => {
        update.reset();
        showNow();
      }}
      onClose={onClose}
    />
  );
}
