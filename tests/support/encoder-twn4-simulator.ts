import { joinBytes } from '#hardware/bytes';
import { encodeTwn4, Twn4Decoder } from '#hardware/twn4/twn4-frame';
import type { Twn4Format } from '#hardware/twn4/twn4-frame';
import { noFaults, takes } from '#main/simulation/encoder/encoder-faults';
import { EncoderField } from '#main/simulation/encoder/encoder-field';
import type { SimulatedCard } from '#main/simulation/encoder/simulated-card';

const VERSION = 'TWN4/B1.03/CCF1.57/PRS1.03/PI';
const NO = Uint8Array.of(0x00);
const YES = Uint8Array.of(0x01);

/** An Elatec TWN4 with Simple Protocol firmware. Bytes in, bytes out. Nothing of others' has judged it, unlike the PN532. */
export class Twn4Simulator {
  readonly faults = noFaults();
  readonly field = new EncoderField(this.faults);
  readonly #format: Twn4Format;
  readonly #decoder: Twn4Decoder;
  readonly #send: (bytes: Uint8Array) => void;
  #selected: SimulatedCard | null = null;

  constructor(send: (bytes: Uint8Array) => void, format: Twn4Format = { mode: 'text', hasCrc: false }) {
    this.#send = send;
    this.#format = format;
    this.#decoder = new Twn4Decoder(format);
  }

  restart(): void {
    this.#decoder.reset();
    this.#selected = null;
  }

  receive(bytes: Uint8Array): void {
    for (const piece of this.#decoder.feed(bytes)) {
      if (this.faults.isSilent) continue;
      const result = piece.is === 'message' ? this.#carryOut(piece.body) : null;
      // 01: unknown function.
      this.#answer(encodeTwn4(result === null ? Uint8Array.of(0x01) : joinBytes([0x00], result), this.#format));
    }
  }

  #answer(frame: Uint8Array): void {
    if (takes(this.faults, 'lostAnswers') || takes(this.faults, 'hangs')) return;
    const isWrong = takes(this.faults, 'wrongChecksums');
    const sent = isWrong ? frame.map((byte, place) => (place === 0 ? byte ^ 0x40 : byte)) : frame;
    if (!this.faults.isByteByByte) return this.#send(sent);
    for (const byte of sent) this.#send(Uint8Array.of(byte));
  }

  #carryOut([api = 0xff, command, ...rest]: Uint8Array): Uint8Array | null {
    const parameters = Uint8Array.from(rest);
    switch (api) {
      case 0x00:
        return command === 0x04 ? joinBytes([VERSION.length], new TextEncoder().encode(VERSION)) : null;
      case 0x04:
        return new Uint8Array();
      case 0x05:
        return command === 0x00 ? this.#search() : this.#fieldOff();
      case 0x0b:
        return this.#classic(command ?? 0, parameters);
      case 0x0c:
        return this.#type2(command ?? 0, parameters);
      case 0x12:
        return this.#iso14443(command ?? 0);
      default:
        return null;
    }
  }

  #search(): Uint8Array {
    const [card] = this.field.cards;
    this.#selected = card ?? null;
    card?.reset();
    return card === undefined ? NO : joinBytes(YES, [0x80, card.uid.length * 8, card.uid.length], card.uid);
  }

  #fieldOff(): Uint8Array {
    this.#selected?.reset();
    this.#selected = null;
    return new Uint8Array();
  }

  #iso14443(command: number): Uint8Array | null {
    const { cards } = this.field;
    const uids = cards.map(({ uid }) => joinBytes([uid.length], uid));
    if (command === 0x08) return cards.length === 0 ? NO : joinBytes(YES, [cards.length], ...uids);
    if (this.#selected === null) return NO;
    const { atqa, sak } = this.#selected;
    if (command === 0x04) return joinBytes(YES, [atqa & 0xff, atqa >> 8]);
    return command === 0x05 ? joinBytes(YES, [sak]) : null;
  }

  #classic(command: number, parameters: Uint8Array): Uint8Array | null {
    const [block = 0] = parameters;
    const sector = parameters[7] ?? 0;
    if (command === 0x00) return this.#onAir(joinBytes([0x60, sector * 4], parameters.subarray(0, 6)));
    if (command === 0x01) return this.#onAir(Uint8Array.of(0x30, block));
    return command === 0x02 ? this.#onAir(joinBytes([0xa0], parameters)) : null;
  }

  #type2(command: number, parameters: Uint8Array): Uint8Array | null {
    if (command === 0x00) return this.#onAir(joinBytes([0x30], parameters));
    if (command === 0x01) return this.#onAir(joinBytes([0xa2], parameters));
    return command === 0x09 ? this.#onAir(Uint8Array.of(0x60)) : null;
  }

  #onAir(command: Uint8Array): Uint8Array {
    if (this.#selected === null) return NO;
    const answer = this.field.exchange(this.#selected, command);
    if (answer.is === 'bytes') return joinBytes(YES, answer.bytes);
    if (answer.is === 'ack') return YES;
    // It sleeps, and has to be searched for again.
    this.#selected = null;
    return NO;
  }
}
