import type { KeycardView } from '#api/keycards';
import type { AlertView, KeyDetails, KeyPersonView, KeyRow } from '#api/views';
import type { Alert } from '#domain/alerts/alert';
import { isOfCard, isProblem } from '#domain/locks/attention';
import type { CredentialId } from '#domain/ids';
import type { Key, KeyPerson } from '#domain/key/key';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { Person } from '#domain/stay/person';
import { revocationState } from '#domain/situation/provisioning-state';
import type { LocalDateTime } from '#domain/time/time';
import { worstStanding } from '#main/settling/standing';
import { Temporal } from 'temporal-polyfill';
import { summaryOf } from './doorcode-view.ts';
import { doorcodeStates, doorViews, hasLeft, linkedNotAllowed, placesOf, type JoinedKey } from './key-doors-view.ts';

export function rowOf(joined: JoinedKey, alerts: readonly Alert[]): KeyRow {
  const { key, reservation } = joined;
  const [owner, ...others] = key.people;
  const places = placesOf(joined);
  const carrier = key.people.find((person) => person.doorcode !== null);
  return {
    id: key.id,
    version: key.version,
    status: key.status,
    firstName: owner?.firstName ?? '',
    lastName: owner?.lastName ?? '',
    others: others.length,
    doors: places
      .filter(({ linkedFrom, own }) => linkedFrom === null && own.revoked === null && !hasLeft(own, joined))
      .map(({ door }) => door.name),
    linkedDoors: places.filter(({ linkedFrom }) => linkedFrom !== null).length,
    doorcode: carrier === undefined ? null : summaryOf(doorcodeStates(joined, carrier)),
    keycard: worstStanding([...joined.keycards.values()].filter(({ credential }) => credential.kind === 'usual')),
    ...periodOf(key),
    source: key.source,
    connector: reservation?.connector ?? null,
    reservationNumber: reservation?.number ?? null,
    needsAttention: alerts.length > 0 || [...joined.entries.values()].some((entry) => isProblem(entry)),
  };
}

export function detailsOf(
  joined: JoinedKey,
  around: {
    readonly people: readonly Person[];
    readonly alerts: readonly AlertView[];
    readonly keycards: ReadonlyMap<CredentialId, KeycardView>;
  },
): KeyDetails {
  const { key, reservation } = joined;
  const period = periodOf(key);
  const entries = [...joined.entries.values()];
  const leaving = entries.filter((entry) => entry.wanted === null);
  // A doorcode and a card that leave one lock are one door.
  const removal = revocationState([...new Map(leaving.map((entry) => [entry.lockId, entry])).values()]);
  return {
    id: key.id,
    version: key.version,
    status: key.status,
    source: key.source,
    connector: reservation?.connector ?? null,
    reservation:
      reservation === null
        ? null
        : {
            id: reservation.id,
            number: reservation.number,
            state: reservation.state,
            spaceName: reservation.spaceName,
          },
    people: key.people.map((person) => personView(joined, person, around)),
    ...period,
    nights: nightsOf(period),
    doors: doorViews(joined),
    linkedNotAllowed: linkedNotAllowed(joined),
    revoked: key.revoked,
    removal:
      removal.pending === 0
        ? null
        : {
            pending: removal.pending,
            of: Math.max(placesOf(joined).length, removal.pending),
            credentials: credentialsIn(leaving),
          },
    restorable: key.revoked !== null && isOpen(joined),
    alerts: around.alerts,
  };
}

function credentialsIn(leaving: readonly LockEntry[]): NonNullable<KeyDetails['removal']>['credentials'] {
  if (leaving.every(isOfCard)) return 'keycard';
  return leaving.some(isOfCard) ? 'both' : 'doorcode';
}

function personView(
  joined: JoinedKey,
  person: KeyPerson,
  around: Pick<Parameters<typeof detailsOf>[1], 'people' | 'keycards'>,
): KeyPersonView {
  const contact = around.people.find(({ id }) => id === person.personId);
  const { doorcode } = person;
  return {
    personId: person.personId,
    firstName: person.firstName,
    lastName: person.lastName,
    email: contact?.email ?? null,
    phone: contact?.phone ?? null,
    doorcode:
      doorcode === null
        ? null
        : {
            policy: doorcode.policy,
            assigned: doorcode.code !== null,
            length: doorcode.code?.length ?? 0,
            unassigned: doorcode.unassigned,
            assignedAt: doorcode.assignedAt,
            summary: summaryOf(doorcodeStates(joined, person)),
          },
    keycards: person.keycards.flatMap(({ credentialId }) => around.keycards.get(credentialId) ?? []),
  };
}

/** From the first arrival to the last departure; doors that are revoked count only when all are. */
export function periodOf(key: Key): {
  readonly arrival: LocalDateTime | null;
  readonly departure: LocalDateTime | null;
} {
  const live = key.doors.filter((door) => door.revoked === null && door.leavesAt === null);
  const doors = live.length > 0 ? live : key.doors;
  return {
    arrival: doors.map((door) => door.arrival).toSorted()[0] ?? null,
    departure:
      doors
        .map((door) => door.departure)
        .toSorted()
        .at(-1) ?? null,
  };
}

function nightsOf({ arrival, departure }: ReturnType<typeof periodOf>): number | null {
  if (arrival === null || departure === null) return null;
  return Temporal.PlainDate.from(arrival).until(Temporal.PlainDate.from(departure)).days;
}

function isOpen({ key, reservation, now, settings }: JoinedKey): boolean {
  if (reservation !== null) return reservation.state === 'expected' || reservation.state === 'in-house';
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(settings.zone).toPlainDateTime().toString();
  return key.doors.some((door) => door.departure > local);
}
