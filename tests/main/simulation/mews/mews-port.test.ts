import type { SimulatedMews } from '#main/simulation/mews/start-simulated-mews';
import { ManualClock } from '#tests/support/manual-clock';
import { openSeaview, TOKENS } from '#tests/support/mews-harness';
import { toInstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const access = { ClientToken: TOKENS.clientToken, AccessToken: TOKENS.accessToken, Client: 'Portal 0.1.0' };
const Limitation = { Count: 10 };
const RESERVATIONS = 'reservations/getAll/2023-06-06';

let clock: ManualClock;
let mews: SimulatedMews;
beforeEach(async () => {
  clock = new ManualClock('2026-11-23T12:00:00Z');
  mews = await openSeaview(clock);
});
afterEach(() => mews.stop());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: WireAnswer;
}

/** What these tests read of an answer; whatever else is on the wire is compared as it is. */
interface WireAnswer {
  readonly Reservations: readonly { readonly Id: string }[];
  readonly Customers: readonly object[];
  readonly Cursor: string | null;
}

async function post(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${mews.address}/api/connector/v1/${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, json: (await response.json()) as WireAnswer };
}

function book(lastName: string): string {
  const act = mews.hotel.book({
    room: '101',
    guest: { firstName: 'Ada', lastName },
    arrival: toInstantText(Temporal.Instant.from('2026-11-23T14:00:00Z')),
    departure: toInstantText(Temporal.Instant.from('2026-11-25T10:00:00Z')),
  });
  return act.id ?? '';
}

