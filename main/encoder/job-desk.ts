import type { EncoderProblem } from '#api/encoder';
import type { CardInfo } from '#hardware/card-port';
import type { CardState, Encoder } from '#hardware/encoder';
import { EncoderError } from '#hardware/encoder-error';
import { pause, type EncoderTimer, type Limits } from '#hardware/encoder-timer';
import type { Actor } from '#domain/key/key';
import type { KeycardType } from '#domain/cards/keycard';
import type { Base } from '#main/base';
import { uidText } from './card-record.ts';
import type { CardKeyring } from './card-keys.ts';
import type { EncoderDesk } from './encoder-desk.ts';
import type { RunningJob } from './running-job.ts';

/** Milliseconds. */
export const jobTimes = {
  /** To lay a card on. */
  card: 15_000,
  /** To lay the next card of several on, or another one for one that failed: it has to be fetched. */
  nextCard: 60_000,
  /** To lay the same card on again, or to plug the encoder in again. */
  sameCard: 60_000,
  /** To take a card away. */
  removal: 60_000,
  /** Of one call that needs nobody's hand. */
  call: 10_000,
  betweenTries: 250,
} as const;

/** What every job stands on. */
export interface JobParts {
  readonly base: Base;
  readonly keyring: CardKeyring;
  readonly desk: EncoderDesk;
  readonly timer: EncoderTimer;
  readonly job: RunningJob;
  readonly by: Actor;
  /** The encoder's id. */
  readonly encoderId: string;
}

/** A card as a job found it. */
export interface LaidOn {
  readonly encoder: Encoder;
  readonly card: CardInfo;
  readonly uid: string;
}

/** A card that was read and is of a type that Portal writes. */
export interface ReadOn extends LaidOn {
  readonly type: KeycardType;
  readonly state: Exclude<CardState, { readonly is: 'unsupported' }>;
}

export function within({ timer, job }: Pick<JobParts, 'timer' | 'job'>, milliseconds: number): Limits {
  return { signal: job.signal, deadline: timer.now() + milliseconds };
}

/**
 * Waits for exactly one card. Two cards, and an encoder that is plugged in again meanwhile, are waited out.
 * Throws EncoderError 'no-card', 'lost', 'cancelled', and what the encoder throws.
 */
export async function layOn(parts: JobParts, limits: Limits): Promise<LaidOn> {
  for (;;) {
    try {
      const encoder = await presentEncoder(parts, limits);
      const card = await encoder.waitForCard(limits);
      return { encoder, card, uid: uidText(card.uid) };
    } catch (problem) {
      if (!(problem instanceof EncoderError) || !['two-cards', 'lost'].includes(problem.code)) throw problem;
      if (isOver(parts, limits)) throw problem;
      parts.job.show({ problem: problem.code, detail: null });
      await pause(parts.timer, jobTimes.betweenTries, limits);
    }
  }
}

/**
 * Reads what lies there. Throws EncoderError, 'wrong-type' for a card that Portal does not write.
 * @param still What the clerk is told meanwhile: a card that has to stay is not taken away between two tries.
 */
export async function readOn(parts: JobParts, laid: LaidOn, still: EncoderProblem | null = null): Promise<ReadOn> {
  parts.job.show({ step: 'reading', problem: still, detail: null });
  const state = await laid.encoder.inspect(laid.card, within(parts, jobTimes.call));
  if (state.is === 'unsupported') throw new EncoderError('wrong-type', state.why);
  parts.job.show({ cardType: state.type });
  return { ...laid, state, type: state.type };
}

/**
 * Until the card is gone, or another one lies in its place; a clerk who forgets it holds nobody up. Throws EncoderError
 * 'cancelled'.
 */
export async function takeAway(parts: JobParts, encoder: Encoder, uid: Uint8Array): Promise<void> {
  parts.job.show({ step: 'take-it-away', problem: null, detail: null });
  try {
    await encoder.waitForRemoval(uid, within(parts, jobTimes.removal));
  } catch (problem) {
    if (!(problem instanceof EncoderError) || problem.code === 'cancelled') throw problem;
  }
}

/** A beep; an encoder without one is no failure. */
export async function signal(parts: JobParts, encoder: Encoder, what: 'ok' | 'fail'): Promise<void> {
  await encoder.signal(what, within(parts, jobTimes.call)).catch(() => undefined);
}

/** The job's encoder, waited for when it is unplugged. Throws EncoderError 'lost' at the deadline. */
async function presentEncoder(parts: JobParts, limits: Limits): Promise<Encoder> {
  for (;;) {
    const found = parts.desk.find(parts.encoderId);
    if (typeof found !== 'string' && found.encoder !== null && !isGone(found.state.state)) return found.encoder;
    if (limits.signal.aborted) throw new EncoderError('cancelled', 'called off');
    if (isOver(parts, limits)) throw new EncoderError('lost', 'the encoder did not come back');
    parts.job.show({ problem: 'lost', detail: null });
    await pause(parts.timer, jobTimes.betweenTries, limits);
  }
}

function isGone(state: string): boolean {
  return state === 'absent' || state === 'failed';
}

function isOver({ timer }: JobParts, { deadline, signal }: Limits): boolean {
  return signal.aborted || timer.now() >= deadline;
}
