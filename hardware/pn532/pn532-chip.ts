import type { ByteLink } from '../byte-link.ts';
import type { CardAnswer, CardInfo } from '../card-port.ts';
import type { EncoderChip } from '../encoder-chip.ts';
import { EncoderError } from '../encoder-error.ts';
import { pause } from '../encoder-timer.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import { Pn532Line } from './pn532-line.ts';
import { readTargets } from './pn532-targets.ts';

/** Long preamble that brings the chip out of low-battery mode (UM0701-02, 7.2.11; libnfc sends the same). */
const WAKE_UP = Uint8Array.of(0x55, 0x55, ...new Uint8Array(14));
/** Normal mode, no time-out, IRQ. Must be the first command after every wake-up (AN C106, 4.3). */
const SAM_CONFIGURATION = Uint8Array.of(0x14, 0x01, 0x14, 0x01);
/** Two tries to find a card, then say that there is none; FFh would wait for ever. */
const FEW_RETRIES = Uint8Array.of(0x32, 0x05, 0x00, 0x01, 0x02);
const RF_OFF = Uint8Array.of(0x32, 0x01, 0x00);
const FIRMWARE = Uint8Array.of(0x02);
const LIST_TWO_TYPE_A = Uint8Array.of(0x4a, 0x02, 0x00);
/**
 * Wake-ups, milliseconds. Pauses, since a bridge that was just plugged in swallows the first bytes; the last one has the
 * patience for a computer that is busy.
 */
const WAKE_UPS = [
  { pauseBefore: 0, patience: 200 },
  { pauseBefore: 100, patience: 200 },
  { pauseBefore: 300, patience: 1_000 },
];
const PN532_IC = 0x32;

const AUTHENTICATION = 0x14;
/** Overheating, over-current (UM0701-02, 7.1). */
const FAULTS = new Set([0x0d, 0x2d]);

/** A PN532 on its high-speed UART, 115200 8N1. */
export class Pn532Chip implements EncoderChip {
  readonly protocol = 'pn532-hsu';
  readonly port: string;
  readonly #link: ByteLink;
  readonly #timer: EncoderTimer;
  #line: Pn532Line | null = null;
  /** False after anything that may have left the chip and us apart. */
  #isAwake = false;
  #first: { readonly number: number; readonly card: CardInfo } | null = null;

  constructor(link: ByteLink, timer: EncoderTimer) {
    this.#link = link;
    this.#timer = timer;
    this.port = link.name;
  }

  async open(limits: Limits): Promise<string> {
    await this.close();
    await this.#link.open();
    this.#line = new Pn532Line(this.#link, this.#timer);
    try {
      const [ic = 0, version = 0, revision = 0] = await this.#send(FIRMWARE, limits);
      if (ic !== PN532_IC) throw new EncoderError('not-an-encoder', `a chip of type ${ic} on ${this.port}`);
      return `PN532 ${version}.${revision}`;
    } catch (problem) {
      await this.close();
      throw isSilence(problem)
        ? new EncoderError('not-an-encoder', `no PN532 on ${this.port}`, { cause: problem })
        : problem;
    }
  }

  async ping(limits: Limits): Promise<void> {
    await this.#send(FIRMWARE, limits);
  }

  async rest(limits: Limits): Promise<void> {
    this.#first = null;
    await this.#send(RF_OFF, limits);
  }

  /** A bare PN532 has neither light nor beeper. */
  async signal(): Promise<void> {}

  onLost(listen: () => void): () => void {
    return this.#link.onLost(listen);
  }

  async close(): Promise<void> {
    this.#line?.stop();
    this.#line = null;
    this.#isAwake = false;
    this.#first = null;
    await this.#link.close();
  }

  async list(limits: Limits): Promise<readonly CardInfo[]> {
    this.#first = null;
    const targets = readTargets(await this.#send(LIST_TWO_TYPE_A, limits));
    if (targets === null) throw new EncoderError('frame-error', 'a list of cards that cannot be read');
    this.#first = targets[0] ?? null;
    return targets.map(({ card }) => card);
  }

  async read(block: number, limits: Limits): Promise<CardAnswer> {
    const answer = await this.#exchange([0x30, block], limits);
    return answer.outcome === 'done' && answer.bytes.length !== 16 ? { outcome: 'silent', status: 0 } : answer;
  }

  write(block: number, bytes: Uint8Array, limits: Limits): Promise<CardAnswer> {
    return this.#exchange([bytes.length === 4 ? 0xa2 : 0xa0, block, ...bytes], limits);
  }

  /** Key first, then the last four bytes of the UID (UM0701-02, 7.3.8). */
  auth(block: number, key: Uint8Array, limits: Limits): Promise<CardAnswer> {
    const uid = this.#first?.card.uid.slice(-4) ?? new Uint8Array();
    return this.#exchange([0x60, block, ...key, ...uid], limits);
  }

  /** Through InCommunicateThru: InDataExchange would take 60h for a Classic authentication. */
  async version(limits: Limits): Promise<CardAnswer> {
    return this.#answerOf(await this.#send(Uint8Array.of(0x42, 0x60), limits));
  }

  async #exchange(card: readonly number[], limits: Limits): Promise<CardAnswer> {
    if (this.#first === null) return { outcome: 'silent', status: 0x27 };
    return this.#answerOf(await this.#send(Uint8Array.of(0x40, this.#first.number, ...card), limits));
  }

  #answerOf(answer: Uint8Array): CardAnswer {
    // Bit 6 only says that more follows.
    const status = (answer[0] ?? 0xff) & 0x3f;
    if (status === 0) return { outcome: 'done', bytes: answer.slice(1) };
    if (FAULTS.has(status))
      throw new EncoderError('device-fault', 'too warm, or too much current', { chipStatus: status });
    return { outcome: status === AUTHENTICATION ? 'refused' : 'silent', status };
  }

  async #send(body: Uint8Array, limits: Limits): Promise<Uint8Array> {
    const line = this.#line;
    if (line === null) throw new EncoderError('lost', `${this.port} is not open`);
    if (!this.#isAwake) await this.#wakeUp(line, limits);
    try {
      return await line.command(body, limits);
    } catch (problem) {
      this.#isAwake = false;
      this.#first = null;
      throw problem;
    }
  }

  async #wakeUp(line: Pn532Line, limits: Limits): Promise<void> {
    let silence: unknown = null;
    for (const { pauseBefore, patience } of WAKE_UPS) {
      if (pauseBefore > 0) await pause(this.#timer, pauseBefore, limits);
      try {
        await line.command(SAM_CONFIGURATION, limits, { prefix: WAKE_UP, patience });
        await line.command(FEW_RETRIES, limits);
        this.#isAwake = true;
        return;
      } catch (problem) {
        if (!isSilence(problem)) throw problem;
        silence = problem;
      }
    }
    throw silence;
  }
}

/** Nothing, or nothing that makes sense: what another machine on the port would do. */
function isSilence(problem: unknown): boolean {
  return problem instanceof EncoderError && ['timeout', 'frame-error', 'syntax'].includes(problem.code);
}
