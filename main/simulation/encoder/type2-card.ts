import { ACK, bytesAnswer, halfWritten, NAK, SILENCE } from './simulated-card.ts';
import type { AirAnswer, SimulatedCard } from './simulated-card.ts';

/** Sizes and places of the NTAG21x and MF0ULx1 data sheets (8.5). */
const models = {
  ntag213: { pages: 45, product: 0x04, subtype: 0x02, size: 0x0f, locks: 40, lockStep: 2, config: 41, isNtag: true },
  ntag215: {
    pages: 135,
    product: 0x04,
    subtype: 0x02,
    size: 0x11,
    locks: 130,
    lockStep: 16,
    config: 131,
    isNtag: true,
  },
  ntag216: {
    pages: 231,
    product: 0x04,
    subtype: 0x02,
    size: 0x13,
    locks: 226,
    lockStep: 16,
    config: 227,
    isNtag: true,
  },
  'ultralight-ev1-48': {
    pages: 20,
    product: 0x03,
    subtype: 0x01,
    size: 0x0b,
    locks: null,
    lockStep: 2,
    config: 16,
    isNtag: false,
  },
  'ultralight-ev1-128': {
    pages: 41,
    product: 0x03,
    subtype: 0x01,
    size: 0x0e,
    locks: 36,
    lockStep: 2,
    config: 37,
    isNtag: false,
  },
} as const;

export type Type2Model = keyof typeof models;
export const type2Models = Object.keys(models) as readonly Type2Model[];

/** NTAG21x and MIFARE Ultralight EV1, with their lock pages, password and counters. */
export class Type2Card implements SimulatedCard {
  readonly type: Type2Model;
  readonly uid: Uint8Array;
  readonly atqa = 0x0044;
  readonly sak = 0x00;
  readonly ats = null;
  readonly #pages: Uint8Array;
  readonly #model: (typeof models)[Type2Model];
  readonly #counters = [0, 0, 0];
  #isAuthenticated = false;

