import { alert, type Alert } from '#domain/alerts/alert';
import { heldEndings, type HeldEndings } from '#domain/brake/brake';
import { auditEntry, auditHead, type AuditEntry, type AuditHead } from '#domain/staff/audit';
import { cardKeys, type CardKeys } from '#domain/cards/card-keys';
import { pickedEncoder, type PickedEncoder } from '#domain/cards/picked-encoder';
import { cardWriting, type CardWriting } from '#domain/cards/card-writing';
import { door, gateway, lock, type Door, type Gateway, type Lock } from '#domain/house/door';
import { dueAt } from '#domain/locks/entry-outcome';
import { isProblem } from '#domain/locks/entry-problem';
import { isLive } from '#domain/key/key-status';
import { isNotAllowed } from '#domain/key/opened-doors';
import { periodOf } from '#domain/key/period';
import { followUp, type FollowUp } from '#domain/key/follow-up';
import { namedWords } from '#domain/text/folded-words';
import { key, type Key } from '#domain/key/key';
import { keyTemplate, type KeyTemplate } from '#domain/key/key-template';
import { keycard, type Keycard } from '#domain/cards/keycard';
import { lockEntry, type LockEntry } from '#domain/locks/lock-entry';
import { person, type Person } from '#domain/stay/person';
import { reservation, space, type Reservation, type Space } from '#domain/stay/reservation';
import { propertySettings, type PropertySettings } from '#domain/house/settings';
import { savedFilter, type SavedFilter } from '#domain/key/saved-filter';
import { session, type Session } from '#domain/staff/session';
import { staffMember, type StaffMember } from '#domain/staff/staff';
import { timelineEntry, type TimelineEntry } from '#domain/key/timeline';
import { undoRecord, type UndoRecord } from '#domain/acts/undo';
import type { z } from 'zod';
import { pmsConnection, type PmsConnection } from '#domain/pms/pms-connection';

/** What the store keeps: one record type a collection. The field `id` names a record within its collection. */
export interface Collections {
  readonly settings: PropertySettings;
  readonly staff: StaffMember;
  /** Who is signed in. */
  readonly sessions: Session;
  readonly pms: PmsConnection;
  /** What each PMS would end, and may not yet. */
  readonly heldEndings: HeldEndings;
  readonly spaces: Space;
  readonly reservations: Reservation;
  readonly people: Person;
  readonly keys: Key;
  readonly doors: Door;
  readonly locks: Lock;
  readonly gateways: Gateway;
  readonly entries: LockEntry;
  readonly timeline: TimelineEntry;
  readonly alerts: Alert;
  readonly filters: SavedFilter;
  readonly templates: KeyTemplate;
  /** The last act on a key, while it can be taken back. */
  readonly undos: UndoRecord;
  /** Keys that have to follow a change that is stored. */
  readonly followUps: FollowUp;
  readonly audit: AuditEntry;
  readonly auditHead: AuditHead;
  /** The stock of cards. */
  readonly keycards: Keycard;
  /** What was written on cards, or is to be. */
  readonly cardWritings: CardWriting;
  readonly cardKeys: CardKeys;
  /** Encoders that staff picked on this computer. */
  readonly encoders: PickedEncoder;
}

export type CollectionName = keyof Collections;

/**
 * The values under which a record is found; none: the record is not in the index. Index values are text that sorts
 * as it should (instants, names in lower case).
 */
export type Indexer<Type> = (record: Type) => readonly string[];

export interface Definition<Type> {
  readonly schema: z.ZodType<Type>;
  readonly indexes: Readonly<Record<string, Indexer<Type>>>;
  /** Names of fields that rest sealed on disk, at any depth below `sealedUnder`. Their values are text or null. */
  readonly sealed: readonly string[];
  /** The fields of the record below which sealed ones are: looking at the others would take a tenth of a start. */
  readonly sealedUnder: readonly string[] | 'all';
}

function define<Type, const Indexes extends Record<string, Indexer<Type>>>(
  schema: z.ZodType<Type>,
  indexes: Indexes,
  sealed: readonly string[] = [],
  sealedUnder: readonly string[] | 'all' = 'all',
): { readonly indexes: Indexes } & Definition<Type> {
  return { schema, indexes, sealed, sealedUnder };
}

const none: Readonly<Record<never, never>> = {};

const given = (value: string | null): readonly string[] => (value === null ? [] : [value]);

