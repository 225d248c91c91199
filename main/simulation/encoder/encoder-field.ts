import { takes } from './encoder-faults.ts';
import type { EncoderFaults } from './encoder-faults.ts';
import { SILENCE } from './simulated-card.ts';
import type { AirAnswer, SimulatedCard } from './simulated-card.ts';

/** What lies on the encoder, and what a command does to it. */
export class EncoderField {
  readonly faults: EncoderFaults;
  #cards: readonly SimulatedCard[] = [];
  /** Writes that reached a card, for tests that cut at every one. */
  writes = 0;
  /** Told after whatever may have changed a card. */
  onWrite: () => void = () => undefined;

  constructor(faults: EncoderFaults) {
    this.faults = faults;
  }

  get cards(): readonly SimulatedCard[] {
    return this.#cards;
  }

  lay(...cards: readonly SimulatedCard[]): void {
    for (const card of cards) card.reset();
    this.#cards = cards;
  }

  /** @returns silence for a card that is not there any more. */
  exchange(card: SimulatedCard, command: Uint8Array): AirAnswer {
    if (!this.#cards.includes(card)) return SILENCE;
    if (!isWrite(command)) return card.exchange(command);
    const answer = this.#write(card, command);
    this.onWrite();
    return answer;
  }

  #write(card: SimulatedCard, command: Uint8Array): AirAnswer {
    const { removeAfter, badBlock } = this.faults;
    if (removeAfter !== null && removeAfter.writes <= 0) {
      this.faults.removeAfter = null;
      this.#cards = this.#cards.filter((each) => each !== card);
      if (removeAfter.how === 'half') card.tear(command);
      if (removeAfter.how === 'after') card.exchange(command);
      return SILENCE;
    }
    if (removeAfter !== null) removeAfter.writes -= 1;
    this.writes += 1;
    const isBad = badBlock === 'any' || badBlock === command[1];
    const kept = isBad ? command.map((byte, place) => (place === 3 ? byte ^ 0x10 : byte)) : command;
    const answer = card.exchange(kept);
    return answer.is === 'ack' && takes(this.faults, 'lostWrites') ? SILENCE : answer;
  }
}

function isWrite([code]: Uint8Array): boolean {
  return code === 0xa2 || code === 0xa0;
}
