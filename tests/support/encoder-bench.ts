import type { CardInfo } from '#hardware/card-port';
import { DeskEncoder } from '#hardware/desk-encoder';
import type { EncoderChip } from '#hardware/encoder-chip';
import type { OverwritePolicy } from '#hardware/card/refuse-card';
import type { EncoderEvent } from '#hardware/encoder';
import type { EncoderTimer, Limits } from '#hardware/encoder-timer';
import { EncoderError, recordAfter } from '#hardware/encoder-error';
import type { KeyRecord } from '#hardware/card/key-record';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { ClassicCard } from '#main/simulation/encoder/classic-card';
import type { EncoderFaults } from '#main/simulation/encoder/encoder-faults';
import type { EncoderField } from '#main/simulation/encoder/encoder-field';
import { Pn532Simulator } from '#main/simulation/encoder/pn532-simulator';
import type { SimulatedCard } from '#main/simulation/encoder/simulated-card';
import { Type2Card } from '#main/simulation/encoder/type2-card';
import { idleTimer } from './encoder-idle-timer.ts';
import { memoryLink } from './encoder-memory-link.ts';
import type { MemoryLink } from './encoder-memory-link.ts';
import { testKeyring, TODAY } from './encoder-records.ts';

/** An encoder on a desk without a desk: the real driver, a simulated encoder, and time that does not have to be waited for. */
export interface EncoderBench {
  readonly encoder: DeskEncoder;
  readonly chip: EncoderChip;
  readonly field: EncoderField;
  readonly faults: EncoderFaults;
  readonly link: MemoryLink;
  readonly timer: EncoderTimer;
  readonly events: EncoderEvent[];
  /** Ten seconds, unless said otherwise. */
  readonly limits: (milliseconds?: number) => Limits;
  /** The power of the encoder was off. */
  readonly restart: () => void;
}

export type MakeBench = () => Promise<EncoderBench>;

/** The wall clock of every bench: TODAY. */
export const benchNow = (): number => Date.UTC(2020, 0, 1) + TODAY * 60_000;

export async function pn532Bench(): Promise<EncoderBench> {
  const timer = idleTimer();
  const link: MemoryLink = memoryLink((bytes) => simulator.receive(bytes));
  const simulator = new Pn532Simulator((bytes) => link.deliver(bytes));
  const chip = new Pn532Chip(link, timer);
  return openBench({
    chip,
    link,
    timer,
    field: simulator.field,
    faults: simulator.faults,
    restart: () => simulator.restart(),
  });
}

export async function openBench(
  parts: Pick<EncoderBench, 'chip' | 'link' | 'timer' | 'field' | 'faults' | 'restart'>,
): Promise<EncoderBench> {
  const { chip, timer } = parts;
  const encoder = new DeskEncoder({ chip, timer, keyring: () => testKeyring, now: benchNow });
  const events: EncoderEvent[] = [];
  encoder.onEvent((event) => events.push(event));
  const limits = (milliseconds = 10_000) => ({
    signal: new AbortController().signal,
    deadline: timer.now() + milliseconds,
  });
  await encoder.open(limits());
  return { ...parts, encoder, events, limits };
}

/** The computer has no time for its ports: what the encoder says meanwhile is heard only afterwards, in its order. */
export function busyFor({ link, timer }: EncoderBench, milliseconds: number): void {
  const until = timer.now() + milliseconds;
  link.late = (arrives) => void timer.after(Math.max(0, until - timer.now()), arrives);
}

/** For cards that hold nothing of another stay. */
export const politely: OverwritePolicy = { mayReplace: () => false, isUnfinished: false };
export const anyway: OverwritePolicy = { mayReplace: () => true, isUnfinished: true };

export function infoOf({ uid, atqa, sak }: SimulatedCard): CardInfo {
  return { uid, atqa, sak };
}

export function newCard(type: string): Type2Card | ClassicCard {
  const uid = Uint8Array.of(0x04, 0x78, 0x2e, 0x21, 0x80, 0x1d, 0x80);
  if (type === 'classic-1k') return new ClassicCard(Uint8Array.of(0x9d, 0x44, 0xa3, 0x46));
  return new Type2Card(type as Type2Card['type'], uid);
}

/** Lays the card on and encodes it. */
export async function encodeOn(
  { encoder, limits }: EncoderBench,
  card: SimulatedCard,
  record: KeyRecord,
  policy: OverwritePolicy = politely,
) {
  return encoder.encode(infoOf(card), record, { ...policy, ...limits() });
}

/** What the desk is told about a job that failed. */
export async function failureOf(job: Promise<unknown>) {
  const error = await job.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof EncoderError)) throw new TypeError('the job did not fail', { cause: error });
  const { code, outcome, retry } = error;
  return { code, outcome, retry, record: recordAfter(error) };
}
