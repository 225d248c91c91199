import { mkdtemp, readdir, readFile, readlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoneName } from '#domain/time/time';
import { startBuilding } from '#main/simulation/building/start-building';
import type { RunningBuilding } from '#main/simulation/building/start-building';
import { postTo, reportsOf } from '#tests/support/building-harness';
import { removeFolder } from '#tests/support/remove-folder';

describe('the virtual building', () => {
  let dataFolder: string;
  let building: RunningBuilding;
  const start = (names: readonly string[]) => startBuilding({ dataFolder, names, zone: 'Europe/Lisbon' as ZoneName });

  beforeAll(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'portal-building-'));
    building = await start(['101', '102', 'Main entrance']);
  }, 60_000);

  afterAll(async () => {
    await building.stop();
    await removeFolder(dataFolder);
  });

  it('has a lock for each name', async () => {
    const locks = await reportsOf(building.control);

    expect(locks.map(({ name, online, users }) => ({ name, online, users }))).toEqual([
      { name: '101', online: true, users: [] },
      { name: '102', online: true, users: [] },
      { name: 'Main entrance', online: true, users: [] },
    ]);
  });

  it('says why a keypad stays shut', async () => {
    const answer = await postTo(building.control, '/locks/Main%20entrance/keypad', { code: '1234' });

    expect(answer).toEqual({ opened: false, reason: 'wrong-code' });
  });

  it('works at the door while the radio is off', async () => {
    await postTo(building.control, '/locks/101/program', { name: 'owner', code: '2580' });
    await postTo(building.control, '/locks/101/offline');

    const answer = await postTo(building.control, '/locks/101/keypad', { code: '2580' });

    expect(answer).toEqual({ opened: true, user: 1 });
    expect((await reportsOf(building.control))[0]?.online).toBe(false);
  });

  it('refuses what is no code, and doors that it does not have', async () => {
    expect(await postTo(building.control, '/locks/101/keypad', { code: 'abc' })).toHaveProperty('refused');
    expect(await postTo(building.control, '/locks/999/keypad', { code: '1234' })).toEqual({ refused: 'no lock 999' });
  });

  it('comes back after a power cut with the same locks, codes and port', async () => {
    const { port } = building.matter;
    await postTo(building.control, '/locks/102/program', { name: 'owner', code: '2580' });

    await building.kill();
    building = await start(['101', '102', 'Main entrance']);

    expect(building.matter.port).toBe(port);
    expect(await postTo(building.control, '/locks/102/keypad', { code: '2580' })).toEqual({ opened: true, user: 1 });
  }, 60_000);

  it('says what was wrong when it cannot start', async () => {
    const failure = startBuilding({ dataFolder, zone: 'Europe/Atlantis' as ZoneName, doors: 1 });

    await expect(failure).rejects.toMatchObject({ cause: { message: expect.stringContaining('not-a-time-zone') } });
  });

  it.skipIf(process.platform !== 'linux')('listens on this computer only, and joins no multicast', async () => {
    const addresses = await udpAddresses(building.process.pid ?? 0);

    expect(addresses).toEqual(['00000000000000000000000001000000']);
  });
});

/** Local addresses of a program's UDP sockets as the kernel writes them (::1 is the one above), IPv4 included. */
async function udpAddresses(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all((await readdir(folder)).map((fd) => readlink(join(folder, fd)).catch(() => '')));
  const inodes = new Set(links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []));
  const tables = await Promise.all(['udp', 'udp6'].map((table) => readFile(`/proc/${pid}/net/${table}`, 'utf8')));
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => inodes.has(columns[9] ?? ''))
    .map((columns) => columns[1]?.split(':')[0] ?? '');
}
