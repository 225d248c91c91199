import { joinBytes } from '../bytes.ts';
import type { ByteLink } from '../byte-link.ts';
import type { CardAnswer, CardInfo } from '../card-port.ts';
import type { EncoderChip } from '../encoder-chip.ts';
import { EncoderError } from '../encoder-error.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import { askVersion, findFormat } from './find-format.ts';
import type { Twn4Line } from './twn4-line.ts';

const SEARCH_TAG = Uint8Array.of(0x05, 0x00, 0x10);
const RF_OFF = Uint8Array.of(0x05, 0x01);
const SEARCH_MULTI = Uint8Array.of(0x12, 0x08, 0xff);
const ATQA = Uint8Array.of(0x12, 0x04);
const SAK = Uint8Array.of(0x12, 0x05);
const TYPE2_VERSION = Uint8Array.of(0x0c, 0x09);
/** ISO 14443A in SearchTag's answer. */
const ISO14443A = 0x80;
/** Beep: volume, frequency, on, off (low byte first); a high one for done, a low long one for failed. */
const BEEPS = {
  ok: Uint8Array.of(0x04, 0x07, 0x64, 0x60, 0x09, 0x64, 0x00, 0x64, 0x00),
  fail: Uint8Array.of(0x04, 0x07, 0x64, 0xe8, 0x03, 0xf4, 0x01, 0x64, 0x00),
};

/** The reader says only true or false: why is found out by looking for the card again. */
const NO: CardAnswer = { outcome: 'silent', status: 0 };

/** An Elatec TWN4 with Simple Protocol firmware (TWN4_Cx…_PRS…), in text or binary mode, with CRC or without. */
export class Twn4Chip implements EncoderChip {
  readonly protocol = 'twn4-simple';
  readonly port: string;
  readonly #link: ByteLink;
  readonly #timer: EncoderTimer;
  #line: Twn4Line | null = null;
  #card: CardInfo | null = null;

  constructor(link: ByteLink, timer: EncoderTimer) {
    this.#link = link;
    this.#timer = timer;
    this.port = link.name;
  }

  async open(limits: Limits): Promise<string> {
    await this.close();
    await this.#link.open();
    try {
      const { line, firmware } = await findFormat(this.#link, this.#timer, limits);
      this.#line = line;
      return firmware;
    } catch (problem) {
      await this.close();
      throw problem;
    }
  }

  async ping(limits: Limits): Promise<void> {
    await askVersion(this.#open(), limits);
  }

  async rest(limits: Limits): Promise<void> {
    this.#card = null;
    await this.#send(RF_OFF, limits);
  }

  async signal(what: 'ok' | 'fail', limits: Limits): Promise<void> {
    await this.#send(BEEPS[what], limits);
  }

  onLost(listen: () => void): () => void {
    return this.#link.onLost(listen);
  }

  async close(): Promise<void> {
    this.#line?.stop();
    this.#line = null;
    this.#card = null;
    await this.#link.close();
  }

  /** SearchTag selects the card last: readers with a LEGIC chip know no SelectTag (Elatec.NET's notes). */
  async list(limits: Limits): Promise<readonly CardInfo[]> {
    this.#card = null;
    const uids = readUids(await this.#send(SEARCH_MULTI, limits));
    if (uids.length > 1) return uids.slice(0, 2).map((uid) => ({ uid, atqa: 0, sak: 0 }));
    const [isThere, type, , length = 0, ...rest] = await this.#send(SEARCH_TAG, limits);
    if (isThere !== 1) return [];
    const uid = Uint8Array.from(rest.slice(0, length));
    // A card of another radio standard: nothing that we write has this SAK.
    if (type !== ISO14443A) return [{ uid, atqa: 0, sak: 0xff }];
    const [hasAtqa, low = 0, high = 0] = await this.#send(ATQA, limits);
    const [hasSak, sak = 0] = await this.#send(SAK, limits);
    if (hasAtqa !== 1 || hasSak !== 1) return [];
    this.#card = { uid, atqa: high * 256 + low, sak };
    return [this.#card];
  }

  async read(block: number, limits: Limits): Promise<CardAnswer> {
    if (this.#card === null) return NO;
    if (this.#isClassic()) return this.#ask(Uint8Array.of(0x0b, 0x01, block), limits, 16);
    // Four pages, as the card gives them.
    return this.#ask(Uint8Array.of(0x0c, 0x00, block), limits, 16);
  }

  write(block: number, bytes: Uint8Array, limits: Limits): Promise<CardAnswer> {
    const code = this.#isClassic() ? [0x0b, 0x02] : [0x0c, 0x01];
    return this.#ask(joinBytes(code, [block], bytes), limits, 0);
  }

  /** Login: key, type 0 for key A, sector. A no may be a wrong key or a card that is gone. */
  async auth(block: number, key: Uint8Array, limits: Limits): Promise<CardAnswer> {
    const uid = this.#card?.uid;
    const answer = await this.#ask(joinBytes([0x0b, 0x00], key, [0x00, block >> 2]), limits, 0);
    if (answer.outcome === 'done' || uid === undefined) return answer;
    const [there] = await this.list(limits);
    return there === undefined ? NO : { outcome: 'refused', status: 0 };
  }

  async version(limits: Limits): Promise<CardAnswer> {
    return this.#ask(TYPE2_VERSION, limits, 8);
  }

  /** @param length How many bytes a "true" brings. */
  async #ask(body: Uint8Array, limits: Limits, length: number): Promise<CardAnswer> {
    if (this.#card === null) return NO;
    const [isDone, ...rest] = await this.#send(body, limits);
    return isDone === 1 && rest.length === length ? { outcome: 'done', bytes: Uint8Array.from(rest) } : NO;
  }

  #isClassic(): boolean {
    return this.#card?.sak === 0x08;
  }

  async #send(body: Uint8Array, limits: Limits): Promise<Uint8Array> {
    const line = this.#open();
    try {
      return await line.command(body, limits);
    } catch (problem) {
      this.#card = null;
      throw problem;
    }
  }

  #open(): Twn4Line {
    if (this.#line === null) throw new EncoderError('lost', `${this.port} is not open`);
    return this.#line;
  }
}

/** `result count length UID length UID …`; without a result the list is empty. */
function readUids([isThere, count = 0, ...list]: Uint8Array): readonly Uint8Array[] {
  if (isThere !== 1) return [];
  const uids: Uint8Array[] = [];
  for (let place = 0; uids.length < count && place < list.length; place += 1 + (list[place] ?? 0)) {
    uids.push(Uint8Array.from(list.slice(place + 1, place + 1 + (list[place] ?? 0))));
  }
  return uids;
}
