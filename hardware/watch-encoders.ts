import type { Encoder } from './encoder.ts';
import { EncoderError } from './encoder-error.ts';
import { pause } from './encoder-timer.ts';
import type { EncoderTimer } from './encoder-timer.ts';
import { findEncoders } from './find-encoder.ts';
import type { EncoderSearch, FoundEncoder, RememberedEncoder, SerialPortDescription } from './find-encoder.ts';

/** No operating system tells reliably of plugging in: looking this often keeps "noticed within three seconds". */
const LOOK_EVERY = 2_000;
/** An encoder that is there and says nothing for so long is asked whether it still lives. */
const PING_EVERY = 30_000;
const OPEN_WITHIN = 3_000;

export interface WatchEncodersOptions {
  readonly list: () => Promise<readonly SerialPortDescription[] | null>;
  readonly remembered: () => readonly RememberedEncoder[];
  /** Makes the encoder on a port that findEncoders found; opens nothing. */
  readonly create: (found: FoundEncoder) => Encoder;
  readonly timer: EncoderTimer;
  /** After every look. */
  readonly onChange: (desk: EncodersOnDesk) => void;
}

export interface EncodersOnDesk extends EncoderSearch {
  /** Open and answering. */
  readonly ready: readonly OpenEncoder[];
  /** Found, and not opened: who, and why. */
  readonly failed: readonly { readonly found: FoundEncoder; readonly error: EncoderError }[];
}

export interface OpenEncoder {
  readonly found: FoundEncoder;
  readonly encoder: Encoder;
  /** As it named itself when it was opened. */
  readonly firmware: string;
}

/**
 * Keeps the encoders of this computer open for as long as they are plugged in: opens those that are found, lets go of those
 * that broke, and opens them again when they are back. Touches no other port.
 * @returns the function that stops it and closes them.
 */
export function watchEncoders(options: WatchEncodersOptions): () => Promise<void> {
  const stopping = new AbortController();
  const { timer } = options;
  const limits = (milliseconds: number) => ({ signal: stopping.signal, deadline: timer.now() + milliseconds });
  const open = new Map<string, OpenEncoder & { isBroken: boolean; pingedAt: number }>();

  const look = async (): Promise<EncodersOnDesk> => {
    const search = findEncoders(await options.list(), options.remembered());
    for (const [path, { encoder, isBroken }] of open) {
      if (!isBroken && search.found.some((found) => found.path === path)) continue;
      open.delete(path);
      await encoder.close();
    }
    const failed: { found: FoundEncoder; error: EncoderError }[] = [];
    for (const found of search.found) {
      const error = open.has(found.path) ? await ping(found.path) : await begin(found);
      if (error !== null) failed.push({ found, error });
    }
    const ready = Array.from(open.values(), ({ found, encoder, firmware }) => ({ found, encoder, firmware }));
    return { ...search, ready, failed };
  };

  const begin = async (found: FoundEncoder): Promise<EncoderError | null> => {
    const encoder = options.create(found);
    const entry = { found, encoder, firmware: '', isBroken: false, pingedAt: timer.now() };
    encoder.onEvent(({ is }) => {
      if (is === 'lost') entry.isBroken = true;
    });
    const opening = encoder.open(limits(OPEN_WITHIN)).then((firmware) => (entry.firmware = firmware));
    const error = await problemOf(opening);
    if (error === null) open.set(found.path, entry);
    return error;
  };

  const ping = async (path: string): Promise<EncoderError | null> => {
    const entry = open.get(path);
    if (entry === undefined || timer.now() - entry.pingedAt < PING_EVERY) return null;
    const error = await problemOf(entry.encoder.ping(limits(PING_EVERY)));
    entry.pingedAt = timer.now();
    entry.isBroken = error !== null;
    return error;
  };

  const running = (async () => {
    while (!stopping.signal.aborted) {
      options.onChange(await look());
      await pause(timer, LOOK_EVERY, limits(LOOK_EVERY * 2));
    }
    for (const { encoder } of open.values()) await encoder.close();
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

async function problemOf(work: Promise<unknown>): Promise<EncoderError | null> {
  try {
    await work;
    return null;
  } catch (problem) {
    if (problem instanceof EncoderError) return problem;
    throw problem;
  }
}
