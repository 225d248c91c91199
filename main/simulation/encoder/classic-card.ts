import { ACK, bytesAnswer, halfWritten, NAK, SILENCE } from './simulated-card.ts';
import type { AirAnswer, SimulatedCard } from './simulated-card.ts';

const TRANSPORT_TRAILER = [255, 255, 255, 255, 255, 255, 0xff, 0x07, 0x80, 0x69, 255, 255, 255, 255, 255, 255];

type Key = 'A' | 'B';

/** Who may do what to a data block, by C1 C2 C3 (MF1S50 data sheet, 8.7.3). */
const dataAccess: readonly { readonly read: string; readonly write: string }[] = [
  { read: 'AB', write: 'AB' },
  { read: 'AB', write: '' },
  { read: 'AB', write: '' },
  { read: 'B', write: 'B' },
  { read: 'AB', write: 'B' },
  { read: 'B', write: '' },
  { read: 'AB', write: 'B' },
  { read: '', write: '' },
];

/** The same for a trailer (8.7.2): key A is never read. */
const trailerAccess: readonly {
  readonly keys: string;
  readonly bits: string;
  readonly readKeyB: string;
  readonly readBits: string;
}[] = [
  { keys: 'A', bits: '', readKeyB: 'A', readBits: 'A' },
  { keys: 'A', bits: 'A', readKeyB: 'A', readBits: 'A' },
  { keys: '', bits: '', readKeyB: 'A', readBits: 'A' },
  { keys: 'B', bits: 'B', readKeyB: '', readBits: 'AB' },
  { keys: 'B', bits: '', readKeyB: '', readBits: 'AB' },
  { keys: '', bits: 'B', readKeyB: '', readBits: 'AB' },
  { keys: '', bits: '', readKeyB: '', readBits: 'AB' },
  { keys: '', bits: '', readKeyB: '', readBits: 'AB' },
];

/** MIFARE Classic 1K: 16 sectors of four blocks with keys and access conditions. Crypto-1 itself is the reader's. */
export class ClassicCard implements SimulatedCard {
  readonly type = 'classic-1k';
  readonly uid: Uint8Array;
  readonly atqa = 0x0004;
  readonly sak = 0x08;
  readonly ats = null;
  readonly #blocks = new Uint8Array(1024);
  #open: { readonly sector: number; readonly key: Key } | null = null;

  /** As it leaves the maker. @param uid 4 bytes. */
  constructor(uid: Uint8Array) {
    this.uid = uid;
    const [a = 0, b = 0, c = 0, d = 0] = uid;
    this.#blocks.set([a, b, c, d, a ^ b ^ c ^ d, 0x08, 0x04, 0x00, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69]);
    for (let sector = 0; sector < 16; sector += 1) this.#blocks.set(TRANSPORT_TRAILER, sector * 64 + 48);
  }

  reset(): void {
    this.#open = null;
  }

  memory(): Uint8Array {
    return Uint8Array.from(this.#blocks);
  }

  restore(memory: Uint8Array): void {
    this.#blocks.set(memory.subarray(0, this.#blocks.length));
  }

  /** For a card of another system: sets what a command could not. */
  poke(block: number, bytes: Uint8Array): void {
    this.#blocks.set(bytes, block * 16);
  }

  exchange(command: Uint8Array): AirAnswer {
    const [code, block = 0] = command;
    if (code === 0x60 || code === 0x61) return this.#authenticate(code === 0x60 ? 'A' : 'B', block, command.slice(2));
    if (code === 0x50) return SILENCE;
    if (block >= 64 || this.#open?.sector !== block >> 2) return NAK;
    if (code === 0x30 && command.length === 2) return this.#read(block, this.#open.key);
    if (code === 0xa0 && command.length === 18) return this.#write(block, command.slice(2), this.#open.key);
    return NAK;
  }

  tear(command: Uint8Array): void {
    const [code, block = 0] = command;
    if (code !== 0xa0 || this.#open?.sector !== block >> 2 || !this.#mayWrite(block, this.#open.key)) return;
    const cell = this.#blocks.subarray(block * 16, block * 16 + 16);
    cell.set(halfWritten(cell, command.slice(2, 18)));
  }

  #authenticate(key: Key, block: number, given: Uint8Array): AirAnswer {
    this.#open = null;
    if (block >= 64 || given.length < 6) return { is: 'auth-failed' };
    const trailer = this.#trailer(block);
    const place = key === 'A' ? 0 : 10;
    const isKey = trailer.subarray(place, place + 6).every((byte, index) => byte === given[index]);
    // A key B that can be read is data, not a key.
    const isUsable = key === 'A' || trailerAccess[this.#condition(block | 3)]?.readKeyB === '';
    if (!isKey || !isUsable) return { is: 'auth-failed' };
    this.#open = { sector: block >> 2, key };
    return ACK;
  }

  #read(block: number, key: Key): AirAnswer {
    const bytes = this.#blocks.slice(block * 16, block * 16 + 16);
    if ((block & 3) !== 3) return dataAccess[this.#condition(block)]?.read.includes(key) ? bytesAnswer(bytes) : NAK;
    const access = trailerAccess[this.#condition(block)];
    bytes.fill(0, 0, 6);
    if (access?.readBits.includes(key) !== true) bytes.fill(0, 6, 10);
    if (access?.readKeyB.includes(key) !== true) bytes.fill(0, 10);
    return bytesAnswer(bytes);
  }

  #write(block: number, bytes: Uint8Array, key: Key): AirAnswer {
    if (!this.#mayWrite(block, key)) return NAK;
    const cell = this.#blocks.subarray(block * 16, block * 16 + 16);
    if ((block & 3) !== 3) {
      cell.set(bytes);
      return ACK;
    }
    const access = trailerAccess[this.#condition(block)];
    const kept = Uint8Array.from(cell);
    cell.set(bytes);
    if (access?.keys.includes(key) !== true) {
      cell.set(kept.subarray(0, 6));
      cell.set(kept.subarray(10), 10);
    }
    if (access?.bits.includes(key) !== true) cell.set(kept.subarray(6, 10), 6);
    return ACK;
  }

  #mayWrite(block: number, key: Key): boolean {
    if (block === 0) return false;
    if ((block & 3) !== 3) return dataAccess[this.#condition(block)]?.write.includes(key) ?? false;
    const access = trailerAccess[this.#condition(block)];
    return `${access?.keys}${access?.bits}`.includes(key);
  }

  /** C1 C2 C3 of a block as a number. A trailer whose bits disagree with their inverses locks the sector for good. */
  #condition(block: number): number {
    const [, , , , , , six = 0, seven = 0, eight = 0] = this.#trailer(block);
    const [c1, c2, c3] = [seven >> 4, eight & 15, eight >> 4];
    const isConsistent = (six & 15) === (c1 ^ 15) && six >> 4 === (c2 ^ 15) && (seven & 15) === (c3 ^ 15);
    if (!isConsistent) return 7;
    const bit = block & 3;
    return (((c1 >> bit) & 1) << 2) | (((c2 >> bit) & 1) << 1) | ((c3 >> bit) & 1);
  }

  #trailer(block: number): Uint8Array {
    const place = (block | 3) * 16;
    return this.#blocks.subarray(place, place + 16);
  }
}
