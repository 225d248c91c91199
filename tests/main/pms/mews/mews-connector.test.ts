import type { InstantText } from '#domain/time/time';
import { stateOf } from '#main/pms/connectors/mews/mews-stay';
import type { Log, LogFacts } from '#main/ports/log';
import { startServer } from '#main/simulation/mews/http-server';
import { mewsHarness, TOKENS, type MewsHarness, type MewsHarnessOptions } from '#tests/support/mews-harness';
import { afterEach, describe, expect, test } from 'vitest';

const go = new AbortController().signal;
const guest = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', phone: '+44 20 7946 0001' };
const tonight = { arrival: '2026-11-23T14:00:00Z', departure: '2026-11-25T10:00:00Z' };
const today = { from: '2026-11-23T11:00:00.000Z' as InstantText, to: '2026-11-23T12:00:00.000Z' as InstantText };

let opened: MewsHarness | null = null;
async function open(options: MewsHarnessOptions = {}): Promise<MewsHarness> {
  opened = await mewsHarness(options);
  return opened;
}
afterEach(() => opened?.stop());

/** What Mews answers, with some of it exchanged. */
const instead =
  (path: string, change: (text: string) => string, init: ResponseInit = {}): NonNullable<MewsHarnessOptions['watch']> =>
  async (asked, response) =>
    asked.includes(path) ? new Response(change(await response.text()), init) : response;

test.each([
  ['Inquired', null, 'tentative'],
  ['Optional', null, 'tentative'],
  ['Requested', null, 'tentative'],
  ['Confirmed', null, 'expected'],
  ['Started', null, 'in-house'],
  ['Processed', null, 'departed'],
  ['Canceled', null, 'cancelled'],
  ['Canceled', 'RequestedByGuest', 'cancelled'],
  ['Canceled', 'Update', 'cancelled'],
  ['Canceled', 'NoShow', 'no-show'],
  ['Waitlisted', null, 'tentative'],
] as const)('a reservation that is %s in Mews (reason: %s) is %s', (state, reason, expected) => {
  expect(stateOf(state, reason)).toBe(expected);
});

describe('more than one page', () => {
  test('1,100 stays come complete, and all of them are found by their ids', async () => {
    const hotel = await open();
    const ids = Array.from({ length: 1100 }, () => hotel.create({ room: '101', guest, ...tonight }));

    const changed = await hotel.connector.changedStays(today, go);
    const byId = await hotel.connector.staysById(ids, go);

    expect(changed).toMatchObject({ outcome: 'answered', value: expect.objectContaining({ length: 1100 }) });
    expect(byId).toMatchObject({ value: { stays: expect.objectContaining({ length: 1100 }), unknown: [] } });
  });

  test('a window of a year is cut into what Mews accepts', async () => {
    const hotel = await open();
    hotel.create({ room: '101', guest, ...tonight });

    const year = { from: '2026-01-01T00:00:00.000Z' as InstantText, to: '2027-01-01T00:00:00.000Z' as InstantText };
    const changed = await hotel.connector.changedStays(year, go);
    expect(changed).toMatchObject({ outcome: 'answered', value: [{ spaceName: '101' }] });
  });

  test('a server that gives the same page for ever is not believed', async () => {
    const full = JSON.stringify({
      Resources: Array.from({ length: 1000 }, () => ({
        Id: 'r',
        Name: '101',
        IsActive: true,
        Data: { Discriminator: 'Space' },
      })),
      Cursor: '00000000-0000-4000-a000-000000000000',
    });
    const hotel = await open({ watch: async () => new Response(full) });

    expect(await hotel.connector.spaces(go)).toMatchObject({ outcome: 'unreachable' });
  });
});

describe('answers that are not as expected', () => {
  test('fields that Portal does not know do no harm', async () => {
    const hotel = await open({
      watch: instead('reservations', (text) => text.replaceAll('"Number"', '"Brand":{"New":true},"Number"')),
    });
    const id = hotel.create({ room: '101', guest, ...tonight });

    expect(await hotel.connector.staysById([id], go)).toMatchObject({ value: { stays: [{ spaceName: '101' }] } });
  });

  test('the page of a hotel wifi sign-in is no answer of Mews', async () => {
    const hotel = await open({ watch: instead('reservations', () => '<html>Welcome! Accept our terms.</html>') });

    expect(await hotel.connector.changedStays(today, go)).toMatchObject({ outcome: 'unreachable' });
  });

  test('an answer without the stays is no answer: nothing counts as unknown', async () => {
    const hotel = await open({ watch: instead('reservations', () => '{}') });
    const id = hotel.create({ room: '101', guest, ...tonight });

    expect(await hotel.connector.staysById([id], go)).toMatchObject({ outcome: 'unreachable' });
  });

  test('what Mews forbids is told in its own words', async () => {
    const hotel = await open({
      watch: instead('resources', () => '{"Message":"Integration is not certified."}', { status: 403 }),
    });

    expect(await hotel.connector.spaces(go)).toEqual({
      outcome: 'refused',
      message: 'Integration is not certified.',
      withheld: { operation: 'resources/getAll', message: 'Integration is not certified.' },
    });
  });

  test('a redirect is not followed: the tokens go nowhere else', async () => {
    let elsewhere = '';
    const redirecting = await startServer({
      host: '127.0.0.1',
      port: 0,
      accepts: () => true,
      onRequest: async (request, response) => {
        response.writeHead(307, { location: `${elsewhere}${request.url ?? ''}` }).end();
      },
    });
    const hotel = await open({
      through: async (mews) => {
        elsewhere = mews;
        return redirecting.address;
      },
    });

    const answer = await hotel.connector.spaces(go);
    await redirecting.stop();
    expect(answer).toMatchObject({ outcome: 'unreachable', cause: 'Mews answered 307' });
    expect(hotel.calls()).toBe(0);
  });
});

test('the log has request ids, and neither tokens nor guests', async () => {
  const lines: string[] = [];
  const write = (facts: LogFacts, message: string): void => void lines.push(JSON.stringify({ ...facts, message }));
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const hotel = await open({ log, watch: instead('services', (text) => text.replace('"Data"', '"Date"')) });
  const id = hotel.create({ room: '101', guest, ...tonight });

  await hotel.connector.staysById([id, 'Ada Byron'], go);
  await hotel.connector.changedStays(today, go);
  await hotel.connector.property(go);
  hotel.outage('unauthorised', 5);
  await hotel.connector.spaces(go);
  hotel.outage('down', 5);
  await hotel.connector.spaces(go);

  const written = lines.join('\n');
  expect(lines.length).toBeGreaterThan(5);
  expect(written).toMatch(/"status":401,"requestId":"[0-9a-f-]{36}"/);
  expect(written).toMatch(/"status":400,"requestId":"[0-9a-f-]{36}"/);
  expect(written).not.toContain(TOKENS.clientToken);
  expect(written).not.toContain(TOKENS.accessToken);
  expect(written).not.toMatch(/Ada|Byron|example\.com|7946/);
});
