import {
  book,
  keysOf,
  openDemoPortal,
  opens,
  pause,
  percentile,
  post,
  type BookedKey,
  type DemoPortal,
} from '../bench-support/demo-portal.ts';

/**
 * From `check-in` at the simulated PMS to the code opening the virtual lock's keypad, and where the time goes.
 *
 *   npm run bench -- checkin [number of check-ins, 100]
 */
export async function bench([text = '100']: readonly string[]): Promise<void> {
  const count = Number(text);
  const portal = await openDemoPortal(Math.min(count, 100));
  try {
    const stays = [];
    for (let guest = 0; guest < count; guest += 1) {
      const room = portal.rooms[guest % portal.rooms.length] ?? '';
      stays.push({ room, name: `N${guest}`, id: await book(portal, room, `N${guest}`) });
    }
    const keys = await keysOf(portal, count);
    process.stdout.write(`${count} check-ins, one after the other begins every 0.3 s; the PMS is asked every 2 s\n`);

    const measured: Promise<Measured>[] = [];
    for (const stay of stays) {
      const key = keys.get(stay.name);
      if (key === undefined) throw new Error(`no key for ${stay.name}`);
      measured.push(checkIn(portal, { ...stay, ...key, reservation: stay.id }));
      await pause(300);
    }
    report(await Promise.all(measured));
  } finally {
    await portal.close();
  }
}

interface Measured {
  /** Milliseconds from the check-in at the PMS, each. */
  readonly stored: number;
  readonly written: number;
  readonly opens: number;
}

async function checkIn(
  portal: DemoPortal,
  stay: {
    readonly room: string;
    readonly reservation: string;
    readonly id: BookedKey['id'];
    readonly code: string;
  },
): Promise<Measured> {
  const began = Date.now();
  await post(`${portal.demo.pmsControl}/reservations/${stay.reservation}/check-in`, {});
  const moments = await writtenAt(portal, stay.id);
  // A guest who stands at the door from the first second would slow the lock down: the keypad is tried from here on.
  while (!(await opens(portal, stay.room, stay.code))) await pause(50);
  const opened = Date.now();
  return { stored: moments.stored - began, written: moments.written - began, opens: opened - began };
}

/** Asks Portal's own timeline, in this process: it costs the locks nothing. */
async function writtenAt(
  portal: DemoPortal,
  key: BookedKey['id'],
): Promise<{ readonly stored: number; readonly written: number }> {
  for (;;) {
    const timeline = await portal.application.services.keys.timeline(key, 50);
    const at = (kind: string): number => Date.parse(timeline.find((entry) => entry.kind === kind)?.at ?? '');
    if (!Number.isNaN(at('written'))) return { stored: at('checked-in'), written: at('written') };
    await pause(50);
  }
}

function report(all: readonly Measured[]): void {
  const line = (label: string, values: readonly number[]): string =>
    `${label.padEnd(44)} median ${seconds(percentile(values, 0.5))}   p99 ${seconds(percentile(values, 0.99))}\n`;
  process.stdout.write(
    line(
      'PMS check-in -> stored by Portal (the poll)',
      all.map((each) => each.stored),
    ),
  );
  process.stdout.write(
    line(
      'stored -> written and read back',
      all.map((each) => each.written - each.stored),
    ),
  );
  process.stdout.write(
    line(
      'PMS check-in -> the keypad opens',
      all.map((each) => each.opens),
    ),
  );
  const ratio =
    percentile(
      all.map((each) => each.opens),
      0.5,
    ) / 2_000;
  process.stdout.write(`the median is ${ratio.toFixed(2)} polls of 2 s (the poll alone costs 0.5 on average)\n`);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
