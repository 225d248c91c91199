import type { DoorId, PersonId } from '#domain/ids';
import type { InstantText } from '#domain/time/time';
import type { AlertView, DoorcodeState, KeyDetails, KeyDoorView } from '#api/views';
import { alertWords } from '../../text/alerts.ts';
import { attentionTexts as texts } from '../../text/attention.ts';
import { isInOrder, lockErrorTexts, stoppedTexts, whyUnassigned } from '../../text/doorcode.ts';
import { systemName } from '../../text/timeline.ts';
import { worksByCard } from './held-credentials.ts';

/** The one thing that mends what needs attention. */
export type Fix =
  | { readonly act: 'try-now'; readonly doorId: DoorId | null }
  | { readonly act: 'open-door'; readonly doorId: DoorId; readonly doorName: string }
  | { readonly act: 'edit-door'; readonly doorId: DoorId }
  | { readonly act: 'portal-room'; readonly doorId: DoorId }
  | { readonly act: 'edit-doorcode'; readonly personId: PersonId }
  | { readonly act: 'encode'; readonly personId: PersonId | null }
  | { readonly act: 'map-room' }
  | { readonly act: 'open-settings'; readonly tab: 'integrations' };

export interface AttentionItem {
  readonly id: string;
  readonly tone: 'warn' | 'bad';
  readonly title: string;
  readonly detail: string;
  /** The button that mends it first; a second one where looking is the next step. */
  readonly fixes: readonly Fix[];
}

/**
 * What on this key needs a person, worst first: taken from what the locks said, then from the office's alerts that say
 * something else. `time` writes a moment as the desk reads it.
 */
export function attentionItems(details: KeyDetails, time: (instant: InstantText) => string): readonly AttentionItem[] {
  const live = details.status === 'upcoming' || details.status === 'current';
  return [
    ...(live ? details.people.flatMap((person) => withoutDoorcode(person)) : []),
    ...details.doors.flatMap((door) => failed(door)),
    ...details.doors.flatMap((door) => waiting(door, details, time)),
    ...removal(details),
    ...(details.status === 'current' ? details.doors.flatMap((door) => notAllowed(door, details)) : []),
    ...details.doors.flatMap((door) => withheld(door, details)),
    ...details.alerts.filter((alert) => !isSaid(alert, details, live)).map((alert) => fromAlert(alert, details)),
    ...(live ? opensNothing(details) : []),
  ].toSorted((left, right) => weight(left) - weight(right));
}

function weight(item: AttentionItem): number {
  return item.tone === 'bad' ? 0 : 1;
}

function withoutDoorcode(person: KeyDetails['people'][number]): readonly AttentionItem[] {
  const { doorcode } = person;
  if (doorcode === null || doorcode.assigned || doorcode.unassigned === null || isInOrder(doorcode.unassigned))
    return [];
  return [
    {
      id: `no-doorcode/${person.personId}`,
      tone: worksByCard(person) ? 'warn' : 'bad',
      title: texts.noDoorcode(`${person.firstName} ${person.lastName}`),
      detail: whyUnassigned(doorcode.unassigned),
      fixes: [{ act: 'edit-doorcode', personId: person.personId }],
    },
  ];
}

function failed(door: KeyDoorView): readonly AttentionItem[] {
  const state = door.doorcode;
  if (state?.state !== 'failed') return [];
  const cause =
    state.error === null
      ? ''
      : ` ${capital(lockErrorTexts[state.error.kind].short)}. ${lockErrorTexts[state.error.kind].todo}`;
  return [
    {
      id: `failed/${door.doorId}`,
      tone: 'bad',
      title: texts.notWorking(door.name),
      detail: `${stoppedTexts[state.why]}${cause}`,
      fixes: [{ act: 'try-now', doorId: door.doorId }, openDoor(door)],
    },
  ];
}

function waiting(
  door: KeyDoorView,
  details: KeyDetails,
  time: (instant: InstantText) => string,
): readonly AttentionItem[] {
  const state = door.doorcode;
  if (state?.state !== 'waiting-for-lock') return [];
  const isOffline = door.lockOnline === 'offline';
  if (!isOffline && state.attempts === 0) return [];
  const cause = isOffline ? texts.offlineSince(offlineSince(door, time)) : causeOf(state);
  return [
    {
      id: `waiting/${door.doorId}`,
      tone: 'warn',
      title: texts.notWorkingYet(door.name),
      detail: `${cause} ${texts.others(details.doors.filter((other) => other.doorcode?.state === 'provisioned').length)}`,
      fixes: [{ act: 'try-now', doorId: door.doorId }, openDoor(door)],
    },
  ];
}

function causeOf(state: Extract<DoorcodeState, { readonly state: 'waiting-for-lock' }>): string {
  if (state.error === null) return texts.keepsTrying;
  return `${capital(lockErrorTexts[state.error.kind].short)}. ${lockErrorTexts[state.error.kind].todo}`;
}

