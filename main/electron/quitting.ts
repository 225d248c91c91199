import type { App } from 'electron';

/** Ends the application once, in order, whoever asks first: the window, the platform, a signal or a failure. */
export interface Quitting {
  /** Called before the end; the last one added is the first to be called. */
  add(close: () => Promise<void> | void): void;
  quit(exitCode: number): void;
}

/** Quitting waits for what was added: work under way is finished or handed back before the window's process goes. */
export function enableQuitting(app: App): Quitting {
  const closers: (() => Promise<void> | void)[] = [];
  let ending: Promise<void> | undefined;

  async function end(exitCode: number): Promise<void> {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
      try {
        await close();
      } catch {
        // The rest still has to be closed; what was committed is on disk.
      }
    }
    app.exit(exitCode);
  }

  const quit = (exitCode: number) => void (ending ??= end(exitCode));
  app.on('before-quit', (event) => {
    event.preventDefault();
    quit(0);
  });
  app.on('window-all-closed', () => quit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => quit(0));
  return { add: (close) => closers.push(close), quit };
}
