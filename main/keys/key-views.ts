import type {
  AlertView,
  KeyDetails,
  KeyDoorView,
  KeyPersonView,
  KeyRow,
  LinkedDoorNotAllowed,
  NeedView,
} from '#api/views';
import type { KeycardView } from '#api/keycards';
import type { CredentialId } from '#domain/ids';
import type { KeyPerson } from '#domain/key/key';
import { doorPlace, notAllowedLinks, type OpenedDoor } from '#domain/key/opened-doors';
import { nightsOf, periodOf } from '#domain/key/period';
import { mayRestoreDoor, mayRestoreKey } from '#domain/key/revoke-and-restore';
import { doorcodeStates, summaryOf } from '#domain/situation/doorcode-state';
import { heldKeycards, worstStanding } from '#domain/situation/held-keycards';
import { doorNamesOf, doorsOf, type KeySituation } from '#domain/situation/key-situation';
import { firstDoorcodeAt, isInTrouble, needsOf } from '#domain/situation/needs';
import { mayBeExtended } from '#domain/situation/stay-over';
import { removalOf } from '#domain/situation/removal';
import { localAt } from '#domain/time/time';

/** A key as a line of a list. */
export function rowOf(situation: KeySituation): KeyRow {
  const { key, reservation } = situation;
  const [owner, ...others] = key.people;
  const carrier = key.people.find((person) => person.doorcode !== null);
  const opened = doorsOf(situation);
  return {
    id: key.id,
    version: key.version,
    status: key.status,
    firstName: owner?.firstName ?? '',
    lastName: owner?.lastName ?? '',
    others: others.length,
    doors: doorNamesOf(opened, situation.now),
    linkedDoors: opened.filter(({ linkedFrom }) => linkedFrom !== null).length,
    doorcode: carrier === undefined ? null : summaryOf(doorcodeStates(situation, carrier, opened)),
    keycard: worstStanding(heldKeycards(situation).values()),
    ...periodOf(key),
    source: key.source,
    connector: reservation?.connector ?? null,
    reservationNumber: reservation?.number ?? null,
    needsAttention: isInTrouble(situation),
  };
}

export function detailsOf(
  situation: KeySituation,
  around: {
    readonly alerts: readonly AlertView[];
    readonly keycards: ReadonlyMap<CredentialId, KeycardView>;
  },
): KeyDetails {
  const { key, reservation, settings, now } = situation;
  const period = periodOf(key);
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
    people: key.people.map((person) => personView(situation, person, around.keycards)),
    ...period,
    nights: nightsOf(period),
    doors: doorsOf(situation).map((opened) => doorView(situation, opened)),
    linkedNotAllowed: notAllowedLinks(key, situation.doors).map(linkNotAllowed),
    revoked: key.revoked,
    removal: removalOf(situation),
    restorable: mayRestoreKey(key, { reservation, zone: settings.zone, at: now }),
    extendable: mayBeExtended(situation),
    needs: needViews(situation, around.alerts),
  };
}

function needViews(situation: KeySituation, alerts: readonly AlertView[]): readonly NeedView[] {
  return needsOf(situation).flatMap((need): readonly NeedView[] => {
    if (need.need !== 'alert') return [need];
    const alert = alerts.find(({ id }) => id === need.alert.id);
    return alert === undefined ? [] : [{ ...need, alert }];
  });
}

function personView(
  situation: KeySituation,
  person: KeyPerson,
  keycards: ReadonlyMap<CredentialId, KeycardView>,
): KeyPersonView {
  const contact = situation.people.get(person.personId);
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
            summary: summaryOf(doorcodeStates(situation, person)),
          },
    keycards: person.keycards.flatMap(({ credentialId }) => keycards.get(credentialId) ?? []),
  };
}

function doorView(situation: KeySituation, opened: OpenedDoor): KeyDoorView {
  const { key, reservation, locks, settings, now } = situation;
  const { door, own, linkedFrom } = opened;
  const lock = door.lockId === null ? null : (locks.get(door.lockId) ?? null);
  const place = doorPlace(own, now);
  return {
    doorId: door.id,
    name: door.name,
    type: door.type,
    ownDoorId: own.doorId,
    linkedFrom: linkedFrom?.name ?? null,
    place,
    origin: own.origin,
    arrival: own.arrival,
    departure: own.leavesAt === null ? own.departure : localAt(own.leavesAt, settings.zone),
    weekdays: own.weekdays,
    hours: own.hours,
    allowProvisioning: own.allowProvisioning,
    allowLinkedDoors: own.allowLinkedDoors,
    protect: own.protect,
    pmsWish: own.pmsWish,
    revokedAt: own.revoked?.at ?? null,
    leavesAt: place === 'leaving' ? own.leavesAt : null,
    restorable: linkedFrom === null && mayRestoreDoor(key, own, { reservation, zone: settings.zone, at: now }),
    lockId: door.lockId,
    lockOnline: lock?.online ?? null,
    lockOnlineSince: lock?.onlineSince ?? null,
    lockProof: lock?.limits.proof ?? null,
    doorcode: firstDoorcodeAt(situation, opened),
  };
}

function linkNotAllowed({ door, own, linkedFrom }: OpenedDoor): LinkedDoorNotAllowed {
  return { doorId: door.id, name: door.name, ownDoorId: own.doorId, linkedFrom: linkedFrom?.name ?? '' };
}
