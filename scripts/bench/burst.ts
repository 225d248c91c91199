import { monitorEventLoopDelay } from 'node:perf_hooks';
import { book, keysOf, openDemoPortal, opens, pause, percentile, post } from '../bench-support/demo-portal.ts';

/**
 * Check-ins in one burst over 100 doors: all provisioned, none lost or twice, and how long Portal kept its screens waiting
 * meanwhile.
 *
 *   npm run bench -- burst [number of check-ins, 200]
 */
export async function bench([text = '200']: readonly string[]): Promise<void> {
  const count = Number(text);
  const portal = await openDemoPortal(100);
  try {
    const stays = [];
    for (let guest = 0; guest < count; guest += 1) {
      const room = portal.rooms[guest % portal.rooms.length] ?? '';
      stays.push({ room, name: `N${guest}`, id: await book(portal, room, `N${guest}`) });
    }
    const keys = await keysOf(portal, count);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = Date.now();
    await Promise.all(stays.map(({ id }) => post(`${portal.demo.pmsControl}/reservations/${id}/check-in`, {})));

    const answers: number[] = [];
    let provisioned = 0;
    while (provisioned < count) {
      const asked = performance.now();
      const page = await portal.application.services.keys.list({
        status: 'current',
        filter: '',
        source: 'all',
        attention: false,
        access: 'all',
        sort: 'owner',
        descending: false,
        offset: 0,
        limit: 200,
      });
      answers.push(performance.now() - asked);
      provisioned = page.rows.filter(({ doorcode }) => doorcode?.worst === 'provisioned').length;
      await pause(100);
    }
    const took = Date.now() - began;
    delay.disable();
    let opened = 0;
    for (const { room, name } of stays) if (await opens(portal, room, keys.get(name)?.code ?? '')) opened += 1;
    const locks = (await (await fetch(`${portal.demo.locksControl}/locks`)).json()) as { users: unknown[] }[];
    const users = locks.reduce((sum, lock) => sum + lock.users.length, 0);

    process.stdout.write(`${count} check-ins at once: all provisioned after ${(took / 1000).toFixed(1)} s\n`);
    process.stdout.write(
      `doors that open with their guest's code: ${opened} of ${count}; people on all locks: ${users}\n`,
    );
    process.stdout.write(
      `the first 200 rows of the list meanwhile: median ${percentile(answers, 0.5).toFixed(0)} ms, slowest ${Math.max(...answers).toFixed(0)} ms\n`,
    );
    process.stdout.write(
      `event loop: p99 delay ${(delay.percentile(99) / 1e6).toFixed(0)} ms, longest ${(delay.max / 1e6).toFixed(0)} ms\n`,
    );
  } finally {
    await portal.close();
  }
}
