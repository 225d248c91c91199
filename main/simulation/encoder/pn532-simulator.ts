import { joinBytes } from '#hardware/bytes';
import {
  ACK_FRAME,
  encodePn532Frame,
  ERROR_FRAME,
  FROM_CHIP,
  FROM_HOST,
  Pn532Decoder,
} from '#hardware/pn532/pn532-frame';
import type { Pn532Piece } from '#hardware/pn532/pn532-frame';
import { noFaults, takes } from './encoder-faults.ts';
import { EncoderField } from './encoder-field.ts';
import { Pn532Radio } from './pn532-radio.ts';

const SAM_CONFIGURATION = 0x14;
const POWER_DOWN = 0x16;

/**
 * A PN532 on its serial line, as UM0701-02 describes it and as libnfc expects it: asleep until it is woken, deaf until its
 * first command is SAMConfiguration. Bytes in, bytes out; no time of its own.
 */
export class Pn532Simulator {
  readonly faults = noFaults();
  readonly field = new EncoderField(this.faults);
  readonly #radio = new Pn532Radio(this.field);
  readonly #decoder = new Pn532Decoder();
  readonly #send: (bytes: Uint8Array) => void;
  #power: 'asleep' | 'woken' | 'ready' = 'asleep';
  #zeros = 0;
  #lastAnswer: Uint8Array | null = null;

  /** @param send Called for every chunk that goes to the host. */
  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  /** Power was cut and came back. */
  restart(): void {
    this.#power = 'asleep';
    this.#decoder.reset();
    this.#radio.switchOff();
    this.#lastAnswer = null;
  }

  receive(bytes: Uint8Array): void {
    if (this.#power === 'asleep') this.#noticeWakeUp(bytes);
    if (this.#power === 'asleep') return;
    for (const piece of this.#decoder.feed(bytes)) this.#take(piece);
  }

  /** 55h, or zeros for long enough: any edge on the line that is held. */
  #noticeWakeUp(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#zeros = byte === 0x00 ? this.#zeros + 1 : 0;
      if (byte === 0x55 || this.#zeros >= 7) this.#power = 'woken';
    }
  }

  #take(piece: Pn532Piece): void {
    if (this.faults.isSilent) return;
    if (piece.is === 'nack' && this.#lastAnswer !== null) this.#answer(this.#lastAnswer);
    // An ACK of the host ends a command that is running. Here every command ends at once.
    if (piece.is !== 'frame' || piece.tfi !== FROM_HOST) return;
    const [code = 0, ...rest] = piece.body;
    if (this.#power === 'woken' && code !== SAM_CONFIGURATION) return;
    this.#power = 'ready';
    this.#out(this.faults.garbage);
    if (!takes(this.faults, 'lostAcks')) this.#out(ACK_FRAME);
    const answer = this.#carryOut(code, Uint8Array.from(rest));
    if (takes(this.faults, 'hangs')) return;
    const frame = answer === null ? ERROR_FRAME : encodePn532Frame(FROM_CHIP, joinBytes([code + 1], answer));
    this.#lastAnswer = frame;
    this.#answer(frame);
  }

  #answer(frame: Uint8Array): void {
    if (takes(this.faults, 'lostAnswers')) return;
    // The checksum is the last but one.
    const isWrong = takes(this.faults, 'wrongChecksums');
    this.#out(isWrong ? frame.map((byte, place) => (place === frame.length - 2 ? byte ^ 0x01 : byte)) : frame);
  }

  #out(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (!this.faults.isByteByByte) return this.#send(bytes);
    for (const byte of bytes) this.#send(Uint8Array.of(byte));
  }

  /** @returns what follows the answer's code; null for a command that the chip does not know. */
  #carryOut(code: number, parameters: Uint8Array): Uint8Array | null {
    const nothing = new Uint8Array();
    switch (code) {
      case 0x00:
        return diagnose(parameters);
      case 0x02:
        return Uint8Array.of(0x32, 0x01, 0x06, 0x07);
      case 0x04:
        return Uint8Array.of(0x00, 0x00, 0x00, 0x80);
      case 0x06:
        return this.#radio.readRegisters(parameters);
      case 0x08:
        this.#radio.writeRegisters(parameters);
        return nothing;
      case 0x12:
      case SAM_CONFIGURATION:
        return nothing;
      case POWER_DOWN:
        this.#power = 'asleep';
        this.#zeros = 0;
        return Uint8Array.of(0x00);
      case 0x32:
        if (parameters[0] === 0x01 && (parameters[1] ?? 0) % 2 === 0) this.#radio.switchOff();
        return nothing;
      case 0x40:
        return this.#radio.exchange(parameters);
      case 0x42:
        return this.#radio.communicate(parameters);
      case 0x44:
      case 0x52:
        this.#radio.switchOff();
        return Uint8Array.of(0x00);
      case 0x4a:
        return this.#radio.list(parameters);
      case 0x54:
        return Uint8Array.of(0x00);
      default:
        return null;
    }
  }
}

/** The communication line, the ROM and the RAM; every other test passes too. */
function diagnose([test = 0, ...bytes]: Uint8Array): Uint8Array {
  return test === 0x00 ? Uint8Array.of(test, ...bytes) : Uint8Array.of(0x00);
}
