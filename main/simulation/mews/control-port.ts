import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { controlQuestions, whyNot } from './control-questions.ts';
import {
  cancel,
  changeDates,
  checkIn,
  checkOut,
  listed,
  moveTo,
  reinstate,
  unassign,
  undoCheckIn,
} from './hotel-acts.ts';
import { readJson, sendJson } from './http-server.ts';
import { liesQuestion, type Lie } from './lies.ts';
import type { Outages } from './outage.ts';
import type { Act, SimulatedHotel } from './simulated-hotel.ts';

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** What can be done to Mews itself. */
export interface ControlReach {
  readonly outages: Outages;
  readonly setLies: (lies: readonly Lie[]) => void;
  readonly save: () => Promise<void>;
}

/** What the demo's panel, or a test, does to the hotel: no part of Mews' own interface. */
export function controlPort(
  hotel: SimulatedHotel,
  { outages, setLies, save }: ControlReach,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const question = controlQuestions(hotel.property.zone);

  /** What can be done to one reservation, by the last part of the path. */
  const acts = new Map<string, (id: string, body: unknown) => Reply>([
    ['check-in', (id, body) => asked(question.nothing, body, () => replyTo(checkIn(hotel, id)))],
    ['check-in-undo', (id, body) => asked(question.nothing, body, () => replyTo(undoCheckIn(hotel, id)))],
    ['check-out', (id, body) => asked(question.nothing, body, () => replyTo(checkOut(hotel, id)))],
    ['cancel', (id, body) => asked(question.nothing, body, () => replyTo(cancel(hotel, id, 'RequestedByGuest')))],
    ['no-show', (id, body) => asked(question.nothing, body, () => replyTo(cancel(hotel, id, 'NoShow')))],
    ['reinstate', (id, body) => asked(question.nothing, body, () => replyTo(reinstate(hotel, id)))],
    ['unassign', (id, body) => asked(question.nothing, body, () => replyTo(unassign(hotel, id)))],
    ['move', (id, body) => asked(question.move, body, ({ room }) => replyTo(moveTo(hotel, id, room)))],
    [
      'dates',
      (id, body) =>
        asked(question.dates, body, ({ arrival = null, departure = null }) =>
          replyTo(changeDates(hotel, id, { arrival, departure })),
        ),
    ],
  ]);

  const routes = new Map<string, (body: unknown) => Reply>([
    ['GET /reservations', () => ({ status: 200, body: hotel.reservations.map((each) => listed(hotel, each)) })],
    ['GET /rooms', () => ({ status: 200, body: hotel.resources.map(({ id, name }) => ({ id, name })) })],
    [
      'POST /reservations',
      (body) =>
        asked(question.booking, body, ({ firstName, lastName, email, phone, ...booking }) => {
          const act = hotel.book({ ...booking, guest: { firstName, lastName, email, phone } });
          return act.outcome === 'done' ? { status: 201, body: { id: act.id } } : replyTo(act);
        }),
    ],
    [
      'POST /rooms',
      (body) =>
        asked(question.room, body, (room) => {
          const act = hotel.addRoom(room);
          return act.outcome === 'done' ? { status: 201, body: { id: act.id, name: room.name } } : replyTo(act);
        }),
    ],
    [
      'POST /outage',
      (body) =>
        asked(question.outage, body, (order) => {
          outages.begin(order);
          return { status: 200, body: {} };
        }),
    ],
    [
      'POST /lies',
      (body) =>
        asked(liesQuestion, body, ({ lies }) => {
          setLies(lies);
          return { status: 200, body: {} };
        }),
    ],
  ]);

  function reply(method: string, path: string, body: unknown): Reply {
    const route = routes.get(`${method} ${path}`);
    if (route !== undefined) return route(body);
    const [, id, act] = /^\/reservations\/([^/]+)\/([a-z-]+)$/.exec(path) ?? [];
    const change = method === 'POST' ? acts.get(act ?? '') : undefined;
    if (change === undefined || id === undefined)
      return { status: 404, body: { message: 'There is no such control.' } };
    return change(id, body);
  }

  return async (request, response) => {
    const body = await readJson(request);
    const [path] = (request.url ?? '').split('?');
    const { status, body: answer } = reply(request.method ?? '', path ?? '', body);
    // What was answered is kept, whatever happens next.
    if (request.method === 'POST' && status < 300) await save();
    sendJson(response, status, answer);
  };
}

function asked<Question>(schema: z.ZodType<Question>, body: unknown, act: (question: Question) => Reply): Reply {
  const question = schema.safeParse(body);
  return question.success ? act(question.data) : { status: 400, body: { message: whyNot(question.error) } };
}

function replyTo(act: Act): Reply {
  if (act.outcome === 'done') return { status: 200, body: {} };
  return { status: act.outcome === 'not-found' ? 404 : 400, body: { message: act.why } };
}
