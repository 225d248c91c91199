import { fromHex, joinBytes, sameBytes, toHex } from '../bytes.ts';

/*
 * Elatec's Simple Protocol (TWN4 Simple Protocol DocRev17): the host asks, the reader answers.
 *
 *   text      command: API FUNCTION parameters in hexadecimal, CR      answer: ERROR bytes in hexadecimal, CR
 *   binary    two bytes of length (low first), then the same as bytes
 *   CRC       optional, at the end of either, low byte first: CCITT reflected 8408h, start FFFFh
 */
export interface Twn4Format {
  readonly mode: 'text' | 'binary';
  readonly hasCrc: boolean;
}

const CR = 0x0d;
const LF = 0x0a;
/** Above every answer of the manual: the reader's buffer. */
const LONGEST = 1_024;

export type Twn4Piece =
  | { readonly is: 'message'; readonly body: Uint8Array }
  /** Not hexadecimal, or a wrong CRC. */
  | { readonly is: 'damaged' };

export function encodeTwn4(body: Uint8Array, { mode, hasCrc }: Twn4Format): Uint8Array {
  const whole = hasCrc ? joinBytes(body, crcOf(body)) : body;
  if (mode === 'text') return joinBytes(new TextEncoder().encode(toHex(whole)), [CR]);
  return joinBytes([whole.length & 0xff, whole.length >> 8], whole);
}

/** Takes bytes cut anywhere. */
export class Twn4Decoder {
  readonly #format: Twn4Format;
  #rest: Uint8Array = new Uint8Array();

  constructor(format: Twn4Format) {
    this.#format = format;
  }

  feed(bytes: Uint8Array): readonly Twn4Piece[] {
    this.#rest = joinBytes(this.#rest, bytes);
    const pieces: Twn4Piece[] = [];
    for (let next = this.#next(); next !== null; next = this.#next()) pieces.push(next);
    return pieces;
  }

  reset(): void {
    this.#rest = new Uint8Array();
  }

  #next(): Twn4Piece | null {
    return this.#format.mode === 'text' ? this.#nextLine() : this.#nextBlock();
  }

  #nextLine(): Twn4Piece | null {
    const end = this.#rest.indexOf(CR);
    if (end < 0) {
      const isTooLong = this.#rest.length > 2 * LONGEST;
      if (isTooLong) this.reset();
      return isTooLong ? { is: 'damaged' } : null;
    }
    const line = this.#rest.slice(this.#rest[0] === LF ? 1 : 0, end);
    this.#rest = this.#rest.slice(end + 1);
    // The reader writes upper case; a letter that became lower case is a damaged byte.
    const text = String.fromCharCode(...line);
    const body = /^(?:[\dA-F]{2})+$/.test(text) ? fromHex(text) : null;
    return body === null ? { is: 'damaged' } : checked(body, this.#format.hasCrc);
  }

  #nextBlock(): Twn4Piece | null {
    const [low, high] = this.#rest;
    if (low === undefined || high === undefined) return null;
    const length = low + high * 256;
    if (length === 0 || length > LONGEST) {
      // Nothing marks a start in this mode: what is here cannot be trusted.
      this.reset();
      return { is: 'damaged' };
    }
    if (this.#rest.length < length + 2) return null;
    const body = this.#rest.slice(2, length + 2);
    this.#rest = this.#rest.slice(length + 2);
    return checked(body, this.#format.hasCrc);
  }
}

function checked(whole: Uint8Array, hasCrc: boolean): Twn4Piece {
  if (!hasCrc) return { is: 'message', body: whole };
  const body = whole.slice(0, -2);
  const isRight = body.length > 0 && sameBytes(crcOf(body), whole.slice(-2));
  return isRight ? { is: 'message', body } : { is: 'damaged' };
}

function crcOf(bytes: Uint8Array): Uint8Array {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0x8408 : crc >> 1;
  }
  return Uint8Array.of(crc & 0xff, crc >> 8);
}
