import type { Log } from '#main/ports/log';

/** What has to be closed before this hotel is left, in the opposite order of opening. `Where`: an exit code, or what comes then. */
export interface Leaving<Where = number> {
  /** From here on, leaving closes this too. */
  add(close: () => Promise<void> | void): void;
  /** Closes everything and goes there. The first caller's word counts. */
  leave(where: Where): Promise<void>;
}

export function createLeaving<Where>(go: (where: Where) => void): Leaving<Where> {
  const closers: (() => Promise<void> | void)[] = [];
  let leaving: Promise<void> | undefined;

  async function closeAll(where: Where): Promise<void> {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
      try {
        await close();
      } catch {
        // The rest still has to be closed, and the data is safe without: everything committed is on disk.
      }
    }
    go(where);
  }

  return {
    add: (close) => closers.push(close),
    leave: (where) => (leaving ??= closeAll(where)),
  };
}

/**
 * Ctrl-C and the service manager end it in order; what nobody foresaw is logged and ends it with exit code 1.
 * @returns ends the listening.
 */
export function leaveOnSignals(leaving: Pick<Leaving, 'leave'>, log: Log): () => void {
  const listening = new AbortController();
  const on = <What>(event: string, act: (what: What) => void): void => {
    process.on(event, act);
    listening.signal.addEventListener('abort', () => process.off(event, act));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    on(signal, () => {
      log.info({ signal }, 'asked to stop');
      void leaving.leave(0);
    });
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    on(event, (err: unknown) => {
      log.error({ err, event }, 'an unforeseen failure: stopping');
      void leaving.leave(1);
    });
  }
  return () => listening.abort();
}
