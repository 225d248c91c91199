import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import type { Random } from '#main/ports/random';
import { controlPort } from './control-port.ts';
import { readHotel, saverOf } from './hotel-file.ts';
import { startServer } from './http-server.ts';
import { lyingClock, type Lie } from './lies.ts';
import { mewsPort, type MewsStrength, type MewsTokens } from './mews-port.ts';
import { createOutages, type OutageOrder } from './outage.ts';
import { SimulatedHotel, type SimulatedProperty, type SimulatedRoom } from './simulated-hotel.ts';

export interface SimulatedMewsPlan {
  readonly host: string;
  /** Of Mews' interface; 0: any free one. */
  readonly port: number;
  /** Of the control port; any free one when left out. */
  readonly controlPort?: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly property: SimulatedProperty;
  readonly rooms: readonly (string | SimulatedRoom)[];
  readonly tokens: MewsTokens;
  readonly log?: Log;
  /** Where the hotel is kept, so that it is the same after a restart; left out: it is forgotten. */
  readonly stateFile?: string;
}

export interface SimulatedMews {
  /** Mews' platform address, for the connector. */
  readonly address: string;
  /** Where the hotel is played: `POST /reservations`, `POST /reservations/:id/check-in` and so on. */
  readonly controlAddress: string;
  /** The hotel itself, for tests that do what the control port does not offer. */
  readonly hotel: SimulatedHotel;
  beginOutage(order: OutageOrder): void;
  /** As when the hotel withdraws the integration's token and makes a new one. */
  setTokens(tokens: MewsTokens): void;
  /** null: any question is answered. */
  setStrength(strength: MewsStrength | null): void;
  /** What it tells from now on otherwise than it is; none: the truth. */
  setLies(lies: readonly Lie[]): void;
  /** The paths of all requests that have arrived, refused ones too. */
  requests(): readonly string[];
  stop(): Promise<void>;
}

/** A demo may run for weeks. */
const MOST_REMEMBERED = 10_000;

/**
 * A Mews that runs here: the Connector API over HTTP as strict as the real one, with a hotel that lives in memory. The
 * demo runs on it, and the tests of the connector.
 */
export async function startSimulatedMews(plan: SimulatedMewsPlan): Promise<SimulatedMews> {
  const { host, clock, random } = plan;
  const rooms = plan.rooms.map((room) => (typeof room === 'string' ? { name: room } : room));
  const kept = plan.stateFile === undefined ? null : await readHotel(plan.stateFile);
  let lies: readonly Lie[] = [];
  const hotel = new SimulatedHotel(
    plan.property,
    rooms,
    lyingClock(clock, () => lies),
    random,
    kept,
  );
  const setLies = (next: readonly Lie[]): void => {
    lies = next;
  };
  const save = plan.stateFile === undefined ? async () => undefined : saverOf(plan.stateFile, hotel);
  await save();
  let tokens = plan.tokens;
  let strength: MewsStrength | null = null;
  const requests: string[] = [];

  const outages = createOutages(clock, () => {
    if (outages.running()?.kind === 'down') mews.dropConnections();
  });
  const mews = await startServer({
    host,
    port: plan.port,
    accepts: () => outages.running()?.kind !== 'down',
    onRequest: mewsPort({
      hotel,
      clock,
      random,
      outages,
      tokens: () => tokens,
      strength: () => strength,
      lies: () => lies,
      onRequest: (path) => {
        requests.push(path);
        if (requests.length > MOST_REMEMBERED) requests.shift();
      },
    }),
  });
  const control = await startServer({
    host,
    port: plan.controlPort ?? 0,
    accepts: () => true,
    onRequest: controlPort(hotel, { outages, setLies, save }),
  });
  plan.log?.info({ address: mews.address, control: control.address }, 'the simulated Mews is open');

  return {
    address: mews.address,
    controlAddress: control.address,
    hotel,
    beginOutage: (order) => outages.begin(order),
    setTokens: (next) => {
      tokens = next;
    },
    setStrength: (next) => {
      strength = next;
    },
    setLies,
    requests: () => [...requests],
    stop: async () => {
      await Promise.all([mews.stop(), control.stop()]);
      plan.log?.info({}, 'the simulated Mews is closed');
    },
  };
}
