import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { zoneName } from '#domain/time/time';
import { startSimulatedMews } from '#main/simulation/mews/start-simulated-mews';
import { ManualClock } from '#tests/support/manual-clock';
import { SeededRandom } from '#tests/support/seeded-random';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-mews-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (seed: number) =>
  startSimulatedMews({
    host: '127.0.0.1',
    port: 0,
    clock: new ManualClock('2026-11-23T14:00:00Z'),
    random: new SeededRandom(seed),
    property: { name: 'Hotel Miramar', zone: zoneName.parse('Europe/Lisbon') },
    rooms: ['101', '102'],
    tokens: { clientToken: 'client', accessToken: 'access' },
    stateFile: join(folder, 'mews.json'),
  });

const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

it('the demo hotel has its reservations again after it was killed', async () => {
  const first = await open(1);
  const stay = { room: '101', firstName: 'Amara', lastName: 'Okafor', arrival: '2026-11-23', departure: '2026-11-25' };
  const created = await post(`${first.controlAddress}/reservations`, stay);
  const { id } = (await created.json()) as { id: string };
  await post(`${first.controlAddress}/reservations/${id}/check-in`, {});
  const before = await (await fetch(`${first.controlAddress}/reservations`)).json();
  // No farewell: what was answered is on disk already.
  const second = await open(2);

  const after = await (await fetch(`${second.controlAddress}/reservations`)).json();

  expect(after).toEqual(before);
  expect(after).toMatchObject([{ id, guest: 'Amara Okafor', room: '101', state: 'Started' }]);
  await Promise.all([first.stop(), second.stop()]);
});

it('a file that is not a kept hotel is refused, and left as it is', async () => {
  await writeFile(join(folder, 'mews.json'), '{"reservations":"none"}');

  await expect(open(1)).rejects.toThrow(/reservations/);
});
