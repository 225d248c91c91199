import type { AlertKind } from '#domain/alerts/alert';
import type { DoorType, LockLimits } from '#domain/house/door';
import type { DoorId, KeyId, LockId, PersonId, ReservationId, SpaceId, StaffId } from '#domain/ids';
import type {
  Actor,
  AllocationPolicy,
  HoursOfDay,
  KeyStatus,
  PmsWish,
  RevokedReason,
  UnassignedReason,
} from '#domain/key/key';
import type { StayState } from '#domain/stay/reservation';
import type { Role } from '#domain/staff/staff';
import type { TimelineKind } from '#domain/key/timeline';
import type { ClockTime, InstantText, LocalDateTime, Weekday } from '#domain/time/time';
import type { DoorPlace } from '#domain/key/opened-doors';
import type { DoorcodeState, DoorcodeSummary } from '#domain/situation/doorcode-state';
import type { KeycardStanding } from '#domain/situation/held-keycards';
import type { Need } from '#domain/situation/needs';
import type { Removal } from '#domain/situation/removal';
import type { KeycardView } from './keycards.ts';

/** What a portal shows: plain JSON, already joined, without secrets. Codes come only through `keys.showDoorcode`. */

export interface KeyRow {
  readonly id: KeyId;
  readonly version: number;
  readonly status: KeyStatus;
  readonly firstName: string;
  readonly lastName: string;
  /** How many more people hold the key. */
  readonly others: number;
  readonly doors: readonly string[];
  /** How many common doors open with them. */
  readonly linkedDoors: number;
  readonly doorcode: DoorcodeSummary | null;
  /** Of all keycards of its people the one that staff should know about first; null: nobody should hold one. */
  readonly keycard: KeycardStanding | null;
  readonly arrival: LocalDateTime | null;
  readonly departure: LocalDateTime | null;
  readonly source: 'pms' | 'manual';
  /** `mews`, or null for a manual key. */
  readonly connector: string | null;
  readonly reservationNumber: string | null;
  readonly needsAttention: boolean;
}

export interface KeyPage {
  readonly rows: readonly KeyRow[];
  /** How many rows there are in all under this filter. */
  readonly total: number;
}

export interface KeyPersonView {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly doorcode: DoorcodeView | null;
  /** The first is the person's keycard; further ones are additional cards. */
  readonly keycards: readonly KeycardView[];
}

export interface DoorcodeView {
  readonly policy: AllocationPolicy;
  readonly assigned: boolean;
  /** Digits in the code, for the dots that hide it. */
  readonly length: number;
  readonly unassigned: UnassignedReason | null;
  readonly assignedAt: InstantText | null;
  readonly summary: DoorcodeSummary;
}

export interface KeyDoorView {
  readonly doorId: DoorId;
  readonly name: string;
  readonly type: DoorType;
  /** The door of the key with which it opens: where its access is set. Its own id where the key has it itself. */
  readonly ownDoorId: DoorId;
  /** The name of that door where its link leads here; null: the key has the door itself. */
  readonly linkedFrom: string | null;
  /** Whether it still counts. */
  readonly place: DoorPlace;
  readonly origin: 'pms' | 'staff';
  readonly arrival: LocalDateTime;
  readonly departure: LocalDateTime;
  readonly weekdays: readonly Weekday[] | null;
  readonly hours: HoursOfDay | null;
  readonly allowProvisioning: boolean;
  readonly allowLinkedDoors: boolean;
  readonly protect: boolean;
  readonly pmsWish: PmsWish | null;
  readonly revokedAt: InstantText | null;
  /** While the guest is moving out of it: until when it opens. */
  readonly leavesAt: InstantText | null;
  readonly restorable: boolean;
  readonly lockId: LockId | null;
  readonly lockOnline: 'online' | 'offline' | 'unknown' | null;
  readonly lockOnlineSince: InstantText | null;
  /** Who said that the lock holds what it was read to hold; null: no lock. */
  readonly lockProof: LockLimits['proof'] | null;
  /** The states of the first person's doorcode here. */
  readonly doorcode: DoorcodeState | null;
}

/** A common door that a door of the key links, and that the key does not open: Allow Linked Doors Access is off there. */
export interface LinkedDoorNotAllowed {
  readonly doorId: DoorId;
  readonly name: string;
  /** The door of the key where it could be allowed. */
  readonly ownDoorId: DoorId;
  readonly linkedFrom: string;
}

