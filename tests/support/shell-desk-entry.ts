import { runDesk } from '#main/electron/run-desk';
import { writeFileSync } from 'node:fs';
import { shellPorts } from './shell-application.ts';

/** main/index.ts with a small application: run on the stand-in for Electron by the desk tests. */
const { STOP_TAKES = '0', STOP_WITNESS, BUILT_FOLDER = '' } = process.env;

void runDesk({
  ...shellPorts({
    stopTakes: Number(STOP_TAKES),
    onStopped: () => {
      if (STOP_WITNESS !== undefined) writeFileSync(STOP_WITNESS, 'stopped');
    },
  }),
  builtFolder: BUILT_FOLDER,
});
