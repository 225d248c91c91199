import { endingCauses, type EndingCause } from '#domain/brake/ending';
import type { KeyId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import type { InstantText, LocalDateTime } from '#domain/time/time';
import { z } from 'zod';

/** One group of endings that Portal holds: what one PMS connection tells of many stays, for one cause. */
export const heldQuestion = z.object({ connection: z.string().min(1).max(100), cause: z.enum(endingCauses) });
export type HeldQuestion = Readonly<z.infer<typeof heldQuestion>>;

/** `count`: how many staff saw. Where there are more meanwhile, nothing ends: AppError('changed-meanwhile'). */
export const letEndInput = heldQuestion.extend({ count: z.number().int().min(1) });
export type LetEndInput = Readonly<z.infer<typeof letEndInput>>;

/** A guest whose access would end. */
export interface HeldGuest {
  readonly keyId: KeyId;
  readonly owner: string;
  readonly doors: readonly string[];
  readonly departure: LocalDateTime | null;
  readonly isInHouse: boolean;
}

export interface HeldGroup {
  readonly connection: string;
  readonly system: string;
  readonly property: string;
  readonly cause: EndingCause;
  /** When the first of them was told. */
  readonly since: InstantText | null;
  /** In house first, then by room. */
  readonly guests: readonly HeldGuest[];
}

export interface BrakeServices {
  held(question: HeldQuestion): Promise<HeldGroup>;
  /** What is held ends in the PMS's next round, as far as the PMS still says so then. Resolves after that round. */
  letEnd(input: LetEndInput, by: Actor): Promise<void>;
}
