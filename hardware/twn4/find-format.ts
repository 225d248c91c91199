import type { ByteLink } from '../byte-link.ts';
import { EncoderError } from '../encoder-error.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import type { Twn4Format } from './twn4-frame.ts';
import { Twn4Line } from './twn4-line.ts';

/** The version, which changes nothing, whatever the reader takes the question for. It is answered from memory; at 9,600 baud the longest answer takes 80 ms. */
const ANSWER_WITHIN = 300;

/**
 * How the reader was set cannot be seen from outside; it is asked the same question in every format. The order matters. In
 * text mode the binary questions are the beginning of a bad line (no hexadecimal digit and no CR is in them), which the
 * first line of text ends: hence two. In binary mode a line of text would be the length of a message of 12,336 bytes, and
 * the reader would wait for them: a reader in binary mode has answered before.
 */
const FORMATS: readonly Twn4Format[] = [
  { mode: 'binary', hasCrc: true },
  { mode: 'binary', hasCrc: false },
  { mode: 'text', hasCrc: false },
  { mode: 'text', hasCrc: false },
  { mode: 'text', hasCrc: true },
];

/**
 * The line over which a TWN4 answers, on a link that is open.
 * @returns with it the firmware's name. Throws EncoderError 'not-an-encoder', and 'lost', 'cancelled', 'deadline'.
 */
export async function findFormat(
  link: ByteLink,
  timer: EncoderTimer,
  limits: Limits,
): Promise<{ readonly line: Twn4Line; readonly firmware: string }> {
  let last: EncoderError | null = null;
  for (const format of FORMATS) {
    const line = new Twn4Line(link, timer, format);
    try {
      return { line, firmware: await askVersion(line, limits, ANSWER_WITHIN) };
    } catch (problem) {
      line.stop();
      if (!(problem instanceof EncoderError) || ['lost', 'cancelled', 'deadline'].includes(problem.code)) throw problem;
      last = problem;
    }
  }
  throw new EncoderError('not-an-encoder', `no TWN4 on ${link.name}`, { cause: last });
}

/** Throws EncoderError 'not-an-encoder' for another firmware, and what the line throws. */
export async function askVersion(line: Twn4Line, limits: Limits, patience?: number): Promise<string> {
  const [length = 0, ...text] = await line.version(limits, patience);
  const version = String.fromCharCode(...text.slice(0, length));
  if (version.startsWith('TWN4/') && version.includes('/PRS')) return version;
  throw new EncoderError('not-an-encoder', 'another firmware');
}
