import type { SimulatedMews } from '#main/simulation/mews/start-simulated-mews';
import { ManualClock } from '#tests/support/manual-clock';
import { openSeaview, TOKENS } from '#tests/support/mews-harness';
import { afterEach, beforeEach, expect, test } from 'vitest';

let mews: SimulatedMews;
beforeEach(async () => {
  mews = await openSeaview(new ManualClock('2026-11-23T12:00:00Z'));
});
afterEach(() => mews.stop());

async function tell(lies: unknown): Promise<number> {
  const response = await fetch(`${mews.controlAddress}/lies`, { method: 'POST', body: JSON.stringify({ lies }) });
  return response.status;
}

async function ask(
  operation: string,
  filter: object,
  signal?: AbortSignal,
): Promise<{ status: number; json: unknown }> {
  const { clientToken: ClientToken, accessToken: AccessToken } = TOKENS;
  const response = await fetch(`${mews.address}/api/connector/v1/${operation}`, {
    method: 'POST',
    body: JSON.stringify({ ClientToken, AccessToken, Client: 'Portal 0.1.0', ...filter }),
    signal: signal ?? null,
  });
  return { status: response.status, json: await response.json() };
}

const rooms = { Extent: { Resources: true }, Limitation: { Count: 100 } };

test('a field of one record is told otherwise, and all else is as it was', async () => {
  const status = await tell([{ kind: 'record', list: 'Resources', where: { Name: '101' }, set: { Name: null } }]);
  const { json } = await ask('resources/getAll', rooms);

  expect(status).toBe(200);
  expect((json as { Resources: { Name: string | null }[] }).Resources.map(({ Name: name }) => name)).toEqual([
    'Bicycle',
    'Bed B',
    'Bed A',
    'Dorm',
    '102',
    null,
  ]);
});

test('a list is empty or short, with 200', async () => {
  await tell([{ kind: 'short', list: 'Resources', most: 1 }]);

  expect(await ask('resources/getAll', rooms)).toMatchObject({
    status: 200,
    json: { Resources: [{ Name: 'Bicycle' }] },
  });
});

test('the token is another hotel, the clock is ahead, and one permission is missing', async () => {
  await tell([
    { kind: 'enterprise', id: '11111111-1111-4111-8111-111111111111', name: 'Hotel Serra' },
    { kind: 'clock', aheadSeconds: 90 },
    { kind: 'forbidden', operation: 'resources/getAll' },
  ]);

  expect(await ask('configuration/get', {})).toMatchObject({
    json: { NowUtc: '2026-11-23T12:01:30Z', Enterprise: { Name: 'Hotel Serra' } },
  });
  expect(await ask('resources/getAll', rooms)).toMatchObject({
    status: 403,
    json: { Message: 'Insufficient access: the integration lacks a permission.' },
  });
});

test('one operation hangs, the others answer, and no lies are the truth again', async () => {
  await tell([{ kind: 'hang', operation: 'resources/getAll' }]);
  const gaveUp = AbortSignal.timeout(50);
  const hanging = ask('resources/getAll', rooms, gaveUp).catch(() => 'no answer');
  const other = await ask('configuration/get', {});
  const silence = await hanging;

  await tell([]);

  expect(other.status).toBe(200);
  expect(silence).toBe('no answer');
  expect((await ask('resources/getAll', rooms)).status).toBe(200);
});

test('a lie that cannot be told is refused', async () => {
  expect(await tell([{ kind: 'hang', operation: 'rooms/getAll' }])).toBe(400);
});
