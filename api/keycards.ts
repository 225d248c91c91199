import type { LineProblem } from '#domain/cards/keycard-import';
import type { CredentialId, KeycardId, KeyId } from '#domain/ids';
import type { Actor, AllocationPolicy, KeycardKind, NoKeycardReason } from '#domain/key/key';
import type { KeycardState, KeycardType } from '#domain/cards/keycard';
import type { EncodingState } from '#domain/cards/card-encoding';
import type { WritingState } from '#domain/cards/card-writing';
import type { InstantText, LocalDateTime } from '#domain/time/time';
import type { EditDone } from './key-making.ts';
import type {
  AddKeycardInput,
  ImportKeycardsInput,
  KeycardChoicesInput,
  KeycardListInput,
  KeycardStateInput,
  RemoveKeycardInput,
  RenameKeycardInput,
  SetKeycardInput,
} from './keycard-inputs.ts';

/** The stock of cards, and which person holds which. Writing them is EncoderServices' (encoder.ts). */
export interface KeycardServices {
  list(input: KeycardListInput): Promise<KeycardPage>;
  details(id: KeycardId): Promise<KeycardDetails>;
  /** By hand, without an encoder. AppError('keycard-number-taken' | 'keycard-known'). */
  add(input: AddKeycardInput, by: Actor): Promise<{ readonly id: KeycardId }>;
  /** `apply: false` only says what would happen. Nothing is taken in when a line is wrong. */
  importCsv(input: ImportKeycardsInput, by: Actor): Promise<KeycardImport>;
  rename(input: RenameKeycardInput, by: Actor): Promise<void>;
  /**
   * Lost and blocked: the card ends, without touching the person's other credentials: its UID leaves the locks, its
   * writing is void. Found again, repaired: `available`.
   */
  setState(input: KeycardStateInput, by: Actor): Promise<void>;
  /**
   * Cards to choose from for a person: the one that is assigned first, then the unused ones by number, at most 200. Not
   * those that another key has reserved with Strict. Without a key: for a key that is being made.
   */
  choices(input: KeycardChoicesInput): Promise<readonly KeycardChoice[]>;
  /**
   * Assigns by policy, or replaces. Without a credential: one more card for the person. A first card that is not free is
   * waited for (No Keycard Assigned, with the reason); in the place of another, AppError('keycard-not-available').
   */
  set(input: SetKeycardInput, by: Actor): Promise<EditDone>;
  /** The card goes back to the stock; with the last one, the Keycard switch is off. */
  remove(input: RemoveKeycardInput, by: Actor): Promise<EditDone>;
}

export interface KeycardRow {
  readonly id: KeycardId;
  readonly version: number;
  readonly number: string;
  readonly name: string;
  /** The last three hexadecimal digits of the UID, as on "card …580"; null: never laid on an encoder. */
  readonly uidEnd: string | null;
  readonly type: KeycardType | null;
  readonly state: KeycardState;
  readonly holder: { readonly keyId: KeyId; readonly owner: string; readonly doors: readonly string[] } | null;
  /** What was written on it last. */
  readonly writing: CardWritingView | null;
}

export interface KeycardPage {
  readonly rows: readonly KeycardRow[];
  readonly total: number;
  /** Of the whole stock, whatever the filter. */
  readonly counts: Readonly<Record<KeycardState, number>>;
}

export interface KeycardDetails extends KeycardRow {
  /** Every writing of it, the newest first. */
  readonly writings: readonly (CardWritingView & { readonly owner: string; readonly keyId: KeyId })[];
}

export interface CardWritingView {
  readonly id: string;
  readonly state: WritingState;
  readonly why: string | null;
  readonly kind: KeycardKind;
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
  readonly doors: readonly string[];
  readonly encoder: string | null;
  readonly by: Actor;
  readonly at: InstantText;
}

export interface KeycardChoice {
  readonly id: KeycardId;
  readonly number: string;
  readonly name: string;
  readonly uidEnd: string | null;
  readonly isCurrent: boolean;
}

export type KeycardImport =
  | {
      readonly outcome: 'ready' | 'imported';
      readonly added: number;
      /** In the stock without a UID, which the file has. */
      readonly completed: number;
      readonly known: number;
    }
  /** By line of the file, the heading is line 1. */
  | { readonly outcome: 'refused'; readonly problems: readonly LineProblem[] };

/** One keycard of a person on Key Details. */
export interface KeycardView {
  readonly credentialId: CredentialId;
  readonly kind: KeycardKind;
  readonly policy: AllocationPolicy;
  readonly keycardId: KeycardId | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly uidEnd: string | null;
  readonly unassigned: NoKeycardReason | null;
  readonly assignedAt: InstantText | null;
  /** null: never laid on an encoder. */
  readonly type: KeycardType | null;
  /** State of the card itself, as lost and blocked show here too; null: the key has ended, and the card is not its own any more. */
  readonly state: KeycardState | null;
  readonly writing: CardWritingView | null;
  readonly encoding: EncodingState;
  /** Where its UID stands at the locks that take cards. */
  readonly locks: { readonly provisioned: number; readonly doors: number };
}
