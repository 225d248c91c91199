import type { DoorId, KeyId, LockId, PersonId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type {
  AddGatewayInput,
  ConnectPmsInput,
  DisconnectPmsInput,
  DemoActInput,
  DemoOutageInput,
  DemoReservationInput,
  DoorcodePolicyInput,
  DoorSettingsInput,
  EditDoorInput,
  KeyListInput,
  LinkedDoorsInput,
  MappingInput,
  PropertyInput,
  ProtectInput,
  SettingsInput,
} from './inputs.ts';
import type { BrakeServices } from './brake.ts';
import type { BulkServices } from './bulk.ts';
import type { DemoCardAtDoorInput, DemoEncoderFaultInput, DemoLayCardInput, DemoNewCardInput } from './demo-inputs.ts';
import type { CardAtDoorAnswer, DemoView, KeypadAnswer } from './demo.ts';
import type { EncoderServices } from './encoder.ts';
import type { FilterServices } from './filters.ts';
import type { ChangeNotice } from './change-notice.ts';
import type { EditDone, KeyMakingServices } from './key-making.ts';
import type { KeycardServices } from './keycards.ts';
import type { SettingsView, SetupState } from './settings-views.ts';
import type { AuditServices, SessionServices, StaffServices } from './staff-services.ts';
import type { KeyCounts } from './key-counts.ts';
import type { StatusStrip } from './status-strip.ts';
import type {
  AlertView,
  DoorDetails,
  DoorRow,
  KeyDetails,
  KeyPage,
  LockContents,
  SearchHit,
  SignedIn,
  TimelineView,
} from './views.ts';

/**
 * What the router stands on; the main process implements it. Every method may throw AppError. Who may call what is
 * decided in the router, from domain/staff/permission.ts.
 */
export interface Services {
  readonly sessions: SessionServices;
  readonly setup: SetupServices;
  readonly keys: KeyServices;
  readonly keycards: KeycardServices;
  readonly encoder: EncoderServices;
  readonly bulk: BulkServices;
  readonly filters: FilterServices;
  readonly doors: DoorServices;
  readonly settings: SettingsServices;
  readonly desk: DeskServices;
  readonly brake: BrakeServices;
  readonly staff: StaffServices;
  readonly audit: AuditServices;
  /** null unless the demo hotel runs. */
  readonly demo: DemoServices | null;
}

export interface SetupServices {
  state(): Promise<SetupState>;
  /** Only while there is no staff at all. */
  createOwner(input: {
    readonly name: string;
    readonly password: string;
    readonly pin: string | null;
    readonly from: string;
  }): Promise<SignedIn>;
  /**
   * Leaves this Portal, which is not set up yet, and begins the demo hotel in its place, with data of its own. Throws
   * AppError('not-allowed') where that cannot be.
   */
  showDemo(): Promise<void>;
  saveProperty(input: PropertyInput, by: Actor): Promise<void>;
}

/** What an edit of a key made from an older version ends in: AppError('changed-meanwhile'). */
export interface KeyEdit {
  readonly keyId: KeyId;
  readonly version: number;
}

export interface KeyServices extends KeyMakingServices {
  counts(): Promise<KeyCounts>;
  list(input: KeyListInput): Promise<KeyPage>;
  details(id: KeyId): Promise<KeyDetails>;
  timeline(id: KeyId, limit: number): Promise<readonly TimelineView[]>;
  /** Said before the page hands out its timeline as a file. */
  timelineExported(input: { readonly keyId: KeyId; readonly entries: number }, by: Actor): Promise<void>;
  /** The digits; leaves a line in the timeline. */
  showDoorcode(
    input: { readonly keyId: KeyId; readonly personId: PersonId },
    by: Actor,
  ): Promise<{ readonly code: string | null }>;
  setDoorcodePolicy(input: DoorcodePolicyInput, by: Actor): Promise<EditDone>;
  regenerateDoorcode(input: KeyEdit & { readonly personId: PersonId }, by: Actor): Promise<void>;
  /** The Doorcode switch of one person turned off: no lock keeps the code. */
  removeDoorcode(input: KeyEdit & { readonly personId: PersonId }, by: Actor): Promise<void>;
  editDoor(input: EditDoorInput, by: Actor): Promise<EditDone>;
  protect(input: ProtectInput, by: Actor): Promise<void>;
  /** With a door: Revoke Device at that door; without: the whole key. */
  revoke(input: KeyEdit & { readonly doorId: DoorId | null }, by: Actor): Promise<EditDone>;
  restore(input: KeyEdit & { readonly doorId: DoorId | null }, by: Actor): Promise<EditDone>;
  /** Writes again to every lock of the key (or of one door) and reads back. */
  reprovision(input: KeyEdit & { readonly doorId: DoorId | null }, by: Actor): Promise<void>;
  /** Tries at once what is waiting or suspended. */
  retryNow(input: { readonly keyId: KeyId; readonly doorId: DoorId | null }, by: Actor): Promise<void>;
  giveUp(input: { readonly keyId: KeyId; readonly doorId: DoorId | null }, by: Actor): Promise<void>;
}

export interface DoorServices {
  list(): Promise<readonly DoorRow[]>;
  details(id: DoorId): Promise<DoorDetails>;
  log(id: DoorId, limit: number): Promise<readonly TimelineView[]>;
  /** Asks the lock itself, now. */
  lockContents(id: LockId): Promise<LockContents>;
  /** Tries every waiting job of the door's lock at once. */
  retryNow(id: DoorId, by: Actor): Promise<void>;
  setMapping(input: MappingInput, by: Actor): Promise<void>;
  setLinkedDoors(input: LinkedDoorsInput, by: Actor): Promise<void>;
  save(input: DoorSettingsInput, by: Actor): Promise<void>;
}

export interface SettingsServices {
  get(): Promise<SettingsView>;
  save(input: SettingsInput, by: Actor): Promise<void>;
  connectPms(input: ConnectPmsInput, by: Actor): Promise<void>;
  disconnectPms(input: DisconnectPmsInput, by: Actor): Promise<void>;
  syncNow(): Promise<void>;
  /** By their names, those of which this build can take locks. */
  lockSystems(): readonly string[];
  /** Commissions a lock or bridge by its setup code; doors are made for its locks. */
  addGateway(input: AddGatewayInput, by: Actor): Promise<{ readonly locks: number }>;
}

export interface DeskServices {
  strip(): Promise<StatusStrip>;
  alerts(): Promise<readonly AlertView[]>;
  activity(limit: number): Promise<readonly TimelineView[]>;
  search(text: string, limit: number): Promise<readonly SearchHit[]>;
  /** Yields after every commit until the signal aborts. */
  changes(signal: AbortSignal): AsyncIterable<readonly ChangeNotice[]>;
}

export interface DemoServices {
  view(): Promise<DemoView>;
  createReservation(input: DemoReservationInput): Promise<{ readonly id: string }>;
  act(input: DemoActInput): Promise<void>;
  outage(input: DemoOutageInput): Promise<void>;
  keypad(input: { readonly lock: string; readonly code: string }): Promise<KeypadAnswer>;
  lock(input: {
    readonly lock: string;
    readonly act: 'offline' | 'online' | 'slow' | 'full' | 'forget' | 'normal';
  }): Promise<void>;
  layCard(input: DemoLayCardInput): Promise<void>;
  /** A card as its maker delivers it joins the box beside the encoder. */
  newCard(input: DemoNewCardInput): Promise<{ readonly uid: string }>;
  cardAtDoor(input: DemoCardAtDoorInput): Promise<CardAtDoorAnswer>;
  encoderFault(input: DemoEncoderFaultInput): Promise<void>;
}