export interface KeyDetails {
  readonly id: KeyId;
  readonly version: number;
  readonly status: KeyStatus;
  readonly source: 'pms' | 'manual';
  readonly connector: string | null;
  readonly reservation: {
    readonly id: ReservationId;
    readonly number: string;
    readonly state: StayState;
    readonly spaceName: string | null;
  } | null;
  readonly people: readonly KeyPersonView[];
  readonly arrival: LocalDateTime | null;
  readonly departure: LocalDateTime | null;
  readonly nights: number | null;
  readonly doors: readonly KeyDoorView[];
  /** Not among `doors`: they open nothing and count nowhere. */
  readonly linkedNotAllowed: readonly LinkedDoorNotAllowed[];
  readonly revoked: { readonly at: InstantText; readonly by: Actor; readonly reason: RevokedReason } | null;
  /** "removal pending at 1 of 3 doors"; null when no lock holds what it should not. */
  readonly removal: Removal | null;
  readonly restorable: boolean;
  /** It is live, or its guest may be there yet: what it opens may be changed. */
  readonly extendable: boolean;
  /** What needs a person, worst first; empty: nothing. */
  readonly needs: readonly NeedView[];
}

/** A need with the names that its alert speaks of. */
export type NeedView =
  | Exclude<Need, { readonly need: 'alert' }>
  | (Omit<Extract<Need, { readonly need: 'alert' }>, 'alert'> & { readonly alert: AlertView });

export interface TimelineView {
  readonly id: string;
  readonly at: InstantText;
  readonly by: Actor;
  readonly kind: TimelineKind;
  readonly doorName: string | null;
  readonly keyId: KeyId | null;
  /** The owner of the key, for a door's log. */
  readonly owner: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

export interface AlertView {
  readonly id: string;
  readonly kind: AlertKind;
  readonly raisedAt: InstantText;
  readonly keyId: KeyId | null;
  readonly doorId: DoorId | null;
  readonly doorName: string | null;
  readonly lockId: LockId | null;
  /** The owner of the key that it is about. */
  readonly owner: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

export interface DoorRow {
  readonly id: DoorId;
  readonly version: number;
  readonly name: string;
  readonly type: DoorType;
  readonly lock: LockView | null;
  readonly spaces: readonly { readonly id: SpaceId; readonly name: string }[];
  readonly linkedDoors: readonly { readonly id: DoorId; readonly name: string }[];
  /** null: the property's. */
  readonly defaultArrival: ClockTime | null;
  readonly defaultDeparture: ClockTime | null;
  /** How many things at this door need attention. */
  readonly alerts: number;
}

export interface LockView {
  readonly id: LockId;
  readonly name: string;
  readonly gatewayName: string;
  readonly online: 'online' | 'offline' | 'unknown';
  readonly onlineSince: InstantText;
  readonly lastSeenAt: InstantText | null;
  readonly battery: number | null;
  /** Credentials that the lock was read to hold, that it should hold now, and that it can hold. */
  readonly held: number;
  readonly wanted: number;
  readonly slots: number;
  /** Who says what it holds: the lock, or its maker's cloud. */
  readonly proof: LockLimits['proof'];
}

export interface DoorDetails extends DoorRow {
  readonly credentials: readonly {
    readonly keyId: KeyId;
    readonly owner: string;
    /** A doorcode, or a keycard by its UID. */
    readonly kind: 'pin' | 'card';
    readonly from: LocalDateTime | null;
    readonly to: LocalDateTime | null;
    readonly state: DoorcodeState;
  }[];
}

/** What the lock itself answers when asked now. */
export type LockContents =
  | {
      readonly outcome: 'listed';
      readonly entries: readonly {
        readonly name: string;
        readonly owner: string | null;
        readonly keyId: KeyId | null;
        readonly ours: boolean;
        readonly credentials: readonly ('pin' | 'card' | 'other')[];
        readonly from: LocalDateTime | null;
        readonly to: LocalDateTime | null;
      }[];
    }
  | { readonly outcome: 'no-answer' };

export type SearchHit = { readonly id: string; readonly title: string } & (
  | {
      /** `encode`: the search began with that word; `id` and the rest are those of the key. */
      readonly kind: 'key' | 'encode';
      /** Its doors, and the number of its reservation. */
      readonly detail: string;
      readonly status: KeyStatus;
    }
  | { readonly kind: 'door'; readonly type: DoorType }
);

export interface SignedIn {
  readonly token: string;
  readonly staff: StaffView;
}

export interface StaffView {
  readonly id: StaffId;
  readonly name: string;
  readonly role: Role;
}
