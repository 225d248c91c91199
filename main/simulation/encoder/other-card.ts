import { NAK } from './simulated-card.ts';
import type { AirAnswer, SimulatedCard } from './simulated-card.ts';
import { Type2Card } from './type2-card.ts';

/** A card that Portal does not write: a bank card, a DESFire of another system. It answers nothing but its selection. */
export function otherCard(uid: Uint8Array): SimulatedCard {
  return {
    type: 'other',
    uid,
    atqa: 0x0344,
    sak: 0x20,
    ats: Uint8Array.of(0x06, 0x75, 0x77, 0x81, 0x02, 0x80),
    exchange: (): AirAnswer => NAK,
    reset: () => undefined,
    memory: () => new Uint8Array(),
    restore: () => undefined,
    tear: () => undefined,
  };
}

/** A card of a type that Portal writes, in use by somebody else: an NTAG213 with the member's number of a gym. */
export function foreignCard(uid: Uint8Array): SimulatedCard {
  const card = new Type2Card('ntag213', uid);
  const text = new TextEncoder().encode('GYM MEMBER 0042\0');
  for (let page = 0; page < 4; page += 1) {
    card.exchange(Uint8Array.of(0xa2, 4 + page, ...text.subarray(4 * page, 4 * page + 4)));
  }
  return card;
}