function offlineSince(door: KeyDoorView, time: (instant: InstantText) => string): string | null {
  return door.lockOnlineSince === null ? null : time(door.lockOnlineSince);
}

function removal(details: KeyDetails): readonly AttentionItem[] {
  if (details.removal === null || details.removal.pending === 0) return [];
  const still = details.doors.filter((door) => door.doorcode?.state === 'removal-pending').map((door) => door.name);
  return [
    {
      id: 'removal',
      tone: 'warn',
      title: texts.removalPending(details.removal.pending, details.removal.of),
      detail: texts.removalDetail(details.removal.credentials, still),
      fixes: [{ act: 'try-now', doorId: null }],
    },
  ];
}

function notAllowed(door: KeyDoorView, details: KeyDetails): readonly AttentionItem[] {
  if (door.doorcode?.state !== 'pending-provisioning' || door.revokedAt !== null || door.linkedFrom !== null) return [];
  if (details.reservation !== null && details.reservation.state !== 'in-house') return [];
  return [
    {
      id: `not-allowed/${door.doorId}`,
      tone: 'warn',
      title: texts.notWorkingYet(door.name),
      detail: texts.allowProvisioning,
      fixes: [{ act: 'edit-door', doorId: door.doorId }],
    },
  ];
}

function withheld(door: KeyDoorView, details: KeyDetails): readonly AttentionItem[] {
  // A linked door repeats what its room says.
  if (door.pmsWish === null || door.linkedFrom !== null) return [];
  return [
    {
      id: `withheld/${door.doorId}`,
      tone: 'warn',
      title: texts.withheld(systemName(details.connector ?? 'PMS'), door.pmsWish.wish, door.name),
      detail: texts.withheldDetail,
      fixes: [{ act: 'portal-room', doorId: door.doorId }],
    },
  ];
}

function opensNothing(details: KeyDetails): readonly AttentionItem[] {
  if (details.doors.length > 0 || details.alerts.length > 0) return [];
  return [
    { id: 'no-doors', tone: 'warn', title: texts.noDoors, detail: texts.noDoorsDetail, fixes: [{ act: 'map-room' }] },
  ];
}

/** True when what the alert says is already on the panel, said by the door or the doorcode itself. */
function isSaid(alert: AlertView, details: KeyDetails, live: boolean): boolean {
  const at = details.doors.find((door) => door.doorId === alert.doorId);
  switch (alert.kind) {
    case 'no-doorcode':
      return live && details.people.some((person) => person.doorcode?.assigned === false);
    case 'write-waiting':
    case 'write-suspended':
    case 'write-given-up':
      // A door speaks of its doorcode.
      if (alert.facts['credential'] === 'card') return false;
      return at?.doorcode?.state === 'failed' || at?.doorcode?.state === 'waiting-for-lock';
    case 'removal-failing':
      return details.removal !== null && details.removal.pending > 0;
    case 'protected-door-cancelled':
      return at !== undefined && at.pmsWish !== null;
    case 'room-not-mapped':
    case 'no-room-assigned':
    case 'lock-full':
    case 'lock-differs':
    case 'pms-broken':
    case 'no-keycard':
    case 'encode-again':
      return false;
  }
}

function fromAlert(alert: AlertView, details: KeyDetails): AttentionItem {
  const { title, detail, fix } = alertWords(alert);
  return { id: alert.id, tone: 'bad', title, detail, fixes: alertFixes(alert, fix, details) };
}

function alertFixes(alert: AlertView, fix: ReturnType<typeof alertWords>['fix'], details: KeyDetails): readonly Fix[] {
  const personId = details.people[0]?.personId;
  if (fix === 'map-room') return [{ act: fix }];
  if (fix === 'open-settings') return [{ act: fix, tab: 'integrations' }];
  if (fix === 'try-now') return [{ act: fix, doorId: alert.doorId }];
  if (fix === 'edit-doorcode') return personId === undefined ? [] : [{ act: fix, personId }];
  if (fix === 'encode') return [{ act: fix, personId: toEncode(details) }];
  if (fix === 'wait' || alert.doorId === null) return [];
  if (fix === 'portal-room') return [{ act: fix, doorId: alert.doorId }];
  return [{ act: fix, doorId: alert.doorId, doorName: alert.doorName ?? '' }];
}

/** The first person with a card that waits for the encoder; null: whoever is first on the key. */
function toEncode({ people }: KeyDetails): PersonId | null {
  const due: readonly string[] = ['encode-again', 'not-finished', 'not-encoded'];
  return people.find(({ keycards }) => keycards.some(({ encoding }) => due.includes(encoding)))?.personId ?? null;
}

function openDoor(door: KeyDoorView): Fix {
  return { act: 'open-door', doorId: door.doorId, doorName: door.name };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
