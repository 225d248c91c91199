import { z } from 'zod';
import { refuse } from '#domain/refusal';

/** How many digits a doorcode may have; a lock may take fewer lengths (`LockLimits`). */
export const doorcodeLength = { least: 4, most: 10 } as const;

const digits = new RegExp(`^\\d{${doorcodeLength.least},${doorcodeLength.most}}$`);

export function isDoorcode(text: string): boolean {
  return digits.test(text);
}

export const doorcodeDigits = z
  .string()
  .refine(isDoorcode, { error: refuse('not-a-doorcode'), params: doorcodeLength });
