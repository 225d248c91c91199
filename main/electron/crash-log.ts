import type { Log } from '#main/ports/log';
import type { App, BrowserWindow } from 'electron';

/** What dies is in the log; a page that died comes back. What nobody foresaw in the main process ends it, in order. */
export function enableCrashLog(app: App, log: Log, quit: (exitCode: number) => void): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err: unknown) => {
      log.error({ err, event }, 'an unforeseen failure: stopping');
      quit(1);
    });
  }
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log.error({ type, reason, exitCode }, 'a process of Electron ended');
  });
}

export function reviveWhenGone(window: BrowserWindow, log: Log): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page crashed');
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
}