describe('the simulated Mews is as strict as the real one', () => {
  test.each([
    ['no Limitation', RESERVATIONS, { ...access }],
    ['a Count of 0', RESERVATIONS, { ...access, Limitation: { Count: 0 } }],
    ['a Count of 1001', RESERVATIONS, { ...access, Limitation: { Count: 1001 } }],
    ['an unknown key', RESERVATIONS, { ...access, Limitation, Extent: {} }],
    ['an unknown key in Limitation', RESERVATIONS, { ...access, Limitation: { Count: 10, Page: 2 } }],
    ['a cursor that is no id', RESERVATIONS, { ...access, Limitation: { Count: 10, Cursor: 'next' } }],
    [
      'a cursor of nothing',
      RESERVATIONS,
      { ...access, Limitation: { Count: 10, Cursor: '00000000-0000-4000-a000-000000000000' } },
    ],
    ['the old spelling of a state', RESERVATIONS, { ...access, Limitation, States: ['Enquired'] }],
    ['the state twice', RESERVATIONS, { ...access, Limitation, States: ['Started', 'Started'] }],
    ['an empty list of ids', RESERVATIONS, { ...access, Limitation, ReservationIds: [] }],
    ['an id that is none', RESERVATIONS, { ...access, Limitation, ReservationIds: ['101'] }],
    [
      '1001 ids',
      RESERVATIONS,
      {
        ...access,
        Limitation,
        ReservationIds: Array.from({ length: 1001 }, () => '00000000-0000-4000-a000-000000000000'),
      },
    ],
    [
      'an interval of more than 3 months',
      RESERVATIONS,
      { ...access, Limitation, UpdatedUtc: { StartUtc: '2026-08-01T00:00:00Z', EndUtc: '2026-11-01T00:00:01Z' } },
    ],
    [
      'an interval that ends before it starts',
      RESERVATIONS,
      { ...access, Limitation, CollidingUtc: { StartUtc: '2026-11-02T00:00:00Z', EndUtc: '2026-11-01T00:00:00Z' } },
    ],
    ['no Extent of resources', 'resources/getAll', { ...access, Limitation }],
    ['no Extent of customers', 'customers/getAll', { ...access, Limitation, LastNames: ['Byron'] }],
    ['customers without a filter', 'customers/getAll', { ...access, Limitation, Extent: { Customers: true } }],
    ['no Extent of companionships', 'companionships/getAll', { ...access, Limitation }],
    ['no Client', 'configuration/get', { ...access, Client: undefined }],
    ['no token', 'configuration/get', { ...access, AccessToken: undefined }],
    ['no JSON', 'configuration/get', '{"ClientToken":'],
  ])('400 for %s', async (_, path, body) => {
    const { status, json } = await post(path, body);

    expect(status).toBe(400);
    expect(json).toEqual({ Message: expect.stringContaining('Invalid'), RequestId: expect.any(String) });
  });

  test('an interval of exactly 3 months is accepted', async () => {
    const UpdatedUtc = { StartUtc: '2026-08-01T00:00:00Z', EndUtc: '2026-11-01T00:00:00Z' };

    expect((await post(RESERVATIONS, { ...access, Limitation, UpdatedUtc })).status).toBe(200);
  });

  test.each([
    ['client', { ...access, ClientToken: 'another' }],
    ['access', { ...access, AccessToken: 'another' }],
  ])('401 for another %s token', async (_, body) => {
    expect((await post('configuration/get', body)).status).toBe(401);
  });

  test('a token that was withdrawn is refused from then on', async () => {
    mews.setTokens({ clientToken: TOKENS.clientToken, accessToken: 'A2' });

    expect((await post('configuration/get', access)).status).toBe(401);
    expect((await post('configuration/get', { ...access, AccessToken: 'A2' })).status).toBe(200);
  });

  test.each(['configuration/get/', 'Configuration/Get', 'reservations/getAll', 'nothing'])(
    '404 for the path %s',
    async (path) => {
      expect((await post(path, access)).status).toBe(404);
    },
  );

  test('the 201st request within 30 seconds gets 429 and the seconds to wait', async () => {
    await Promise.all(Array.from({ length: 200 }, () => post('configuration/get', access)));
    await clock.advance({ seconds: 10 });
    const refused = await post('configuration/get', access);
    await clock.advance({ seconds: 20 });

    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('20');
    expect((await post('configuration/get', access)).status).toBe(200);
  });

  test('every answer has a request id', async () => {
    expect((await post('configuration/get', access)).headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('reservations come as Mews gives them', () => {
  test('newest first, page by page, until a page is empty', async () => {
    const [one, two, three] = [book('One'), book('Two'), book('Three')];

    const first = await post(RESERVATIONS, { ...access, Limitation: { Count: 2 } });
    const second = await post(RESERVATIONS, { ...access, Limitation: { Count: 2, Cursor: first.json.Cursor } });
    const third = await post(RESERVATIONS, { ...access, Limitation: { Count: 2, Cursor: second.json.Cursor } });

    expect(first.json.Reservations.map((each) => each.Id)).toEqual([three, two]);
    expect(second.json.Reservations.map((each) => each.Id)).toEqual([one]);
    expect(third.json).toEqual({ Reservations: [], Cursor: null });
  });

  test('an interval includes both its ends', async () => {
    book('Byron');
    const changed = async (StartUtc: string, EndUtc: string): Promise<number> =>
      (await post(RESERVATIONS, { ...access, Limitation, UpdatedUtc: { StartUtc, EndUtc } })).json.Reservations.length;

    expect(await changed('2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z')).toBe(1);
    expect(await changed('2026-11-23T11:00:00Z', '2026-11-23T12:00:00Z')).toBe(1);
    expect(await changed('2026-11-23T12:00:01Z', '2026-11-23T13:00:00Z')).toBe(0);
  });

  test('filters are ANDed', async () => {
    const id = book('Byron');
    const States = ['Canceled'];

    const { json } = await post(RESERVATIONS, { ...access, Limitation, ReservationIds: [id], States });
    expect(json.Reservations).toEqual([]);
  });

  test('a merged guest is told only to those who ask for deleted ones', async () => {
    const merged = mews.hotel.addCustomer({ firstName: 'Ada', lastName: 'Byron' });
    const survivor = mews.hotel.addCustomer({ firstName: 'Ada', lastName: 'Lovelace' });
    mews.hotel.changeCustomer(merged, { mergeTargetId: survivor });
    const ask = { ...access, Limitation, Extent: { Customers: true }, CustomerIds: [merged] };

    const active = await post('customers/getAll', ask);
    const all = await post('customers/getAll', { ...ask, ActivityStates: ['Active', 'Deleted'] });

    expect(active.json.Customers).toEqual([]);
    expect(all.json.Customers).toMatchObject([{ MergeTargetId: survivor, IsActive: false }]);
  });

  test('a room keeps its id when the simulator is started anew', async () => {
    const again = await openSeaview(clock);
    await again.stop();

    expect(again.hotel.resources).toEqual(mews.hotel.resources);
  });
});
