import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { reportsOf, postTo } from '#tests/support/building-harness';
import { startDemo, type RunningDemo } from '#tests/support/e2e-office';
import { SeededRandom } from '#tests/support/seeded-random';

const rooms = ['101', '102', '103', '104', '201', '202', '203', '204'];
const commonDoors = ['Main entrance', 'Pool'];
const kills = process.env['PORTAL_QUICK'] === '1' ? 2 : 6;

const stays = z.array(z.object({ id: z.string(), state: z.string(), room: z.string().nullable() }));

let demo: RunningDemo | null = null;
let folder = '';

afterEach(async () => {
  await demo?.pullThePlug();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

it(`killed ${kills} times in the middle of check-ins and check-outs, every lock holds exactly what it should`, async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-kill-'));
  const dice = new SeededRandom(3);
  demo = await startDemo(folder);
  for (let kill = 0; kill < kills; kill += 1) {
    const acts = clerkActs(demo, dice);
    await wait(dice.integer(2_500));
    await demo.pullThePlug();
    await acts;
    demo = await startDemo(folder);
  }

  await clerkActs(demo, dice);
  // What a kill interrupted has its attempts behind it: the next ones come a minute later, and after two and three.
  await expect.poll(() => difference(demo!), { timeout: 240_000, interval: 500 }).toEqual([]);
  expect((await inHouse(demo)).length).toBeGreaterThan(0);
}, 480_000);

/** One check-out of whoever is in, and three arrivals. What a killed PMS did not take is not done. */
async function clerkActs({ endpoints: { pmsControl } }: RunningDemo, dice: SeededRandom): Promise<void> {
  try {
    const inNow = (await staysOf(pmsControl)).filter(({ state }) => state === 'Started');
    const leaving = inNow[dice.integer(Math.max(inNow.length, 1))];
    if (leaving !== undefined) await postTo(pmsControl, `/reservations/${leaving.id}/check-out`);
    const free = rooms.filter((room) => room !== leaving?.room && !inNow.some((stay) => stay.room === room));
    for (const room of free.slice(0, 3)) {
      const from = new Date(Date.now() - 3_600_000).toISOString();
      const to = new Date(Date.now() + 86_400_000).toISOString();
      const guest = { firstName: 'Guest', lastName: `Of ${room}` };
      const booked = await postTo(pmsControl, '/reservations', { room, ...guest, arrival: from, departure: to });
      await postTo(pmsControl, `/reservations/${z.object({ id: z.string() }).parse(booked).id}/check-in`);
    }
  } catch {
    // It was killed under our hands.
  }
}

async function staysOf(pmsControl: string) {
  return stays.parse(await (await fetch(`${pmsControl}/reservations`)).json());
}

async function inHouse({ endpoints }: RunningDemo): Promise<readonly string[]> {
  return (await staysOf(endpoints.pmsControl)).flatMap(({ state, room }) =>
    state === 'Started' && room !== null ? [room] : [],
  );
}

/** Doors whose locks hold more or fewer guests than are in house; then also what Portal has still to do, and why. */
async function difference(running: RunningDemo): Promise<readonly string[]> {
  const present = await inHouse(running);
  const reports = await reportsOf(running.endpoints.locksControl);
  const found = reports.flatMap(({ name, users }) => {
    const should = commonDoors.includes(name) ? present.length : present.filter((room) => room === name).length;
    const complete = users.filter(({ credentials, schedules }) => credentials.length === 1 && schedules.length === 1);
    return users.length === should && complete.length === should ? [] : [`${name}: ${users.length} for ${should}`];
  });
  return found.length === 0 ? [] : [...found, `jobs: ${await jobsOf(running)}`];
}

async function jobsOf({ endpoints }: RunningDemo): Promise<string> {
  const { jobs } = z.object({ jobs: z.unknown() }).parse(await (await fetch(`${endpoints.portal}/health`)).json());
  return JSON.stringify(jobs);
}
