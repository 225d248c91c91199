import type { ByteLink } from '#hardware/byte-link';

/** The link of a program that does nothing at all for so long after everything that it wrote: no timer, no port. */
export function standingStill(link: ByteLink, milliseconds: number): ByteLink {
  return {
    ...link,
    async write(bytes) {
      await link.write(bytes);
      // When whoever wrote has begun to wait.
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds));
    },
  };
}
