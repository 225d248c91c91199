import { runOffice } from '#main/office/run-office';
import { writeFileSync } from 'node:fs';
import { shellPorts } from './shell-application.ts';

/** main/office.ts with a small application: run as a process of its own by the office tests. */
const witness = process.env['STOP_WITNESS'];

await runOffice(
  shellPorts({
    stopTakes: Number(process.env['STOP_TAKES'] ?? 0),
    onStopped: () => {
      if (witness !== undefined) writeFileSync(witness, 'stopped');
    },
  }),
);
