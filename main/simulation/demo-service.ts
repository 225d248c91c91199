import type { DemoActInput } from '#api/inputs';
import type { DemoServices } from '#api/services';
import { AppError } from '#domain/failure';
import type { DemoHotel } from '#main/application';
import type { Clock } from '#main/ports/clock';
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
const locks = z.array(z.object({ id: z.number(), name: z.string(), online: z.boolean(), users: z.array(z.unknown()) }));
const opened = z.discriminatedUnion('opened', [
  z.object({ opened: z.literal(true) }),
  z.object({ opened: z.literal(false), reason: z.string() }),
]);
const refusal = z.object({ error: z.string().optional(), refused: z.string().optional() });

/** Acting as the PMS and as a guest at a keypad, through the simulators' own control addresses. */
export function demoService(
  hotel: DemoHotel,
  { fetch, clock }: { readonly fetch: typeof globalThis.fetch; readonly clock: Clock },
): DemoServices {
  const ask = async (base: string, path: string, body?: unknown): Promise<unknown> => {
    const request =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${base}${path}`, { ...request, signal: AbortSignal.timeout(answerTimeoutMs) });
    const answer: unknown = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const why = refusal.safeParse(answer).data;
    throw new AppError('invalid-input', `acting in the demo hotel: ${why?.error ?? why?.refused ?? response.status}`);
  };
  const pms = (path: string, body?: unknown): Promise<unknown> => ask(hotel.pmsControl, path, body);
  const building = (path: string, body?: unknown): Promise<unknown> => ask(hotel.locksControl, path, body);

  return {
    async view() {
      const [booked, named, built] = await Promise.all([pms('/reservations'), pms('/rooms'), building('/locks')]);
      return {
        reservations: reservations.parse(booked).toReversed(),
        rooms: rooms.parse(named).map(({ name }) => name),
        locks: locks
          .parse(built)
          .map(({ id, name, online, users }) => ({ id: String(id), name, online, users: users.length })),
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
  };
}

function bodyOf({ act, room, departure }: DemoActInput): Record<string, string> {
  if (act === 'move' && room !== undefined) return { room };
  if (act === 'dates' && departure !== undefined) return { departure };
  return {};
}
