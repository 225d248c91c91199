import { createLog } from '#main/ports/pino-log';
import type { Log } from '#main/ports/log';
import { closeSync, fsyncSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A month of a small hotel. At most one older file is kept, so the log never fills the disk. */
const LARGEST_LOG = 20 * 1024 * 1024;

export interface LogFile {
  readonly log: Log;
  close(): void;
}

/** The technical log in `<folder>/portal.log`; what was there before, once it is large, becomes `portal.old.log`. */
export function openLogFile(folder: string): LogFile {
  const path = join(folder, 'portal.log');
  let file = openSync(path, 'a', 0o600);
  let written = statSync(path).size;

  function write(line: string): void {
    if (written > LARGEST_LOG) startAnew();
    written += writeSync(file, line);
  }

  function startAnew(): void {
    closeSync(file);
    renameSync(path, join(folder, 'portal.old.log'));
    file = openSync(path, 'a', 0o600);
    written = 0;
  }

  let isOpen = true;
  return {
    // Written at once, so that the last line before a crash is there.
    log: createLog({ level: 'info', destination: { write: (line) => void (isOpen && tryTo(() => write(line))) } }),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      tryTo(() => fsyncSync(file));
      closeSync(file);
    },
  };
}

/** A full disk must not stop the doors: the log does without this line. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // There is nowhere left to say so.
  }
}
