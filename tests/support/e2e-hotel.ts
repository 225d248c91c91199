import type { LockReport } from '#main/simulation/building/lock-report';
import { Temporal } from 'temporal-polyfill';
import type { DemoEndpoints } from './e2e-office.ts';

const zone = 'Europe/Lisbon';

export interface Booking {
  readonly room: string;
  readonly guest: string;
  readonly email?: string;
  readonly phone?: string;
  /** Local to the hotel; in an hour, unless said. */
  readonly arrival?: string;
  /** In two days, unless said. */
  readonly departure?: string;
}

export type LockFault = 'offline' | 'online' | 'slow' | 'full' | 'forget' | 'normal';

/** The world around Portal: what the desk does in the PMS, guests at keypads, and locks on a bad day. */
export interface DemoHotel {
  /** @returns the reservation's id in the PMS. */
  book(booking: Booking): Promise<string>;
  /** `move {room}`, `dates {arrival?, departure?}`; the others need nothing. */
  stay(id: string, act: string, how?: Readonly<Record<string, string>>): Promise<void>;
  addRoom(name: string): Promise<void>;
  /** The PMS's bad time; `over` ends it. */
  outage(kind: 'down' | '401' | '429' | '500' | 'hang' | 'over'): Promise<void>;
  keypad(door: string, code: string): Promise<'opens' | 'stays closed'>;
  lock(door: string, fault: LockFault): Promise<void>;
  locks(): Promise<readonly LockReport[]>;
}

export function demoHotel({ pmsControl, locksControl }: DemoEndpoints): DemoHotel {
  const pms = (path: string, body: object) => post<{ id: string }>(`${pmsControl}${path}`, body);
  const building = (door: string, act: string, body: object) =>
    post<{ opened?: boolean }>(`${locksControl}/locks/${encodeURIComponent(door)}/${act}`, body);
  return {
    async book({ guest, arrival = localTime({ hours: 1 }), departure = localTime({ days: 2 }), ...rest }) {
      const [firstName = '', ...lastName] = guest.split(' ');
      return (await pms('/reservations', { ...rest, firstName, lastName: lastName.join(' '), arrival, departure })).id;
    },
    async stay(id, act, how = {}) {
      await pms(`/reservations/${id}/${act}`, how);
    },
    async addRoom(name) {
      await pms('/rooms', { name });
    },
    async outage(kind) {
      await pms('/outage', kind === 'over' ? { kind: 'down', seconds: 1 } : { kind, seconds: 600 });
    },
    async keypad(door, code) {
      return (await building(door, 'keypad', { code })).opened === true ? 'opens' : 'stays closed';
    },
    async lock(door, fault) {
      await building(door, fault, fault === 'slow' ? { seconds: 5 } : {});
    },
    async locks() {
      return (await (await fetch(`${locksControl}/locks`)).json()) as readonly LockReport[];
    },
  };
}

/** Local to the hotel, that long from now: `2026-11-23T15:40`. */
export function localTime(fromNow: Temporal.DurationLike): string {
  const then = Temporal.Now.plainDateTimeISO(zone).add(fromNow);
  return then.toString({ smallestUnit: 'minute' });
}

async function post<Answer>(url: string, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
