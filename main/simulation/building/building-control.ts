import '#main/locks/drivers/matter/matter-settings';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { doorcodeDigits } from '#domain/house/doorcode-digits';
import type { ZoneName } from '#domain/time/time';
import type { CardReaders } from './card-readers.ts';
import { readerSetupBody } from './card-readers.ts';
import type { LockFault } from './lock-faults.ts';
import { lockReport } from './lock-report.ts';
import type { BridgedLockEndpoint, VirtualBuilding } from './virtual-building.ts';
import { showCard, shownCardBody } from './show-card.ts';
import { VirtualLock } from './virtual-lock.ts';
import { BridgedDeviceBasicInformationServer } from '@matter/main/behaviors/bridged-device-basic-information';

const keypadBody = z.object({ code: z.string().regex(/^\d{1,16}$/) });
const programBody = z.object({
  name: z.string().max(10),
  code: doorcodeDigits,
  uniqueId: z.number().int().nonnegative().default(0),
});
/** Places on the bridge, from 1. */
const swapBody = z.object({ one: z.number().int().positive(), other: z.number().int().positive() });
/** null: it does not know the time any more. */
const clockBody = z.object({ aheadMinutes: z.number().nullable() });
const slowBody = z.object({ seconds: z.number().positive().max(60) });

/**
 * The building's back door, for the demo and for tests: what the locks really hold, somebody at a keypad or with a
 * card at the door, what an installer tells a card reader, and faults.
 * Loopback only; unknown locks answer 404, wrong bodies 400.
 */
export function buildingControl(building: VirtualBuilding, readers: CardReaders, zone: ZoneName): FastifyInstance {
  const server = Fastify({ logger: false });
  const clock = () => building.clock.local();

  server.setErrorHandler((error, _request, reply) =>
    error instanceof z.ZodError
      ? reply.code(400).send({ refused: z.prettifyError(error) })
      : reply.code(500).send({ refused: error instanceof Error ? error.message : String(error) }),
  );

  server.get('/locks', () => building.locks.map((lock, index) => lockReport(lock, index + 1)));

  onLock(server, building, 'keypad', async (lock, body) => {
    const { code } = keypadBody.parse(body);
    const { verdict, userIndex } = await lock.act('keypad', (agent) => agent.get(VirtualLock).keypad(code, clock()));
    if (!verdict.opens) return { opened: false, reason: verdict.reason };
    return { opened: true, user: userIndex };
  });
  onLock(
    server,
    building,
    'reader',
    async (lock, body) => {
      await readers.setUp(lock.id, readerSetupBody.parse(body));
      return { done: true };
    },
    'PUT',
  );
  onLock(server, building, 'card', (lock, body) =>
    showCard({ lock, readers, zone, clock: building.clock }, shownCardBody.parse(body)),
  );
  onLock(server, building, 'offline', (lock) => setRadio(building, lock, { kind: 'offline' }));
  onLock(server, building, 'online', (lock) => setRadio(building, lock, null));
  onLock(server, building, 'normal', (lock) => setRadio(building, lock, null));
  onLock(server, building, 'full', (lock) => setRadio(building, lock, { kind: 'full' }));
  onLock(server, building, 'slow', (lock, body) => setRadio(building, lock, { kind: 'slow', ...slowBody.parse(body) }));
  onLock(server, building, 'forget', async (lock) => {
    await lock.act('forget', (agent) => agent.get(VirtualLock).forget());
    await readers.forget(lock.id);
    return { done: true };
  });
  onLock(server, building, 'program', async (lock, body) => {
    const { name, code, uniqueId } = programBody.parse(body);
    await lock.act('program', (agent) => agent.get(VirtualLock).program(name, code, uniqueId));
    return { done: true };
  });
  server.post('/bridge/offline', () => plug(building, true));
  server.post('/bridge/online', () => plug(building, false));
  server.get('/bridge/clock', () => ({ local: clock()?.toString() ?? null }));
  server.post('/bridge/clock', (request) => {
    const { aheadMinutes } = clockBody.parse(request.body);
    building.clock.disturb(aheadMinutes === null ? null : aheadMinutes * 60_000);
    return { done: true };
  });
  server.post('/bridge/swap', (request) => swap(building, request.body));
  return server;
}

function onLock(
  server: FastifyInstance,
  building: VirtualBuilding,
  act: string,
  handle: (lock: BridgedLockEndpoint, body: unknown) => Promise<object>,
  method: 'POST' | 'PUT' = 'POST',
): void {
  server.route<{ Params: { id: string } }>({
    method,
    url: `/locks/:id/${act}`,
    handler: async (request, reply) => {
      const lock = lockOf(building, request.params.id);
      if (lock === null) return reply.code(404).send({ refused: `no lock ${request.params.id}` });
      return handle(lock, request.body ?? {});
    },
  });
}

/** By the door's name, else by its number from 1. */
function lockOf(building: VirtualBuilding, id: string): BridgedLockEndpoint | null {
  const reports = building.locks.map((lock, index) => lockReport(lock, index + 1));
  const found = reports.find(({ name }) => name === id) ?? reports.find((report) => String(report.id) === id);
  return found === undefined ? null : (building.locks[found.id - 1] ?? null);
}

async function setRadio(
  { faults }: VirtualBuilding,
  lock: BridgedLockEndpoint,
  fault: LockFault | null,
): Promise<object> {
  faults.set(lock.id, fault);
  await lock.set({ bridgedDeviceBasicInformation: { reachable: fault?.kind !== 'offline' } });
  return { done: true };
}

function swap({ locks }: VirtualBuilding, body: unknown): Promise<object> {
  const { one, other } = swapBody.parse(body);
  return swapLocks(locks[one - 1], locks[other - 1]).then(() => ({ done: true }));
}

/** A bridge that was reset numbers its locks anew: each lock is what it was, at the number of the other. */
async function swapLocks(one: BridgedLockEndpoint | undefined, other: BridgedLockEndpoint | undefined): Promise<void> {
  if (one === undefined || other === undefined) return;
  const [first, second] = [one, other].map((lock) => {
    const { uniqueId = '', nodeLabel = '' } = lock.stateOf(BridgedDeviceBasicInformationServer);
    return { uniqueId, nodeLabel };
  });
  if (first === undefined || second === undefined) return;
  const heldByOne = await one.act('held', (agent) => agent.get(VirtualLock).held());
  const heldByOther = await other.act('held', (agent) => agent.get(VirtualLock).held());
  await one.act('swap', (agent) => agent.get(VirtualLock).hold(heldByOther));
  await other.act('swap', (agent) => agent.get(VirtualLock).hold(heldByOne));
  await one.set({ bridgedDeviceBasicInformation: second });
  await other.set({ bridgedDeviceBasicInformation: first });
}

function plug({ network }: VirtualBuilding, unplugged: boolean): object {
  network.unplugged = unplugged;
  return { done: true };
}
