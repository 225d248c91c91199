import { AppError } from '#domain/failure';
import { DEFAULT_PORT } from '#main/shell/flags';
import Conf from 'conf';
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

/** Throws AppError('data-damaged') for a file that cannot be read as settings; it is left as it is. */
export function readOfficeSettings(dataFolder: string): OfficeSettings {
  try {
    const file = new Conf({
      cwd: dataFolder,
      configName: 'settings',
      projectVersion: '0.0.0',
      defaults: officeSettings.parse({}),
      configFileMode: 0o600,
    });
    return officeSettings.parse(file.store);
  } catch (cause) {
    throw new AppError('data-damaged', `reading settings.json in ${dataFolder}`, { cause });
  }
}
