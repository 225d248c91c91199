import { instantText } from '#domain/time/time';
import { writePrivateFile } from '#main/secrets/private-file';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { resourceCategoryTypes, serviceOrderStates } from './hotel-records.ts';

/** Everything that a simulated hotel must know again after its program was killed. */
const keptHotel = z.object({
  openedAt: instantText,
  lastNumber: z.number().int(),
  groups: z.array(z.tuple([z.string(), z.string()])),
  reservations: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      groupId: z.string(),
      accountId: z.string(),
      accountType: z.enum(['Customer', 'Company']),
      state: z.enum(serviceOrderStates),
      cancellationReason: z.enum(['RequestedByGuest', 'NoShow']).nullable(),
      cancelledAt: instantText.nullable(),
      roomId: z.string().nullable(),
      scheduledStart: instantText,
      scheduledEnd: instantText,
      actualStart: instantText.nullable(),
      actualEnd: instantText.nullable(),
      createdAt: instantText,
      updatedAt: instantText,
    }),
  ),
  customers: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      email: z.string().nullable(),
      emailIsFromOta: z.boolean(),
      phone: z.string().nullable(),
      mergeTargetId: z.string().nullable(),
      createdAt: instantText,
      updatedAt: instantText,
    }),
  ),
  companionships: z.array(
    z.object({
      id: z.string(),
      customerId: z.string(),
      groupId: z.string(),
      reservationId: z.string(),
      createdAt: instantText,
      updatedAt: instantText,
    }),
  ),
  resources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      floor: z.string(),
      parentId: z.string().nullable(),
      kind: z.enum(['Space', 'Object', 'Person']),
      category: z.enum(resourceCategoryTypes).default('Room'),
      active: z.boolean(),
      createdAt: instantText,
      updatedAt: instantText,
    }),
  ),
});
export type KeptHotel = z.infer<typeof keptHotel>;

/** The hotel of the last time; null: there is none yet. Throws when the file is not one that `saverOf` wrote. */
export async function readHotel(path: string): Promise<KeptHotel | null> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw cause;
  });
  return text === null ? null : keptHotel.parse(JSON.parse(text));
}

/**
 * @returns what saves the hotel as it is: when it resolves, everything up to the call is on disk. Calls that come while a
 * save is under way share the next one.
 */
export function saverOf(path: string, hotel: { kept(): KeptHotel }): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const save = async (): Promise<void> => {
    await underWay.catch(() => undefined);
    next = null;
    underWay = writePrivateFile(path, JSON.stringify(hotel.kept()));
    await underWay;
  };
  return () => (next ??= save());
}
