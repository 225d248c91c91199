import type { AlertDraft } from '#domain/alerts/alert-draft';
import type { Door } from '#domain/house/door';
import type { PersonId } from '#domain/ids';
import type { Key } from '#domain/key/key';
import type { Guest, Reservation } from '#domain/stay/reservation';
import type { PropertySettings } from '#domain/house/settings';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';

export interface ReservationChange {
  /** The stay as it was stored; null: new. The same as `after` plans it again (a new mapping, a changed rule). */
  readonly before: Reservation | null;
  readonly after: Reservation;
  readonly key: Key | null;
  /** The doors that are mapped to the room of `after`. */
  readonly doorsOfSpace: readonly Door[];
  /** False: the PMS has taken the room of `after` out of use. */
  readonly isRoomInUse: boolean;
  readonly settings: PropertySettings;
  readonly now: InstantText;
  /** Another stay holds or gets the room that this one leaves: it closes at once, without grace. */
  readonly oldRoomNeeded: boolean;
  /** Asked for the guests of `before` and of `after` (`guestsOf`), always with the same answer. */
  readonly personIdOf: (guest: Guest) => PersonId;
  readonly newId: () => string;
}

export interface ReservationPlan {
  /** The key as it should be; the very same object when nothing changes; null: the stay has none. */
  readonly key: Key | null;
  /** The key's doorcodes must be allocated now: kept where they are still free (`keepOrAllocate`), drawn where missing. */
  readonly codeNeeded: boolean;
  readonly notes: readonly TimelineNote[];
  readonly raise: readonly AlertDraft[];
  /** Ids of alerts that no longer hold; some may not stand at all. */
  readonly clear: readonly string[];
}
