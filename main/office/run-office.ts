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
import { namesOf } from './gate.ts';
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

  const leaving = createLeaving((code) => process.exit(code));
  const place = { dataFolder: resolve(line.flags.dataFolder ?? defaultDataFolder(line.flags.demo)), port: 0 };
  try {
    await start(line.flags, place, leaving, ports);
  } catch (error) {
    process.stderr.write(`${startFailure(error, place)}\n`);
    await leaving.leave(1);
  }
}

async function start(
  flags: Flags,
  place: { readonly dataFolder: string; port: number },
  leaving: Leaving,
  ports: ShellPorts,
): Promise<void> {
  const dataFolder = await openDataFolder(place.dataFolder);
  const lock = await lockFolderPatiently(dataFolder);
  leaving.add(() => lock.release());
  const logFile = openLogFile(dataFolder);
  const { log } = logFile;
  leaving.add(() => logFile.close());
  leaveOnSignals(leaving, log);

  const settings = readOfficeSettings(dataFolder);
  const host = process.env['PORTAL_HOST'] ?? settings.host;
  place.port = flags.port ?? settings.port;
  await refuseDeskSecrets(dataFolder);
  const vault = await openFileVault(dataFolder);

  const opening = openApplication({ dataFolder, withDemo: flags.demo, vault, log, ports });
  // Also when it is told to stop while it still starts: the demo's building is a process of its own.
  leaving.add(async () => (await opening).stop());
  const { application, demo } = await opening;
  const server = await createOfficeServer({ application, log, rendererFolder, names: namesOf(host, settings.names) });
  leaving.add(() => server.close());
  const address = await listen(server, host, place.port);
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
