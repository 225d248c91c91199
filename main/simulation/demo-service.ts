import { cardRefusals, keypadRefusals, demoCardTypes } from '#api/demo-inputs';
import type { DemoCardType } from '#api/demo-inputs';
import type { DemoActInput } from '#api/inputs';
import type { DemoServices } from '#api/services';
import { AppError } from '#domain/failure';
import type { DemoHotel } from '#main/application';
import type { Clock } from '#main/ports/clock';
import type { Random } from '#main/ports/random';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** The simulators are on this computer. */
const answerTimeoutMs = 30_000;
/** How long a lock made slow takes to answer. */
const slowSeconds = 20;

const reservations = z.array(
  z.object({
    id: z.string(),
    number: z.string(),
    guest: z.string(),
    room: z.string().nullable(),
    state: z.string(),
    arrival: z.string(),
    departure: z.string(),
  }),
);
const rooms = z.array(z.object({ name: z.string() }));
const locks = z.array(
  z.object({
    id: z.number(),
    endpoint: z.number(),
    identity: z.string(),
    name: z.string(),
    online: z.boolean(),
    users: z.array(z.unknown()),
  }),
);
const opened = z.discriminatedUnion('opened', [
  z.object({ opened: z.literal(true) }),
  z.object({ opened: z.literal(false), reason: z.enum(keypadRefusals) }),
]);
const cards = z.array(z.object({ uid: z.string(), type: z.enum(demoCardTypes), isOnEncoder: z.boolean() }));
const memory = z.object({ type: z.string(), memory: z.string() });
const cardOpened = z.discriminatedUnion('opened', [
  z.object({ opened: z.literal(true), how: z.enum(['uid', 'record']) }),
  z.object({ opened: z.literal(false), reason: z.enum(cardRefusals) }),
]);
const refusal = z.object({ error: z.string().optional(), refused: z.string().optional() });

/** What a lock that implements PK1 has to be told: main/encoder/lock-setup.ts. */
export interface ReaderSetup {
  /** The lock's address on its gateway; null for a door without a lock. */
  readonly address: string | null;
  /** The door's number on cards. */
  readonly number: number;
  readonly propertyId: string;
  /** The property's short number on cards. */
  readonly property: number;
  /** 16 bytes each, in hexadecimal. */
  readonly masters: readonly { readonly set: number; readonly master: string }[];
  /** Credentials that open nothing any more. */
  readonly blocked: readonly number[];
}

export interface DemoPorts {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly random: Random;
  /** What each lock's card reader is to know now; in a hotel an installer's tool carries it to the doors. */
  readonly lockSetups: () => Promise<readonly ReaderSetup[]>;
}

/** Acting as the PMS, as a guest at a door and as the hand at the encoder, through the simulators' own control addresses. */
export function demoService(hotel: DemoHotel, { fetch, clock, random, lockSetups }: DemoPorts): DemoServices {
  const ask = async (base: string, path: string, body?: unknown, method = 'POST'): Promise<unknown> => {
    const request =
      body === undefined ? {} : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${base}${path}`, { ...request, signal: AbortSignal.timeout(answerTimeoutMs) });
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const why = refusal.safeParse(answer).data;
    throw new AppError('invalid-input', `acting in the demo hotel: ${why?.error ?? why?.refused ?? response.status}`);
  };
  const pms = (path: string, body?: unknown): Promise<unknown> => ask(hotel.pmsControl, path, body);
  const building = (path: string, body?: unknown, method?: string): Promise<unknown> =>
    ask(hotel.locksControl, path, body, method);
  const encoder = (path: string, body?: unknown, method?: string): Promise<unknown> =>
    ask(hotel.encoder.control, path, body, method);
  const installReaders = async (): Promise<void> => {
    const built = locks.parse(await building('/locks'));
    for (const { address, number, propertyId, property, masters, blocked } of await lockSetups()) {
      const lock = built.find(({ endpoint, identity }) => identity === address || String(endpoint) === address);
      const bySet = Object.fromEntries(masters.map(({ set, master }) => [set, master]));
      const setup = { door: number, propertyId, property, masters: bySet, blocked };
      if (lock !== undefined) await building(`/locks/${lock.id}/reader`, setup, 'PUT');
    }
  };

  return {
    async view() {
      const [booked, named, built, boxed] = await Promise.all([
        pms('/reservations'),
        pms('/rooms'),
        building('/locks'),
        encoder('/cards'),
      ]);
      return {
        reservations: reservations.parse(booked).toReversed(),
        rooms: rooms.parse(named).map(({ name }) => name),
        locks: locks
          .parse(built)
          .map(({ id, name, online, users }) => ({ id: String(id), name, online, users: users.length })),
        cards: cards.parse(boxed).map((card) => ({ ...card, uid: card.uid.toLowerCase() })),
      };
    },
    async createReservation({ room, firstName, lastName, email, nights }) {
      const today = Temporal.Instant.from(clock.now()).toZonedDateTimeISO(hotel.zone).toPlainDate();
      const body = {
        room,
        firstName,
        lastName,
        ...(email === null ? {} : { email }),
        arrival: today.toString(),
        departure: today.add({ days: nights }).toString(),
      };
      return z.object({ id: z.string() }).parse(await pms('/reservations', body));
    },
    async act(input) {
      await pms(`/reservations/${encodeURIComponent(input.id)}/${input.act}`, bodyOf(input));
    },
    async outage(order) {
      await pms('/outage', order);
    },
    async keypad({ lock, code }) {
      return opened.parse(await building(`/locks/${encodeURIComponent(lock)}/keypad`, { code }));
    },
    async lock({ lock, act }) {
      await building(`/locks/${encodeURIComponent(lock)}/${act}`, act === 'slow' ? { seconds: slowSeconds } : {});
    },
    async layCard({ uids }) {
      await encoder('/field', { cards: uids }, 'PUT');
    },
    async newCard({ type }) {
      const uid = newUid(type, random);
      await encoder('/cards', { type, uid });
      return { uid };
    },
    async cardAtDoor({ lock, uid }) {
      await installReaders();
      const card = memory.parse(await encoder(`/cards/${uid}/memory`));
      return cardOpened.parse(await building(`/locks/${encodeURIComponent(lock)}/card`, { uid, ...card }));
    },
    async encoderFault({ kind }) {
      if (kind === 'unplug') {
        await encoder('/unplug', {});
        return;
      }
      await encoder('/faults', encoderFaults[kind], 'PUT');
      if (kind === 'plug' || kind === 'none') await encoder('/plug', {});
    },
  };
}

const encoderFaults = {
  none: {},
  plug: {},
  'remove-while-writing': { removeAfter: { writes: 5, how: 'half' } },
  silent: { isSilent: true },
  'bad-card': { badBlock: 'any' },
} as const;

/** As makers number them: NXP's seven bytes begin with 04; four bytes never with 88 or F8. In lower-case hexadecimal. */
function newUid(type: DemoCardType, random: Random): string {
  const isShort = type === 'classic-1k' || type === 'other';
  const rest = Array.from({ length: isShort ? 3 : 6 }, () => random.integer(256));
  return [isShort ? 0x9d : 0x04, ...rest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bodyOf({ act, room, departure }: DemoActInput): Record<string, string> {
  if (act === 'move' && room !== undefined) return { room };
  if (act === 'dates' && departure !== undefined) return { departure };
  return {};
}
