import { joinBytes } from '../bytes.ts';

/*
 * The PN532's frames over its serial line (UM0701-02, 6.2.1):
 *
 *   normal     00 | 00 FF | LEN LCS | TFI PD0 … PDn | DCS | 00       LEN + LCS = 0, TFI + PD + DCS = 0 (mod 256)
 *   extended   00 | 00 FF | FF FF LENM LENL LCS | TFI … | DCS | 00   above 255 bytes of TFI + PD; LENM + LENL + LCS = 0
 *   ACK        00 | 00 FF | 00 FF | 00        NACK  00 | 00 FF | FF 00 | 00
 *   error      00 | 00 FF | 01 FF 7F 81 | 00
 */
export const FROM_HOST = 0xd4;
export const FROM_CHIP = 0xd5;
/** TFI and up to 264 bytes (6.2.1.2). */
const LONGEST = 265;

export const ACK_FRAME = Uint8Array.of(0x00, 0x00, 0xff, 0x00, 0xff, 0x00);
export const NACK_FRAME = Uint8Array.of(0x00, 0x00, 0xff, 0xff, 0x00, 0x00);
export const ERROR_FRAME = Uint8Array.of(0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00);

export type Pn532Piece =
  | { readonly is: 'ack' | 'nack' | 'error' }
  /** @param body What follows TFI. */
  | { readonly is: 'frame'; readonly tfi: number; readonly body: Uint8Array }
  /** A frame began and its sums are wrong. */
  | { readonly is: 'damaged' };

/** @param body Command code and parameters, 1 to 264 bytes. */
export function encodePn532Frame(tfi: number, body: Uint8Array): Uint8Array {
  const length = body.length + 1;
  if (length < 2 || length > LONGEST) throw new RangeError(`a PN532 frame holds 1 to 264 bytes, not ${body.length}`);
  const head =
    length > 255
      ? [0xff, 0xff, length >> 8, length & 0xff, negative(Uint8Array.of(length >> 8, length))]
      : [length, negative([length])];
  return joinBytes([0x00, 0x00, 0xff], head, [tfi], body, [negative(joinBytes([tfi], body)), 0x00]);
}

/** Takes bytes cut anywhere, with anything between the frames, and finds the pair 00 FF again after damage. */
export class Pn532Decoder {
  #rest: Uint8Array = new Uint8Array();

  feed(bytes: Uint8Array): readonly Pn532Piece[] {
    this.#rest = joinBytes(this.#rest, bytes);
    const pieces: Pn532Piece[] = [];
    for (let step = nextPiece(this.#rest); step !== null; step = nextPiece(this.#rest)) {
      this.#rest = this.#rest.slice(step.used);
      if (step.piece !== null) pieces.push(step.piece);
    }
    return pieces;
  }

  /** Forgets a frame that began: its end is not coming any more. */
  reset(): void {
    this.#rest = new Uint8Array();
  }
}

interface Step {
  readonly used: number;
  readonly piece: Pn532Piece | null;
}

/** @returns null when more bytes are needed. */
function nextPiece(bytes: Uint8Array): Step | null {
  const start = startOf(bytes);
  if (start === null) {
    // The last byte may be the first of the next pair.
    const used = bytes.at(-1) === 0x00 ? bytes.length - 1 : bytes.length;
    return used > 0 ? { used, piece: null } : null;
  }
  const [first, second] = bytes.subarray(start, start + 2);
  if (first === undefined || second === undefined) return null;
  if (first === 0x00 && second === 0xff) return short(bytes, start, 'ack');
  if (first === 0xff && second === 0x00) return short(bytes, start, 'nack');
  return first === 0xff && second === 0xff ? extended(bytes, start) : normal(bytes, start);
}

/** The place after the pair 00 FF. */
function startOf(bytes: Uint8Array): number | null {
  const place = bytes.findIndex((byte, index) => byte === 0x00 && bytes[index + 1] === 0xff);
  return place < 0 ? null : place + 2;
}

/** The last zero belongs to it: without, an error frame with one damaged byte would pass for an ACK. */
function short(bytes: Uint8Array, start: number, is: 'ack' | 'nack'): Step | null {
  const last = bytes[start + 2];
  if (last === undefined) return null;
  return last === 0x00 ? { used: start + 2, piece: { is } } : damaged(start);
}

function normal(bytes: Uint8Array, start: number): Step | null {
  const [length = 0, check = 0] = bytes.subarray(start, start + 2);
  if (negative([length]) !== check || length === 0) return damaged(start);
  return content(bytes, start, { at: start + 2, length });
}

function extended(bytes: Uint8Array, start: number): Step | null {
  const head = bytes.subarray(start + 2, start + 5);
  if (head.length < 3) return null;
  const [high = 0, low = 0, check = 0] = head;
  const length = high * 256 + low;
  if (negative([high, low]) !== check || length === 0 || length > LONGEST) return damaged(start);
  return content(bytes, start, { at: start + 5, length });
}

function content(
  bytes: Uint8Array,
  start: number,
  { at, length }: { readonly at: number; readonly length: number },
): Step | null {
  const check = bytes[at + length];
  if (check === undefined) return null;
  const whole = bytes.subarray(at, at + length);
  if (negative(whole) !== check) return damaged(start);
  const used = at + length + 1;
  if (length === 1) return { used, piece: { is: whole[0] === 0x7f ? 'error' : 'damaged' } };
  return { used, piece: { is: 'frame', tfi: whole[0] ?? 0, body: whole.slice(1) } };
}

/** Looks on right after the false start: the true one may be among the bytes that it claimed. */
function damaged(start: number): Step {
  return { used: start, piece: { is: 'damaged' } };
}

function negative(bytes: Uint8Array | readonly number[]): number {
  let sum = 0;
  for (const byte of bytes) sum += byte;
  return -sum & 0xff;
}
