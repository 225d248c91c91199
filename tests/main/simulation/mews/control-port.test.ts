import type { SimulatedMews } from '#main/simulation/mews/start-simulated-mews';
import { ManualClock } from '#tests/support/manual-clock';
import { openSeaview, TOKENS } from '#tests/support/mews-harness';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let clock: ManualClock;
let mews: SimulatedMews;
beforeEach(async () => {
  clock = new ManualClock('2026-11-23T12:00:00Z');
  mews = await openSeaview(clock);
});
afterEach(() => mews.stop());

async function control(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${mews.controlAddress}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, json: await response.json() };
}

const ada = { room: '101', firstName: 'Ada', lastName: 'Byron', arrival: '2026-11-23', departure: '2026-11-25' };

async function book(body: unknown = ada): Promise<string> {
  const { json } = await control('POST', '/reservations', body);
  return (json as { id: string }).id;
}

/** Room, state and times of every reservation, as the panel sees them. */
async function panel(): Promise<readonly (string | null)[][]> {
  const { json } = await control('GET', '/reservations');
  const rows = json as { room: string | null; state: string; arrival: string; departure: string }[];
  return rows.map(({ room, state, arrival, departure }) => [room, state, arrival, departure]);
}

const ARRIVAL = '2026-11-23T14:00:00.000Z';
const DEPARTURE = '2026-11-25T10:00:00.000Z';

describe('a reservation at the control port', () => {
  test('days mean 15:00 and 11:00 in the hotel, and the panel lists it', async () => {
    const { status, json } = await control('POST', '/reservations', ada);

    expect(status).toBe(201);
    expect((await control('GET', '/reservations')).json).toEqual([
      {
        id: (json as { id: string }).id,
        number: expect.stringMatching(/^\d{5}$/),
        guest: 'Ada Byron',
        room: '101',
        state: 'Confirmed',
        arrival: ARRIVAL,
        departure: DEPARTURE,
      },
    ]);
  });

  test('scenario 24: over the night when summer time ends, 15:00 and 11:00 stay what the clock on the wall says', async () => {
    await book({ ...ada, arrival: '2026-10-24', departure: '2026-10-26' });

    expect(await panel()).toEqual([['101', 'Confirmed', '2026-10-24T13:00:00.000Z', '2026-10-26T10:00:00.000Z']]);
  });

  test('times of the hotel and moments are understood too', async () => {
    await book({ ...ada, arrival: '2026-11-23T13:30', departure: '2026-11-24T09:00:00Z' });

    expect(await panel()).toEqual([['101', 'Confirmed', '2026-11-23T12:30:00.000Z', '2026-11-24T09:00:00.000Z']]);
  });

  test('it is checked in, out, and each taken back', async () => {
    const id = await book();
    const states: unknown[] = [];
    const act = async (name: string): Promise<void> => {
      const { status } = await control('POST', `/reservations/${id}/${name}`);
      states.push([status, (await panel())[0]?.[1]]);
    };

    await act('check-in');
    await act('check-in-undo');
    await act('check-in');
    await act('check-out');
    await act('reinstate');

    expect(states).toEqual([
      [200, 'Started'],
      [200, 'Confirmed'],
      [200, 'Started'],
      [200, 'Processed'],
      [200, 'Started'],
    ]);
  });

  test('it is cancelled, reinstated, a no-show, moved, unassigned and re-dated', async () => {
    const id = await book();
    const rows: unknown[] = [];
    const act = async (name: string, body?: unknown): Promise<void> => {
      await control('POST', `/reservations/${id}/${name}`, body);
      rows.push(...(await panel()));
    };

    await act('cancel');
    await act('reinstate');
    await act('no-show');
    await act('reinstate');
    await act('move', { room: '102' });
    await act('dates', { arrival: '2026-11-24', departure: '2026-11-26' });
    await act('unassign');

    expect(rows).toEqual([
      ['101', 'Canceled', ARRIVAL, DEPARTURE],
      ['101', 'Confirmed', ARRIVAL, DEPARTURE],
      ['101', 'NoShow', ARRIVAL, DEPARTURE],
      ['101', 'Confirmed', ARRIVAL, DEPARTURE],
      ['102', 'Confirmed', ARRIVAL, DEPARTURE],
      ['102', 'Confirmed', '2026-11-24T14:00:00.000Z', '2026-11-26T10:00:00.000Z'],
      [null, 'Confirmed', '2026-11-24T14:00:00.000Z', '2026-11-26T10:00:00.000Z'],
    ]);
  });

  test('every change is stamped with the time of the simulator', async () => {
    const id = await book();
    await clock.advance({ minutes: 5 });
    await control('POST', `/reservations/${id}/check-in`);

    expect(mews.hotel.reservation(id)).toMatchObject({
      createdAt: '2026-11-23T12:00:00.000Z',
      updatedAt: '2026-11-23T12:05:00.000Z',
      actualStart: '2026-11-23T12:05:00.000Z',
    });
  });

  test('two rooms of one booking are one group, and a company may own one', async () => {
    const one = await book({ ...ada, group: 'wedding' });
    const two = await book({ ...ada, room: '102', group: 'wedding', company: true });

    const [first, second] = [mews.hotel.reservation(one), mews.hotel.reservation(two)];
    expect(first?.groupId).toBe(second?.groupId);
    expect([first?.accountType, second?.accountType]).toEqual(['Customer', 'Company']);
    expect(mews.hotel.companionships).toMatchObject([{ reservationId: two }]);
  });

  test.each([
    ['a room that is not there', { ...ada, room: '999' }, 404, 'There is no room 999.'],
    [
      'a departure before the arrival',
      { ...ada, departure: '2026-11-20' },
      400,
      'The departure has to be after the arrival.',
    ],
    ['no last name', { ...ada, lastName: undefined }, 400, expect.stringMatching(/^lastName: .+\.$/)],
    ['no such day', { ...ada, arrival: '2026-02-30' }, 400, expect.stringMatching(/^arrival: must be a day/)],
    ['a field that nobody knows', { ...ada, pool: true }, 400, expect.stringContaining('pool')],
  ])('%s is refused with one sentence', async (_, body, status, message) => {
    expect(await control('POST', '/reservations', body)).toEqual({ status, json: { message } });
  });

  test('what cannot be done in its state is refused with one sentence', async () => {
    const id = await book();

    expect(await control('POST', `/reservations/${id}/check-out`)).toEqual({
      status: 400,
      json: { message: 'Not possible: the reservation is Confirmed, not Started.' },
    });
    expect((await control('POST', '/reservations/nobody/check-in')).status).toBe(404);
  });

  test('a guest without a room cannot be checked in', async () => {
    const id = await book({ ...ada, room: null });

    expect(await control('POST', `/reservations/${id}/check-in`)).toEqual({
      status: 400,
      json: { message: 'Assign a room before the check-in.' },
    });
  });
});

