import type { Application } from '#main/application';
import type { Log } from '#main/ports/log';
import type { SecretVault } from '#main/ports/secret-vault';
import { systemClock } from '#main/ports/system-clock';
import { systemRandom } from '#main/ports/system-random';
import { refuseStoreWithoutKey } from '#main/secrets/sealed-before';
import { sealerFromVault } from '#main/secrets/sealer-from-vault';
import type { RunningDemoHotel, ShellPorts } from './shell-ports.ts';

export interface OpenApplication {
  readonly application: Application;
  /** null: a real hotel. */
  readonly demo: RunningDemoHotel | null;
  /** Waits for what is under way, for so long; then the demo hotel goes too. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * A driver's call may take its full 30 seconds at a sleeping lock. Whatever is cut off is found again at the next
 * start, so nobody has to wait longer than this for a PC to shut down.
 */
const LONGEST_STOP_MS = 10_000;

/** Builds the application with this computer's clock, randomness and network. It is not started yet. */
export async function openApplication(options: {
  readonly dataFolder: string;
  readonly withDemo: boolean;
  readonly vault: SecretVault;
  readonly log: Log;
  readonly ports: ShellPorts;
  /** null: this shell has no other place for it. */
  readonly beginDemo: (() => void) | null;
}): Promise<OpenApplication> {
  const { dataFolder, vault, log, ports } = options;
  const surroundings = { dataFolder, clock: systemClock(), random: systemRandom(), log };
  await refuseStoreWithoutKey(dataFolder, vault);
  const sealer = await sealerFromVault(vault, surroundings.random);
  const demo = options.withDemo ? await ports.startDemoHotel(surroundings) : null;
  try {
    const application = await ports.createApplication({
      ...surroundings,
      vault,
      sealer,
      fetch,
      demo: demo?.hotel ?? null,
      beginDemo: demo === null ? options.beginDemo : null,
    });
    let stopping: Promise<void> | undefined;
    return { application, demo, stop: () => (stopping ??= stopBoth(application, demo, log)) };
  } catch (cause) {
    await demo?.stop();
    throw cause;
  }
}

async function stopBoth(application: Application, demo: RunningDemoHotel | null, log: Log): Promise<void> {
  await within(application.stop(), 'the application', log);
  if (demo !== null) await within(demo.stop(), 'the demo hotel', log);
}

/** Never rejects: a shell that is leaving has nothing better to do than to leave. */
async function within(stopped: Promise<void>, what: string, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ what }, 'did not stop in time');
      resolve();
    }, LONGEST_STOP_MS);
  });
  const ended = stopped.catch((err: unknown) => log.error({ what, err }, 'did not stop cleanly'));
  await Promise.race([ended, late]);
  clearTimeout(timer);
}
