import { AppError } from '#domain/failure';
import { defaultDataFolder, openDataFolder } from '#main/shell/data-folder';
import { parseCommandLine, type Flags } from '#main/shell/flags';
import { lockFolderPatiently } from '#main/shell/folder-lock';
import { openLogFile } from '#main/shell/log-file';
import { openApplication } from '#main/shell/open-application';
import type { ShellPorts } from '#main/shell/shell-ports';
import { startFailure } from '#main/shell/start-failure';
import { app, dialog, Menu, safeStorage, session } from 'electron';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { enableBridge } from './bridge.ts';
import { enableCrashLog, reviveWhenGone } from './crash-log.ts';
import { openDeskVault } from './desk-vault.ts';
import { forbidNavigation } from './navigation.ts';
import { denyPermissions } from './permissions.ts';
import { enablePortalPages, registerPortalScheme } from './portal-protocol.ts';
import { createPortalWindow, showPortal } from './portal-window.ts';
import { enableQuitting, type Quitting } from './quitting.ts';

export interface DeskPorts extends ShellPorts {
  /** The folder of the built main bundle; preload and renderer are built beside it. */
  readonly builtFolder: string;
}

/** Runs Portal in a window of its own. Ends the application itself. */
export async function runDesk(ports: DeskPorts): Promise<void> {
  const line = parseCommandLine(ownArguments(process.argv, app.isPackaged));
  if (line.kind === 'help') process.stdout.write(line.text);
  if (line.kind === 'wrong') process.stderr.write(`${line.sentence}\n`);
  if (line.kind !== 'run') return app.exit(line.kind === 'wrong' ? 2 : 0);

  const dataFolder = resolve(line.flags.dataFolder ?? defaultDataFolder(line.flags.demo));
  // Chromium's own files, and with them the platform's single-instance lock, are the data folder's.
  app.setPath('userData', join(dataFolder, 'desk'));
  app.enableSandbox();
  registerPortalScheme();
  const quitting = enableQuitting(app);
  try {
    await start(line.flags, dataFolder, quitting, ports);
  } catch (error) {
    const sentence = startFailure(error, { dataFolder });
    process.stderr.write(`${sentence}\n`);
    dialog.showErrorBox('Portal', sentence);
    quitting.quit(1);
  }
}

async function start(flags: Flags, asked: string, quitting: Quitting, ports: DeskPorts): Promise<void> {
  const dataFolder = await openDataFolder(asked);
  await mkdir(join(dataFolder, 'desk'), { recursive: true });
  // The first instance comes to the front instead.
  if (!app.requestSingleInstanceLock()) return quitting.quit(0);
  const lock = await lockFolderPatiently(dataFolder);
  quitting.add(() => lock.release());
  const logFile = openLogFile(dataFolder);
  const { log } = logFile;
  quitting.add(() => logFile.close());
  enableCrashLog(app, log, (exitCode) => quitting.quit(exitCode));
  forbidNavigation(app, log);

  await app.whenReady();
  denyPermissions(session.defaultSession);
  // Who is signed in (renderer/channel/session-token.ts): `app.exit` waits for nothing.
  quitting.add(() => session.defaultSession.flushStorageData());
  enablePortalPages(session.defaultSession, join(ports.builtFolder, '../renderer'));
  // No reload, no developer tools on a desk; macOS needs its menu for copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const vault = await openDeskVault(dataFolder, safeStorage, log);
  const beginDemo = (): void => {
    app.relaunch({ args: [...process.argv.slice(1), '--demo'] });
    quitting.quit(0);
  };
  // A folder that was named is this hotel's; the demo hotel has its own.
  const mayBegin = flags.dataFolder === undefined;
  const opening = openApplication({
    dataFolder,
    withDemo: flags.demo,
    vault,
    log,
    ports,
    beginDemo: mayBegin ? beginDemo : null,
  });
  // Also when it is told to quit while it still starts: the demo's building is a process of its own.
  quitting.add(async () => (await opening).stop());
  const { application, demo } = await opening;
  await application.start();

  const preload = join(ports.builtFolder, '../preload/index.cjs');
  const window = createPortalWindow({ preload, settingsFolder: join(dataFolder, 'desk') });
  enableBridge(window, { services: application.services, log });
  reviveWhenGone(window, log);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  if (demo !== null)
    process.stdout.write(
      `Sign in as ${demo.hotel.owner.name} with the password and PIN ${demo.hotel.owner.password}\n`,
    );
  await showPortal(window).catch((cause: unknown) => {
    throw new AppError('internal', 'opening the page; was it built? (npm run build)', { cause });
  });
  process.stdout.write('Portal ready on the desk\n');
  log.info({ demo: flags.demo }, 'ready');
}

/** Packaged: everything after the program. From the source: what follows the path of the bundle. */
function ownArguments(all: readonly string[], isPackaged: boolean): readonly string[] {
  if (isPackaged) return all.slice(1);
  const bundle = all.findIndex((argument, place) => place > 0 && !argument.startsWith('-'));
  return bundle === -1 ? [] : all.slice(bundle + 1);
}