  /** As it leaves the maker. @param uid 7 bytes. */
  constructor(type: Type2Model, uid: Uint8Array) {
    this.type = type;
    this.uid = uid;
    this.#model = models[type];
    this.#pages = new Uint8Array(this.#model.pages * 4);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = uid;
    this.#pages.set([a, b, c, 0x88 ^ a ^ b ^ c, d, e, f, g, d ^ e ^ f ^ g, 0x48, 0x00, 0x00]);
    if (this.#model.isNtag) this.#pages.set([0xe1, 0x10, this.#capacity(), 0x00, 0x03, 0x00, 0xfe, 0x00], 12);
    if (type === 'ntag213') this.#pages.set([0x01, 0x03, 0xa0, 0x0c, 0x34, 0x03, 0x00, 0xfe], 16);
    // AUTH0 beyond the last page: no password; PWD of ones.
    this.#pages.set([this.#model.isNtag ? 0x04 : 0x00, 0x00, 0x00, 0xff], this.#model.config * 4);
    this.#pages.set([0xff, 0xff, 0xff, 0xff], (this.#model.config + 2) * 4);
  }

  reset(): void {
    this.#isAuthenticated = false;
  }

  memory(): Uint8Array {
    return Uint8Array.from(this.#pages);
  }

  /** Not the counters: nothing that Portal writes uses them. */
  restore(memory: Uint8Array): void {
    this.#pages.set(memory.subarray(0, this.#pages.length));
  }

  exchange(command: Uint8Array): AirAnswer {
    const [code = 0, first = 0, second = 0] = command;
    switch (code) {
      case 0x30:
        return command.length === 2 ? this.#read(first, 4) : NAK;
      case 0x3a:
        return first <= second && this.#mayRead(second) ? this.#read(first, second - first + 1) : NAK;
      case 0xa2:
      case 0xa0:
        return this.#write(first, command.slice(2, 6), command.length === (code === 0xa2 ? 6 : 18));
      case 0x60:
        return bytesAnswer(Uint8Array.of(0, 4, this.#model.product, this.#model.subtype, 1, 0, this.#model.size, 3));
      case 0x1b:
        return this.#password(command.slice(1, 5));
      case 0x39:
        return this.#counter(first);
      case 0xa5:
        return this.#increment(first, command.slice(2, 5));
      case 0x3c:
        // Signed by nobody: a simulated card has no secret of the maker.
        return bytesAnswer(new Uint8Array(32));
      default:
        return code === 0x50 ? SILENCE : NAK;
    }
  }

  tear(command: Uint8Array): void {
    const [code, page = 0] = command;
    if ((code !== 0xa2 && code !== 0xa0) || page < 4 || !this.#mayWrite(page)) return;
    const cell = this.#pages.subarray(page * 4, page * 4 + 4);
    cell.set(halfWritten(cell, command.slice(2, 6)));
  }

  #read(page: number, count: number): AirAnswer {
    const { pages, config } = this.#model;
    if (page >= pages || !this.#mayRead(page)) return NAK;
    const shown = Uint8Array.from(this.#pages);
    // Password and its answer always read as zeros.
    shown.fill(0, (config + 2) * 4, (config + 3) * 4 + 2);
    const places = Array.from({ length: count }, (_, place) => (page + place) % pages);
    return bytesAnswer(Uint8Array.from(places.flatMap((each) => [...shown.subarray(each * 4, each * 4 + 4)])));
  }

  #write(page: number, bytes: Uint8Array, isWhole: boolean): AirAnswer {
    if (!isWhole || page >= this.#model.pages || !this.#mayWrite(page)) return NAK;
    const cell = this.#pages.subarray(page * 4, page * 4 + 4);
    // Lock bits and one-time bits can only be set.
    if (page === 2) cell.set([(cell[2] ?? 0) | (bytes[2] ?? 0), (cell[3] ?? 0) | (bytes[3] ?? 0)], 2);
    else if (page === 3 || page === this.#model.locks) cell.set(cell.map((byte, place) => byte | (bytes[place] ?? 0)));
    else cell.set(bytes);
    return ACK;
  }

  #mayWrite(page: number): boolean {
    if (page < 2 || (page >= this.#auth0() && !this.#isAuthenticated)) return false;
    if (page === 2) return true;
    const { locks, lockStep } = this.#model;
    const fixed = (this.#pages[10] ?? 0) | ((this.#pages[11] ?? 0) << 8);
    if (page < 16) return ((fixed >> page) & 1) === 0;
    if (locks === null || page >= locks) return true;
    const moving = (this.#pages[locks * 4] ?? 0) | ((this.#pages[locks * 4 + 1] ?? 0) << 8);
    return ((moving >> Math.floor((page - 16) / lockStep)) & 1) === 0;
  }

  #mayRead(page: number): boolean {
    const isReadProtected = ((this.#pages[(this.#model.config + 1) * 4] ?? 0) & 0x80) !== 0;
    return this.#isAuthenticated || !isReadProtected || page < this.#auth0();
  }

  #auth0(): number {
    return this.#pages[this.#model.config * 4 + 3] ?? 0xff;
  }

  #password(given: Uint8Array): AirAnswer {
    const place = (this.#model.config + 2) * 4;
    this.#isAuthenticated = given.length === 4 && given.every((byte, index) => byte === this.#pages[place + index]);
    return this.#isAuthenticated ? bytesAnswer(this.#pages.slice(place + 4, place + 6)) : NAK;
  }

  #counter(number: number): AirAnswer {
    const value = this.#model.isNtag && number !== 2 ? undefined : this.#counters[number];
    return value === undefined ? NAK : bytesAnswer(Uint8Array.of(value, value >> 8, value >> 16));
  }

  #increment(number: number, [low = 0, middle = 0, high = 0]: Uint8Array): AirAnswer {
    const value = this.#model.isNtag ? undefined : this.#counters[number];
    const sum = (value ?? 0) + low + middle * 0x100 + high * 0x1_0000;
    if (value === undefined || sum > 0xff_ffff) return NAK;
    this.#counters[number] = sum;
    return ACK;
  }

  #capacity(): number {
    const sizes = { 0x0f: 0x12, 0x11: 0x3e, 0x13: 0x6d } as const;
    return this.#model.size in sizes ? sizes[this.#model.size as keyof typeof sizes] : 0;
  }
}
