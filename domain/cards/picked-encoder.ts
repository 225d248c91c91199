import { z } from 'zod';
import { longestShortName } from '#domain/text/names';

/** An encoder that staff picked on this computer (hardware/find-encoder.ts). */
export const pickedEncoder = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(longestShortName),
  protocol: z.enum(['pn532-hsu', 'twn4-simple']),
  usb: z.object({ vid: z.string(), pid: z.string(), serial: z.string().nullable() }).nullable(),
  path: z.string().min(1),
});
export type PickedEncoder = Readonly<z.infer<typeof pickedEncoder>>;
