import { z } from 'zod';

/** Ids are branded text: a door's id does not pass where a lock's is asked. All are opaque outside the store. */
export const reservationId = z.string().min(1).brand<'ReservationId'>();
export const keyId = z.string().min(1).brand<'KeyId'>();
export const personId = z.string().min(1).brand<'PersonId'>();
export const credentialId = z.string().min(1).brand<'CredentialId'>();
export const doorId = z.string().min(1).brand<'DoorId'>();
export const lockId = z.string().min(1).brand<'LockId'>();
export const gatewayId = z.string().min(1).brand<'GatewayId'>();
export const entryId = z.string().min(1).brand<'EntryId'>();
export const keycardId = z.string().min(1).brand<'KeycardId'>();
export const staffId = z.string().min(1).brand<'StaffId'>();
/** One run of Portal, from its start to its end. */
export const programId = z.string().min(1).brand<'ProgramId'>();
/** A room or bed of a PMS: its own id there, behind the connection's prefix. */
export const spaceId = z.string().min(1).brand<'SpaceId'>();

export type ReservationId = z.infer<typeof reservationId>;
export type KeyId = z.infer<typeof keyId>;
export type PersonId = z.infer<typeof personId>;
export type CredentialId = z.infer<typeof credentialId>;
export type DoorId = z.infer<typeof doorId>;
export type LockId = z.infer<typeof lockId>;
export type GatewayId = z.infer<typeof gatewayId>;
export type EntryId = z.infer<typeof entryId>;
export type KeycardId = z.infer<typeof keycardId>;
export type StaffId = z.infer<typeof staffId>;
export type ProgramId = z.infer<typeof programId>;
export type SpaceId = z.infer<typeof spaceId>;
