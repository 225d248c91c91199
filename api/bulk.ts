import { z } from 'zod';
import { bulkAction, type BulkAction, type UnchangedReason } from '#domain/acts/bulk';
import type { FailureCode } from '#domain/failure';
import { keyId, type KeyId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { Sheet } from '#domain/text/sheet';
import type { InstantText, LocalDateTime } from '#domain/time/time';
import { keyQuestion, type KeyQuestion } from '#domain/key/key-question';

/** What a portal may say about many keys at once, what it is shown, and what main implements for it. */

/** Chosen or left out one by one; more are chosen by their filter. */
export const mostChosen = 1_000;

export const keySelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('these'), ids: z.array(keyId).min(1).max(mostChosen) }),
  z.object({ kind: z.literal('all-but'), question: keyQuestion, but: z.array(keyId).max(mostChosen) }),
]);
export const bulkPreviewInput = z.object({ selection: keySelection, action: bulkAction });
export const bulkInput = z.object({ id: z.string().min(1).max(100) });
export const bulkReportInput = bulkInput.extend({
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(100),
});
export const keyRangeInput = keyQuestion.extend({
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(mostChosen),
});
export const exportKeysInput = z.object({ selection: keySelection });

export type KeySelection = z.infer<typeof keySelection>;

/** One key of a preview or a report. */
export interface BulkLine {
  readonly keyId: KeyId;
  readonly owner: string;
  readonly doors: readonly string[];
  readonly reservationNumber: string | null;
  /** `change`: it will be, or has not been reached yet. */
  readonly outcome: 'change' | 'done' | 'unchanged' | 'refused';
  readonly because: UnchangedReason | FailureCode | null;
  readonly departure: { readonly from: LocalDateTime; readonly to: LocalDateTime } | null;
  /** The old doorcode could not be kept: the guest must be told the new one. */
  readonly newDoorcode: boolean;
}

/** What exactly will happen. Nothing has. */
export interface BulkPreview {
  readonly id: string;
  readonly action: BulkAction;
  readonly total: number;
  readonly change: number;
  /** Of those that change: how many have a keycard. */
  readonly keycards: number;
  readonly unchanged: readonly { readonly because: UnchangedReason; readonly count: number }[];
  /** The first of them, those that change before the others. */
  readonly lines: readonly BulkLine[];
}

export interface BulkRunView {
  readonly id: string;
  readonly action: BulkAction;
  readonly by: string;
  /** `stopped`: staff stopped it; what was not reached is as it was. */
  readonly state: 'running' | 'done' | 'stopped';
  readonly startedAt: InstantText;
  readonly endedAt: InstantText | null;
  /** How many keys were to change, and how many of them were reached. */
  readonly total: number;
  readonly reached: number;
  readonly done: number;
  readonly refused: number;
  readonly unchanged: number;
  readonly newDoorcodes: number;
}

export interface BulkReport {
  readonly lines: readonly BulkLine[];
  readonly total: number;
}

/** Of a list of keys as a file. */
export const keyColumns = [
  'status',
  'lastName',
  'firstName',
  'others',
  'doors',
  'arrival',
  'departure',
  'doorcode',
  'keycard',
  'keycardNumbers',
  'source',
  'reservation',
  'key',
] as const;
export type KeyColumn = (typeof keyColumns)[number];

/** Of the report of a run as a file. */
export const reportColumns = [
  'owner',
  'doors',
  'reservation',
  'outcome',
  'because',
  'departure',
  'newDoorcode',
  'key',
] as const;
export type ReportColumn = (typeof reportColumns)[number];

/** Acts on many keys. A run goes on when its page is left, and ends with Portal; each key is a commit of its own. */
export interface BulkServices {
  preview(input: z.infer<typeof bulkPreviewInput>, by: Actor): Promise<BulkPreview>;
  /** Runs exactly what was previewed by the same person: a key that changed since is left alone and reported. */
  start(id: string, by: Actor): Promise<BulkRunView>;
  /** Stops after the key that is being changed. */
  stop(id: string): Promise<void>;
  /** The newest first. */
  runs(): Promise<readonly BulkRunView[]>;
  report(input: z.infer<typeof bulkReportInput>): Promise<BulkReport>;
  /** What leaves as a file is in the audit. */
  exportReport(id: string, by: Actor): Promise<Sheet<ReportColumn>>;
  /** Takes an ended run off the list. */
  forget(id: string): Promise<void>;
  /** The act of what was previewed or runs; AppError('not-found'). */
  actionOf(id: string): BulkAction;
  /** The keys at these places of a list. */
  range(input: KeyQuestion & { readonly offset: number; readonly limit: number }): Promise<readonly KeyId[]>;
  exportKeys(selection: KeySelection, by: Actor): Promise<Sheet<KeyColumn>>;
}
