import type { InstantText } from '#domain/time/time';
import { mewsHarness, TOKENS, type MewsHarness } from '#tests/support/mews-harness';
import { judgeIsHere, startJudge, whySkipped, type Judge } from '#tests/support/mews-judge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const go = new AbortController().signal;
const guest = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', phone: '+44 20 7946 0001' };
const tonight = { arrival: '2026-11-23T14:00:00Z', departure: '2026-11-25T10:00:00Z' };
const month = {
  from: '2026-11-01T00:00:00.000Z' as InstantText,
  to: '2026-11-30T00:00:00.000Z' as InstantText,
};

interface Judged {
  readonly path: string;
  readonly status: number;
  readonly violations: string | null;
}

/** Everything goes through a proxy that holds Mews' own description of its API against it. */
describe.skipIf(!judgeIsHere)(`Mews' own description of its API${whySkipped}`, () => {
  let hotel: MewsHarness;
  let judge: Judge;
  let judged: Judged[] = [];

  beforeAll(async () => {
    hotel = await mewsHarness({
      through: async (mews) => {
        judge = await startJudge(mews);
        return judge.address;
      },
      watch: async (path, response) => {
        const { status, headers } = response;
        const body = status === 200 ? null : await response.clone().text();
        judged.push({ path, status, violations: headers.get('sl-violations') ?? judgement(body) });
        return response;
      },
    });
    oneOfEachKind(hotel);
  }, 60_000);

  afterAll(async () => {
    await hotel.stop();
    await judge.stop();
  });

  const askRaw = async (path: string, body: unknown): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${judge.address}/api/connector/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
  };
  const access = { ClientToken: TOKENS.clientToken, AccessToken: TOKENS.accessToken, Client: 'Portal 0.1.0' };

  test('every question of the connector and every answer of the simulator follows it', async () => {
    judged = [];

    const property = await hotel.connector.property(go);
    const spaces = await hotel.connector.spaces(go);
    const changed = await hotel.connector.changedStays(month, go);
    const colliding = await hotel.connector.staysColliding(month, go);
    const ids = hotel.mews.hotel.reservations.map(({ id }) => id);
    const byId = await hotel.connector.staysById([...ids, '00000000-0000-4000-a000-000000000000'], go);

    expect([property, spaces, changed, colliding, byId].map((answer) => answer.outcome)).toEqual([
      'answered',
      'answered',
      'answered',
      'answered',
      'answered',
    ]);
    expect(changed).toMatchObject({ value: expect.objectContaining({ length: 8 }) });
    expect(judged.filter((each) => each.status !== 200 || each.violations !== null)).toEqual([]);
    expect(new Set(judged.map((each) => each.path.replace('/api/connector/v1/', '')))).toEqual(
      new Set([
        'configuration/get',
        'services/getAll',
        'resources/getAll',
        'resourceCategories/getAll',
        'resourceCategoryAssignments/getAll',
        'reservations/getAll/2023-06-06',
        'customers/getAll',
        'companionships/getAll',
      ]),
    );
  });

  test('pages and smaller windows follow it too', async () => {
    judged = [];
    hotel.weaken({ items: 60, hours: 24 * 20 });

    const changed = await hotel.connector.changedStays(month, go);
    hotel.mews.setStrength(null);

    expect(changed.outcome).toBe('answered');
    expect(judged.map((each) => each.status)).toContain(408);
    expect(judged.filter((each) => each.violations !== null || ![200, 408].includes(each.status))).toEqual([]);
  });

  test('the bad news follows it too: 401, 429, 500 and 400', async () => {
    judged = [];
    hotel.outage('unauthorised', 10);
    await hotel.connector.identity(go);
    hotel.outage('broken', 10);
    const broken = await hotel.connector.property(go);
    hotel.throttle(3600, 'seconds');
    await hotel.connector.property(go);
    await hotel.clock.advance({ seconds: 3600 });
    const raw = await askRaw('reservations/getAll/2023-06-06', {
      ...access,
      UpdatedUtc: { StartUtc: '2026-01-01T00:00:00Z', EndUtc: '2026-11-01T00:00:00Z' },
      Limitation: { Count: 10 },
    });

    expect(judged.map((each) => [each.status, each.violations])).toEqual([
      [401, null],
      [500, null],
      [429, null],
    ]);
    expect(broken).toMatchObject({ cause: 'Mews answered 500' });
    expect(raw.status).toBe(400);
  });

  test('the judge judges: the old spelling of a state gets 422', async () => {
    const { status, text } = await askRaw('reservations/getAll/2023-06-06', {
      ...access,
      States: ['Enquired'],
      Limitation: { Count: 10 },
    });

    expect(status).toBe(422);
    expect(text).toContain('States');
  });

  test('the judge judges: a field that Mews does not know gets 422', async () => {
    const { status } = await askRaw('services/getAll', { ...access, Limitation: { Count: 10 }, Doors: true });

    expect(status).toBe(422);
  });

  test('the judge judges: an answer without a required field becomes a 500 with its violations', async () => {
    // A room without a name cannot be made at the desk: the description asks for at least one letter.
    hotel.mews.hotel.addRoom({ name: '' });
    const { status, text } = await askRaw('resources/getAll', {
      ...access,
      Extent: { Resources: true },
      Limitation: { Count: 10 },
    });

    expect(status).toBe(500);
    expect(text).toContain('Name');
  });
});

/** Prism's own verdict in a body; null for an answer that is the simulator's. */
function judgement(body: string | null): string | null {
  return body?.includes('stoplight.io') === true ? body : null;
}

function oneOfEachKind(hotel: MewsHarness): void {
  hotel.create({ room: null, guest, ...tonight });
  hotel.createTentative({ room: '101', guest, ...tonight });
  hotel.createForCompany({ room: '102', guest: null, ...tonight });
  const inHouse = hotel.createForCompany({ room: '102', guest, ...tonight });
  hotel.checkIn(inHouse);
  const departed = hotel.create({ room: 'Bed A', guest: { ...guest, emailIsFromOta: true }, ...tonight, group: 'two' });
  hotel.checkIn(departed);
  hotel.checkOut(departed);
  hotel.cancel(hotel.create({ room: 'Bed B', guest, ...tonight, group: 'two' }));
  hotel.noShow(hotel.create({ room: '101', guest, ...tonight }));
  const merged = hotel.create({ room: '101', guest: { firstName: '', lastName: 'Byron' }, ...tonight });
  hotel.mergeGuest(merged, guest);
  hotel.addCompanion(merged, guest);
}
