import type { CardInfo } from '../card-port.ts';

export interface Pn532Target {
  /** What the chip calls it: 1 or 2. */
  readonly number: number;
  readonly card: CardInfo;
}

/**
 * The answer to InListPassiveTarget at 106 kbit/s, Type A (UM0701-02, 7.3.5):
 * `NbTg [Tg ATQA(2) SAK length UID (ATS)] …`. An ATS is there when SAK says ISO 14443-4, and begins with its own length.
 * @returns null when the bytes do not add up.
 */
export function readTargets(bytes: Uint8Array): readonly Pn532Target[] | null {
  const targets: Pn532Target[] = [];
  let place = 1;
  for (let count = bytes[0] ?? 0; count > 0; count -= 1) {
    const [number, high = 0, low = 0, sak = 0, length = 0] = bytes.subarray(place, place + 5);
    const uid = bytes.slice(place + 5, place + 5 + length);
    if (number === undefined || uid.length !== length || ![4, 7, 10].includes(length)) return null;
    targets.push({ number, card: { uid, atqa: high * 256 + low, sak } });
    place += 5 + length;
    if ((sak & 0x20) !== 0 && place < bytes.length) place += bytes[place] ?? 0;
  }
  return targets;
}
