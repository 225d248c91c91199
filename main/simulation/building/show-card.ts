import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ZoneName } from '#domain/time/time';
import { fromHex } from '#hardware/bytes';
import { cardTypes } from '#hardware/card/card-layout';
import type { BridgeClock } from './bridge-clock.ts';
import type { ShownCard } from './card-reader.ts';
import type { CardReaders } from './card-readers.ts';
import type { BridgedLockEndpoint } from './virtual-building.ts';
import { VirtualLock } from './virtual-lock.ts';

const hex = z.string().transform((text, context) => {
  const bytes = fromHex(text);
  if (bytes !== null) return bytes;
  context.addIssue({ code: 'custom', message: 'not hexadecimal' });
  return z.NEVER;
});

/** A card as the simulated encoder's box has it. Types that hold no record are shown all the same: they have a UID. */
export const shownCardBody = z.object({
  uid: hex.refine((uid) => uid.length === 4 || uid.length === 7 || uid.length === 10, 'not a UID'),
  type: z.string().transform((type) => cardTypes.find((each) => each === type) ?? null),
  memory: hex,
});

interface AtTheDoor {
  readonly lock: BridgedLockEndpoint;
  /** The lock's. The reader of records has one of its own, which is right. */
  readonly clock: BridgeClock;
  readonly readers: CardReaders;
  readonly zone: ZoneName;
}

/**
 * Somebody holds a card to the door: its UID first, where the lock takes UIDs, then the record on it. Both work without
 * radio.
 */
export async function showCard({ lock, clock, readers, zone }: AtTheDoor, card: ShownCard): Promise<object> {
  const now = Temporal.Now.zonedDateTimeISO(zone);
  const byUid = await lock.act('card', (agent) => agent.get(VirtualLock).card(card.uid, clock.local()));
  if (byUid.verdict.opens) return { opened: true, how: 'uid' };
  const byRecord = await readers.show(lock.id, card, now);
  if (byRecord.opens) return { opened: true, how: 'record' };
  await lock.act('card refused', (agent) => agent.get(VirtualLock).cardRefused(byUid));
  const { reason } = byUid.verdict;
  const hasRecord = byRecord.why !== 'no-record' && byRecord.why !== 'not-set-up';
  return { opened: false, reason: reason === 'wrong-code' || hasRecord ? byRecord.why : reason };
}
