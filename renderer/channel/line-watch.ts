/**
 * Whether anything was heard on the line to Portal. The office answers a ping every five seconds; a browser tells of a line that froze only
 * when the closing has timed out, some twenty seconds later.
 */

/** A line that was open and on which nothing came for so long is frozen, in milliseconds: two pings went unanswered. */
const longestQuiet = 12_000;

let open: { readonly socket: WebSocket; heardAt: number } | null = null;

/** The browser's own, listened to. */
export const watchedSocket: typeof WebSocket = class extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    this.addEventListener('open', () => {
      open = { socket: this, heardAt: Date.now() };
    });
    this.addEventListener('message', () => {
      if (open?.socket === this) open.heardAt = Date.now();
    });
    this.addEventListener('close', () => {
      if (open?.socket === this) open = null;
    });
  }
};

/** True once for a line that is frozen: it is not looked at any more. */
export function quietTooLong(now: number): boolean {
  if (open === null || now - open.heardAt < longestQuiet) return false;
  open = null;
  return true;
}