/** Sorts by family name, then first name, whatever the capitals. */
function nameForSorting(record: { readonly firstName: string; readonly lastName: string }): string {
  return `${record.lastName}, ${record.firstName}`.toLowerCase();
}

/** Sorts numbers by their value: every run of digits with ten of them. */
function countingText(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(10, '0'));
}

function ownerOf(record: Key): string {
  const [first] = record.people;
  return first === undefined ? '' : nameForSorting(first);
}

function nameWords(record: Key): readonly string[] {
  const [first, ...more] = record.people;
  if (first !== undefined && more.length === 0) return namedWords(`${first.firstName} ${first.lastName}`);
  return [...new Set(record.people.flatMap(({ firstName, lastName }) => namedWords(`${firstName} ${lastName}`)))];
}

function strictCards({ keycards }: Key['people'][number]): readonly string[] {
  return keycards.flatMap(({ policy, asked }) => (policy === 'strict' ? given(asked) : []));
}

export const definitions = {
  settings: define(propertySettings, none),
  staff: define(staffMember, { name: (record: StaffMember) => [record.name.toLowerCase()] }),
  sessions: define(session, {
    staff: (record: Session) => [record.staffId],
    endsAt: (record: Session) => [record.endsAt],
  }),
  pms: define(pmsConnection, none),
  heldEndings: define(heldEndings, none),
  spaces: define(space, { name: (record: Space) => [record.name] }),
  reservations: define(
    reservation,
    {
      number: (record: Reservation) => [record.number],
      group: (record: Reservation) => given(record.groupId),
      space: (record: Reservation) => given(record.spaceId),
      state: (record: Reservation) => [record.state],
      /** `<connection>:<the PMS's id>` of a stay whose own id tells it no more: the PMS changed it. */
      renamed: ({ id, connectionId, pmsId }: Partial<Reservation>) =>
        pmsId === undefined || id === `${connectionId}:${pmsId}` ? [] : [`${connectionId}:${pmsId}`],
      /** Open stays of which Portal heard only after their planned arrival, as after an outage of the PMS. */
      late: (record: Reservation) =>
        (record.state === 'expected' || record.state === 'in-house') && record.receivedAt > record.scheduledArrival
          ? ['late']
          : [],
    },
    ['email', 'phone'],
  ),
  people: define(
    person,
    {
      name: (record: Person) => [nameForSorting(record)],
      /** Each word of the names, as `namedWords` writes it. */
      word: (record: Person) => namedWords(`${record.firstName} ${record.lastName}`),
      pms: (record: Person) => given(record.pmsId),
    },
    ['email', 'phone'],
  ),
  keys: define(
    key,
    {
      reservation: (record: Key) => given(record.reservationId),
      door: (record: Key) => record.doors.map((each) => each.doorId),
      /** `<door>/<status>` while it is current or upcoming. */
      doorLive: (record: Key) => (isLive(record) ? record.doors.map((each) => `${each.doorId}/${record.status}`) : []),
      person: (record: Key) => record.people.map((each) => each.personId),
      /** Every card that its people hold. */
      keycard: (record: Key) =>
        record.people.flatMap(({ keycards }) => keycards.flatMap((each) => given(each.keycardId))),
      /** Cards that its people have reserved with Strict, while it is neither past nor revoked. */
      strictKeycard: (record: Key) => (isLive(record) ? record.people.flatMap(strictCards) : []),
      /** Every code that the key carries or has reserved, while it is neither past nor revoked. */
      liveCode: (record: Key) =>
        isLive(record) ? [...new Set(record.people.flatMap((each) => given(each.doorcode?.code ?? null)))] : [],
      status: (record: Key) => [record.status],
      /** `<status>/<word>` for each word of its people's names, as `namedWords` writes it. */
      word: (record: Key) => nameWords(record).map((word) => `${record.status}/${word}`),
      /** The status of a key that staff made: few of them, and all others are the PMS's. */
      manual: (record: Key) => (record.source === 'manual' ? [record.status] : []),
      /** The status of a key with a door that it should open, but where provisioning is not allowed. */
      notAllowed: (record: Key) => (record.doors.some(isNotAllowed) ? [record.status] : []),
      statusChangesAt: (record: Key) => given(record.statusChangesAt),
      /** `<status>/<sort value>`: a tab of the list in one of its orders. */
      statusByOwner: (record: Key) => [`${record.status}/${ownerOf(record)}`],
      statusByArrival: (record: Key) => [`${record.status}/${periodOf(record).arrival ?? ''}`],
      statusByDeparture: (record: Key) => [`${record.status}/${periodOf(record).departure ?? ''}`],
    },
    ['code', 'asked'],
    ['people'],
  ),
  doors: define(door, {
    name: (record: Door) => [record.name.toLowerCase()],
    space: (record: Door) => record.spaceIds,
    lock: (record: Door) => given(record.lockId),
    linked: (record: Door) => record.linkedDoorIds,
  }),
  locks: define(lock, {
    gateway: (record: Lock) => [record.gatewayId],
    address: (record: Lock) => [`${record.gatewayId}/${record.address}`],
  }),
  gateways: define(gateway, none),
  entries: define(
    lockEntry,
    {
      lock: (record: LockEntry) => [record.lockId],
      key: (record: LockEntry) => [record.keyId],
      tag: (record: LockEntry) => [record.tag],
      /** `<gatewayId>/<next attempt>`: the lane of a gateway in the order of its due moments. */
      lane: (record: LockEntry) => given(dueAt(record)).map((moment) => `${record.gatewayId}/${moment}`),
      /** The gateway, while a program is at the lock for this entry. */
      underWay: (record: LockEntry) => (record.underWay == null ? [] : [record.gatewayId]),
      jobState: (record: LockEntry) => (record.job === null ? [] : [record.job.state]),
      /** The key, where staff should know of its entry. */
      problem: (record: LockEntry) => (isProblem(record) ? [record.keyId] : []),
    },
    ['code'],
  ),
  timeline: define(timelineEntry, {
    key: (record: TimelineEntry) => given(record.keyId),
    door: (record: TimelineEntry) => given(record.doorId),
    at: (record: TimelineEntry) => [record.at],
  }),
  filters: define(savedFilter, none),
  alerts: define(alert, {
    key: (record: Alert) => given(record.keyId),
    kind: (record: Alert) => [record.kind],
  }),
  audit: define(auditEntry, { at: (record: AuditEntry) => [record.at] }),
  auditHead: define(auditHead, none),
  templates: define(keyTemplate, none),
  keycards: define(
    keycard,
    {
      number: (record: Keycard) => [record.number.toLowerCase()],
      /** The whole stock by number: digits as they count. */
      order: (record: Keycard) => [countingText(record.number)],
      /** Each word of its name, as `namedWords` writes it. */
      word: (record: Keycard) => namedWords(record.name),
      /** `<state>/<number>`: digits as they count, so that 9 comes before 10. */
      state: (record: Keycard) => [`${record.state}/${countingText(record.number)}`],
      uid: (record: Keycard) => given(record.uid),
      key: (record: Keycard) => given(record.holder?.keyId ?? null),
    },
    ['uid'],
  ),
  cardWritings: define(
    cardWriting,
    {
      key: (record: CardWriting) => [record.keyId],
      state: (record: CardWriting) => [record.state],
      keycard: (record: CardWriting) => given(record.keycardId),
      uid: (record: CardWriting) => given(record.uid),
      /** Rooms with a card out: the doors of what is issued, or may be. */
      door: (record: CardWriting) =>
        record.state === 'issued' || record.state === 'unknown' || record.state === 'writing'
          ? record.content.doors.filter(({ isCommon }) => !isCommon).map(({ doorId }) => doorId)
          : [],
      /** `<door>/<sequence>` of whatever may ever have been shown to a room's lock. */
      sequenceAt: (record: CardWriting) =>
        ['writing', 'unknown', 'issued', 'void'].includes(record.state)
          ? record.content.doors
              .filter(({ isCommon }) => !isCommon)
              .map(({ doorId }) => `${doorId}/${String(record.sequence).padStart(10, '0')}`)
          : [],
      /** The card key set of what is issued: what a rotation still waits for. */
      keySet: (record: CardWriting) => (record.state === 'issued' ? [String(record.keySet)] : []),
    },
    ['uid'],
  ),
  cardKeys: define(cardKeys, none),
  encoders: define(pickedEncoder, none),
  followUps: define(followUp, none),
  undos: define(undoRecord, { at: (record: UndoRecord) => [record.at] }, ['code', 'asked']),
} satisfies { readonly [Name in CollectionName]: Definition<Collections[Name]> };

export type IndexName<Name extends CollectionName> = keyof (typeof definitions)[Name]['indexes'] & string;
