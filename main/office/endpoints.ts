import { writePrivateFile } from '#main/secrets/private-file';
import type { RunningDemoHotel } from '#main/shell/shell-ports';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where everything answers, for scripts and tests: `<data>/endpoints.json`. There while Portal runs. */
export async function publishEndpoints(
  dataFolder: string,
  portal: string,
  demo: RunningDemoHotel | null,
): Promise<() => Promise<void>> {
  const path = join(dataFolder, 'endpoints.json');
  const endpoints = {
    portal,
    health: `${portal}/health`,
    ...(demo === null ? {} : demoEndpoints(demo)),
  };
  await writePrivateFile(path, `${JSON.stringify(endpoints, null, 2)}\n`);
  return () => rm(path, { force: true });
}

function demoEndpoints({ pms, pmsControl, locksControl, encoderPort, encoderControl }: RunningDemoHotel) {
  return { pms, pmsControl, locksControl, encoderPort, encoderControl };
}
