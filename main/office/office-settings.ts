import { DEFAULT_PORT } from '#main/shell/flags';
import Conf from 'conf';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Settings of this PC, in `<data>/settings.json`. Whoever edits them restarts Portal. */
const officeSettings = z.object({
  /** The address to listen on. Anything but loopback puts Portal on the hotel's network, without TLS of its own. */
  host: z.string().min(1).max(255).default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  /** Names, besides the address itself, by which browsers may call this PC: "portal.hotel.example". */
  names: z.array(z.string().min(1).max(255)).default([]),
});

export type OfficeSettings = z.infer<typeof officeSettings>;

export interface ReadSettings {
  readonly settings: OfficeSettings;
  /** Where a file is now that could not be read as settings; null: it could. */
  readonly setAside: string | null;
}

/**
 * Settings can be made anew, and never stop the hotel: a file that cannot be read is set aside, and Portal starts with the
 * defaults, on this computer alone.
 */
export function readOfficeSettings(dataFolder: string): ReadSettings {
  const read = (): OfficeSettings => {
    const file = new Conf({
      cwd: dataFolder,
      configName: 'settings',
      projectVersion: '0.0.0',
      defaults: officeSettings.parse({}),
      configFileMode: 0o600,
    });
    return officeSettings.parse(file.store);
  };
  const path = join(dataFolder, 'settings.json');
  // As it is: reading it adds what is not said in it.
  const before = existsSync(path) ? readFileSync(path) : null;
  try {
    return { settings: read(), setAside: null };
  } catch (cause) {
    if (before === null) throw cause;
    const setAside = freeName(dataFolder);
    writeFileSync(setAside, before, { mode: 0o600 });
    rmSync(path);
    return { settings: read(), setAside };
  }
}

function freeName(dataFolder: string): string {
  for (let number = 1; ; number += 1) {
    const name = join(dataFolder, `settings.set-aside-${number}.json`);
    if (!existsSync(name)) return name;
  }
}
