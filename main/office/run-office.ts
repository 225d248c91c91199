import { AppError } from '#domain/failure';
import { openFileVault } from '#main/secrets/file-vault';
import { defaultDataFolder, openDataFolder } from '#main/shell/data-folder';
import { parseCommandLine, type Flags } from '#main/shell/flags';
import { lockFolderPatiently } from '#main/shell/folder-lock';
import { openLogFile } from '#main/shell/log-file';
import { openApplication } from '#main/shell/open-application';
import type { ShellPorts } from '#main/shell/shell-ports';
import { startFailure } from '#main/shell/start-failure';
import { refuseDeskSecrets } from '#main/secrets/desk-secrets';
import type { FastifyInstance } from 'fastify';
import { resolve } from 'node:path';
import { publishEndpoints } from './endpoints.ts';
import { isLoopback, namesOf } from './gate.ts';
import { createLeaving, leaveOnSignals, type Leaving } from './leaving.ts';
import { createOfficeServer } from './office-server.ts';
import { readOfficeSettings } from './office-settings.ts';

const rendererFolder = resolve(import.meta.dirname, '../../out/renderer');

/** Runs Portal as a plain Node program until it is told to stop. Ends the process itself. */
export async function runOffice(ports: ShellPorts): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2));
  if (line.kind === 'help') process.stdout.write(line.text);
  if (line.kind === 'wrong') {
    process.stderr.write(`${line.sentence}\n`);
    process.exitCode = 2;
  }
  if (line.kind !== 'run') return;

  await runHotel({ flags: line.flags, orElse: null }, ports);
}

interface Hotel {
  readonly flags: Flags;
  /** What goes on when it does not start: it ran here before. null: the process ends. */
  readonly orElse: Flags | null;
}

async function runHotel({ flags, orElse }: Hotel, ports: ShellPorts): Promise<void> {
  const place: RunningAt = { dataFolder: resolve(flags.dataFolder ?? defaultDataFolder(flags.demo)), port: 0 };
  const leaving = createLeaving<number | Hotel>((where) => {
    if (typeof where === 'number') process.exit(where);
    void runHotel(where, ports);
  });
  /** At the same address, so that the page that asked for it finds it; beside a folder that was named, never in it. */
  const beginDemo = (): void => {
    const dataFolder = flags.dataFolder === undefined ? undefined : `${place.dataFolder}-demo`;
    const { port } = place;
    void leaving.leave({ flags: { demo: true, port, dataFolder }, orElse: { ...flags, port } });
  };
  try {
    await start(flags, place, leaving, { ...ports, beginDemo });
  } catch (error) {
    process.stderr.write(`${startFailure(error, place)}\n`);
    await leaving.leave(orElse === null ? 1 : { flags: orElse, orElse: null });
  }
}

interface RunningAt {
  readonly dataFolder: string;
  /** Where it listens, once it does. */
  port: number;
}

async function start(
  flags: Flags,
  place: RunningAt,
  leaving: Leaving<number | Hotel>,
  { beginDemo, ...ports }: ShellPorts & { readonly beginDemo: () => void },
): Promise<void> {
  const dataFolder = await openDataFolder(place.dataFolder);
  const lock = await lockFolderPatiently(dataFolder);
  leaving.add(() => lock.release());
  const logFile = openLogFile(dataFolder);
  const { log } = logFile;
  leaving.add(() => logFile.close());
  leaving.add(leaveOnSignals(leaving, log));

  const { settings, setAside } = readOfficeSettings(dataFolder);
  if (setAside !== null) {
    log.warn({ setAside }, 'settings.json could not be read; started with the defaults');
    process.stderr.write(
      `settings.json could not be read. It is kept as ${setAside}; Portal goes on with its default settings, on this computer alone.\n`,
    );
  }
  const host = process.env['PORTAL_HOST'] ?? settings.host;
  place.port = flags.port ?? settings.port;
  await refuseDeskSecrets(dataFolder);
  const vault = await openFileVault(dataFolder);

  const opening = openApplication({
    dataFolder,
    withDemo: flags.demo,
    vault,
    log,
    ports,
    // A page on another PC would not find it again: the demo hotel is on this computer alone.
    beginDemo: isLoopback(host) ? beginDemo : null,
  });
  // Also when it is told to stop while it still starts: the demo's building is a process of its own.
  leaving.add(async () => (await opening).stop());
  const { application, demo } = await opening;
  const server = await createOfficeServer({ application, log, rendererFolder, names: namesOf(host, settings.names) });
  leaving.add(() => server.close());
  const address = await listen(server, host, place.port);
  place.port = Number(new URL(address).port);
  await application.start();
  leaving.add(await publishEndpoints(dataFolder, address, demo));

  if (demo !== null)
    process.stdout.write(
      `Sign in as ${demo.hotel.owner.name} with the password and PIN ${demo.hotel.owner.password}\n`,
    );
  process.stdout.write(`Portal ready at ${address}\n`);
  log.info({ address, demo: flags.demo }, 'ready');
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    if (taken) throw new AppError('port-in-use', `listening on ${host}:${port}`, { cause });
    throw cause;
  }
}