test('a room is added once, and listed', async () => {
  expect(await control('POST', '/rooms', { name: '201' })).toMatchObject({ status: 201, json: { name: '201' } });
  expect(await control('POST', '/rooms', { name: '201' })).toMatchObject({ status: 400 });
  expect((await control('GET', '/rooms')).json).toContainEqual({ id: expect.any(String), name: '201' });
});

describe('an outage at the control port', () => {
  const ask = async (): Promise<Response> =>
    fetch(`${mews.address}/api/connector/v1/configuration/get`, {
      method: 'POST',
      body: JSON.stringify({
        ClientToken: TOKENS.clientToken,
        AccessToken: TOKENS.accessToken,
        Client: 'Portal 0.1.0',
      }),
    });

  test.each([['401'], ['429'], ['500']])('%s is answered until its seconds are over', async (kind) => {
    await control('POST', '/outage', { kind, seconds: 30 });
    const during = await ask();
    await clock.advance({ seconds: 30 });

    expect(String(during.status)).toBe(kind);
    expect((await ask()).status).toBe(200);
  });

  test('429 says in how many seconds to come back', async () => {
    await control('POST', '/outage', { kind: '429', seconds: 30 });
    await clock.advance({ seconds: 12 });

    expect((await ask()).headers.get('retry-after')).toBe('18');
  });

  test('down cuts open connections and new ones, and comes back by itself', async () => {
    await (await ask()).text();
    await control('POST', '/outage', { kind: 'down', seconds: 30 });

    await expect(ask()).rejects.toThrow('fetch failed');
    await expect(ask()).rejects.toThrow('fetch failed');
    await clock.advance({ seconds: 30 });
    expect((await ask()).status).toBe(200);
  });

  test('hang takes the request and gives nothing, until it is over', async () => {
    await control('POST', '/outage', { kind: 'hang', seconds: 30 });
    const asked = ask().then(
      () => 'answered',
      () => 'cut',
    );
    while (clock.waiting === 0) await new Promise(setImmediate);

    expect(clock.next).toBe('2026-11-23T12:00:30.000Z');
    await clock.advance({ seconds: 30 });
    expect(await asked).toBe('cut');
    expect((await ask()).status).toBe(200);
  });

  test('an outage of a kind that nobody knows is refused', async () => {
    expect((await control('POST', '/outage', { kind: 'flood', seconds: 30 })).status).toBe(400);
  });
});
