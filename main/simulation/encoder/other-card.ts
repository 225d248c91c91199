import { NAK } from './simulated-card.ts';
import type { AirAnswer, SimulatedCard } from './simulated-card.ts';

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
    tear: () => undefined,
  };
}
