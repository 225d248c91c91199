import type { CredentialId, KeycardId, KeyId, PersonId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { KeycardType } from '#domain/cards/keycard';
import type { InstantText, LocalDateTime } from '#domain/time/time';
import type { AnswerInput, EncodeInput, EnrolInput, OnEncoderInput, PickEncoderInput } from './encoder-inputs.ts';

/** Codes of what can go wrong at the desk: hardware/encoder-error.ts, and what Portal refuses before anything is written. */
export type EncoderProblem =
  | 'not-found'
  | 'in-use'
  | 'not-an-encoder'
  | 'lost'
  | 'timeout'
  | 'frame-error'
  | 'syntax'
  | 'device-fault'
  | 'no-card'
  | 'two-cards'
  | 'card-removed'
  | 'card-changed'
  | 'wrong-type'
  | 'foreign'
  | 'still-valid'
  | 'locked'
  | 'write-protected'
  | 'key-mismatch'
  | 'verify-mismatch'
  | 'verify-unreadable'
  | 'cancelled'
  | 'deadline'
  | 'refused'
  // What the records have against the card that lies there.
  | 'keycard-lost'
  | 'keycard-blocked'
  | 'keycard-worn-out'
  | 'keycard-without-number'
  | 'keycard-other-chosen'
  | 'keycard-reserved'
  | 'keycard-of-this-key'
  | 'keycard-stays'
  | 'nothing-to-finish'
  // Portal itself failed.
  | 'broken-off'
  // Before the encoder is asked.
  | 'room-held'
  | 'keycard-not-theirs'
  | 'which-encoder'
  | 'departure-past'
  | 'room-not-assigned'
  | 'no-door'
  | 'key-ended';

/**
 * The encoders of the computer that Portal runs on, and the one job that each may do. Not shared between desks: with the
 * office shell the encoder is the one at the office PC.
 */
export interface EncoderServices {
  /** Everything the desk shows of encoders. Pushed: a change notice of the collection `encoder` says when to ask again. */
  view(): Promise<EncoderView>;
  /** Staff pick a port once; only then is anything sent to it. */
  pick(input: PickEncoderInput, by: Actor): Promise<void>;
  forget(id: string, by: Actor): Promise<void>;
  /** What encoding would write and what staff must be told before; reads only. */
  plan(input: { readonly keyId: KeyId; readonly personId: PersonId }): Promise<EncodePlan>;
  /** Begins; returns at once. The job is in `view()`. AppError('encoder-busy' | 'encoder-problem'). */
  encode(input: EncodeInput, by: Actor): Promise<{ readonly jobId: string }>;
  /** Cards laid on one after the other join the stock, until `cancel`. */
  enrol(input: EnrolInput, by: Actor): Promise<{ readonly jobId: string }>;
  /** Takes a card of ours back: empties it, voids its writing, and returns it to the stock. */
  wipe(input: OnEncoderInput, by: Actor): Promise<{ readonly jobId: string }>;
  /** Reads the card that lies there and ends what was not finished: issued or void. */
  finish(input: OnEncoderInput, by: Actor): Promise<{ readonly jobId: string }>;
  /** The clerk's word: that card is gone. Its writing is void; a new key gets a higher sequence. */
  giveUpWriting(id: string, by: Actor): Promise<void>;
  answer(input: AnswerInput, by: Actor): Promise<void>;
  cancel(jobId: string): Promise<void>;
  cardKeySets(): Promise<CardKeySetsView>;
  /** A new master: new cards are sealed with it, both are accepted until `retire`. */
  rotate(by: Actor): Promise<void>;
  /** Ends the older set. AppError('card-key-set-in-use') while issued cards are on it, unless `anyway`. */
  retire(input: { readonly set: number; readonly anyway: boolean }, by: Actor): Promise<void>;
}

export interface EncoderView {
  readonly encoders: readonly EncoderState[];
  /** Ports that staff may pick from. Nothing was sent there. null: this computer cannot list its ports. */
  readonly ports: readonly PortView[] | null;
  readonly job: EncoderJob | null;
  /** What lies on an encoder while no job runs; null: nothing. */
  readonly card: CardOnEncoder | null;
  /** Begun and not seen to the end, after a crash or a card that was taken away. */
  readonly unfinished: readonly UnfinishedCard[];
}

export interface EncoderState {
  readonly id: string;
  readonly name: string;
  readonly protocol: 'pn532-hsu' | 'twn4-simple';
  readonly port: string;
  readonly state: 'ready' | 'busy' | 'absent' | 'failed';
  readonly problem: EncoderProblem | null;
  readonly firmware: string | null;
  /** Found by its own identity; it was not picked and cannot be forgotten. */
  readonly isAutomatic: boolean;
}

export interface PortView {
  readonly path: string;
  readonly maker: string | null;
}

export interface UnfinishedCard {
  /** The writing's id. */
  readonly id: string;
  readonly keyId: KeyId;
  readonly owner: string;
  readonly room: string;
  readonly uidEnd: string | null;
}

export interface EncodePlan {
  /** null: it can be encoded. */
  readonly refused: EncoderProblem | null;
  /** What the sentence of `room-not-assigned` names; null: the stay had no room before. */
  readonly lostRoom: string | null;
  /** Whose the person's usual card is. */
  readonly role: 'guest' | 'staff';
  readonly from: LocalDateTime | null;
  readonly until: LocalDateTime | null;
  /** Of a one-shot card, which lasts a day at most. */
  readonly oneShotUntil: LocalDateTime | null;
  readonly doors: readonly string[];
  /** Doors of the key that the card leaves out, and why. */
  readonly leftOut: readonly { readonly name: string; readonly why: 'more-than-eight' | 'another-time' }[];
  /** Cards of this key that a lock would still open for: they end at the first use of a new key. */
  readonly others: readonly { readonly number: string | null; readonly uidEnd: string | null }[];
  /** Occupied-room guard: other stays that hold a room of this card now. */
  readonly occupied: readonly OccupiedRoom[];
  /** The person's cards that are to be written: assigned, and not written or to be written again. */
  readonly due: readonly CredentialId[];
}

export interface OccupiedRoom {
  readonly room: string;
  readonly keyId: KeyId;
  readonly owner: string;
  readonly until: LocalDateTime;
}

export interface EncoderJob {
  readonly id: string;
  readonly kind: 'encode' | 'enrol' | 'wipe' | 'finish';
  readonly encoder: string;
  readonly keyId: KeyId | null;
  readonly owner: string | null;
  /** "1 of 3": the card that is being made, counted from 1. */
  readonly card: number;
  readonly of: number;
  readonly step:
    | 'waiting-for-card'
    | 'waiting-for-other-card'
    | 'waiting-for-same-card'
    | 'reading'
    | 'asking'
    | 'writing'
    | 'verifying'
    | 'take-it-away'
    | 'done'
    | 'failed';
  /** 0 to 1 while writing and verifying. */
  readonly progress: number;
  /** Why it waits or failed; null: nothing is wrong. */
  readonly problem: EncoderProblem | null;
  /** What the sentence of `problem` names: the card type, the port, the room, the number of a keycard. */
  readonly detail: string | null;
  readonly question: JobQuestion | null;
  /** Of the card that was read last; null: none was, or another one is waited for. */
  readonly cardType: KeycardType | null;
  /** The card that is written was begun before, and not finished. */
  readonly wasTorn: boolean;
  /** What has been done so far, one for each card. */
  readonly made: readonly MadeCard[];
  readonly startedAt: InstantText;
}

export type JobQuestion =
  /** A valid key of another stay lies there. */
  | {
      readonly ask: 'overwrite';
      readonly owner: string | null;
      readonly rooms: readonly string[];
      readonly until: LocalDateTime;
    }
  /** It is a card of the stock that another key holds. */
  | { readonly ask: 'held-by-other'; readonly owner: string; readonly number: string };

export interface MadeCard {
  readonly number: string | null;
  readonly uidEnd: string | null;
  /** `outrun`: issued, and a later card of the same job needed a higher number: it has to be encoded again. */
  readonly outcome: 'issued' | 'outrun' | 'failed' | 'unknown' | 'enrolled' | 'known' | 'wiped' | 'void';
}

/** A card laid on the encoder with no dialog open. */
export interface CardOnEncoder {
  readonly encoder: string;
  readonly uidEnd: string;
  readonly type: KeycardType | null;
  readonly content: 'blank' | 'ours' | 'torn' | 'foreign' | 'locked' | 'unsupported';
  /** From the stock; null: not enrolled. */
  readonly keycard: {
    readonly id: KeycardId;
    readonly number: string;
    readonly name: string;
    readonly state: string;
  } | null;
  /** From what is written on it. */
  readonly says: {
    readonly keyId: KeyId | null;
    readonly owner: string | null;
    readonly doors: readonly string[];
    readonly from: LocalDateTime;
    readonly until: LocalDateTime;
    readonly isRunning: boolean;
    /** A one-shot card: each door once. Whether it was used, only the doors know. */
    readonly opensOnce: boolean;
  } | null;
  /** Whether that is what the records say. */
  readonly matches:
    | 'yes'
    | 'not-in-records'
    | 'records-say-void'
    | 'encode-again'
    | 'not-finished'
    | 'key-ended'
    | 'nothing-to-compare';
}

export interface CardKeySetsView {
  readonly current: number;
  readonly sets: readonly {
    readonly set: number;
    readonly since: InstantText;
    /** Issued cards that are sealed with it, and not over. */
    readonly cards: number;
    readonly keys: readonly { readonly keyId: KeyId; readonly owner: string; readonly until: LocalDateTime }[];
  }[];
}
