import type { KeyId, PersonId } from '#domain/ids';
import type { Actor, UnassignedReason } from '#domain/key/key';
import type { KeyTemplate } from '#domain/key/key-template';
import type { ClockTime, LocalDateTime } from '#domain/time/time';
import type {
  AddDoorsInput,
  AddPersonInput,
  ChangeStayInput,
  CreateKeyInput,
  MoveRoomInput,
  PreviewDoorcodeInput,
  RemoveDoorInput,
  RemovePersonInput,
  TemplateInput,
  UndoInput,
} from './key-inputs.ts';

/** Keys that staff make by hand, and what they change of a key as a whole. */
export interface KeyMakingServices {
  create(input: CreateKeyInput, by: Actor): Promise<{ readonly keyId: KeyId }>;
  /** By the beginning of a first or last name; the best twelve. */
  findPeople(text: string): Promise<readonly PersonHit[]>;
  /** What `setDoorcodePolicy` or `create` would answer now. Reads only. @param names Whether the holder is named. */
  previewDoorcode(input: PreviewDoorcodeInput, names: 'named' | 'unnamed'): Promise<DoorcodePreview>;
  addDoors(input: AddDoorsInput, by: Actor): Promise<EditDone>;
  removeDoor(input: RemoveDoorInput, by: Actor): Promise<EditDone>;
  addPerson(input: AddPersonInput, by: Actor): Promise<EditDone>;
  /** Never the last one. */
  removePerson(input: RemovePersonInput, by: Actor): Promise<EditDone>;
  changeStay(input: ChangeStayInput, by: Actor): Promise<EditDone>;
  moveRoom(input: MoveRoomInput, by: Actor): Promise<EditDone>;
  /** Takes back the act that made this version. AppError('changed-meanwhile' | 'undo-too-late' | 'code-not-available'). */
  undo(input: UndoInput, by: Actor): Promise<EditDone>;
  /** What a new key starts with. */
  newKeyDefaults(): Promise<NewKeyDefaults>;
  templates(): Promise<readonly KeyTemplate[]>;
  /** Replaces the template of the same name. */
  saveTemplate(input: TemplateInput, by: Actor): Promise<void>;
  removeTemplate(id: string, by: Actor): Promise<void>;
}

export interface NewKeyDefaults {
  /** The property's check-out time. */
  readonly departure: ClockTime;
  /** Digits in a random doorcode. */
  readonly codeLength: number;
  /** Unused cards of the stock; which, says `keycards.choices`. */
  readonly freeKeycards: number;
}

/** The version that an edit made: what Undo names. */
export interface EditDone {
  readonly version: number;
}

export interface PersonHit {
  readonly id: PersonId;
  readonly kind: 'guest' | 'staff';
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export type DoorcodePreview =
  | { readonly outcome: 'free'; readonly doors: number }
  | { readonly outcome: 'not-free'; readonly reason: UnassignedReason; readonly heldBy: CodeHolder | null };

/** Who is in the way, for roles that may see keys. */
export interface CodeHolder {
  readonly keyId: KeyId;
  readonly owner: string;
  /** A door where both would open; null: the code is reserved for the whole property. */
  readonly doorName: string | null;
  readonly until: LocalDateTime | null;
}
