import { joinBytes } from '#hardware/bytes';
import type { EncoderField } from './encoder-field.ts';
import type { AirAnswer, SimulatedCard } from './simulated-card.ts';

const TX_MODE = 0x6302;
const RX_MODE = 0x6303;
const BIT_FRAMING = 0x633d;
/** The register's bit that makes the chip add or check the CRC itself. */
const CRC_ENABLED = 0x80;

const OK = Uint8Array.of(0x00);
const TIMED_OUT = Uint8Array.of(0x01);
const FRAMING = Uint8Array.of(0x05);
const AUTHENTICATION = Uint8Array.of(0x14);
const NOT_SELECTED = Uint8Array.of(0x27);

/** The half of the PN532 that talks to cards: targets, field and the registers that change how it does. */
export class Pn532Radio {
  readonly #field: EncoderField;
  readonly #registers = new Map<number, number>();
  #targets: { readonly card: SimulatedCard; isAwake: boolean }[] = [];

  constructor(field: EncoderField) {
    this.#field = field;
  }

  switchOff(): void {
    for (const { card } of this.#targets) card.reset();
    this.#targets = [];
  }

  /** InListPassiveTarget: at most two of Type A at 106 kbit/s, or the one whose UID is asked for. */
  list([most = 0, speed = 0, ...asked]: Uint8Array): Uint8Array {
    this.switchOff();
    this.#registers.set(TX_MODE, CRC_ENABLED).set(RX_MODE, CRC_ENABLED);
    const wanted = asked.filter((byte, place) => !(byte === 0x88 && place % 4 === 0));
    const isAsked = (card: SimulatedCard) => wanted.every((byte, place) => byte === card.uid[place]);
    const found = speed === 0 ? this.#field.cards.filter(isAsked).slice(0, Math.min(most, 2)) : [];
    this.#targets = found.map((card) => ({ card, isAwake: true }));
    for (const card of found) card.reset();
    const entries = found.map((card, index) =>
      joinBytes([index + 1, card.atqa >> 8, card.atqa & 0xff, card.sak, card.uid.length], card.uid, card.ats ?? []),
    );
    return joinBytes([found.length], ...entries);
  }

  /** InDataExchange: MIFARE commands, for which the chip does the CRC and the two-step write. */
  exchange([number = 0, ...card]: Uint8Array): Uint8Array {
    const target = this.#targets[(number & 0x3f) - 1];
    if (target === undefined) return NOT_SELECTED;
    const command = Uint8Array.from(card);
    // The chip takes these for a Classic authentication, whatever the card: GET_VERSION does not get through here.
    const isAuthentication = command[0] === 0x60 || command[0] === 0x61;
    if (isAuthentication && target.card.type !== 'classic-1k') return this.#sleep(target, AUTHENTICATION);
    return this.#onAir(target, command, (answer) => (answer.is === 'bytes' ? joinBytes(OK, answer.bytes) : OK));
  }

  /** InCommunicateThru: as it is, to the card that was selected last. */
  communicate(bytes: Uint8Array): Uint8Array {
    const target = this.#targets[0];
    if (target === undefined) return this.#field.cards.length === 0 ? TIMED_OUT : NOT_SELECTED;
    const isOwnCrc = (this.#register(TX_MODE) & CRC_ENABLED) === 0;
    // Frames of some bits only are the wake-ups that reader programs try on cloned cards.
    if ((this.#register(BIT_FRAMING) & 7) !== 0) return TIMED_OUT;
    const command = isOwnCrc ? withoutCrc(bytes) : bytes;
    if (command === null) return TIMED_OUT;
    const isCrcShown = (this.#register(RX_MODE) & CRC_ENABLED) === 0;
    return this.#onAir(target, command, (answer) => {
      if (answer.is !== 'bytes') return joinBytes(OK, [0x0a]);
      return joinBytes(OK, answer.bytes, isCrcShown ? crcA(answer.bytes) : []);
    });
  }

  /** ReadRegister: pairs of high and low address byte. */
  readRegisters(addresses: Uint8Array): Uint8Array {
    return Uint8Array.from(groups(addresses, 2), ([high = 0, low = 0]) => this.#register(high * 256 + low));
  }

  /** WriteRegister: high, low, value. */
  writeRegisters(values: Uint8Array): void {
    for (const [high = 0, low = 0, value = 0] of groups(values, 3)) this.#registers.set(high * 256 + low, value);
  }

  #onAir(
    target: { readonly card: SimulatedCard; isAwake: boolean },
    command: Uint8Array,
    show: (answer: AirAnswer) => Uint8Array,
  ): Uint8Array {
    const { status } = this.#field.faults;
    if (status !== null) return Uint8Array.of(status);
    if (!target.isAwake) return TIMED_OUT;
    // Two cards that answer at once are heard as neither.
    if (this.#field.cards.length > 1 && this.#targets.length < 2) return Uint8Array.of(0x06);
    const answer = this.#field.exchange(target.card, command);
    if (answer.is === 'nak') return this.#sleep(target, FRAMING);
    if (answer.is === 'auth-failed') return this.#sleep(target, AUTHENTICATION);
    if (answer.is === 'silence') return TIMED_OUT;
    return show(answer);
  }

  #sleep(target: { isAwake: boolean }, status: Uint8Array): Uint8Array {
    target.isAwake = false;
    return status;
  }

  #register(address: number): number {
    return this.#registers.get(address) ?? 0;
  }
}

/** CRC_A of ISO 14443-3, low byte first. */
function crcA(bytes: Uint8Array): Uint8Array {
  let crc = 0x6363;
  for (const byte of bytes) {
    let mixed = (byte ^ crc) & 0xff;
    mixed = (mixed ^ (mixed << 4)) & 0xff;
    crc = ((crc >> 8) ^ (mixed << 8) ^ (mixed << 3) ^ (mixed >> 4)) & 0xffff;
  }
  return Uint8Array.of(crc & 0xff, crc >> 8);
}

function withoutCrc(bytes: Uint8Array): Uint8Array | null {
  const command = bytes.slice(0, -2);
  const [low, high] = crcA(command);
  return bytes.length > 2 && bytes.at(-2) === low && bytes.at(-1) === high ? command : null;
}

function groups(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, place) =>
    bytes.subarray(place * size, (place + 1) * size),
  );
}
