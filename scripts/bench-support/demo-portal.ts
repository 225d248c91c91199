import { createApplication } from '#main/app';
import type { Application } from '#main/application';
import { createLog } from '#main/ports/pino-log';
import { systemClock } from '#main/ports/system-clock';
import { systemRandom } from '#main/ports/system-random';
import { openFileVault } from '#main/secrets/file-vault';
import { sealerFromVault } from '#main/secrets/sealer-from-vault';
import type { RunningDemoHotel } from '#main/shell/shell-ports';
import { startDemoHotel } from '#main/simulation/demo-hotel';
import type { KeyRow } from '#api/views';
import type { KeyId } from '#domain/ids';
import { Temporal } from 'temporal-polyfill';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole of Portal on the demo hotel, in a folder that goes when it is closed. */
export interface DemoPortal {
  readonly application: Application;
  readonly demo: RunningDemoHotel;
  readonly rooms: readonly string[];
  close(): Promise<void>;
}

/** @param moreRooms Besides the demo's ten; they have no common doors. */
export async function openDemoPortal(moreRooms: number): Promise<DemoPortal> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  const surroundings = {
    dataFolder,
    clock: systemClock(),
    random: systemRandom(),
    log: createLog({ level: 'error', destination: process.stderr }),
  };
  const vault = await openFileVault(dataFolder);
  const sealer = await sealerFromVault(vault, surroundings.random);
  const demo = await startDemoHotel({ ...surroundings, moreRooms });
  const application = await createApplication({
    ...surroundings,
    vault,
    sealer,
    fetch,
    demo: demo.hotel,
    beginDemo: null,
  });
  await application.start();
  const rooms = Array.from({ length: moreRooms }, (_none, position) => String(1001 + position));
  return {
    application,
    demo,
    rooms,
    async close() {
      await application.stop();
      await demo.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Books a stay from today for two nights. */
export async function book(portal: DemoPortal, room: string, lastName: string): Promise<string> {
  const today = Temporal.Now.plainDateISO(portal.demo.hotel.zone);
  const stay = {
    room,
    firstName: 'Guest',
    lastName,
    arrival: today.toString(),
    departure: today.add({ days: 2 }).toString(),
  };
  return (await post<{ id: string }>(`${portal.demo.pmsControl}/reservations`, stay)).id;
}

/** A key and its doorcode by the guest's family name. */
export interface BookedKey {
  readonly id: KeyId;
  readonly code: string;
}

/** Waits until Portal has made every guest's key with a doorcode. */
export async function keysOf(portal: DemoPortal, count: number): Promise<ReadonlyMap<string, BookedKey>> {
  for (;;) {
    const upcoming = await rowsOf(portal, 'upcoming');
    const rows = [...upcoming, ...(await rowsOf(portal, 'current'))];
    const keys = rows.length < count ? [] : await Promise.all(rows.map((row) => codeOf(portal, row)));
    const found = keys.flatMap((key) => key ?? []);
    if (found.length >= count) return new Map(found);
    await pause(200);
  }
}

async function rowsOf(portal: DemoPortal, status: 'upcoming' | 'current'): Promise<readonly KeyRow[]> {
  const rows: KeyRow[] = [];
  for (let total = 1; rows.length < total;) {
    const page = await portal.application.services.keys.list({
      status,
      filter: 'Guest',
      source: 'all',
      attention: false,
      access: 'all',
      sort: 'owner',
      descending: false,
      offset: rows.length,
      limit: 200,
    });
    rows.push(...page.rows);
    total = page.total;
  }
  return rows;
}

async function codeOf(portal: DemoPortal, row: KeyRow): Promise<[[string, BookedKey]] | null> {
  const { keys } = portal.application.services;
  const [person] = (await keys.details(row.id)).people;
  if (person === undefined) return null;
  const { code } = await keys.showDoorcode({ keyId: row.id, personId: person.personId }, { kind: 'portal' });
  return code === null ? null : [[row.lastName, { id: row.id, code }]];
}

export async function opens(portal: DemoPortal, lock: string, code: string): Promise<boolean> {
  const url = `${portal.demo.locksControl}/locks/${encodeURIComponent(lock)}/keypad`;
  return (await post<{ opened: boolean }>(url, { code })).opened;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** @param part 0.5 is the median. */
export function percentile(values: readonly number[], part: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  return ordered[Math.min(ordered.length - 1, Math.floor(part * ordered.length))] ?? Number.NaN;
}
