import { z } from 'zod';
import { cardUid, keycardTypes } from '#domain/cards/keycard';

/** What the demo panel says of the simulated encoder, its cards, and a card at a door. */

/** Never written by Portal: `foreign`, an NTAG213 that another system uses; `other`, a type that it does not know. */
export const demoCardTypes = [...keycardTypes, 'foreign', 'other'] as const;
export type DemoCardType = (typeof demoCardTypes)[number];

export const demoEncoderFaults = ['none', 'remove-while-writing', 'unplug', 'plug', 'silent', 'bad-card'] as const;

/**
 * Why a card reader stays shut: the rules of docs/card-format.md, "What a lock does", in their order; before them a lock that
 * was never told its door and masters, and a card without a record that counts. The last three: the lock holds the card's
 * UID, not for now, and there is no record on the card.
 */
export const cardRefusals = [
  'not-set-up',
  'no-record',
  'other-door',
  'blocked',
  'too-early',
  'expired',
  'replaced',
  'not-at-this-hour',
  'spent',
  'outside-schedule',
  'disabled',
  'no-schedule',
] as const;
export type CardRefusal = (typeof cardRefusals)[number];

/** Why a keypad stays shut. */
export const keypadRefusals = ['wrong-code', 'outside-schedule', 'disabled', 'no-schedule'] as const;
export type KeypadRefusal = (typeof keypadRefusals)[number];

/** All that is to lie on the encoder; the rest is taken off. */
export const demoLayCardInput = z.object({ uids: z.array(cardUid).max(3) });
export const demoNewCardInput = z.object({ type: z.enum(demoCardTypes) });
export const demoCardAtDoorInput = z.object({ lock: z.string().min(1), uid: cardUid });
/** One at a time: each ends the one before. `none` also plugs the encoder in again. */
export const demoEncoderFaultInput = z.object({ kind: z.enum(demoEncoderFaults) });

export type DemoLayCardInput = z.infer<typeof demoLayCardInput>;
export type DemoNewCardInput = z.infer<typeof demoNewCardInput>;
export type DemoCardAtDoorInput = z.infer<typeof demoCardAtDoorInput>;
export type DemoEncoderFaultInput = z.infer<typeof demoEncoderFaultInput>;
