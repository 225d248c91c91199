/**
 * A line of bytes to one encoder: a serial port, or a socket in the demo and in tests. Knows no frames.
 * One owner at a time.
 */
export interface ByteLink {
  /** For messages to staff: `COM4`, `/dev/ttyUSB0`. */
  readonly name: string;
  /**
   * Sends no byte. Throws EncoderError 'not-found' (no such port), 'in-use' (another program has it) or 'lost'.
   * May be called again after close.
   */
  open(): Promise<void>;
  /** Resolves when the bytes were handed on, which does not mean that they arrived. Throws EncoderError 'lost'. */
  write(bytes: Uint8Array): Promise<void>;
  /** Every chunk that arrives, cut anywhere. @returns the function that undoes it. */
  onBytes(listen: (bytes: Uint8Array) => void): () => void;
  /**
   * Once for every time that the line breaks by itself (unplugged); not after close(). A line that breaks in the very
   * moment of being opened may tell only at the next write.
   */
  onLost(listen: () => void): () => void;
  /** Safe to repeat, also on a line that broke or was never opened. */
  close(): Promise<void>;
}
