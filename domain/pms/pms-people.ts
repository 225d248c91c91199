import { newDoorcode } from '#domain/credentials/doorcode-edits';
import type { CredentialId, PersonId } from '#domain/ids';
import type { Doorcode, KeyPerson, UnassignedReason } from '#domain/key/key';
import type { Guest, Reservation } from '#domain/stay/reservation';

export interface PeopleFacts {
  readonly before: Reservation | null;
  readonly after: Reservation;
  /** The people that the key has. */
  readonly people: readonly KeyPerson[];
  readonly personIdOf: (guest: Guest) => PersonId;
  /** Why the primary guest's doorcode is not drawn yet: `type-disabled` while doorcodes are off (Customization). */
  readonly waitsFor: UnassignedReason | null;
  readonly newId: () => string;
}

/** The stay's guests; a company's stay that names nobody has one guest with the reservation's number for a name. */
export function guestsOf(reservation: Pick<Reservation, 'id' | 'number' | 'guests'>): readonly Guest[] {
  if (reservation.guests.length > 0) return reservation.guests;
  return [
    {
      pmsId: `stay:${reservation.id}`,
      firstName: '',
      lastName: reservation.number,
      email: null,
      emailIsRelay: false,
      phone: null,
      language: null,
      primary: true,
    },
  ];
}

/**
 * The guests of the stay, the primary one first with the doorcode, then people whom staff added to the key. A guest who
 * is replaced (merged in the PMS, named after the booking) hands the doorcode and the keycards on: nothing changes at the locks.
 */
export function peopleOf(facts: PeopleFacts): readonly KeyPerson[] {
  const { before, people, personIdOf } = facts;
  const { guests, takenOff } = guestsFor(facts);
  const guestIds = new Set(guests.map(personIdOf));
  const earlierIds = new Set((before === null ? [] : guestsOf(before)).map(personIdOf));
  const gone = people.filter(({ personId }) => earlierIds.has(personId) && !guestIds.has(personId));
  const staying = people.filter(({ personId }) => !gone.some((each) => each.personId === personId));
  const heirs = heirsOf(gone, [...guestIds], new Set(people.map(({ personId }) => personId)));
  const someoneHolds = staying.some(({ doorcode }) => doorcode !== null);
  const known = new Map(staying.map((person) => [person.personId, person]));
  const fromPms = [...new Map(guests.map((guest) => [personIdOf(guest), guest]))].map(([personId, guest], index) => {
    const present = known.get(personId);
    const left = takenOff.has(personId) ? [] : (heirs.get(personId) ?? []);
    const inherited = left.find(({ doorcode }) => doorcode !== null)?.doorcode ?? null;
    const isFirst = index === 0 && !takenOff.has(personId);
    const fresh = isFirst && !someoneHolds ? firstDoorcode(facts, present) : null;
    const doorcode = present?.doorcode ?? inherited ?? fresh;
    const keycards = [...(present?.keycards ?? []), ...left.flatMap((each) => each.keycards)];
    return { personId, firstName: guest.firstName, lastName: guest.lastName, doorcode, keycards };
  });
  return [...fromPms, ...staying.filter(({ personId }) => !guestIds.has(personId))];
}

/** Who takes over from whom: those who came, in their order, from those who went; what is left over goes to the first guest. */
function heirsOf(
  gone: readonly KeyPerson[],
  guestIds: readonly PersonId[],
  present: ReadonlySet<PersonId>,
): ReadonlyMap<PersonId, readonly KeyPerson[]> {
  const came = guestIds.filter((id) => !present.has(id));
  const holders = gone.filter(({ doorcode, keycards }) => doorcode !== null || keycards.length > 0);
  const heirs = holders.flatMap((holder, at) => {
    const heir = came[at] ?? guestIds[0];
    return heir === undefined ? [] : [{ heir, holder }];
  });
  return new Map(
    [...Map.groupBy(heirs, ({ heir }) => heir)].map(([id, each]) => [id, each.map(({ holder }) => holder)]),
  );
}

/**
 * The guests of the stay, the primary one first, without those whom staff took off the key: the PMS had told of them, and
 * they are not on it. Where nobody else would be left they come back, and get nothing by themselves.
 */
function guestsFor({ before, after, people, personIdOf }: PeopleFacts): {
  readonly guests: readonly Guest[];
  readonly takenOff: ReadonlySet<PersonId>;
} {
  const all = guestsOf(after).toSorted((a, b) => Number(b.primary) - Number(a.primary));
  if (before === null || people.length === 0) return { guests: all, takenOff: new Set() };
  const known = new Set(guestsOf(before).map(personIdOf));
  const present = new Set(people.map(({ personId }) => personId));
  const takenOff = new Set(all.map(personIdOf).filter((id) => known.has(id) && !present.has(id)));
  const guests = all.filter((guest) => !takenOff.has(personIdOf(guest)));
  const isAnybodyLeft = guests.length > 0 || people.some(({ personId }) => !known.has(personId));
  return { guests: isAnybodyLeft ? guests : all, takenOff };
}

/** A guest who is on the key without a doorcode is so because staff switched it off. */
function firstDoorcode(facts: PeopleFacts, present: KeyPerson | undefined): Doorcode | null {
  if (present !== undefined) return null;
  const credentialId = facts.newId() as CredentialId;
  return newDoorcode({ credentialId, policy: 'random', asked: null, waitsFor: facts.waitsFor });
}
