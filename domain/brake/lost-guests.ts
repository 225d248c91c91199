import type { PersonId } from '#domain/ids';
import type { KeyPerson } from '#domain/key/key';
import { guestsOf } from '#domain/pms/pms-people';
import type { Guest, Reservation } from '#domain/stay/reservation';

export interface GuestsFacts {
  readonly before: Pick<Reservation, 'id' | 'number' | 'guests'>;
  readonly after: Pick<Reservation, 'id' | 'number' | 'guests'>;
  /** On the key. */
  readonly people: readonly KeyPerson[];
  /** undefined: Portal has not heard of the guest. */
  readonly personIdOf: (guest: Guest) => PersonId | undefined;
}

/**
 * Whether somebody who carries a doorcode or a keycard is no longer among the guests of the stay, and nobody came in their place: one who
 * does (merged in the PMS, named after the booking) takes over what was theirs.
 */
export function losesGuests({ before, after, people, personIdOf }: GuestsFacts): boolean {
  const known = new Set(guestsOf(before).map(personIdOf));
  const told = new Set(guestsOf(after).map(personIdOf));
  const lost = people.filter(
    ({ personId, doorcode, keycards }) =>
      known.has(personId) && !told.has(personId) && (doorcode !== null || keycards.length > 0),
  );
  const came = guestsOf(after).filter((guest) => !known.has(personIdOf(guest)));
  return lost.length > came.length;
}
